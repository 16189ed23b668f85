//! The commands that the recipes name, run on the finished copy.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use command_support::program;
use command_support::workspace::Workspace;

use crate::threshold;
use crate::trial::{Trial, project};

/// Random sheets for each property: the suite itself tries more.
const SHEETS: &str = "300";

/// Packages whose tests the recipes name. Every command selects them all, so that nothing is built twice with
/// other features.
const PACKAGES: [&str; 12] = [
    "assessment",
    "content",
    "vignettes",
    "rulebook",
    "proof",
    "journey",
    "paper",
    "fhir",
    "site",
    "xtask",
    "cli",
    "footing",
];

/// Their tests, but for those of `cli`: these are the cases alone.
const TESTS: [&str; 16] = [
    "engine",
    "content",
    "properties",
    "vignettes",
    "stories",
    "advice",
    "length",
    "rulebook",
    "proof",
    "journey",
    "paper",
    "fhir",
    "site",
    "fit",
    "views",
    "tidy",
];

/// Brings the copy up to date, and runs every command.
pub fn run(trial: &Trial) {
    trial.built.become_equal_to(&trial.draft);
    tell_the_last_change(trial);
    renew_cases(trial);
    for locale in trial.draft.translations() {
        footing(trial, &["translations", "--accept", &locale]);
    }
    footing(trial, &["rulebook"]);
    let mut tests = test(trial, &["--no-fail-fast", "--lib", "--bin", "xtask"]);
    for name in TESTS {
        tests.args(["--test", name]);
    }
    check(trial, tests.env("FOOTING_SHEETS", SHEETS));
}

/// `cargo test -p rulebook` fails and prints the fingerprint.
fn tell_the_last_change(trial: &Trial) {
    let only = ["--test", "rulebook", "no_change_of_an_outcome"];
    trial.say(&format!("cargo test {}", only.join(" ")));
    let output = test(trial, &only).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let logic = said
        .split("The logic is ")
        .nth(1)
        .and_then(|rest| rest.get(..8));
    let logic = logic.unwrap_or_else(|| {
        panic!(
            "no change is missed:\n{said}\n{}",
            String::from_utf8_lossy(&output.stderr)
        )
    });
    assert!(!output.status.success());
    threshold::tell(trial, logic);
    trial.built.become_equal_to(&trial.draft);
}

/// `TRYCMD=overwrite cargo test -p cli` fills in what new cases print, and renews what lists languages.
fn renew_cases(trial: &Trial) {
    let cases = ["--test", "cli", "command_cases"];
    check(trial, test(trial, &cases).env("TRYCMD", "overwrite"));
    let files = trial.built.files().into_iter();
    let changed: Vec<String> = files
        .filter(|name| name.starts_with("crates/cli/tests/commands/"))
        .filter(|name| trial.built.text(name) != trial.draft.text(name))
        .collect();
    assert_eq!(
        changed,
        [
            "crates/cli/tests/commands/languages-with-too-much.toml",
            "crates/cli/tests/commands/languages.toml",
            "crates/cli/tests/commands/questionnaire-unknown-language.toml",
            "crates/cli/tests/commands/translations-unknown-language.toml",
        ]
    );
    check(trial, &mut test(trial, &cases));
}

/// Tests of the copy, with a target folder of their own.
fn test(trial: &Trial, arguments: &[&str]) -> Command {
    let copy = Workspace::at(trial.built.root());
    let mut cargo = copy.cargo(&["test", "--locked"]);
    for package in PACKAGES {
        cargo.args(["--package", package]);
    }
    cargo.args(arguments);
    cargo.env("CARGO_TARGET_DIR", target());
    // `.ci/run` switches it off, but here each recipe builds what the last one left.
    cargo.env("CARGO_INCREMENTAL", "1");
    cargo
}

/// A command of `footing`, as `cargo xtask` starts it.
fn footing(trial: &Trial, arguments: &[&str]) {
    let copy = Workspace::at(trial.built.root());
    let program = target().join("debug/footing");
    check(
        trial,
        copy.program(program.to_str().unwrap()).args(arguments),
    );
}

fn target() -> PathBuf {
    project().target().unwrap().join("recipes/target")
}

/// Runs a command. What it prints is shown indented, so that tests of the copy are not counted as ours, and
/// whole only where it fails.
fn check(trial: &Trial, command: &mut Command) {
    // The names of the packages are the same each time.
    let written = program::written(command);
    let (start, end) = (
        written.find(" --package "),
        written.rfind(" --package footing "),
    );
    let short = match start.zip(end) {
        Some((start, end)) => [
            &written[..start],
            &written[end + " --package footing".len()..],
        ]
        .concat(),
        None => written.clone(),
    };
    trial.say(&short);
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut said = Vec::new();
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        if line.starts_with("test result: ") {
            println!("        {line}");
        }
        said.push(line);
    }
    if !child.wait().unwrap().success() {
        let said: Vec<&String> = said
            .iter()
            .filter(|line| !line.ends_with(" ... ok"))
            .collect();
        for line in said {
            println!("        {line}");
        }
        panic!("the copy does not pass: {written}");
    }
}
