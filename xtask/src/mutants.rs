//! `cargo xtask mutants`: makes mistakes on purpose, and looks whether the tests notice.
//!
//! Mistakes in the rules and questions are the work of the package `mutants`, against the stories and the
//! page that clinicians read. Mistakes in the code of the assessment are cargo-mutants' work. The report
//! is kept in `target/mutants/`.

mod code;

use std::fmt::Write;
use std::fs;

use crate::command_line::Mutated;
use command_support::failure::Failure;
use command_support::program;
use command_support::terminal::say;
use command_support::workspace::Workspace;

/// Of a hundred mistakes in the code, so many have to be noticed.
const CODE_CAUGHT_PERCENT: usize = 95;

/// Makes the mistakes, writes the report, and fails where too many went unnoticed.
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
        // Writing to a text cannot fail.
        let _ = write!(what, "{join} {missed}");
    }
    Err(Failure::work(
        format!("{what}."),
        "Read the report, and write a test for each that is listed as unnoticed.",
    ))
}
