//! A sentence and its grade.

use std::fmt;

use super::lexicon::{Counting, Lexicon, Word};

/// Minimum length in words for a grade. In a shorter text one more syllable would change the grade
/// by almost three or more.
const MIN_WORDS: usize = 5;

/// A US school grade, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Grade(pub i32);

impl Grade {
    /// Limit for the median of all sentences.
    pub const TYPICAL: Grade = Grade(600);

    /// Limit for every sentence.
    pub const HARDEST: Grade = Grade(800);

    /// Computes the Flesch-Kincaid grade level of one sentence, rounded up.
    pub fn of(words: i32, syllables: i32) -> Grade {
        let words = words.max(1);
        let easy = 1559 * words - 39 * words * words - 1180 * syllables;
        Grade(-easy.div_euclid(words))
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let hundredths = self.0.abs();
        let text = format!("{sign}{}.{:02}", hundredths / 100, hundredths % 100);
        formatter.pad(&text)
    }
}

/// Readability of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Grade of a sentence that is long enough for the formula.
    Graded(Grade),
    /// A title, label or option too short for the formula, with plain words only.
    PlainFragment,
    /// One with words that are not plain.
    HardFragment,
}

/// A sentence, title, label or option that visitors see.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Name of the words file, without its extension.
    pub file: String,
    /// Key in the file.
    pub key: String,
    /// The text.
    pub text: String,
    /// The words of the text.
    pub words: Vec<Word>,
}

impl Sentence {
    /// Splits one sentence into words.
    pub fn read(file: &str, key: &str, text: &str, lexicon: &Lexicon) -> Sentence {
        Sentence {
            file: file.into(),
            key: key.into(),
            text: text.into(),
            words: lexicon.words(text),
        }
    }

    /// Measures the readability.
    pub fn measure(&self, counting: Counting) -> Measure {
        let syllables = self.words.iter().map(|word| word.syllables(counting));
        if self.words.len() >= MIN_WORDS {
            let words = self.words.iter().map(|_| 1).sum();
            return Measure::Graded(Grade::of(words, syllables.sum()));
        }
        let long = syllables.clone().filter(|syllables| *syllables > 2).count();
        if long > 1 || syllables.max() > Some(3) {
            return Measure::HardFragment;
        }
        Measure::PlainFragment
    }

    /// The grade, if the sentence is long enough.
    pub fn grade(&self, counting: Counting) -> Option<Grade> {
        match self.measure(counting) {
            Measure::Graded(grade) => Some(grade),
            Measure::PlainFragment | Measure::HardFragment => None,
        }
    }

    /// Whether the sentence is within the limits.
    pub fn is_plain(&self, counting: Counting) -> bool {
        match self.measure(counting) {
            Measure::Graded(grade) => grade <= Grade::HARDEST,
            Measure::PlainFragment => true,
            Measure::HardFragment => false,
        }
    }

    /// The words of three syllables or more, longest first.
    pub fn costly_words(&self) -> Vec<&str> {
        let mut words: Vec<&Word> = self.words.iter().collect();
        words.retain(|word| word.syllables(Counting::Everyday) > 2);
        words.sort_by_key(|word| -word.syllables(Counting::Everyday));
        words.iter().map(|word| word.text.as_str()).collect()
    }

    /// Sort key to find the hardest expansion of a text with placeholders.
    pub(super) fn weight(&self) -> (Option<Grade>, i32) {
        let syllables = self.words.iter();
        let syllables = syllables.map(|word| word.syllables(Counting::Everyday));
        (self.grade(Counting::Everyday), syllables.sum())
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Sentence {
            file, key, text, ..
        } = self;
        match self.measure(Counting::Everyday) {
            Measure::Graded(grade) => write!(formatter, "{grade:>5}")?,
            Measure::PlainFragment => formatter.write_str("plain")?,
            Measure::HardFragment => formatter.write_str(" hard")?,
        }
        write!(formatter, "  {file}.toml {key}: {text}")?;
        match self.costly_words().as_slice() {
            [] => Ok(()),
            costly => write!(formatter, " ({})", costly.join(", ")),
        }
    }
}

/// Splits a text into sentences, at full stops, question marks and exclamation marks only.
pub(super) fn split(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (index, _) in text.match_indices(' ') {
        let (so_far, after) = (text.get(start..index), index + 1);
        if let Some(sentence) = so_far.filter(|text| text.ends_with(['.', '?', '!'])) {
            sentences.push(sentence);
            start = after;
        }
    }
    sentences.extend(text.get(start..));
    sentences
}
