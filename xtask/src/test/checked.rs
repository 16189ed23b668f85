//! The table of which check saw which states of the screens, in which engine and language.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Formats what the tests noted, with the number of tests that passed in each engine.
pub fn table(noted: &str, engines: &[(&str, usize)]) -> String {
    let mut checks: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for line in noted.lines() {
        let mut fields = line.split('\t');
        if let (Some(check), Some(locale), Some(states)) =
            (fields.next(), fields.next(), fields.next())
        {
            let states = states.parse().unwrap_or(0);
            checks.entry(check).or_default().insert(locale, states);
        }
    }
    let mut table = String::new();
    let mut row = |name: &str, what: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{name:<34} {what}");
    };
    for (check, locales) in &checks {
        let states: Vec<String> = locales
            .iter()
            .map(|(locale, states)| format!("{locale} {states}"))
            .collect();
        row(check, &format!("{} states", states.join(", ")));
    }
    for (engine, tests) in engines {
        row(engine, &format!("{tests} tests passed"));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_check_has_a_row_with_its_states_by_language() {
        let noted = "axe-core\ten\t300\naxe-core\tar\t40\nnot a note\nfocus\ten\t7\n";
        let table = table(noted, &[("Browser tests in Firefox", 27)]);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(
            lines,
            [
                "axe-core                           ar 40, en 300 states",
                "focus                              en 7 states",
                "Browser tests in Firefox           27 tests passed",
            ]
        );
    }
}
