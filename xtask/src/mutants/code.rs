//! Mutation testing of the assessment code with cargo-mutants.

use std::fs;
use std::path::Path;

use crate::tools::Toolbox;
use command_support::failure::Failure;
use command_support::program;
use command_support::terminal::say;
use command_support::workspace::Workspace;

/// Counts of mutants by outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodeOutcome {
    caught: usize,
    missed: usize,
    unviable: usize,
}

/// Tests that are quick to build and run, and catch most mutants.
const QUICK: [&str; 2] = ["engine", "vignettes"];

/// All tests that run the assessment.
const ALL: [&str; 4] = ["engine", "vignettes", "properties", "journey"];

/// Random answers for each property test: fewer than in CI, because the tests run again for each mutant.
/// With 200, mutants of the options offered under age 18 went unnoticed; such answers are rare.
const CASES: &str = "1500";

/// Runs all cargo-mutants mutations of the crate `assessment`: first with the quick tests, then the missed
/// mutants with all tests.
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
        // Packages of all tests in [`ALL`].
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
    // Passed to cargo itself, so that it builds no other test.
    for test in tests {
        mutants.arg(format!("--cargo-arg=--test={test}"));
    }
    mutants.arg("--output").arg(folder);
    mutants.env("PATH", toolbox.path());
    mutants.env("FOOTING_SHEETS", CASES);
    // cargo-mutants returns a nonzero exit code if it missed mutants; its lists have the details.
    program::run_reading(&mut mutants, |_| {})?;
    Ok(())
}

/// Counts the lines of cargo-mutants' result lists. A timeout counts as caught.
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
    /// Percentage of compiling mutants that the tests catch.
    pub fn caught_percent(self) -> usize {
        let viable = self.caught.saturating_add(self.missed).max(1);
        self.caught.saturating_mul(100) / viable
    }

    /// The counts in one line.
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
