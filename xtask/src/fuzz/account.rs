//! Parses libFuzzer's output of a round.

use std::fmt;

use command_support::terminal::in_threes;

/// Totals so far.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Account {
    executions: usize,
    coverage: usize,
}

impl Account {
    /// Adds the output of one more round.
    pub fn add_round(&mut self, text: &str) {
        let executions = text
            .lines()
            .filter_map(|line| line.strip_prefix("stat::number_of_executed_units:"))
            .filter_map(|count| count.trim().parse().ok())
            .next_back();
        self.executions = self.executions.saturating_add(executions.unwrap_or(0));
        // Each round starts from all inputs found before, so the last coverage value is the highest.
        let coverage = text.lines().filter_map(reached).next_back();
        self.coverage = self.coverage.max(coverage.unwrap_or(0));
    }
}

impl fmt::Display for Account {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} executions, {} places in the code reached",
            in_threes(self.executions),
            in_threes(self.coverage)
        )
    }
}

fn reached(line: &str) -> Option<usize> {
    let mut words = line.split_whitespace();
    words.find(|word| *word == "cov:")?;
    words.next()?.parse().ok()
}

/// An input that crashed a target.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file that contains the input.
    pub input: String,
    /// The panic message, if there is one.
    pub why: Option<String>,
}

/// The input that crashed a round, if any.
pub fn finding(text: &str) -> Option<Finding> {
    let input = text
        .lines()
        .find_map(|line| line.split_once("Test unit written to "))
        .map(|(_, path)| path.trim().to_owned())?;
    let mut lines = text.lines();
    let position = lines.find(|line| line.contains(" panicked at "));
    let why = match (position, lines.next()) {
        (Some(position), Some(message)) => Some(format!("{}\n{message}", position.trim())),
        (Some(position), None) => Some(position.trim().to_owned()),
        (None, _) => text
            .lines()
            .find(|line| line.contains("ERROR: libFuzzer:"))
            .map(|line| line.trim().to_owned()),
    };
    Some(Finding { input, why })
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUIET: &str = "\
INFO: Seed: 1
#24\tINITED cov: 1180 ft: 3400 corp: 20/40Kb exec/s: 0 rss: 60Mb
#9000\tNEW    cov: 1204 ft: 3500 corp: 25/50Kb lim: 8192 exec/s: 900 rss: 70Mb
#27001\tDONE   cov: 1204 ft: 3500 corp: 25/50Kb lim: 8192 exec/s: 900 rss: 70Mb
stat::number_of_executed_units: 27001
stat::average_exec_per_sec:     900
";

    #[test]
    fn executions_are_added_up_and_the_furthest_coverage_counts() {
        let mut account = Account::default();
        account.add_round(QUIET);
        account.add_round(QUIET);
        account.add_round("nothing of the kind");
        assert_eq!(
            account.to_string(),
            "54 002 executions, 1 204 places in the code reached"
        );
        assert_eq!(finding(QUIET), None);
    }

    #[test]
    fn a_panic_is_told_with_its_place_and_its_input() {
        let told = "\
#12\tINITED cov: 10 ft: 10
thread '<unnamed>' (7) panicked at src/words.rs:3:4:
index out of bounds
==7== ERROR: libFuzzer: deadly signal
artifact_prefix='/f/artifacts/words/'; Test unit written to /f/artifacts/words/crash-1
";
        let finding = finding(told).unwrap();
        assert_eq!(finding.input, "/f/artifacts/words/crash-1");
        assert_eq!(
            finding.why.unwrap(),
            "thread '<unnamed>' (7) panicked at src/words.rs:3:4:\nindex out of bounds"
        );
    }

    #[test]
    fn an_input_that_takes_too_long_is_told_too() {
        let told = "\
==7== ERROR: libFuzzer: timeout after 11 seconds
artifact_prefix='/f/'; Test unit written to /f/timeout-1
";
        assert_eq!(
            finding(told).unwrap().why.unwrap(),
            "==7== ERROR: libFuzzer: timeout after 11 seconds"
        );
    }
}
