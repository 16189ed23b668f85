//! How hard the words are to read: a school grade for every sentence people are shown.
//!
//! The formula is the Flesch-Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom 1975, Naval
//! Technical Training Command, Research Branch Report 8-75). It is made for English.
//! What is counted, and what the formula cannot say, stands in decision 0013.
//! Nothing here changes a text: what is too hard is said in other words. Start at [`read`].

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

/// The language the formula is made for.
pub const LANGUAGE: &str = "en";

/// Fields that stand in the files of words and on no screen.
const NOT_SHOWN: [&str; 3] = ["status", "reviewed_by", "option_set"];

/// A phrase that the page takes one part of at a time.
const LIST: &str = "phrases.months";

/// Placeholders that stand for a level of care; all others stand for a figure, a date or a name.
const LEVELS: [&str; 3] = ["{level}", "{mildest}", "{careful}"];

/// Reads every sentence that people are shown, in both voices, with what it is made of.
pub fn read(folder: &Path) -> Result<Vec<Sentence>, Vec<Problem>> {
    let mut problems = Vec::new();
    let lexicon = Lexicon::read(folder, &mut problems);
    let files = WordsFiles::read(folder, LANGUAGE, &mut problems);
    let Some((lexicon, files)) = lexicon.zip(files) else {
        return Err(problems);
    };
    let levels = files.levels.body.levels.values();
    let levels: Vec<&str> = levels.map(|level| level.in_a_sentence.as_str()).collect();
    let mut found = Vec::new();
    for (location, (_, text)) in sentences::read(&files, &mut problems) {
        let Some((file, key)) = location.split_once(".toml.") else {
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

/// What a text can say once its levels of care are filled in.
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
