//! The state of a translation, sentence by sentence: what is missing, and what has gone stale since its
//! original was reworded.
//!
//! `words/<locale>/translated-from.toml` has a fingerprint of each original, as it was when it was translated.
//! Nothing fails on a stale sentence: the translation of yesterday is better than none.

use std::collections::BTreeMap;
use std::path::Path;

use i18n::wire::fingerprint;

use super::logic::load;
use super::problem::{Problem, Text};
use super::sentences::{self, Sentences};
use super::words_check::{REFERENCE, languages};
use super::words_files::WordsFiles;

/// Name of the file with the fingerprints.
pub const TRANSLATED_FROM: &str = "translated-from.toml";

/// A sentence that needs a translator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands: the translation if there is one, or else the original.
    pub position: Problem,
    /// Its original.
    pub original: String,
}

/// The state of one translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translation {
    /// Number of sentences.
    pub count: usize,
    /// Sentences without a translation. The build refuses all but those about someone else, for which the words
    /// to the person may do.
    pub missing: Vec<Sentence>,
    /// Sentences whose original was reworded since.
    pub stale: Vec<Sentence>,
}

/// Reads the state of one translation.
pub fn read(folder: &Path, locale: &str) -> Result<Translation, Vec<Problem>> {
    let mut problems = Vec::new();
    let (Some(originals), Some(translated)) = (
        sentences_of(folder, REFERENCE, &mut problems),
        sentences_of(folder, locale, &mut problems),
    ) else {
        return Err(problems);
    };
    let file = format!("words/{locale}/{TRANSLATED_FROM}");
    let known: BTreeMap<String, String> = if folder.join(&file).exists() {
        let loaded = load::<BTreeMap<String, String>>(folder, &file, &mut problems);
        loaded.map(|loaded| loaded.body).ok_or(problems)?
    } else {
        BTreeMap::new()
    };
    let mut state = Translation {
        count: originals.len(),
        ..Translation::default()
    };
    for (path, (text, original)) in &originals {
        let sentence = |text: &Text, near: &str| Sentence {
            position: text.problem_near(near, path.as_str()),
            original: original.clone(),
        };
        match translated.get(path) {
            None => state.missing.push(sentence(text, original)),
            Some((text, translation)) if known.get(path) != Some(&print(original)) => {
                state.stale.push(sentence(text, translation));
            }
            Some(_) => {}
        }
    }
    Ok(state)
}

/// Writes the fingerprints of all originals as they are now: every sentence counts as translated.
pub fn fingerprints(folder: &Path) -> Result<String, Vec<Problem>> {
    let mut problems = Vec::new();
    let originals = sentences_of(folder, REFERENCE, &mut problems).ok_or(problems)?;
    let mut text = "# Fingerprint of the English sentence that each one was translated from.\n\
                    # Written by `cargo xtask translations --accept`.\n\n"
        .to_owned();
    for (path, (_, original)) in &originals {
        let line = [
            &toml::Value::from(path.as_str()).to_string(),
            " = \"",
            &print(original),
            "\"\n",
        ];
        text.extend(line);
    }
    Ok(text)
}

/// Lists the locales that are translations.
pub fn translations(folder: &Path) -> Vec<String> {
    let mut all = languages(folder);
    all.retain(|locale| locale != REFERENCE);
    all
}

fn sentences_of(folder: &Path, locale: &str, problems: &mut Vec<Problem>) -> Option<Sentences> {
    let words = WordsFiles::read(folder, locale, problems)?;
    let found = sentences::read(&words, problems);
    problems.is_empty().then_some(found)
}

fn print(original: &str) -> String {
    format!("{:08x}", fingerprint(original, 0))
}
