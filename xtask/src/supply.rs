//! `cargo xtask supply`: checks the supply chain with cargo-deny, by `.cargo/deny.toml`.
//!
//! Lock files fit their packages; crates come from crates.io alone, under licenses that are listed, each in
//! one version unless a reason stands beside it. With `--online`, no RustSec advisory stands against one:
//! the database is a git repository, which the tests cannot count on.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools::Toolbox;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};

/// What cargo-deny checks without the advisory database.
const OFFLINE: [&str; 3] = ["bans", "licenses", "sources"];

/// Entries of the settings that nothing needs any more are errors, where the whole project is checked.
const UNUSED_ENTRIES: [&str; 4] = [
    "license-not-encountered",
    "unmatched-skip",
    "unmatched-skip-root",
    "unnecessary-skip",
];

/// Whether advisories are checked too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Database {
    /// They are not: nothing needs the network.
    Offline,
    /// By the RustSec database as it is today.
    Online,
}

/// Checks everything, also after something was found, and fails if anything was.
pub fn supply(workspace: &Workspace, database: Database) -> Result<(), Failure> {
    let manifests = [workspace.manifest(), workspace.fuzz().join("Cargo.toml")];
    for manifest in &manifests {
        fetch(workspace, manifest)?;
    }
    let toolbox = Toolbox::for_supply(workspace)?;
    let mut wrong = Vec::new();
    for manifest in &manifests {
        let mut check = deny(workspace, &toolbox, manifest, database);
        // The fuzzer's tree is a part of the whole: most entries are not for it.
        let is_whole = *manifest == workspace.manifest();
        let level = if is_whole { "--deny" } else { "--allow" };
        check.args(UNUSED_ENTRIES.iter().flat_map(|code| [level, code]));
        // An exception may be for either of the two.
        check.args(["--allow", "license-exception-not-encountered"]);
        terminal::say(format_args!("$ {}", program::written(&check)));
        if let Err(failure) = program::run(&mut check) {
            terminal::complain(failure);
            wrong.push(format!("{} breaks .cargo/deny.toml", shown(manifest)));
        }
    }
    if wrong.is_empty() {
        if database == Database::Offline {
            terminal::say(
                "Advisories were not checked: `cargo xtask supply --online` reads the database as it is today.",
            );
        }
        return Ok(());
    }
    Err(Failure::work(
        format!(
            "What the project is built from is not in order: {}.",
            wrong.join("; ")
        ),
        "Update or replace the crate that is named, or argue an exception: src/docs/supply-chain.md says how.",
    ))
}

/// Makes sure that every crate is there, in the versions of a lock file that fits its package.
fn fetch(workspace: &Workspace, manifest: &Path) -> Result<(), Failure> {
    let mut fetch = workspace.cargo(&["fetch", "--locked", "--manifest-path"]);
    program::run(fetch.arg(manifest)).map_err(|_| {
        Failure::work(
            format!("Cargo.lock does not fit {}, or a crate cannot be had.", shown(manifest)),
            "Run `cargo update --workspace` there, look at what it changed, and commit Cargo.lock with it.",
        )
    })
}

/// Prepares cargo-deny for one package and all it is built from.
fn deny(workspace: &Workspace, toolbox: &Toolbox, manifest: &Path, database: Database) -> Command {
    let mut deny = workspace.program("cargo-deny");
    deny.env("PATH", toolbox.path())
        .arg("--manifest-path")
        .arg(manifest)
        .arg("--config")
        .arg(workspace.deny())
        .args(["--workspace", "--locked"]);
    match database {
        Database::Offline => deny.arg("--offline"),
        Database::Online => &mut deny,
    }
    .args(["check", "--hide-inclusion-graph"])
    .args(OFFLINE);
    match database {
        Database::Offline => {}
        Database::Online => {
            deny.arg("advisories");
        }
    }
    deny
}

/// A manifest as a person would write it.
fn shown(manifest: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_else(|_| PathBuf::new());
    let shown = manifest.strip_prefix(here).unwrap_or(manifest);
    shown.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advisories_are_checked_on_request_alone() {
        let workspace = Workspace::find().unwrap();
        let written = |database| {
            let toolbox = Toolbox::default();
            program::written(&deny(&workspace, &toolbox, &workspace.manifest(), database))
        };
        let offline = written(Database::Offline);
        assert!(offline.contains(" --offline "), "{offline}");
        assert!(!offline.contains("advisories"), "{offline}");
        let online = written(Database::Online);
        assert!(
            !online.contains("offline") && online.ends_with(" advisories"),
            "{online}"
        );
    }
}
