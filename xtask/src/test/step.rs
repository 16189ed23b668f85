//! One step of the full test run.

use std::process::Command;

use super::tally::Tally;
use command_support::soak;
use command_support::workspace::Workspace;
use command_support::{program, terminal};

/// A program whose exit status says whether a check passed.
#[derive(Debug)]
pub struct Step {
    /// Name of the check, for the output.
    pub name: &'static str,
    /// The program to run.
    pub command: Command,
    count: Count,
}

/// Steps of the model in one round of `soak`.
const MODEL_STEPS: u32 = 1_000_000;

/// Variables that make walks longer, and begin them from another seed.
pub fn longer(seed: u64, steps: u32) -> [(&'static str, String); 3] {
    [
        (soak::SEED, seed.to_string()),
        (soak::STEPS, steps.to_string()),
        (soak::CASES, "2000".to_owned()),
    ]
}

/// How to count the result of a step.
#[derive(Debug, Clone, Copy)]
enum Count {
    /// As one check, passed or failed.
    Once,
    /// By the result lines of libtest.
    ByTest,
}

impl Step {
    /// All steps that do not need the built page, fastest first.
    pub fn all(workspace: &Workspace) -> Vec<Self> {
        let check = |name, arguments: &[&str]| Self::check(workspace, name, arguments);
        let libtest = |name, arguments: &[&str]| Self::libtest(workspace, name, arguments);
        let mut documentation = check(
            "Documentation",
            &[
                "doc",
                "--workspace",
                "--exclude",
                "e2e",
                "--lib",
                "--no-deps",
            ],
        );
        documentation.command.env("RUSTDOCFLAGS", "-D warnings");
        vec![
            check("Formatting", &["fmt", "--all", "--check"]),
            check(
                "Lints",
                &[
                    "clippy",
                    "--workspace",
                    "--all-targets",
                    // The WordPress tests run only on request, but Clippy checks them like all others.
                    "--features",
                    "e2e/wordpress",
                    "--",
                    "-D",
                    "warnings",
                ],
            ),
            // The browser tests need the built page, so they run after it.
            libtest(
                "Tests of all packages",
                &[
                    "test",
                    "--workspace",
                    "--exclude",
                    "e2e",
                    "--exclude",
                    "recipes",
                    "--no-fail-fast",
                ],
            ),
            // They build a copy of the project, and tell what they are at.
            libtest(
                "Recipes of CONTRIBUTING.md",
                &["test", "--package", "recipes", "--", "--nocapture"],
            ),
            documentation,
        ]
    }

    /// Longer walks and more made-up input than in CI, from a seed.
    pub fn soak(workspace: &Workspace, seed: u64) -> Vec<Self> {
        let soaked = |name, arguments: &[&str]| {
            let mut step = Self::libtest(workspace, name, arguments);
            step.command.envs(longer(seed, MODEL_STEPS));
            step
        };
        vec![
            soaked(
                "Walks of the model",
                &[
                    "test",
                    "--package",
                    "journey",
                    "--test",
                    "journey",
                    "walk_of_the_model",
                ],
            ),
            soaked("Made-up input", &["test", "--package", "fuzz-checks"]),
            soaked(
                "Attacks with their tests",
                &[
                    "test",
                    "--package",
                    "footing",
                    "--test",
                    "tidy",
                    "every_attack",
                ],
            ),
        ]
    }

    /// Creates a step that counts as one check.
    pub fn check(workspace: &Workspace, name: &'static str, arguments: &[&str]) -> Self {
        Self {
            name,
            command: workspace.cargo(arguments),
            count: Count::Once,
        }
    }

    /// Creates a step that runs tests and counts each of them.
    pub fn libtest(workspace: &Workspace, name: &'static str, arguments: &[&str]) -> Self {
        Self {
            name,
            command: workspace.cargo(arguments),
            count: Count::ByTest,
        }
    }

    /// Runs the step to its end.
    pub fn run(mut self) -> Tally {
        terminal::say(format_args!("$ {}", program::written(&self.command)));
        let mut results = Tally::default();
        let outcome = program::run_reading(&mut self.command, |line| {
            results += Tally::of_line(line).unwrap_or_default();
        });
        let is_success = match outcome {
            Ok(status) => status.success(),
            Err(failure) => {
                terminal::complain(failure);
                false
            }
        };
        match self.count {
            Count::Once if is_success => Tally::PASSED,
            Count::Once => Tally::FAILED,
            Count::ByTest => closed(results, is_success),
        }
    }
}

/// Adds a failure that no result line shows: the step did not compile or crashed, or it ran no tests and so
/// checked nothing.
fn closed(mut results: Tally, is_success: bool) -> Tally {
    if results == Tally::default() && is_success {
        terminal::complain("This step ran no tests. Check that its package still has some.");
        results += Tally::FAILED;
    } else if !is_success && results.is_clean() {
        results += Tally::FAILED;
    }
    results
}

#[cfg(test)]
mod tests {
    use std::process::Stdio;

    use super::*;

    #[test]
    fn a_run_that_names_no_failing_test_still_fails() {
        assert_eq!(closed(Tally::PASSED, true), Tally::PASSED);
        assert_eq!(closed(Tally::FAILED, false), Tally::FAILED);
        assert_eq!(closed(Tally::default(), false), Tally::FAILED);
        assert_eq!(
            closed(Tally::PASSED, false).closing_line(),
            "1 passed, 1 failed"
        );
    }

    #[test]
    fn a_run_without_tests_checks_nothing() {
        assert_eq!(closed(Tally::default(), true), Tally::FAILED);
    }

    #[test]
    fn steps_count_as_one_or_by_test() {
        let cases = [
            (Count::Once, "--version", Tally::PASSED),
            (Count::Once, "--no-such-flag", Tally::FAILED),
            (Count::ByTest, "--no-such-flag", Tally::FAILED),
        ];
        for (count, flag, expected) in cases {
            let mut command = Command::new("cargo");
            command.arg(flag).stderr(Stdio::null());
            let step = Step {
                name: "test",
                command,
                count,
            };
            assert_eq!(step.run(), expected, "{count:?} {flag}");
        }
    }
}
