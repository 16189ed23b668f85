//! What the page may weigh.

use std::path::Path;

use serde::Deserialize;

use super::pattern;
use super::sizes::FileSize;
use command_support::failure::Failure;

/// All budgets, as one file holds them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budgets {
    budget: Vec<Budget>,
}

/// One sum that must not be exceeded.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// What the sum stands for, such as the first visit.
    pub name: String,
    /// Patterns of the files that count.
    pub files: Vec<String>,
    /// The most that these files may weigh together after brotli.
    pub brotli_bytes: usize,
}

/// What came of one budget.
#[derive(Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What the files weigh together.
    pub brotli: usize,
    /// What they may weigh.
    pub limit: usize,
    /// Patterns that fit no file.
    pub idle: Vec<String>,
}

impl Budgets {
    /// Reads all budgets from their file.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let advice = "Write each budget like those in the repository's xtask/budgets.toml.";
        let text = std::fs::read_to_string(path).map_err(|error| {
            Failure::input(
                format!("{} cannot be read: {error}.", path.display()),
                advice,
            )
        })?;
        Self::parse(&text).map_err(|error| {
            Failure::input(
                format!("{} is not as expected: {error}", path.display()),
                advice,
            )
        })
    }

    fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// Goes through the budgets in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Budget> {
        self.budget.iter()
    }
}

impl Budget {
    /// Adds up the files that count; a file counts once, however many patterns it fits.
    pub fn judge(&self, files: &[FileSize]) -> Verdict {
        let counts = |file: &&FileSize| {
            self.files
                .iter()
                .any(|pattern| pattern::fits(pattern, &file.path))
        };
        let is_idle =
            |pattern: &&String| !files.iter().any(|file| pattern::fits(pattern, &file.path));
        Verdict {
            brotli: files.iter().filter(counts).map(|file| file.brotli).sum(),
            limit: self.brotli_bytes,
            idle: self.files.iter().filter(is_idle).cloned().collect(),
        }
    }
}

impl Verdict {
    /// Whether the files weigh more than they may.
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
            ("a-1f.css", 300),
            ("a-1f.js", 5_000),
            ("words/en.json", 40),
            ("icon.svg", 7),
        ]
        .map(|(path, brotli)| FileSize {
            path: path.into(),
            raw: brotli * 3,
            brotli,
        })
        .into()
    }

    fn judge(patterns: &[&str], limit: usize) -> Verdict {
        let files_that_count = patterns
            .iter()
            .map(|pattern| (*pattern).to_owned())
            .collect();
        Budget {
            name: "test".into(),
            files: files_that_count,
            brotli_bytes: limit,
        }
        .judge(&files())
    }

    #[test]
    fn only_fitting_files_count_and_each_once() {
        assert_eq!(
            judge(&["index.html", "*.css", "a-*.css"], 9_000).brotli,
            2_300
        );
    }

    #[test]
    fn a_budget_may_be_used_up_but_not_exceeded() {
        assert!(!judge(&["index.html", "*.css"], 2_300).is_exceeded());
        assert!(judge(&["index.html", "*.css"], 2_299).is_exceeded());
    }

    #[test]
    fn patterns_without_a_file_are_told() {
        assert_eq!(
            judge(&["*.wasm", "words/en.json", "words/de.json"], 100).idle,
            ["*.wasm", "words/de.json"]
        );
    }

    #[test]
    fn the_budgets_of_this_project_can_be_read() {
        let budgets = Budgets::parse(include_str!("../../budgets.toml")).unwrap();
        let names: Vec<_> = budgets.iter().map(|budget| budget.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "first visit",
                "without WebAssembly",
                "embed.js",
                "first paint",
                "workbench",
                "setup"
            ]
        );
    }

    #[test]
    fn a_misspelt_budget_is_refused_with_its_line() {
        let error =
            Budgets::parse("[[budget]]\nname = \"first visit\"\nfile = []\nbrotli_bytes = 1\n")
                .unwrap_err();
        assert!(error.to_string().contains("line 3"), "{error}");
    }

    #[test]
    fn a_missing_file_is_a_matter_of_input() {
        let failure = Budgets::read(Path::new("/no/such/budgets.toml")).unwrap_err();
        assert_eq!(failure.exit_code(), 2);
    }
}
