//! The table of what the check withstood, summed over the tests of a run.

use std::fmt::Write as _;

use command_support::notes::Withstood;

/// Sums what the tests noted. A test that loses an answer fails, so none was lost where all passed.
pub fn table(noted: &str, all_passed: bool) -> String {
    let mut table = String::new();
    for what in Withstood::ALL {
        let counts = noted.lines().filter_map(|line| {
            let (name, count) = line.split_once('\t')?;
            (name == what.name()).then(|| count.parse::<u64>().ok())?
        });
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{:<18} {}", what.name(), counts.sum::<u64>());
    }
    let lost = if all_passed {
        "0"
    } else {
        "see the failed tests"
    };
    let _ = writeln!(table, "{:<18} {lost}", "answers lost");
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_all_tests_are_summed() {
        let noted = "steps walked\t400\nfaults survived\t20\nsteps walked\t50\nsteps walked\tx\n";
        assert_eq!(
            table(noted, true),
            "faults survived    20\nsteps walked       450\ninputs fuzzed      0\nattacks refused    0\n\
             answers lost       0\n"
        );
        assert!(table("", false).contains("see the failed tests"));
    }
}
