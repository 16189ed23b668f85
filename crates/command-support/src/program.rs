//! Runs child processes.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};

use crate::failure::Failure;
use crate::terminal;

/// Runs a program with inherited output; fails if it fails.
pub fn run(program: &mut Command) -> Result<(), Failure> {
    let status = program
        .status()
        .map_err(|error| not_started(program, &error))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::work(
        format!("`{}` failed ({status}).", written(program)),
        "Its own words stand above: correct what they name, then run this again.",
    ))
}

/// Runs a program; prints each line of its output and passes it to a callback.
///
/// Standard error is inherited, so that progress bars work.
pub fn run_reading(
    program: &mut Command,
    on_line: impl FnMut(&str),
) -> Result<ExitStatus, Failure> {
    let mut child = start(program.stdout(Stdio::piped()))?;
    repeat(child.stdout.take(), on_line);
    child.wait().map_err(|error| not_started(program, &error))
}

/// Starts a program without waiting for it.
pub fn start(program: &mut Command) -> Result<Child, Failure> {
    program
        .spawn()
        .map_err(|error| not_started(program, &error))
}

/// Prints the output of a running program until it ends; passes each line to a callback.
pub fn repeat(output: Option<ChildStdout>, mut on_line: impl FnMut(&str)) {
    let Some(output) = output else { return };
    let mut output = BufReader::new(output);
    let mut bytes = Vec::new();
    while output
        .read_until(b'\n', &mut bytes)
        .is_ok_and(|count| count > 0)
    {
        let text = String::from_utf8_lossy(&bytes);
        let line = text.trim_end_matches(['\r', '\n']);
        terminal::say(line);
        on_line(line);
        bytes.clear();
    }
}

/// Output of a short program; `None` if it is missing or fails.
pub fn answer(program: &mut Command) -> Option<String> {
    let output = program.stdin(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Formats a program and its arguments as a command line.
pub fn written(program: &Command) -> String {
    std::iter::once(program.get_program())
        .chain(program.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

fn not_started(program: &Command, error: &std::io::Error) -> Failure {
    Failure::input(
        format!(
            "`{}` could not be started: {error}.",
            program.get_program().to_string_lossy()
        ),
        "Check that it is installed and on your PATH, then run this again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failure_shows_the_command_line() {
        let failure = run(Command::new("cargo")
            .args(["--no-such-flag"])
            .stderr(Stdio::null()))
        .unwrap_err();
        assert!(
            failure
                .to_string()
                .contains("`cargo --no-such-flag` failed"),
            "{failure}"
        );
        assert_eq!(failure.exit_code(), 1);
    }

    #[test]
    fn missing_program_is_an_input_failure() {
        let failure = run(&mut Command::new("no-such-program-here")).unwrap_err();
        assert!(
            failure
                .to_string()
                .contains("`no-such-program-here` could not be started"),
            "{failure}"
        );
        assert_eq!(failure.exit_code(), 2);
    }

    #[test]
    fn passes_every_line_to_the_callback() {
        let mut lines = Vec::new();
        let status = run_reading(Command::new("cargo").arg("--version"), |line| {
            lines.push(line.to_owned())
        })
        .unwrap();
        assert!(status.success());
        assert!(
            matches!(lines.as_slice(), [line] if line.starts_with("cargo ")),
            "{lines:?}"
        );
    }

    #[test]
    fn missing_program_has_no_output() {
        assert_eq!(answer(&mut Command::new("no-such-program-here")), None);
    }
}
