//! Readability of the texts: a school grade for every sentence that a visitor sees.
//!
//! Computes the Flesch-Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom 1975, Naval
//! Technical Training Command, Research Branch Report 8-75), a formula for English.
//! Decision 0013 describes what is counted and the limits of the formula. Start at [`read`].

pub mod ease;

mod lexicon;

mod sentence;

mod summary;

mod syllables;

use std::path::Path;

use content_compiler::problem::Problem;
use content_compiler::sentences;
use content_compiler::words_files::WordsFiles;

pub use lexicon::{Counting, FamiliarWord, Lexicon, Word};
pub use sentence::{Grade, Measure, Sentence};
pub use summary::Summary;

/// Language of the formula.
pub const LANGUAGE: &str = "en";

/// Fields of the words files that no screen shows.
const NOT_SHOWN: [&str; 3] = ["status", "reviewed_by", "option_set"];

/// A list of which the page shows one entry at a time.
const LIST: &str = "phrases.months";

/// Placeholders for a level of care; all others are for a number, a date or a name.
const LEVELS: [&str; 3] = ["{level}", "{mildest}", "{careful}"];

/// Reads every sentence that visitors in the United States see, in both voices.
pub fn read(folder: &Path) -> Result<Vec<Sentence>, Vec<Problem>> {
    read_in(folder, LANGUAGE)
}

/// Reads every sentence that visitors see in a locale of [`LANGUAGE`], such as `en-GB`.
pub fn read_in(folder: &Path, locale: &str) -> Result<Vec<Sentence>, Vec<Problem>> {
    let mut problems = Vec::new();
    let lexicon = Lexicon::read(folder, &mut problems);
    let files = WordsFiles::read(folder, locale, &mut problems);
    let Some((lexicon, files)) = lexicon.zip(files) else {
        return Err(problems);
    };
    let levels = files.levels.body.levels.values();
    let levels: Vec<&str> = levels.map(|level| level.in_a_sentence.as_str()).collect();
    let mut found = Vec::new();
    for (path, (_, text)) in sentences::read(&files, &mut problems) {
        let Some((file, key)) = path.split_once(".toml.") else {
            continue;
        };
        if NOT_SHOWN
            .iter()
            .any(|field| key.rsplit('.').next() == Some(*field))
        {
            continue;
        }
        let parts: Vec<&str> = match key {
            LIST => text.split(", ").collect(),
            _ => sentence::split(&text),
        };
        for part in parts {
            let fillings = fillings(part, &levels);
            let read = |filled: &String| Sentence::read(file, key, filled, &lexicon);
            let hardest = fillings.iter().map(read).max_by_key(Sentence::weight);
            found.extend(hardest);
        }
    }
    match problems.as_slice() {
        [] => Ok(found),
        _ => Err(problems),
    }
}

/// Expands a text with every level of care in its placeholders.
fn fillings(text: &str, levels: &[&str]) -> Vec<String> {
    if !LEVELS.iter().any(|name| text.contains(name)) {
        return vec![text.to_owned()];
    }
    let filled = |level: &&str| {
        LEVELS
            .iter()
            .fold(text.to_owned(), |text, name| text.replace(name, level))
    };
    levels.iter().map(filled).collect()
}
