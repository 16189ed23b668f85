//! `cargo xtask bom`: the SBOM, which lists all components of the page's modules.
//!
//! The format is CycloneDX 1.6. The components come from cargo's own resolver, which knows that the
//! visitor's module is built without the features that tests and commands enable; `cargo metadata`, and the
//! tools that read it, mix the two. The file contains no date and no random number: the same sources give
//! the same file.

mod document;
mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::trunk::TARGET;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};
use document::Scope;
use tree::Tree;

/// Dependencies compiled into the modules.
const SHIPPED: &str = "normal,no-proc-macro";

/// These, and build-time dependencies.
const BUILT_WITH: &str = "normal,build";

/// File name in the CycloneDX convention.
const FILE: &str = "footing.cdx.json";

/// Writes the SBOM to `target/bom/`, and prints its path.
pub fn bom(workspace: &Workspace) -> Result<(), Failure> {
    let file = write(workspace, &workspace.target()?.join("bom"))?;
    terminal::say(format_args!("Wrote {}.", file.display()));
    Ok(())
}

/// Writes the SBOM into a folder, and returns its path. Releases include it.
pub fn write(workspace: &Workspace, folder: &Path) -> Result<PathBuf, Failure> {
    let text = text(workspace)?;
    let file = folder.join(FILE);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(&file, text))
        .map_err(|error| {
            Failure::work(
                format!("{} cannot be written: {error}.", file.display()),
                "Check the folder and its free space, then run this again.",
            )
        })?;
    Ok(file)
}

/// Name and version of each crate whose code is in the page.
pub fn shipped(workspace: &Workspace) -> Result<BTreeSet<(String, String)>, Failure> {
    let tree = tree(workspace, SHIPPED)?;
    let packages = tree.packages();
    Ok(packages
        .map(|package| (package.name.clone(), package.version.clone()))
        .collect())
}

/// The SBOM as text.
fn text(workspace: &Workspace) -> Result<String, Failure> {
    let shipped = tree(workspace, SHIPPED)?;
    let built_with = tree(workspace, BUILT_WITH)?;
    let scopes = built_with
        .packages()
        .map(|package| {
            let scope = if shipped.has(package) {
                Scope::Shipped
            } else {
                Scope::BuiltWith
            };
            (package.clone(), scope)
        })
        .collect::<BTreeMap<_, _>>();
    let checksums = tree::checksums(&workspace.lock()).map_err(unread)?;
    let rust = program::answer(workspace.program("rustc").arg("--version"))
        .and_then(|output| output.split_whitespace().nth(1).map(str::to_owned))
        .ok_or_else(|| unread("`rustc --version` tells no version".into()))?;
    document::document(&built_with, &scopes, &checksums, &rust)
        .ok_or_else(|| unread("`cargo tree` does not begin with footing".into()))
}

fn tree(workspace: &Workspace, edges: &str) -> Result<Tree, Failure> {
    let mut cargo = workspace.cargo(&["tree", "--locked", "--package", "footing"]);
    cargo.args(["--target", TARGET, "--edges", edges, "--no-dedupe"]);
    cargo.args(["--prefix", "depth", "--format", tree::FORMAT]);
    let output = program::answer(&mut cargo)
        .ok_or_else(|| unread(format!("`{}` fails", program::written(&cargo))))?;
    Tree::parse(&output).map_err(unread)
}

fn unread(why: String) -> Failure {
    Failure::work(
        format!("What the page is made of cannot be told: {why}."),
        "Run `cargo fetch --locked`, then run this again.",
    )
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn scopes() -> BTreeMap<String, String> {
        let output = text(&Workspace::find().unwrap()).unwrap();
        let output: serde_json::Value = serde_json::from_str(&output).unwrap();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let components = output["components"].as_array().unwrap().iter();
        components
            .map(|one| (text(&one["name"]), text(&one["scope"])))
            .collect()
    }

    #[test]
    fn what_ships_is_named_and_what_only_builds_is_told_apart() {
        let scopes = scopes();
        for name in [
            "yew",
            "wasm-bindgen",
            "gloo",
            "serde_json",
            "web-sys",
            "rust-std",
        ] {
            assert_eq!(
                scopes.get(name).map(String::as_str),
                Some("required"),
                "{name}"
            );
        }
        for name in ["yew-macro", "wasm-bindgen-macro", "toml"] {
            assert_eq!(
                scopes.get(name).map(String::as_str),
                Some("excluded"),
                "{name}"
            );
        }
    }

    /// Tests and commands enable these features only for themselves; the page is built without them.
    #[test]
    fn what_tests_and_commands_use_is_not_named() {
        let scopes = scopes();
        for name in [
            "proptest",
            "biodivine-lib-bdd",
            "futures-executor",
            "clap",
            "tokio",
            "brotli",
        ] {
            assert!(!scopes.contains_key(name), "{name}");
        }
    }

    #[test]
    fn every_crate_has_a_license_and_a_checksum() {
        let output = text(&Workspace::find().unwrap()).unwrap();
        let output: serde_json::Value = serde_json::from_str(&output).unwrap();
        for one in output["components"].as_array().unwrap() {
            assert!(one["licenses"][0]["expression"].is_string(), "{one}");
            let is_crate = one["purl"].as_str().unwrap().starts_with("pkg:cargo/");
            assert_eq!(one["hashes"][0]["content"].is_string(), is_crate, "{one}");
        }
    }

    #[test]
    fn the_same_sources_give_the_same_file() {
        let workspace = Workspace::find().unwrap();
        assert_eq!(text(&workspace).unwrap(), text(&workspace).unwrap());
    }
}
