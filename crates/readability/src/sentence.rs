//! One sentence, and how hard it is.

use std::fmt;

use super::lexicon::{Counting, Lexicon, Word};

/// A text with fewer words than this is a fragment: one syllable more would move its grade by almost
/// three, or by more.
const MIN_WORDS: usize = 5;

/// A school grade of the United States, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Grade(pub i32);

impl Grade {
    /// Half of the sentences are this hard at most.
    pub const TYPICAL: Grade = Grade(600);

    /// No sentence is harder.
    pub const HARDEST: Grade = Grade(800);

    /// Weighs one sentence by the Flesch-Kincaid grade level, rounded up.
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

/// What can be said of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Long enough for the formula.
    Graded(Grade),
    /// A title, a label or an option too short for the formula, whose words are all plain.
    PlainFragment,
    /// One whose words are not plain.
    HardFragment,
}

/// A sentence people are shown, or a title, label or option that stands for one.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// The file of words, without its ending.
    pub file: String,
    /// Where it stands in the file.
    pub key: String,
    /// What it says.
    pub text: String,
    /// What it is made of.
    pub words: Vec<Word>,
}

impl Sentence {
    /// Reads one sentence.
    pub fn read(file: &str, key: &str, text: &str, lexicon: &Lexicon) -> Sentence {
        Sentence {
            file: file.into(),
            key: key.into(),
            text: text.into(),
            words: lexicon.words(text),
        }
    }

    /// Measures the sentence.
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

    /// Its grade, if it is long enough to have one.
    pub fn grade(&self, counting: Counting) -> Option<Grade> {
        match self.measure(counting) {
            Measure::Graded(grade) => Some(grade),
            Measure::PlainFragment | Measure::HardFragment => None,
        }
    }

    /// Tells whether it may be shown.
    pub fn is_plain(&self, counting: Counting) -> bool {
        match self.measure(counting) {
            Measure::Graded(grade) => grade <= Grade::HARDEST,
            Measure::PlainFragment => true,
            Measure::HardFragment => false,
        }
    }

    /// The words of three syllables or more that cost most, the longest first.
    pub fn costly_words(&self) -> Vec<&str> {
        let mut words: Vec<&Word> = self.words.iter().collect();
        words.retain(|word| word.syllables(Counting::Everyday) > 2);
        words.sort_by_key(|word| -word.syllables(Counting::Everyday));
        words.iter().map(|word| word.text.as_str()).collect()
    }

    /// What one reading of a sentence with a placeholder weighs against another.
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

/// The sentences of a text. Only a full stop, a question mark or an exclamation mark ends one; a
/// colon or a semicolon makes it longer.
pub(super) fn split(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (location, _) in text.match_indices(' ') {
        let (so_far, after) = (text.get(start..location), location + 1);
        if let Some(sentence) = so_far.filter(|text| text.ends_with(['.', '?', '!'])) {
            sentences.push(sentence);
            start = after;
        }
    }
    sentences.extend(text.get(start..));
    sentences
}
