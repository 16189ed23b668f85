//! `cargo xtask supply`: whether what the project is built from is in order.
//!
//! Lock files that fit their packages; crates from crates.io alone, under licenses that are listed,
//! each in one version unless a reason stands beside it; and no advisory against any of them. The
//! looking is cargo-deny's, by `.cargo/deny.toml`. Here is what it looks at, and an alarm that is set
//! off on purpose each time, because one that nobody has heard is none.

mod advisories;
mod lock;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools::Toolbox;
use advisories::{Advisories, LookUp};
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};
use lock::Crate;

/// What is looked at beside advisories.
const RULES: [&str; 3] = ["bans", "licenses", "sources"];

/// Entries of the settings that nothing needs any more are failures, where the whole project is seen.
const NOTHING_IDLE: [&str; 5] = [
    "advisory-not-detected",
    "license-not-encountered",
    "unmatched-skip",
    "unmatched-skip-root",
    "unnecessary-skip",
];

/// Which advisories are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Database {
    /// The copy that is kept in the repository: needs no network, and knows nothing newer.
    Kept,
    /// The database itself, as it is today.
    Online,
}

/// Looks at everything, also after something was found, and fails if anything was.
pub fn supply(workspace: &Workspace, database: Database) -> Result<(), Failure> {
    let manifests = [workspace.manifest(), workspace.fuzz().join("Cargo.toml")];
    for manifest in &manifests {
        fetch(workspace, manifest)?;
    }
    let toolbox = Toolbox::for_supply(workspace)?;
    let deny = Deny {
        workspace,
        toolbox: &toolbox,
    };
    let known = lock::crates(&manifests)?;
    let folder = workspace.target()?.join("advisories");
    let kept = Advisories::read(&workspace.advisories())?;
    let mut wrong = Vec::new();

    wrong.extend(deny.alarm(&kept, &known, &folder.join("alarm"))?);
    let read = match database {
        Database::Kept => {
            wrong.extend(not_looked_up(&kept.look_up, &known));
            terminal::say(kept.account());
            let read = folder.join("kept");
            kept.lay_out(&read, None)?;
            read
        }
        Database::Online => folder.join("online"),
    };
    for manifest in &manifests {
        let mut checks = RULES.to_vec();
        checks.push("advisories");
        let mut check = deny.check(manifest, &read, database, &checks);
        // The fuzzer's tree is a part of the whole: most entries are not for it.
        let is_whole = *manifest == workspace.manifest();
        let level = if is_whole { "--deny" } else { "--allow" };
        check.args(NOTHING_IDLE.iter().flat_map(|code| [level, code]));
        // An exception may be for either of the two.
        check.args(["--allow", "license-exception-not-encountered"]);
        terminal::say(format_args!("$ {}", program::written(&check)));
        if let Err(failure) = program::run(&mut check) {
            terminal::complain(failure);
            wrong.push(format!("{} breaks .cargo/deny.toml", shown(manifest)));
        }
    }

    if wrong.is_empty() {
        terminal::say(format_args!("{} crates are in order.", known.len()));
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

/// What was never looked up is not known to be good.
fn not_looked_up(look_up: &LookUp, known: &BTreeSet<Crate>) -> Option<String> {
    let missing: BTreeSet<&str> = known
        .iter()
        .map(|one| one.name.as_str())
        .filter(|name| !look_up.crates.contains(*name))
        .collect();
    if missing.is_empty() {
        return None;
    }
    let names: Vec<_> = missing.into_iter().collect();
    Some(format!(
        "no advisories were ever looked up for {}",
        names.join(", ")
    ))
}

/// cargo-deny, as this project runs it.
struct Deny<'a> {
    workspace: &'a Workspace,
    toolbox: &'a Toolbox,
}

impl Deny<'_> {
    /// Prepares a look at one package and all it is built from, with the advisories of a folder.
    fn check(
        &self,
        manifest: &Path,
        advisories: &Path,
        database: Database,
        checks: &[&str],
    ) -> Command {
        let mut deny = self.workspace.program("cargo-deny");
        deny.env("PATH", self.toolbox.path())
            .env(advisories::VARIABLE, advisories)
            .arg("--manifest-path")
            .arg(manifest)
            .arg("--config")
            .arg(self.workspace.deny())
            .args(["--workspace", "--locked"]);
        match database {
            Database::Kept => {
                deny.arg("--offline");
            }
            Database::Online => {}
        }
        deny.args(["check", "--hide-inclusion-graph"]).args(checks);
        deny
    }

    /// Looks once with an invented advisory against a crate that is in use: what is wrong if that
    /// passes, or fails for another reason.
    fn alarm(
        &self,
        advisories: &Advisories,
        known: &BTreeSet<Crate>,
        folder: &Path,
    ) -> Result<Option<String>, Failure> {
        let Some(used) = known.iter().find(|one| one.name == "yew") else {
            return Ok(Some(
                "yew is in no lock file, so the alarm was not tried".into(),
            ));
        };
        advisories.lay_out(folder, Some(&advisories::invented(used)))?;
        let manifest = self.workspace.manifest();
        let mut check = self.check(&manifest, folder, Database::Kept, &["advisories"]);
        let output = check.output().map_err(|error| {
            Failure::input(
                format!("`cargo-deny` could not be started: {error}."),
                "Run this again; if it stays so, remove it from cargo's footing-tools folder.",
            )
        })?;
        let told = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() && told.contains(advisories::INVENTED) {
            terminal::say(format_args!(
                "An invented advisory against {} {} was noticed, as it should be.",
                used.name, used.version
            ));
            return Ok(None);
        }
        terminal::complain(told);
        Ok(Some("an invented advisory went unnoticed".into()))
    }
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

    fn used(name: &str) -> Crate {
        Crate {
            name: name.into(),
            version: "1.0.0".into(),
        }
    }

    #[test]
    fn a_crate_that_was_never_looked_up_is_named() {
        let look_up = LookUp::parse(
            "on = 2026-01-02\nnewest = { id = \"RUSTSEC-2026-0001\", date = 2026-01-01 }\ncrates = [\"rain\"]\n",
        )
        .unwrap();
        assert_eq!(not_looked_up(&look_up, &[used("rain")].into()), None);
        let told = not_looked_up(&look_up, &[used("rain"), used("hail")].into()).unwrap();
        assert!(told.ends_with("hail"), "{told}");
    }

    /// Also for those who run the tests of the commands alone.
    #[test]
    fn every_crate_of_this_project_was_looked_up() {
        let workspace = Workspace::find().unwrap();
        let manifests = [workspace.manifest(), workspace.fuzz().join("Cargo.toml")];
        let known = lock::crates(&manifests).unwrap();
        let advisories = Advisories::read(&workspace.advisories()).unwrap();
        assert_eq!(not_looked_up(&advisories.look_up, &known), None);
    }

    #[test]
    fn the_kept_copy_needs_no_network_and_the_database_itself_does() {
        let workspace = Workspace::find().unwrap();
        let toolbox = Toolbox::default();
        let deny = Deny {
            workspace: &workspace,
            toolbox: &toolbox,
        };
        let manifest = workspace.manifest();
        let written = |database| {
            program::written(&deny.check(&manifest, Path::new("/kept"), database, &RULES))
        };
        assert!(written(Database::Kept).contains(" --offline "));
        assert!(!written(Database::Online).contains("offline"));
    }
}
