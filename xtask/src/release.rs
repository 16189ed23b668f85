//! `cargo xtask release`: one zip that a site owner unpacks and uploads, without any of our tools.
//!
//! Contents: `site/` (the page with its headers), the WordPress plugin if it was built, the npm package, the
//! documents, the license notices of all shipped code, the SBOM, and a checksum of every file. A release that a second
//! build does not equal byte by byte is refused.

mod age;
mod documents;
mod drafts;
mod fixtures;
pub mod notices;
mod npm;
mod waict;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use sha2::{Digest, Sha256};
use site::hosting::{Hosting, Page, ServerKind, Source, manifest};
use site::partners;

use crate::page::inline_digests;
use crate::{bom, build, files, reproduce, terminal, wordpress, zip};
use command_support::failure::Failure;
use command_support::workspace::Workspace;

/// The files of a release, by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Where the page is in the release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Directly in `site/`: a new version replaces the old one.
    Plain,
    /// In a folder named after the version, so that several versions can coexist.
    Pinned,
}

/// Folder to upload.
const SITE: &str = "site/";

/// Builds the page, builds it again elsewhere, packs the release if the two are equal, and prints its path.
pub fn release(workspace: &Workspace, layout: Layout) -> Result<(), Failure> {
    age::refuse_old_lines(workspace)?;
    fixtures::refuse_missing_fixtures(workspace)?;
    reproduce::refuse_uncommitted_changes(workspace)?;
    build::build(workspace)?;
    drafts::refuse_unmarked_drafts(workspace)?;
    reproduce::compare_with_another_build(workspace)?;
    let file = write(workspace, layout)?;
    let bytes = read(&file)?;
    terminal::say("");
    terminal::say(format_args!("{}  {}", digest(&bytes), file.display()));
    terminal::say(format_args!(
        "{} bytes. Unpack it and read START-HERE.txt.",
        terminal::in_threes(bytes.len())
    ));
    let plugin = file.with_file_name("footing-for-wordpress-directory.zip");
    wordpress::pack_for_directory(workspace, &plugin)?;
    terminal::say(format_args!(
        "For WordPress's plugin directory (src/docs/wordpress.md): {}",
        plugin.display()
    ));
    terminal::say("To sign it: src/docs/supply-chain.md, \"Signature\".");
    Ok(())
}

/// Packs the built page, and returns the path of the zip.
pub fn write(workspace: &Workspace, layout: Layout) -> Result<PathBuf, Failure> {
    let version = version(workspace)?;
    let bytes = zip::zip(&pack(workspace, layout, &version)?)?;
    let folder = workspace.target()?.join("release-files");
    let file = folder.join(name(layout, &version));
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(&file, &bytes))
        .map_err(|error| unusable(&file, &error))?;
    Ok(file)
}

/// File name of the zip.
fn name(layout: Layout, version: &str) -> String {
    match layout {
        Layout::Plain => format!("footing-{version}.zip"),
        Layout::Pinned => format!("footing-{version}-pinned.zip"),
    }
}

/// Collects all files of the release.
fn pack(workspace: &Workspace, layout: Layout, version: &str) -> Result<Files, Failure> {
    let dist = workspace.dist();
    let mut packed = Files::new();
    let folder = match layout {
        Layout::Plain => String::new(),
        Layout::Pinned => format!("footing-{version}/"),
    };
    for file in files::below(&dist).map_err(|error| unusable(&dist, &error))? {
        let bytes = read(&file.path)?;
        let is_plugin = manifest::row(&file.name).is_some_and(|row| row.source == Source::Plugin);
        let name = if is_plugin {
            file.name
        } else {
            format!("{SITE}{folder}{}", file.name)
        };
        packed.insert(name, bytes);
    }
    put_headers_in_place(&mut packed, &folder);
    documents::add(workspace, layout, version, &mut packed)?;
    npm::add(workspace, version, &mut packed)?;
    notices::add(workspace, &mut packed)?;
    let bill = bom::write(workspace, &workspace.target()?.join("bom"))?;
    packed.insert("bill-of-materials.cdx.json".into(), read(&bill)?);
    waict::add(&mut packed, &format!("{SITE}{folder}"));
    let sums = checksums(&packed);
    packed.insert("hashes.txt".into(), sums.into_bytes());
    Ok(packed)
}

