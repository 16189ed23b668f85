//! Tests of the command `footing`.
//!
//! `tests/commands/` holds one file for each case, with arguments, input and expected output;
//! `TRYCMD=overwrite cargo test -p cli` rewrites the output. Tests with generated input are here.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "that is how a test fails"
)]

mod assess;

mod bad_input;

mod check_site;

mod explain;

use snapbox::IntoData;
use snapbox::cmd::{Command, OutputAssert};
use trycmd::TestCases;

#[test]
fn command_cases_match_their_files() {
    TestCases::new()
        .env("RUST_BACKTRACE", "1")
        .case("tests/commands/*.toml")
        .insert_var("[VERSION]", content::questionnaire().version)
        .unwrap();
}

/// Runs the command in the folder of its package, with standard input.
fn footing(arguments: &[&str], input: impl IntoData) -> OutputAssert {
    Command::new(env!("CARGO_BIN_EXE_footing"))
        .env("RUST_BACKTRACE", "1")
        .args(arguments)
        .stdin(input)
        .assert()
}

/// Standard output of a command that succeeds.
fn printed(output: OutputAssert) -> String {
    String::from_utf8(output.success().get_output().stdout.clone()).unwrap()
}

/// Error message of a command that exits with 2: what happened and what to do now, without a backtrace
/// and with nothing on standard output.
fn complaint(output: OutputAssert) -> String {
    let output = output.code(2);
    let output = output.get_output();
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(output.stdout.is_empty(), "{text}");
    assert!(text.lines().count() >= 2, "{text}");
    assert!(
        text.lines().any(|line| line.starts_with("error: ")),
        "{text}"
    );
    assert!(
        !text.contains("backtrace") && !text.contains("panicked"),
        "{text}"
    );
    assert!(text.len() < 5_000, "{} bytes", text.len());
    text
}
