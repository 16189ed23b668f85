//! Trunk's post-build hook: adds every other file of the manifest (`site::hosting::manifest`) to the module
//! and style sheet that Trunk built, writes the pages with their head tags, digests (SRI) and policies
//! (CSP), and fails if the files do not match the manifest.

mod bundle;
mod copies;
mod demo;
mod first_style;
mod generated;
mod hosting;
mod inline;
mod integrity;
mod minify;
mod module;
mod optimize;
mod shell;
mod stamp;
mod tags;
mod without_wasm;

use std::path::{Path, PathBuf};

use site::LANGUAGES;
use site::hosting::{Page, manifest, pages};

pub use inline::digests as inline_digests;

use crate::digests::Digests;
use crate::manifest::{Served, Stage};
use crate::serve::Addresses;
use crate::trunk::Profile;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use generated::Generated;

/// Completes the page in `TRUNK_STAGING_DIR`.
pub fn page(workspace: &Workspace) -> Result<(), Failure> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or_else(|| {
        Failure::input(
            "TRUNK_STAGING_DIR is not set.",
            "Trunk runs this command by itself: use `cargo xtask build` or `cargo xtask serve`.",
        )
    })?;
    let profile = Profile::named(std::env::var("TRUNK_PROFILE").ok().as_deref());
    let generated = Generated::write(workspace)?;
    generated.copy_site(&staging)?;
    copies::add(workspace, &staging)?;
    without_wasm::add(workspace, &staging, profile)?;
    minify::shrink(workspace, &staging, profile)?;
    let memory = module::optimize_check(workspace, &staging, profile)?;
    bundle::name_glue(&staging, &memory)?;
    bundle::merge(workspace, &staging, profile)?;
    module::add(workspace, &staging, profile, &generated)?;
    protect(&staging)?;
    Served::read(&staging)?.check(Stage::Hook(profile))?;
    name_build(&staging)?;
    match Addresses::from_environment() {
        Some(addresses) => demo::add(workspace, &staging, &addresses),
        None => Ok(()),
    }
}

/// Placeholder of the build ID in the page.
const BUILD: &str = "<build>";

/// Writes the build ID into the check's pages: one digest of every file except these pages and the files that a
/// site edits, as listed in the manifest.
fn name_build(staging: &Path) -> Result<(), Failure> {
    let digests = Digests::of(staging).map_err(|error| unwritten(staging, &error))?;
    let is_in_digest = |name: &str| manifest::row(name).is_some_and(|row| row.is_in_digest);
    let build = digests.only(is_in_digest).whole();
    for language in &LANGUAGES {
        let file = staging.join(language.page);
        let html = read_text(&file)?;
        write(&file, &html.replacen(BUILD, &build, 1))?;
    }
    Ok(())
}

/// Writes the CSP into every page, and the files with the matching HTTP headers next to them.
fn protect(staging: &Path) -> Result<(), Failure> {
    let inline = inline::digests(&read_text(&staging.join(Page::Check.file()))?);
    for (page, policy) in pages() {
        let file = staging.join(page);
        let html = integrity::into_scripts(staging, &read_text(&file)?)?;
        let protected = policy.put_into(&html, &inline).ok_or_else(|| {
            Failure::work(
                format!("{page} does not begin with its character set."),
                "Put <meta charset=\"utf-8\" /> first in its head: the policy comes after it.",
            )
        })?;
        write(&file, &protected)?;
    }
    hosting::add(staging, inline)
}

fn write_folder(folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| unwritten(folder, &error))
}

fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(file).map_err(|error| unwritten(file, &error))
}

fn read_text(file: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(file).map_err(|error| unwritten(file, &error))
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(file, text).map_err(|error| unwritten(file, &error))
}

fn unwritten(path: &Path, error: &std::io::Error) -> Failure {
    Failure::work(
        format!("{} cannot be read or written: {error}.", path.display()),
        "Check the folder and its free space, then build again.",
    )
}