/// Copies the header files that two kinds of servers read from the served folder into that folder. The
/// partners come from `site.json`, as everywhere in `headers/`.
fn put_headers_in_place(packed: &mut Files, folder: &str) {
    let site = packed.get(&format!("{SITE}{folder}site.json"));
    let site: serde_json::Value = site
        .and_then(|bytes| serde_json::from_slice(bytes).ok())
        .unwrap_or_default();
    let listed = site.get("partners").and_then(serde_json::Value::as_array);
    let listed = listed.into_iter().flatten().filter_map(|one| one.as_str());
    let page = packed.get(&format!("{SITE}{folder}{}", Page::Check.file()));
    let page = page.map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let inline = inline_digests(&page.unwrap_or_default());
    let hosting = Hosting::at(&format!("/{folder}"), partners(listed)).with_inline(inline);
    for (kind, position) in [
        (ServerKind::Apache, format!("{SITE}{folder}")),
        (ServerKind::Netlify, SITE.to_owned()),
    ] {
        for file in kind.files(&hosting) {
            packed.insert(format!("{position}{}", file.name), file.text.into_bytes());
        }
    }
}

/// A line for each file, in the format of `sha256sum --check`.
fn checksums(packed: &Files) -> String {
    packed
        .iter()
        .map(|(name, bytes)| format!("{}  {name}\n", digest(bytes)))
        .collect()
}

fn digest(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// The version in the page's Cargo.toml.
fn version(workspace: &Workspace) -> Result<String, Failure> {
    #[derive(Deserialize)]
    struct Manifest {
        package: Package,
    }
    #[derive(Deserialize)]
    struct Package {
        version: String,
    }
    let manifest = workspace.manifest();
    let text = String::from_utf8_lossy(&read(&manifest)?).into_owned();
    let manifest: Manifest = toml::from_str(&text).map_err(|error| {
        Failure::work(
            format!("{} tells no version: {error}", manifest.display()),
            "Give [package] a version, then run this again.",
        )
    })?;
    Ok(manifest.package.version)
}

fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(file).map_err(|error| unusable(file, &error))
}

fn unusable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::work(
        format!("{} cannot be used: {error}.", path.display()),
        "Check the folder and its free space, then run this again.",
    )
}

/// Path of a file in the repository.
fn source(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.root().join(name)
}

#[cfg(test)]
mod tests {
    use site::hosting::pages;

    use super::*;

    fn files(entries: &[(&str, &str)]) -> Files {
        entries
            .iter()
            .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
            .collect()
    }

    #[test]
    fn checksums_are_those_of_sha256sum() {
        assert_eq!(
            checksums(&files(&[("a.txt", "abc")])),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.txt\n"
        );
    }

    #[test]
    fn a_pinned_release_has_its_headers_where_servers_look() {
        let site = r#"{ "partners": ["https://partner.example"] }"#;
        let page = "<script>first()</script>";
        let mut packed = files(&[
            ("site/footing-1.2.3/site.json", site),
            ("site/footing-1.2.3/index.html", page),
        ]);
        put_headers_in_place(&mut packed, "footing-1.2.3/");
        let text = |name: &str| String::from_utf8(packed.get(name).unwrap().clone()).unwrap();
        assert!(text("site/footing-1.2.3/.htaccess").contains("https://partner.example"));
        assert!(text("site/_headers").contains("\n/footing-1.2.3/*\n"));
        // Servers have to allow the inline code of the page.
        let allowed = inline_digests(page);
        let policy = pages()
            .next()
            .unwrap()
            .1
            .in_header(&allowed, "https://partner.example");
        assert!(text("site/footing-1.2.3/.htaccess").contains(&policy));
        assert!(text("site/_headers").contains(&policy));
    }

    #[test]
    fn the_version_is_that_of_the_page() {
        let version = version(&Workspace::find().unwrap()).unwrap();
        assert_eq!(version.split('.').count(), 3, "{version}");
        assert_eq!(
            name(Layout::Plain, &version),
            format!("footing-{version}.zip")
        );
    }
}
