//! The commands of developers and site owners: `cargo xtask <command>`.
//!
//! Start at [`command_line`], which lists the commands; each has its own file. The shared modules come
//! after them: the pinned tools, the Debian packages, and the programs they start. Nothing here becomes
//! part of the page.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::panic,
        reason = "that is how a test fails"
    )
)]

mod command_line;

mod author;
mod bench;
mod bom;
mod build;
mod digests;

mod fuzz;
mod gallery;
mod mutants;
mod page;
mod release;
mod reproduce;
mod serve;
mod supply;
mod test;
mod wordpress;

mod apt;
mod browser;
mod tools;
mod trunk;
mod wasm2js;

mod files;
mod manifest;
mod zip;

use std::process::ExitCode;

use clap::Parser;

use crate::command_line::{Command, CommandLine};
use crate::release::Layout;
use crate::supply::Database;
use crate::trunk::Profile;
use command_support::failure::Failure;
use command_support::terminal;
use command_support::workspace::Workspace;

fn main() -> ExitCode {
    let command = CommandLine::parse().command;
    match perform(command) {
        Ok(exit) => exit,
        Err(failure) => {
            terminal::complain(&failure);
            ExitCode::from(failure.exit_code())
        }
    }
}

/// Runs one command, and returns its exit code.
fn perform(command: Command) -> Result<ExitCode, Failure> {
    let workspace = Workspace::find()?;
    match command {
        Command::Serve { port, release } => {
            let profile = if release {
                Profile::Release
            } else {
                Profile::Development
            };
            serve::serve(&workspace, port, profile)?;
        }
        Command::Test {
            wordpress: false,
            engines,
        } => return test::test(&workspace, engines),
        Command::Test {
            wordpress: true, ..
        } => return test::wordpress(&workspace),
        Command::Soak { minutes } => return test::soak(&workspace, minutes),
        Command::Build => build::build(&workspace)?,
        Command::Gallery => gallery::gallery(&workspace)?,
        Command::Bench(wanted) => bench::bench(&workspace, &wanted)?,
        Command::Supply { online: false } => supply::supply(&workspace, Database::Offline)?,
        Command::Supply { online: true } => supply::supply(&workspace, Database::Online)?,
        Command::Reproduce => reproduce::reproduce(&workspace)?,
        Command::Bom => bom::bom(&workspace)?,
        Command::Release { pinned: false } => release::release(&workspace, Layout::Plain)?,
        Command::Release { pinned: true } => release::release(&workspace, Layout::Pinned)?,
        Command::Mutants { only } => mutants::mutants(&workspace, only)?,
        Command::Fuzz { minutes, target } => fuzz::fuzz(&workspace, minutes, target.as_deref())?,
        Command::Assess(rest) => return author::run(&workspace, "assess", rest),
        Command::Explain(rest) => return author::run(&workspace, "explain", rest),
        Command::CheckSite(rest) => return author::run(&workspace, "check-site", rest),
        Command::Verify(rest) => return author::run(&workspace, "verify", rest),
        Command::Rulebook(rest) => return author::run(&workspace, "rulebook", rest),
        Command::Questionnaire(rest) => return author::run(&workspace, "questionnaire", rest),
        Command::Readability(rest) => return author::run(&workspace, "readability", rest),
        Command::Translations(rest) => return author::run(&workspace, "translations", rest),
        Command::Page => page::page(&workspace)?,
        Command::SameCore => {
            terminal::say(wasm2js::SAME_CORE.compile(&workspace)?.display());
        }
    }
    Ok(ExitCode::SUCCESS)
}
