//! `cargo xtask bench`: measures the page beside others, the core, the build, and the static host.

use std::path::Path;
use std::process::Command;

use crate::apt::LoadTools;
use crate::browser::Browser;
use crate::command_line::Wanted;
use crate::trunk::TARGET;
use crate::{build, tools};
use command_support::failure::Failure;
use command_support::program;
use command_support::workspace::Workspace;

/// Packages with benches of their own, and the bench of each.
const CORE: [(&str, &str); 3] = [
    ("assessment", "core"),
    ("content-compiler", "check"),
    ("proof", "proof"),
];

/// Builds whose cost is told: name, arguments of `cargo build`.
const BUILDS: [(&str, &[&str]); 2] = [
    (
        "page",
        &[
            "--release",
            "--target",
            TARGET,
            "--package",
            "footing",
            "--bin",
            "widget",
        ],
    ),
    (
        "commands and browser tests",
        &["--package", "xtask", "--package", "e2e", "--all-targets"],
    ),
];

/// Measures what is asked for, and reports it in `target/bench/`.
pub fn bench(workspace: &Workspace, wanted: &Wanted) -> Result<(), Failure> {
    let mut report = if wanted.core {
        core(workspace)?
    } else if wanted.build {
        builds(workspace)?
    } else if wanted.load {
        load(workspace)?
    } else {
        browser(workspace, wanted)?
    };
    report.arg(format!("--told-as={}", told(wanted)));
    if wanted.write_docs {
        report.arg("--write-docs");
    }
    program::run(&mut report)
}

/// Compares the page with others. It always builds the page first, so that none is stale.
fn browser(workspace: &Workspace, wanted: &Wanted) -> Result<Command, Failure> {
    let browser = Browser::ensure()?;
    build::into_dist(workspace)?;
    let mut report = report(workspace, "browser");
    report.arg(format!("--repetitions={}", wanted.repetitions));
    if let Some(only) = &wanted.only {
        report.arg(format!("--only={only}"));
    }
    report
        .env("FOOTING_NPM_BENCH", tools::npm_bench(workspace)?)
        .env("FOOTING_NPM", tools::for_tests(workspace)?)
        .env("FOOTING_ESBUILD", tools::esbuild(workspace)?);
    browser.tell(workspace, &mut report);
    Ok(report)
}

/// Runs the benches of the core.
fn core(workspace: &Workspace) -> Result<Command, Failure> {
    let results = workspace.bench().join("criterion");
    empty(&results)?;
    for (package, bench) in CORE {
        let mut run = workspace.cargo(&["bench", "--package", package, "--bench", bench]);
        program::run(run.env("CRITERION_HOME", &results))?;
    }
    let mut report = report(workspace, "core");
    report.arg(results);
    Ok(report)
}

/// Builds from nothing, in a folder of its own.
fn builds(workspace: &Workspace) -> Result<Command, Failure> {
    let mut report = report(workspace, "build");
    for (number, (name, arguments)) in BUILDS.into_iter().enumerate() {
        let target = workspace.bench().join("build");
        empty(&target)?;
        let mut build = workspace.cargo(&["build", "--timings", "--target-dir"]);
        program::run(build.arg(&target).args(arguments))?;
        let made = target.join("cargo-timings/cargo-timing.html");
        let kept = workspace.bench().join(format!("build-{number}.html"));
        std::fs::copy(&made, &kept).map_err(|error| {
            Failure::work(
                format!("{} cannot be kept: {error}.", made.display()),
                "Look whether this cargo writes its timings elsewhere.",
            )
        })?;
        report.arg(format!("{name}={}", kept.display()));
        empty(&target)?;
    }
    Ok(report)
}

/// Puts the static host under load. It always builds the page first, too.
fn load(workspace: &Workspace) -> Result<Command, Failure> {
    let tools = LoadTools::ensure()?;
    build::into_dist(workspace)?;
    let mut report = report(workspace, "load");
    tools
        .tell(&mut report)
        .env("FOOTING_DIST", workspace.dist());
    Ok(report)
}

fn report(workspace: &Workspace, what: &str) -> Command {
    workspace.cargo(&["run", "--package", "bench", "--bin", "bench", "--", what])
}

/// Removes a folder, if it exists.
fn empty(folder: &Path) -> Result<(), Failure> {
    if !folder.exists() {
        return Ok(());
    }
    std::fs::remove_dir_all(folder).map_err(|error| {
        Failure::work(
            format!("{} could not be removed: {error}.", folder.display()),
            "Remove that folder yourself, then run this again.",
        )
    })
}

/// The command as it was typed.
fn told(wanted: &Wanted) -> String {
    let mut words = vec!["cargo xtask bench".to_owned()];
    let flags = [
        ("--core", wanted.core),
        ("--build", wanted.build),
        ("--load", wanted.load),
        ("--write-docs", wanted.write_docs),
    ];
    words.extend(
        flags
            .iter()
            .filter(|(_, is_set)| *is_set)
            .map(|(flag, _)| (*flag).to_owned()),
    );
    if !wanted.core && !wanted.build && !wanted.load {
        words.push(format!("--repetitions {}", wanted.repetitions));
    }
    words.extend(wanted.only.as_ref().map(|only| format!("--only {only}")));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_tells_its_command() {
        let wanted = Wanted {
            repetitions: 10,
            only: None,
            core: false,
            build: false,
            load: false,
            write_docs: true,
        };
        assert_eq!(
            told(&wanted),
            "cargo xtask bench --write-docs --repetitions 10"
        );
        let core = Wanted {
            core: true,
            write_docs: false,
            ..wanted
        };
        assert_eq!(told(&core), "cargo xtask bench --core");
        let load = Wanted {
            core: false,
            load: true,
            ..core
        };
        assert_eq!(told(&load), "cargo xtask bench --load");
    }

    #[test]
    fn every_bench_of_the_core_exists() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
        for (package, bench) in CORE {
            let file = root.join(package).join(format!("benches/{bench}.rs"));
            assert!(file.is_file(), "{}", file.display());
        }
    }
}
