//! License notices of all shipped code: the texts that licenses of third-party crates require us to pass
//! on.
//!
//! The texts come from the locked packages, which cargo has already downloaded and verified against the
//! lock file. A tool such as cargo-about would guess the texts from its own collection, and take minutes to
//! compile. Equal texts appear once, with the names of all crates that use them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::Files;
use crate::bom;
use command_support::failure::Failure;
use command_support::program;
use command_support::workspace::Workspace;

/// Uppercase prefixes of the names of license and notice files.
const NAMES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    manifest_path: PathBuf,
    source: Option<String>,
}

/// Adds the notices.
pub fn add(workspace: &Workspace, packed: &mut Files) -> Result<(), Failure> {
    let packages = shipped(workspace)?;
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut listed = Vec::new();
    for package in &packages {
        let name = format!("{} {}", package.name, package.version);
        let mut found = texts_of(&package.manifest_path);
        if found.is_empty() {
            found.extend(permission_in_source(&package.manifest_path));
        }
        let license = package.license.as_deref().unwrap_or("not told");
        let remark = if found.is_empty() {
            "; the package carries no text of its own"
        } else {
            ""
        };
        listed.push(format!("{name}: {license}{remark}"));
        for text in found {
            texts.entry(text).or_default().insert(name.clone());
        }
    }
    packed.insert(
        "licenses/notices.txt".into(),
        written(&listed, &texts).into_bytes(),
    );
    // The standard library is in every module, and has its own notices page.
    if let Some(page) = of_the_standard_library(workspace) {
        packed.insert("licenses/rust-standard-library.html".into(), page);
    }
    Ok(())
}

/// The third-party crates whose code is in the page.
fn shipped(workspace: &Workspace) -> Result<Vec<Package>, Failure> {
    let unread = |why: String| {
        Failure::work(
            format!("The licenses of what ships cannot be told: {why}."),
            "Run `cargo fetch --locked`, then run this again.",
        )
    };
    let names = bom::shipped(workspace)?;
    let mut cargo = workspace.cargo(&["metadata", "--locked", "--format-version", "1"]);
    let output = program::answer(&mut cargo)
        .ok_or_else(|| unread(format!("`{}` fails", program::written(&cargo))))?;
    let metadata: Metadata =
        serde_json::from_str(&output).map_err(|error| unread(error.to_string()))?;
    let mut packages = metadata.packages;
    packages.retain(|package| {
        package.source.is_some() && names.contains(&(package.name.clone(), package.version.clone()))
    });
    packages.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    Ok(packages)
}

/// License texts in the folder of a Cargo.toml, sorted by file name.
fn texts_of(manifest: &Path) -> Vec<String> {
    let Some(entries) = manifest
        .parent()
        .and_then(|folder| std::fs::read_dir(folder).ok())
    else {
        return Vec::new();
    };
    let is_notice = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy());
        name.is_some_and(|name| {
            let name = name.to_uppercase();
            NAMES.iter().any(|start| name.starts_with(start))
        })
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.is_file() && is_notice(path));
    paths.sort();
    let texts = paths
        .iter()
        .filter_map(|path| std::fs::read_to_string(path).ok());
    texts.map(|text| text.replace("\r\n", "\n")).collect()
}

/// The permission notice in the first comment of a crate's source, for packages without a license file: the
/// MIT license requires it.
fn permission_in_source(manifest: &Path) -> Option<String> {
    let source = std::fs::read_to_string(manifest.parent()?.join("src/lib.rs")).ok()?;
    let (comment, _) = source.strip_prefix("/*")?.split_once("*/")?;
    let lines = comment
        .lines()
        .map(|line| line.trim().trim_start_matches('*').trim());
    let text = lines.collect::<Vec<&str>>().join("\n");
    text.contains("Permission is hereby granted")
        .then_some(text)
}

fn written(listed: &[String], texts: &BTreeMap<String, BTreeSet<String>>) -> String {
    let line = "-".repeat(78);
    let mut written = format!(
        "What the check is made of, besides its own code and Rust's standard library.\n\
         Each with the license its authors chose; where they offer several, any of them.\n\
         A package without a text of its own is used under the Apache License 2.0, which stands below.\n\n{}\n",
        listed.join("\n")
    );
    for (text, names) in texts {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        written.push_str(&format!(
            "\n{line}\n{}\n{line}\n\n{}\n",
            names.join(", "),
            text.trim_end()
        ));
    }
    written
}

fn of_the_standard_library(workspace: &Workspace) -> Option<Vec<u8>> {
    let mut rustc = workspace.program("rustc");
    let sysroot = program::answer(rustc.args(["--print", "sysroot"]))?;
    let page = Path::new(sysroot.trim()).join("share/doc/rust/COPYRIGHT-library.html");
    std::fs::read(page).ok()
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn every_crate_in_the_page_is_named_with_its_license_and_nearly_all_with_its_text() {
        let mut packed = Files::new();
        add(&Workspace::find().unwrap(), &mut packed).unwrap();
        let notices = String::from_utf8(packed["licenses/notices.txt"].clone()).unwrap();
        for name in ["yew", "wasm-bindgen", "gloo", "serde_json", "web-sys"] {
            assert!(notices.contains(&format!("\n{name} ")), "{name}");
        }
        assert!(!notices.contains("not told"), "{notices}");
        assert!(!notices.contains("\nclap "));
        // A crate without a license text offers Apache 2.0, whose text is the same for all.
        let bare = notices
            .lines()
            .filter(|line| line.contains("carries no text"));
        for line in bare {
            assert!(line.contains("Apache-2.0"), "{line}");
        }
        assert!(notices.contains("Apache License"));
        assert!(notices.contains("Permission is hereby granted"));
    }
}
