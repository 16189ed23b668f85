//! `footing check-site`, as a person at the terminal meets it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "that is how a test fails"
)]

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Runs the command in the project's folder.
fn check(file: &str, input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_footing"))
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .args(["check-site", file])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its input may be gone before it has read all of it.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn complaint(output: &Output) -> String {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(output.stdout.is_empty());
    assert!(!text.contains("panicked"), "{text}");
    text
}

#[test]
fn five_mistakes_are_five_lines_with_places_and_advice() {
    let file = "tests/fixtures/site/five-mistakes.json";
    let text = complaint(&check(file, b""));
    let lines: Vec<&str> = text.lines().collect();
    let expected = [
        ("4:3", "Did you mean \"phone\"?"),
        ("5:26", "The nearest color that passes is #"),
        ("6:42", "Did you mean \"residential\"?"),
        ("7:28", "Write \"https://forms.example/ask\""),
        ("11:14", "For example [[\"mon\",\"09:00\",\"17:00\"]]."),
    ];
    for (line, (position, advice)) in lines.iter().zip(expected) {
        assert!(
            line.starts_with(&format!("{file}:{position}: ")),
            "{position}: {text}"
        );
        assert!(line.contains(advice), "{advice}: {text}");
    }
    assert_eq!(lines.len(), 7, "{text}");
    assert_eq!(lines[5], format!("error: {file} has 5 problems."));
}

#[test]
fn a_good_file_says_what_it_sets() {
    let good = br#"{ "name": "Harbor", "phone": "988", "programs": { "under_18": true } }"#;
    for input in [&good[..], &[b"\xef\xbb\xbf", &good[..]].concat()] {
        let output = check("-", input);
        assert!(output.status.success());
        assert_eq!(
            String::from_utf8(output.stdout).unwrap(),
            "standard input: no problems found.\nIt sets name, phone, programs.\n"
        );
    }
    let output = check("static/site.json", b"");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    assert!(
        text.ends_with("It sets nothing: every default stands.\n"),
        "{text}"
    );
}

#[test]
fn a_file_far_too_large_is_refused_at_once() {
    let long = format!("{{ \"name\": \"{}\" }}", "x".repeat(10_000_000));
    let text = complaint(&check("-", long.as_bytes()));
    assert!(
        text.contains("standard input is larger than 100000 bytes"),
        "{text}"
    );
    assert!(text.len() < 500, "{text}");
}

#[test]
fn whatever_it_holds_it_is_told_and_never_breaks_off() {
    for input in [
        &b"\xff\xfe{\0}\0"[..],
        b"",
        b"nul",
        b"{\"name\": \"\x1b[31m\"}",
        b"{\"\x1b]0;x\": 1}",
        b"{\"name\": 1e999}",
        b"{\"name\": \"\\ud800\"}",
        b"{\"\\u001b[2J\": 1}",
        "[".repeat(90_000).as_bytes(),
        "{\"a\":".repeat(15_000).as_bytes(),
    ] {
        let text = complaint(&check("-", input));
        assert!(
            !text
                .chars()
                .any(|letter| letter.is_control() && letter != '\n'),
            "{text:?}"
        );
        assert!(text.len() < 5_000, "{} bytes", text.len());
    }
}

#[test]
fn a_logo_has_to_stand_beside_its_settings() {
    let folder = std::env::temp_dir().join(format!("footing-logo-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("site.json");
    std::fs::write(&file, "{ \"name\": \"H\", \"logo\": \"logo.svg\" }").unwrap();
    let file = file.to_str().unwrap();
    let missing = complaint(&check(file, b""));
    std::fs::write(folder.join("logo.svg"), "<svg/>").unwrap();
    let there = check(file, b"");
    std::fs::write(folder.join("logo.svg"), "x".repeat(100_001)).unwrap();
    let large = complaint(&check(file, b""));
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(
        missing.contains("There is no such picture beside this file."),
        "{missing}"
    );
    assert!(there.status.success());
    assert!(
        large.contains("The logo is larger than 100 000 bytes."),
        "{large}"
    );
}
