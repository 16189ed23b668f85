//! Rules of style for source files: length, panics, floats, ignored tests, sleeps.

use crate::assert_none;
use crate::repository::{code, sources};

/// Line limit of source files. From 300 lines on, consider splitting the file.
const MAX_LINES: usize = 330;

/// Calls that panic instead of returning an error.
const PANICS: &[&str] = &[
    ".unwrap()",
    ".expect(",
    "panic!",
    "todo!",
    "unimplemented!",
    "unreachable!",
];

/// Browsers decode a classic script in the encoding of the host page.
#[test]
fn embed_script_is_ascii() {
    let script = include_str!("../../static/embed.js");
    assert!(script.is_ascii());
}

#[test]
fn no_source_file_exceeds_the_line_limit() {
    let mut wrong = Vec::new();
    for file in code() {
        let lines = file.text.lines().count();
        if lines > 300 {
            println!("{lines} lines: {}", file.name);
        }
        if lines > MAX_LINES {
            wrong.push(format!("{} has {lines} lines; split it", file.name));
        }
    }
    assert_none(&wrong);
}

#[test]
fn code_outside_tests_has_no_unwrap_or_panic() {
    let mut wrong = Vec::new();
    for file in code() {
        for (line, code) in file.code() {
            if PANICS.iter().any(|name| code.contains(name)) {
                wrong.push(format!("{}:{line} {}", file.name, code.trim()));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn assessment_uses_no_floats_and_no_hash_maps() {
    let mut wrong = Vec::new();
    for file in sources("crates/assessment/src", &["rs"]) {
        for (line, code) in file.code() {
            let mut words = code.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
            if words.any(|word| ["HashMap", "HashSet", "f32", "f64"].contains(&word)) {
                wrong.push(format!("{}:{line} {}", file.name, code.trim()));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn no_test_is_ignored_and_none_sleeps() {
    let mut wrong = Vec::new();
    let all = ["crates", "src", "tests"];
    for file in all.into_iter().flat_map(|folder| sources(folder, &["rs"])) {
        // This file contains the search terms.
        if file.name == "tests/tidy/source_style.rs" {
            continue;
        }
        for (line, code) in file.code_with_tests() {
            if code.contains("#[ignore") || code.contains("thread::sleep") {
                wrong.push(format!("{}:{line} {}", file.name, code.trim()));
            }
        }
    }
    assert_none(&wrong);
}
