//! Lexicon of English: names, familiar words, and syllable counts for exceptions to the rules.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::LANGUAGE;
use super::syllables::syllables;
use content_compiler::logic::{LoadedFile, load};
use content_compiler::problem::Problem;

/// Maximum number of syllables that a name or a familiar word counts as.
const FAMILIAR: i32 = 2;

/// How to count the syllables of names and familiar words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// Every word as spoken.
    AsSpoken,
    /// Names as familiar; listed words as spoken.
    NamesFamiliar,
    /// Names and listed words as familiar. The limits for the texts use this one.
    Everyday,
}

/// Kind of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Plain,
    Familiar,
    Name,
}

/// One word of a sentence, or a whole name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word as written in the sentence.
    pub text: String,
    spoken: i32,
    kind: Kind,
}

impl Word {
    /// Counts the syllables.
    pub fn syllables(&self, counting: Counting) -> i32 {
        let is_familiar = match counting {
            Counting::AsSpoken => false,
            Counting::NamesFamiliar => self.kind == Kind::Name,
            Counting::Everyday => self.kind != Kind::Plain,
        };
        if is_familiar {
            return self.spoken.min(FAMILIAR);
        }
        self.spoken
    }
}

/// Content of `readability/en.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    /// Names of services and websites, exactly as shown.
    pub services: Vec<String>,
    /// Other official names, exactly as shown.
    pub names: Vec<String>,
    /// Familiar words.
    pub familiar: Vec<FamiliarWord>,
    /// Syllables of words that the rules miscount.
    pub syllables: BTreeMap<String, i32>,
}

/// A word that the page explains, or that people need to recognize elsewhere.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FamiliarWord {
    /// Its forms, in lower case.
    pub forms: Vec<String>,
    /// Why a plainer word is not possible.
    pub reason: String,
}

impl Lexicon {
    /// Reads the lexicon of a content folder.
    pub fn read(folder: &Path, problems: &mut Vec<Problem>) -> Option<Lexicon> {
        let file = format!("readability/{LANGUAGE}.toml");
        let loaded: LoadedFile<Lexicon> = load(folder, &file, problems)?;
        Some(loaded.body)
    }

    /// Counts the syllables of one word.
    pub fn spoken(&self, word: &str) -> i32 {
        word.split(['-', '/']).map(|part| self.part(part)).sum()
    }

    fn part(&self, part: &str) -> i32 {
        let letters = part.trim_end_matches("'s").to_lowercase();
        let known = self.syllables.get(&letters).or_else(|| {
            let singular = letters.strip_suffix('s')?;
            self.syllables.get(singular)
        });
        known.copied().unwrap_or_else(|| syllables(part))
    }

    /// Splits a text into words; a name stays whole.
    pub fn words(&self, text: &str) -> Vec<Word> {
        let mut words = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            if let Some(name) = self.name_at(rest) {
                let parts = name.split_whitespace();
                words.push(Word {
                    text: name.to_owned(),
                    spoken: parts.map(|part| self.spoken(part)).sum(),
                    kind: Kind::Name,
                });
                rest = rest.get(name.len()..).unwrap_or_default();
                continue;
            }
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            words.extend(self.word(word));
            rest = after.trim_start();
        }
        words
    }

    /// The longest name at the start of a text.
    fn name_at<'a>(&self, text: &'a str) -> Option<&'a str> {
        let names = self.services.iter().chain(&self.names);
        let begin = names.filter_map(|name| {
            let (begin, after) = text.split_at_checked(name.len())?;
            let is_whole = !after.starts_with(char::is_alphanumeric);
            (is_whole && begin.eq_ignore_ascii_case(name)).then_some(begin)
        });
        begin.max_by_key(|name| name.len())
    }

    fn word(&self, word: &str) -> Option<Word> {
        let text = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        if text.is_empty() {
            return None;
        }
        let letters = text.trim_end_matches("'s").to_lowercase();
        let mut forms = self.familiar.iter().flat_map(|word| &word.forms);
        let is_familiar = forms.any(|form| *form == letters);
        Some(Word {
            text: text.to_owned(),
            spoken: self.spoken(text),
            kind: if is_familiar {
                Kind::Familiar
            } else {
                Kind::Plain
            },
        })
    }
}
