//! The files in `crates/pages/accessibility/`.

use command_support::failure::Failure;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What was tested, and what is missing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Checks that tests make.
    pub check: Vec<Check>,
    /// Known gaps.
    pub gap: Vec<Gap>,
}

/// A check that tests make.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// What is checked.
    pub what: String,
    /// On what, and how.
    pub how: String,
    /// The tests, as `file: test`.
    pub tests: Vec<String>,
}

/// A known gap.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// What is missing.
    pub gap: String,
    /// What helps until then.
    pub workaround: String,
}

/// The rows of the conformance report.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conformance {
    /// Success criteria of WCAG 2.2, A and AA.
    pub criterion: Vec<Criterion>,
    /// Rows of the Revised Section 508.
    pub section508: Vec<Requirement>,
    /// Rows of EN 301 549.
    pub en301549: Vec<Requirement>,
}

/// A success criterion of WCAG 2.2.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its number, such as 1.4.3.
    pub number: String,
    /// Its name in WCAG 2.2.
    pub name: String,
    /// Its level.
    pub level: Level,
    /// How far it is met.
    pub support: Support,
    /// In what way, in our words.
    pub remark: String,
    /// The tests that show it, as `file: test`.
    pub tests: Vec<String>,
}

/// A requirement of another standard.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Its chapter, with number and name.
    pub chapter: String,
    /// Its number, or a range of them.
    pub number: String,
    /// Its name.
    pub name: String,
    /// How far it is met.
    pub support: Support,
    /// In what way, in our words.
    pub remark: String,
}

/// Conformance level of a success criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Level {
    /// Level A.
    A,
    /// Level AA.
    #[serde(rename = "AA")]
    Aa,
}

/// How far something is met, in the terms of VPAT 2.5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Support {
    /// Met, with no known fault.
    Supports,
    /// Met in part.
    Partially,
    /// Mostly not met.
    DoesNot,
    /// Not relevant here.
    NotApplicable,
}

impl Support {
    /// Every term with what it means, in our words.
    pub const ALL: [(Support, &'static str); 4] = [
        (
            Support::Supports,
            "It is met, and no fault is known that is not met in another way.",
        ),
        (Support::Partially, "Some of it is not met, or not shown."),
        (Support::DoesNot, "Most of it is not met."),
        (
            Support::NotApplicable,
            "It has nothing to do with this product.",
        ),
    ];

    /// The term of VPAT 2.5.
    pub fn term(self) -> &'static str {
        match self {
            Support::Supports => "Supports",
            Support::Partially => "Partially Supports",
            Support::DoesNot => "Does Not Support",
            Support::NotApplicable => "Not Applicable",
        }
    }
}

impl Statement {
    /// Reads `statement.toml`.
    pub fn read() -> Result<Statement, Failure> {
        read(
            "statement.toml",
            include_str!("../../accessibility/statement.toml"),
        )
    }
}

impl Conformance {
    /// Reads `conformance.toml`.
    pub fn read() -> Result<Conformance, Failure> {
        read(
            "conformance.toml",
            include_str!("../../accessibility/conformance.toml"),
        )
    }
}

fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Failure> {
    toml::from_str(text).map_err(|error| {
        Failure::input(
            format!("crates/pages/accessibility/{name} cannot be read: {error}"),
            "Mend that line, then build again.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every criterion of WCAG 2.2 at level A and at AA, without 4.1.1, which is obsolete there.
    const A: &str = "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 \
        2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2";
    const AA: &str = "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 \
        2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3";

    #[test]
    fn every_criterion_of_level_a_and_aa_is_there_once() {
        let Conformance { criterion, .. } = Conformance::read().unwrap();
        assert_eq!(criterion.len(), 55);
        for (level, wanted) in [(Level::A, A), (Level::Aa, AA)] {
            let of_level = criterion.iter().filter(|one| one.level == level);
            let mut numbers: Vec<&str> = of_level.map(|one| one.number.as_str()).collect();
            let mut wanted: Vec<&str> = wanted.split_whitespace().collect();
            numbers.sort_unstable();
            wanted.sort_unstable();
            assert_eq!(numbers, wanted);
        }
    }

    #[test]
    fn every_row_has_a_remark_and_what_is_not_met_says_why() {
        let Conformance {
            criterion,
            section508,
            en301549,
        } = Conformance::read().unwrap();
        let remarks = criterion.iter().map(|one| (&one.number, &one.remark));
        let others = section508.iter().chain(&en301549);
        for (number, remark) in remarks.chain(others.map(|one| (&one.number, &one.remark))) {
            assert!(remark.len() > 10 && remark.ends_with('.'), "{number}");
        }
        let Statement { gap, check } = Statement::read().unwrap();
        assert!(gap.iter().all(|one| one.workaround.len() > 10));
        assert!(check.iter().all(|one| !one.tests.is_empty()));
    }
}
