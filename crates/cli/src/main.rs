//! The command `footing`, for clinicians and site owners: it reads answers and settings, and writes
//! recommendations, the questionnaire and the rulebook. `cargo xtask assess …` and similar commands run it,
//! too.
//!
//! Start at [`command_line`]; each command has its own file.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::panic,
        reason = "that is how a test fails"
    )
)]

mod command_line;

mod assess;

mod explain;

mod method;

mod questionnaire;

mod reading_level;

mod translations;

mod words;

mod output;

use std::process::ExitCode;

use clap::Parser;
use command_support::failure::Failure;
use command_support::terminal;
use command_support::workspace::Workspace;

use command_line::{Command, CommandLine};

fn main() -> ExitCode {
    match perform(CommandLine::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            terminal::complain(&failure);
            ExitCode::from(failure.exit_code())
        }
    }
}

fn perform(command: Command) -> Result<(), Failure> {
    // Checking settings and copies works in any folder; all other commands read the project's files.
    let workspace = Workspace::find;
    match command {
        Command::CheckSite { file } => check_site::check_site(&file),
        Command::Verify { place, hashes, key } => verify::verify(verify::Request {
            place: &place,
            hashes: &hashes,
            key: key.as_deref(),
        }),
        Command::Assess {
            file,
            explain: false,
        } => assess::assess(&workspace()?, &file),
        Command::Assess {
            file,
            explain: true,
        } => explain::explain(&workspace()?, &file),
        Command::Explain { code } => explain::explain_code(&workspace()?, &code.concat()),
        Command::Rulebook => method::rulebook(&workspace()?),
        Command::Questionnaire { locale } => questionnaire::questionnaire(&workspace()?, &locale),
        Command::Readability { locale } => reading_level::readability(&workspace()?, &locale),
        Command::Translations {
            locale,
            accept: false,
        } => translations::translations(&workspace()?, locale.as_deref()),
        Command::Translations {
            locale,
            accept: true,
        } => translations::accept(&workspace()?, locale.as_deref()),
    }
}
