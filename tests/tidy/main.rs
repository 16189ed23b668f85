//! House rules that no compiler enforces: code that must not occur in the source, and a test for
//! every invariant of `architecture.md`.
//!
//! Exceptions are listed with their reason. An unused exception fails the test.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::fs;

mod invariants;

mod labels;

mod packages;

mod page_code;

mod repository;

mod served;

mod source_style;

use command_support::notes::{Withstood, withstood};
use labels::Targets;

use invariants::{invariants, tests_named_in};
use repository::{root, sources};

/// Every entry of the list "Invariants" in `src/docs/architecture.md` ends with its tests:
/// ``- What never happens. (`tests/tidy/main.rs`: `name_of_the_test`)``. Tests of one file are
/// separated by commas, each file has its own parentheses.
#[test]
fn every_invariant_of_the_architecture_has_a_test() {
    let path = "src/docs/architecture.md";
    assert_backed(path, &invariants(&document(path)));
}

/// Every line of the threat model names its tests, for promises and for admitted weaknesses.
#[test]
fn every_line_of_the_threat_model_has_a_test() {
    let path = "src/docs/privacy.md";
    let entries = points(&document(path));
    assert_backed(path, &entries);
}

/// Every attack names the test of what stops it, or of what is admitted.
#[test]
fn every_attack_has_a_test() {
    let path = "src/docs/attacks.md";
    let entries = points(&document(path));
    assert!(entries.len() > 25, "{}", entries.len());
    assert_backed(path, &entries);
    withstood(Withstood::Attacks, entries.len());
}

/// Every point of the checklist of kindness names its screen and its tests; what is not met has none.
#[test]
fn every_point_of_kindness_has_a_screen_and_a_test() {
    let path = "src/docs/kindness.md";
    let text = document(path);
    let (met, _) = text.split_once("## Not met").unwrap();
    let entries = points(met);
    let without_screen: Vec<&String> = entries
        .iter()
        .filter(|entry| !entry.contains(" Screen: "))
        .collect();
    assert!(without_screen.is_empty(), "{without_screen:#?}");
    assert_backed(path, &entries);
}

/// The points of a list, one line each.
fn points(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| line.starts_with("- "));
    lines.map(str::to_owned).collect()
}

/// Labels such as `R12`, `A.2`, `SY3` or "decision 0004" exist in this repository.
#[test]
fn every_label_resolves() {
    let targets = Targets::read();
    let folders = ["crates", "src", "tests", "xtask/src"];
    let files = folders
        .into_iter()
        .flat_map(|folder| sources(folder, &["rs", "toml", "md"]));
    let wrong: Vec<String> = files
        .filter(|file| file.name != "tests/tidy/labels.rs")
        // Recipes add ids to a copy of the project.
        .filter(|file| !file.name.starts_with("tests/recipes/"))
        .flat_map(|file| targets.unresolved(&file))
        // A deliberately wrong label in a test.
        .filter(|message| !message.contains(" Q99 "))
        .collect();
    assert_none(&wrong);
}

fn document(path: &str) -> String {
    fs::read_to_string(root().join(path))
        .unwrap_or_else(|error| panic!("{path} cannot be read: {error}"))
}

/// Asserts that every entry names a test and that every named test exists.
fn assert_backed(path: &str, entries: &[String]) {
    assert!(!entries.is_empty(), "{path} has no entries");
    let mut wrong = Vec::new();
    for entry in entries {
        let tests = tests_named_in(entry);
        if tests.is_empty() {
            wrong.push(format!("no test is named in: {entry}"));
        }
        for (file, test) in tests {
            let exists = fs::read_to_string(root().join(&file))
                .is_ok_and(|text| text.contains(&format!("fn {test}(")));
            if !exists {
                wrong.push(format!("{file} has no test {test}: {entry}"));
            }
        }
    }
    assert_none(&wrong);
}

fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Fails on findings that no exception allows, and on unused exceptions.
fn assert_allowed(found: &[(String, String, String)], allowed: &[(&str, &str, &str)]) {
    let is_allowed = |file: &str, what: &str| {
        allowed
            .iter()
            .any(|(may, name, reason)| *may == file && *name == what && !reason.is_empty())
    };
    let mut wrong: Vec<String> = found
        .iter()
        .filter(|(file, what, _)| !is_allowed(file, what))
        .map(|(_, _, message)| message.clone())
        .collect();
    for (file, what, _) in allowed {
        if !found
            .iter()
            .any(|(other, name, _)| other == file && name == what)
        {
            wrong.push(format!(
                "{file} may use {what} and does not; remove the exception"
            ));
        }
    }
    assert_none(&wrong);
}
