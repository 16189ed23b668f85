//! `cargo xtask mutants`: mutation testing.
//!
//! The package `mutants` mutates the rules and questions, and runs the stories and the clinician page
//! against them. cargo-mutants mutates the code of the assessment. The report is in `target/mutants/`.

mod code;

use std::fmt::Write;
use std::fs;

use crate::command_line::Mutated;
use command_support::failure::Failure;
use command_support::program;
use command_support::terminal::say;
use command_support::workspace::Workspace;

/// Minimum percentage of code mutants that the tests must catch.
const CODE_CAUGHT_PERCENT: usize = 95;

/// Runs the mutants, writes the report, and fails if the tests miss too many.
pub fn mutants(workspace: &Workspace, which: Mutated) -> Result<(), Failure> {
    let folder = workspace.mutants();
    let unwritten = |error: std::io::Error| {
        Failure::work(
            format!("{} cannot be written: {error}.", folder.display()),
            "Make room there, then run this again.",
        )
    };
    fs::create_dir_all(&folder).map_err(unwritten)?;
    let mut missed = Vec::new();
    if which != Mutated::Code {
        let mut data = workspace.cargo(&["run", "--quiet", "--locked", "--package", "mutants"]);
        if program::run(&mut data).is_err() {
            missed.push("mistakes in the rules or questions");
        }
    }
    if which != Mutated::Data {
        let outcome = code::run(workspace, &folder)?;
        say(outcome.summary());
        if outcome.caught_percent() < CODE_CAUGHT_PERCENT {
            missed.push("mistakes in the code");
        }
    }
    say(format_args!("The report is in {}.", folder.display()));
    if missed.is_empty() {
        return Ok(());
    }
    let mut what = String::from("The tests did not notice enough");
    for (position, missed) in missed.iter().enumerate() {
        let join = if position == 0 { ":" } else { " and" };
        // Writing to a `String` cannot fail.
        let _ = write!(what, "{join} {missed}");
    }
    Err(Failure::work(
        format!("{what}."),
        "Read the report, and write a test for each that is listed as unnoticed.",
    ))
}
