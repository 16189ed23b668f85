//! Labels in code, data and documents: evidence ids, sections, promises, decisions.

use std::collections::BTreeSet;

use crate::repository::{Source, read, sources};

/// First letters of evidence ids.
const LETTERS: &str = "ABCDEFGIKQRSVX";

/// Targets of labels: words of the evidence, ids in content files, headings and decisions.
pub(crate) struct Targets {
    ids: BTreeSet<String>,
    sections: BTreeSet<String>,
    decisions: BTreeSet<String>,
    design: String,
}

impl Targets {
    pub(crate) fn read() -> Targets {
        let evidence = read("src/docs/clinical-evidence.md");
        let content = sources("crates/content", &["toml"]).map(|file| file.text);
        let defined = content.flat_map(|text| {
            let ids = text.lines().filter_map(|line| {
                let id = line.trim().strip_prefix("id = \"")?.strip_suffix('"')?;
                Some(id.to_owned())
            });
            ids.collect::<Vec<_>>()
        });
        let headings = evidence.lines().filter(|line| line.starts_with('#'));
        let sections = headings.filter_map(|line| line.split_whitespace().nth(1));
        let decisions = sources("src/docs/decisions", &["md"]).filter_map(|file| {
            let name = file.name.rsplit('/').next()?;
            Some(name.get(..4)?.to_owned())
        });
        Targets {
            ids: words(&evidence).map(str::to_owned).chain(defined).collect(),
            sections: sections
                .map(|word| word.trim_end_matches('.').to_owned())
                .collect(),
            decisions: decisions.collect(),
            design: read("src/docs/design.md"),
        }
    }

    /// Unresolved labels of a file, each with its line.
    pub(crate) fn unresolved(&self, file: &Source) -> Vec<String> {
        let mut wrong = Vec::new();
        for (number, line) in (1..).zip(file.text.lines()) {
            let mut before = "";
            for word in words(line) {
                let is_resolved = if is_id(word) {
                    self.ids.contains(word) || self.ids.contains(stem(word))
                } else if is_section(word) {
                    self.sections.contains(word)
                } else if let Some(number) = word.strip_prefix("SY") {
                    number.parse::<u8>().is_err() || self.design.contains(word)
                } else if before == "decision" && word.len() == 4 && word.parse::<u16>().is_ok() {
                    self.decisions.contains(word)
                } else {
                    true
                };
                if !is_resolved {
                    wrong.push(format!("{}:{number} {word} is unresolved", file.name));
                }
                before = word;
            }
        }
        wrong
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts =
        text.split(|letter: char| !letter.is_ascii_alphanumeric() && !".-".contains(letter));
    let trimmed = parts.map(|word| word.trim_matches(['.', '-']));
    trimmed.filter(|word| !word.is_empty())
}

/// Such as `R12`, `F02r`, `A01b-2`, `R12c-danger` or `S250`.
fn is_id(word: &str) -> bool {
    let base = stem(word);
    let Some(rest) = base.strip_prefix(|letter| LETTERS.contains(letter)) else {
        return false;
    };
    let digits = rest.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    let is_number = matches!(digits.len(), 2 | 3) && digits.bytes().all(|one| one.is_ascii_digit());
    is_number && rest.len() - digits.len() <= 1
}

/// Removes the suffix or part: `R12c` of `R12c-danger`, `Q04` of `Q04.alcohol`.
fn stem(word: &str) -> &str {
    word.split(['-', '.']).next().unwrap_or(word)
}

/// Such as `A.2` or `C.10`.
fn is_section(word: &str) -> bool {
    word.split_once('.').is_some_and(|(letter, number)| {
        matches!(letter.as_bytes(), [b'A'..=b'H'])
            && matches!(number.len(), 1 | 2)
            && number.bytes().all(|one| one.is_ascii_digit())
    })
}

#[test]
fn labels_are_distinguished_from_other_words() {
    for id in [
        "R12",
        "F02r",
        "A01b-2",
        "R12c-danger",
        "S250",
        "Q04.alcohol",
    ] {
        assert!(is_id(id), "{id}");
    }
    for other in ["A4", "H1", "Rust", "SHA384", "R1234", "V12ab", "UTF-8"] {
        assert!(!is_id(other), "{other}");
    }
    assert!(is_section("A.2") && is_section("C.10"));
    assert!(!is_section("v1.2") && !is_section("A.x"));
}
