//! Mistakes in the code of the assessment, made by cargo-mutants.

use std::fs;
use std::path::Path;

use crate::tools::Toolbox;
use command_support::failure::Failure;
use command_support::program;
use command_support::terminal::say;
use command_support::workspace::Workspace;

/// What became of the mutants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodeOutcome {
    caught: usize,
    missed: usize,
    unviable: usize,
}

/// Tests that are quick to build and run, and notice most mistakes.
const QUICK: [&str; 2] = ["engine", "vignettes"];

/// All tests that run the assessment.
const ALL: [&str; 4] = ["engine", "vignettes", "properties", "journey"];

/// Random sheets for each property: fewer than in CI, as each mistake runs them again. With 200, what
/// is offered under 18 went unnoticed; such sheets are rare.
const CASES: &str = "1500";

/// Makes every mistake that cargo-mutants knows in the room `assessment`: all of them before the quick
/// tests, then those that went unnoticed before all tests.
pub fn run(workspace: &Workspace, folder: &Path) -> Result<CodeOutcome, Failure> {
    let toolbox = Toolbox::for_mutants(workspace)?;
    let written = folder.join("mutants.out");
    if written.exists() {
        fs::remove_dir_all(&written).map_err(|error| unreadable(&written, &error))?;
    }
    say("Making mistakes in the code of the assessment: an hour or two.");
    pass(workspace, &toolbox, folder, &QUICK, false)?;
    let first = read(&written)?;
    say(format_args!(
        "{} noticed by the quick tests. Trying the other {} on all tests.",
        first.caught, first.missed
    ));
    pass(workspace, &toolbox, folder, &ALL, true)?;
    let second = read(&written)?;
    Ok(CodeOutcome {
        caught: first.caught.saturating_add(second.caught),
        missed: second.missed,
        unviable: first.unviable,
    })
}

fn pass(
    workspace: &Workspace,
    toolbox: &Toolbox,
    folder: &Path,
    tests: &[&str],
    only_missed: bool,
) -> Result<(), Failure> {
    let mut mutants = workspace.cargo(&[
        "mutants",
        "--package",
        "assessment",
        // The packages of all tests below.
        "--test-package",
        "assessment,content,journey,vignettes",
        "--no-shuffle",
        "--jobs",
        "2",
        "--baseline",
        "skip",
        "--timeout",
        "300",
        "--profile",
        "mutants",
    ]);
    if only_missed {
        mutants.arg("--iterate");
    }
    // Of cargo itself, so that no other test is built either.
    for test in tests {
        mutants.arg(format!("--cargo-arg=--test={test}"));
    }
    mutants.arg("--output").arg(folder);
    mutants.env("PATH", toolbox.path());
    mutants.env("FOOTING_SHEETS", CASES);
    // It ends with another code where something was missed; its lists tell.
    program::run_reading(&mut mutants, |_| {})?;
    Ok(())
}

/// Counts the lists that cargo-mutants leaves. A mutant that never ends is noticed.
fn read(written: &Path) -> Result<CodeOutcome, Failure> {
    let count = |name: &str| {
        let list = written.join(name);
        let text = fs::read_to_string(&list).map_err(|error| unreadable(&list, &error))?;
        Ok(text.lines().count())
    };
    Ok(CodeOutcome {
        caught: count("caught.txt")?.saturating_add(count("timeout.txt")?),
        missed: count("missed.txt")?,
        unviable: count("unviable.txt")?,
    })
}

fn unreadable(file: &Path, error: &std::io::Error) -> Failure {
    Failure::work(
        format!("{} cannot be read or removed: {error}.", file.display()),
        "Read what cargo-mutants said above, remove that folder, then run this again.",
    )
}

impl CodeOutcome {
    /// Of a hundred mutants that compile, how many are noticed.
    pub fn caught_percent(self) -> usize {
        let viable = self.caught.saturating_add(self.missed).max(1);
        self.caught.saturating_mul(100) / viable
    }

    /// The figures in one line.
    pub fn summary(self) -> String {
        format!(
            "Code of the assessment: {} mistakes that compile, {} noticed, {} unnoticed: {} %. {} do not compile.",
            self.caught.saturating_add(self.missed),
            self.caught,
            self.missed,
            self.caught_percent(),
            self.unviable
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_compiles_only() {
        let outcome = CodeOutcome {
            caught: 190,
            missed: 10,
            unviable: 25,
        };
        assert_eq!(outcome.caught_percent(), 95);
        assert!(outcome.summary().starts_with(
            "Code of the assessment: 200 mistakes that compile, 190 noticed, 10 unnoticed: 95 %."
        ));
        let none = CodeOutcome::default();
        assert_eq!(none.caught_percent(), 0);
    }

    #[test]
    fn lists_that_are_not_there_are_told() {
        let failure = read(Path::new("/nowhere/at/all")).unwrap_err();
        assert!(failure.to_string().contains("caught.txt"), "{failure}");
    }
}
