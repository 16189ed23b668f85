//! Size budgets of the page.

use std::path::Path;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};
use site::hosting::Budget;
use site::hosting::manifest::LANGUAGE;

use super::sizes::FileSize;
use crate::manifest;
use command_support::failure::Failure;

/// The limits of all budgets, as read from the budget file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    limit: Vec<Limit>,
}

/// The limit of one budget. The manifest of served files defines which files count toward it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// The budget, by its name in the manifest.
    #[serde(deserialize_with = "named")]
    pub budget: Budget,
    /// Maximum total size of its files after brotli compression.
    pub brotli_bytes: usize,
}

fn named<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Budget, D::Error> {
    let name = String::deserialize(deserializer)?;
    let budget = Budget::ALL.into_iter().find(|budget| budget.name() == name);
    budget.ok_or_else(|| D::Error::custom(format!("no budget of the manifest is named {name:?}")))
}

/// Result of checking one budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Total size of the files after brotli compression.
    pub brotli: usize,
    /// The language of this size.
    pub language: String,
    /// Maximum size.
    pub limit: usize,
}

impl Limits {
    /// Reads all limits from a file.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let advice = "Write one [[limit]] for each budget of the manifest, like those in the repository's xtask/budgets.toml.";
        let text = std::fs::read_to_string(path).map_err(|error| {
            Failure::input(
                format!("{} cannot be read: {error}.", path.display()),
                advice,
            )
        })?;
        let limits = Self::parse(&text).map_err(|error| {
            Failure::input(
                format!("{} is not as expected: {error}", path.display()),
                advice,
            )
        })?;
        match limits.missing() {
            None => Ok(limits),
            Some(budget) => Err(Failure::input(
                format!("{} has no limit for {:?}.", path.display(), budget.name()),
                advice,
            )),
        }
    }

    fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// First budget without a limit: such a budget could never be exceeded.
    fn missing(&self) -> Option<Budget> {
        let is_limited = |budget: &Budget| self.iter().any(|limit| limit.budget == *budget);
        Budget::ALL.into_iter().find(|budget| !is_limited(budget))
    }

    /// The limits in file order.
    pub fn iter(&self) -> impl Iterator<Item = &Limit> {
        self.limit.iter()
    }
}

impl Limit {
    /// Sums the sizes of the files that count toward this budget, in the language in which they are largest.
    pub fn judge(&self, files: &[FileSize]) -> Verdict {
        let languages = files
            .iter()
            .filter_map(|file| manifest::language_of(&file.path))
            // The pages beside the check are in one language.
            .filter(|_| !matches!(self.budget, Budget::Workbench | Budget::Setup));
        let sums = languages.chain([LANGUAGE]).map(|language| {
            let counted = files
                .iter()
                .filter(|file| manifest::counts(&file.path, self.budget, language));
            let sum: usize = counted.map(|file| file.brotli).sum();
            (sum, language.to_owned())
        });
        let (brotli, language) = sums
            .max_by_key(|(sum, language)| (*sum, language == LANGUAGE))
            .unwrap_or_default();
        Verdict {
            brotli,
            language,
            limit: self.brotli_bytes,
        }
    }
}

impl Verdict {
    /// Whether the total size is over the limit.
    pub fn is_exceeded(&self) -> bool {
        self.brotli > self.limit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<FileSize> {
        [
            ("index.html", 2_000),
            ("es.html", 2_000),
            ("widget-0123456789abcdef.css", 300),
            ("start.js", 5_000),
            ("words/en.json", 40),
            ("words/es.json", 60),
            ("method.html", 7),
        ]
        .map(|(path, brotli)| FileSize {
            path: path.into(),
            raw: brotli * 3,
            brotli,
        })
        .into()
    }

    fn judge(budget: Budget, brotli_bytes: usize) -> Verdict {
        Limit {
            budget,
            brotli_bytes,
        }
        .judge(&files())
    }

    #[test]
    fn only_files_that_the_manifest_counts_are_added_up() {
        assert_eq!(judge(Budget::FirstAnswer, 9_000).brotli, 2_000);
        let visit = judge(Budget::FirstVisit, 9_000);
        // One language is loaded; the heaviest counts.
        assert_eq!((visit.brotli, visit.language.as_str()), (7_360, "es"));
    }

    #[test]
    fn a_budget_may_be_used_up_but_not_exceeded() {
        assert!(!judge(Budget::FirstAnswer, 2_000).is_exceeded());
        assert!(judge(Budget::FirstAnswer, 1_999).is_exceeded());
    }

    #[test]
    fn every_budget_of_this_project_has_a_limit() {
        let limits = Limits::parse(include_str!("../../budgets.toml")).unwrap();
        assert_eq!(limits.missing(), None);
        assert_eq!(limits.iter().count(), Budget::ALL.len());
        let one = "[[limit]]\nbudget = \"setup\"\nbrotli_bytes = 1\n";
        let limits = Limits::parse(one).unwrap();
        assert_eq!(limits.missing(), Some(Budget::FirstVisit));
    }

    #[test]
    fn a_misspelt_budget_is_refused_with_its_line() {
        let text = "[[limit]]\nbudget = \"first visits\"\nbrotli_bytes = 1\n";
        let error = Limits::parse(text).unwrap_err();
        assert!(error.to_string().contains("line 2"), "{error}");
    }

    #[test]
    fn a_missing_file_is_a_matter_of_input() {
        let failure = Limits::read(Path::new("/no/such/budgets.toml")).unwrap_err();
        assert_eq!(failure.exit_code(), 2);
    }
}
