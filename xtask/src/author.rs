//! The commands for clinicians and site owners, from the package `cli`: built on first use, and run with
//! the arguments as typed.

use std::process::ExitCode;

use command_support::failure::Failure;
use command_support::terminal;
use command_support::workspace::Workspace;

use crate::command_line::Rest;

/// Runs `footing` with a command and its arguments, in the current folder of the user.
pub fn run(workspace: &Workspace, command: &str, rest: Rest) -> Result<ExitCode, Failure> {
    let mut cargo = std::process::Command::new("cargo");
    cargo.args(["run", "--locked", "--package", "cli"]);
    if workspace.target()?.join("debug/footing").exists() {
        cargo.arg("--quiet");
    } else {
        terminal::complain("Building the command `footing`: about a minute, the first time.");
    }
    cargo
        .arg("--manifest-path")
        .arg(workspace.manifest())
        .args(["--", command])
        .args(rest.arguments);
    let status = cargo.status().map_err(|error| {
        Failure::input(
            format!("Cargo could not be started: {error}."),
            "Check that it is installed and on your PATH, then run this again.",
        )
    })?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(ExitCode::from(code.unwrap_or(1)))
}
