//! Counts of passed and failed checks.

use std::ops::AddAssign;

use command_support::terminal;

/// A count of checks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Checks that passed.
    pub passed: usize,
    failed: usize,
}

impl Tally {
    /// One check that passed.
    pub const PASSED: Self = Self {
        passed: 1,
        failed: 0,
    };

    /// One check that failed.
    pub const FAILED: Self = Self {
        passed: 0,
        failed: 1,
    };

    /// Parses a result line of libtest, such as `test result: ok. 3 passed; 0 failed; 0 ignored; 0
    /// measured; 0 filtered out; …`.
    ///
    /// An ignored test counts as failed, because its result is unknown.
    pub fn of_line(line: &str) -> Option<Self> {
        let line = terminal::without_colors(line);
        let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
        let count = |word: &str| {
            counts
                .split("; ")
                .find_map(|part| part.strip_suffix(word)?.trim().parse::<usize>().ok())
        };
        Some(Self {
            passed: count("passed")?,
            failed: count("failed")? + count("ignored")?,
        })
    }

    /// Whether nothing failed.
    pub fn is_clean(self) -> bool {
        self.failed == 0
    }

    /// Last line of a full test run.
    pub fn closing_line(self) -> String {
        format!("{} passed, {} failed", self.passed, self.failed)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(lines: &[&str]) -> Tally {
        let mut sum = Tally::default();
        for tally in lines.iter().filter_map(|line| Tally::of_line(line)) {
            sum += tally;
        }
        sum
    }

    #[test]
    fn result_lines_are_summed() {
        let tally = sum(&[
            "running 14 tests",
            "test result: ok. 14 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "",
            "test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured; 7 filtered out; finished in 1.20s",
            "   Doc-tests footing",
        ]);
        assert_eq!(
            tally,
            Tally {
                passed: 16,
                failed: 3
            }
        );
        assert!(!tally.is_clean());
    }

    #[test]
    fn ignored_tests_count_as_failed() {
        let tally = sum(&[
            "test result: ok. 5 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.00s",
        ]);
        assert_eq!(
            tally,
            Tally {
                passed: 5,
                failed: 2
            }
        );
    }

    #[test]
    fn colors_do_not_disturb() {
        let line = "test result: \u{1b}[32mok\u{1b}[0m. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(Tally::of_line(line), Some(Tally::PASSED));
    }

    #[test]
    fn other_lines_are_no_result() {
        for line in [
            "",
            "test tests::result ... ok",
            "test result: who knows",
            "test result: ok. many passed",
        ] {
            assert_eq!(Tally::of_line(line), None, "{line}");
        }
    }

    #[test]
    fn the_closing_line_is_exact() {
        assert_eq!(
            Tally {
                passed: 207,
                failed: 0
            }
            .closing_line(),
            "207 passed, 0 failed"
        );
    }
}
