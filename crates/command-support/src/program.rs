//! Programs that a command starts.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};

use crate::failure::Failure;
use crate::terminal;

/// Runs a program to its end with its output passing through, and fails if it does.
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

/// Runs a program to its end with its output passing through, and hands over each line of it.
///
/// Standard error is left to the program, so that progress bars keep working.
pub fn run_reading(program: &mut Command, hear: impl FnMut(&str)) -> Result<ExitStatus, Failure> {
    let mut child = start(program.stdout(Stdio::piped()))?;
    repeat(child.stdout.take(), hear);
    child.wait().map_err(|error| not_started(program, &error))
}

/// Starts a program, and leaves it running.
pub fn start(program: &mut Command) -> Result<Child, Failure> {
    program
        .spawn()
        .map_err(|error| not_started(program, &error))
}

/// Repeats the output of a running program until it ends, and hands over each line of it.
pub fn repeat(output: Option<ChildStdout>, mut hear: impl FnMut(&str)) {
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
        hear(line);
        bytes.clear();
    }
}

/// Asks a program a short question: what it prints, or nothing if it is missing or fails.
pub fn answer(program: &mut Command) -> Option<String> {
    let output = program.stdin(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Writes a program and its arguments as they would be typed.
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
    fn a_failing_program_is_named_as_it_was_typed() {
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
    fn a_missing_program_is_a_matter_of_input() {
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
    fn every_line_is_heard() {
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
    fn a_missing_program_answers_nothing() {
        assert_eq!(answer(&mut Command::new("no-such-program-here")), None);
    }
}
