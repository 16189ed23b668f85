//! `cargo xtask supply`: checks the supply chain with cargo-deny, configured in `.cargo/deny.toml`.
//!
//! Lock files must match their packages; crates must come from crates.io, have a listed license, and occur
//! in only one version unless the configuration states a reason. With `--online`, no RustSec advisory may
//! apply to them: the advisory database is a git repository, so the tests cannot depend on it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools::Toolbox;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};

/// cargo-deny checks that do not need the advisory database.
const OFFLINE: [&str; 3] = ["bans", "licenses", "sources"];

/// cargo-deny codes for unused configuration entries, which are errors when checking the whole project.
const UNUSED_ENTRIES: [&str; 4] = [
    "license-not-encountered",
    "unmatched-skip",
    "unmatched-skip-root",
    "unnecessary-skip",
];

/// Whether to check advisories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Database {
    /// Skip advisories: no network needed.
    Offline,
    /// Check against the current RustSec database.
    Online,
}

/// Runs all checks, even after a failure, and fails if any of them failed.
pub fn supply(workspace: &Workspace, database: Database) -> Result<(), Failure> {
    let manifests = [workspace.manifest(), workspace.fuzz().join("Cargo.toml")];
    for manifest in &manifests {
        fetch(workspace, manifest)?;
    }
    let toolbox = Toolbox::for_supply(workspace)?;
    let mut wrong = Vec::new();
    for manifest in &manifests {
        let mut check = deny(workspace, &toolbox, manifest, database);
        // The fuzz package uses only part of the dependencies, so most entries are unused for it.
        let is_whole = *manifest == workspace.manifest();
        let level = if is_whole { "--deny" } else { "--allow" };
        check.args(UNUSED_ENTRIES.iter().flat_map(|code| [level, code]));
        // A license exception may apply to only one of the two.
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

/// Downloads every crate, and checks that the lock file matches its package.
fn fetch(workspace: &Workspace, manifest: &Path) -> Result<(), Failure> {
    let mut fetch = workspace.cargo(&["fetch", "--locked", "--manifest-path"]);
    program::run(fetch.arg(manifest)).map_err(|_| {
        Failure::work(
            format!("Cargo.lock does not fit {}, or a crate cannot be had.", shown(manifest)),
            "Run `cargo update --workspace` there, look at what it changed, and commit Cargo.lock with it.",
        )
    })
}

/// Prepares cargo-deny for one package and its dependencies.
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

/// A manifest path relative to the current folder, if possible.
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
