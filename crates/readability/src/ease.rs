//! Reading ease of Spanish and French words, by a formula published for each language.
//!
//! Spanish: Szigriszt Pazos 1993, read by the INFLESZ scale (Barrio-Cantalejo and others 2008, Anales del Sistema
//! Sanitario de Navarra 31). French: Kandel and Moles 1958 (Cahiers d'Études de Radio-Télévision 19). Both are
//! Flesch's reading ease with other weights: 100 is very easy, 0 very hard. For Arabic none is used: published
//! formulas need vowel marks, which texts like these do not have, or models of their own.

use std::path::Path;

use content_compiler::problem::Problem;
use content_compiler::sentences;
use content_compiler::words_files::WordsFiles;

use super::sentence::split;
use super::{LIST, NOT_SHOWN};

/// Sentences of fewer words are titles and labels: formulas are made for sentences.
const MIN_WORDS: usize = 5;

/// A language with a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    /// Szigriszt Pazos: 206.835 − 62.3 × syllables ÷ words − words ÷ sentences.
    Spanish,
    /// Kandel and Moles: 207 − 73.6 × syllables ÷ words − 1.015 × words ÷ sentences.
    French,
}

/// Counts of the words of a locale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Sentences of five words and more; shorter texts are titles and labels.
    pub sentences: u32,
    /// Their words.
    pub words: u32,
    /// Their syllables.
    pub syllables: u32,
}

impl Formula {
    /// The formula of a locale, such as `es` or `fr-CA`.
    pub fn of(locale: &str) -> Option<Formula> {
        match locale.split('-').next() {
            Some("es") => Some(Formula::Spanish),
            Some("fr") => Some(Formula::French),
            _ => None,
        }
    }

    /// Name, with its source.
    pub fn name(self) -> &'static str {
        match self {
            Formula::Spanish => "Szigriszt Pazos 1993 (INFLESZ: easy from 65, plain from 55)",
            Formula::French => "Kandel and Moles 1958 (easy from 70, plain from 60)",
        }
    }

    /// Reading ease in thousandths, rounded down. `None` without a sentence.
    pub fn thousandths(self, counts: Counts) -> Option<i64> {
        let [sentences, words, syllables] =
            [counts.sentences, counts.words, counts.syllables].map(i64::from);
        let (most, a_syllable, a_word) = match self {
            Formula::Spanish => (206_835, 62_300, 1_000),
            Formula::French => (207_000, 73_600, 1_015),
        };
        let by_syllables = (a_syllable * syllables).checked_div(words)?;
        let by_words = (a_word * words).checked_div(sentences)?;
        Some(most - by_syllables - by_words)
    }

    /// Counts the syllables of a word by its letters; a figure counts as one.
    pub fn syllables(self, word: &str) -> u32 {
        let letters: Vec<char> = word.to_lowercase().chars().collect();
        let count = match self {
            Formula::Spanish => spanish(&letters),
            Formula::French => french(&letters),
        };
        count.max(1)
    }
}

/// Counts the sentences that visitors see in a locale with a formula.
pub fn count(folder: &Path, locale: &str, formula: Formula) -> Result<Counts, Vec<Problem>> {
    let mut problems = Vec::new();
    let files = WordsFiles::read(folder, locale, &mut problems);
    let texts = files.map(|files| sentences::read(&files, &mut problems));
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut counts = Counts::default();
    for (path, (_, text)) in texts.into_iter().flatten() {
        let is_shown = NOT_SHOWN
            .iter()
            .all(|field| path.rsplit('.').next() != Some(*field));
        if !is_shown || path.ends_with(LIST) {
            continue;
        }
        for sentence in split(&text) {
            let words: Vec<&str> = sentence
                .split(|letter: char| {
                    !(letter.is_alphanumeric() || letter == '\'' || letter == '’')
                })
                .filter(|word| word.contains(char::is_alphanumeric))
                .collect();
            if words.len() < MIN_WORDS {
                continue;
            }
            counts.sentences += 1;
            counts.words += u32::try_from(words.len()).unwrap_or(u32::MAX);
            counts.syllables += words
                .iter()
                .map(|word| formula.syllables(word))
                .sum::<u32>();
        }
    }
    Ok(counts)
}

/// A strong vowel, or a weak one with an accent, is a syllable; a weak one beside it belongs to it.
fn spanish(letters: &[char]) -> u32 {
    let is_strong = |letter: char| "aeoáéíóú".contains(letter);
    let is_weak = |letter: char| "iuü".contains(letter);
    let mut count = 0;
    let mut before = None;
    for (position, letter) in letters.iter().copied().enumerate() {
        let after = letters.get(position.saturating_add(1)).copied();
        // The u of que, qui, gue and gui is silent; y is a vowel at the end of a word.
        let is_silent = letter == 'u'
            && matches!(before, Some('q' | 'g'))
            && after.is_some_and(|after| "eiéí".contains(after));
        let is_final_y = letter == 'y' && after.is_none();
        if is_strong(letter) {
            count += 1;
        } else if is_weak(letter) && !is_silent {
            let beside = |other: Option<char>| {
                other.is_some_and(|other| is_strong(other) && !"íú".contains(other))
            };
            let follows_weak = before.is_some_and(is_weak);
            if !beside(before) && !beside(after) && !follows_weak {
                count += 1;
            }
        } else if is_final_y && !before.is_some_and(|letter| is_strong(letter) || is_weak(letter)) {
            count += 1;
        }
        before = Some(letter);
    }
    count
}

/// A group of vowels is a syllable; a last e, es or ent after a consonant is silent.
fn french(letters: &[char]) -> u32 {
    const VOWELS: &str = "aeiouyàâäéèêëîïôöùûüœæ";
    let is_vowel = |letter: &char| VOWELS.contains(*letter);
    let groups = letters
        .split(|letter| !is_vowel(letter))
        .filter(|group| !group.is_empty());
    let count: u32 = groups.map(|_| 1).sum();
    let stem = match letters {
        [stem @ .., 'e'] | [stem @ .., 'e', 's'] => stem,
        _ => return count,
    };
    let is_silent = match stem {
        [.., 'g' | 'q', 'u'] => true,
        _ => stem.last().is_some_and(|letter| !is_vowel(letter)),
    };
    if is_silent && count > 1 {
        count - 1
    } else {
        count
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn syllables_of_spanish_words() {
        for (word, count) in [
            ("ayuda", 3),
            ("alcohol", 3),
            ("quiere", 2),
            ("guía", 2),
            ("día", 2),
            ("ciudad", 2),
            ("muy", 1),
            ("hoy", 1),
            ("tratamiento", 4),
            ("988", 1),
            ("país", 2),
        ] {
            assert_eq!(Formula::Spanish.syllables(word), count, "{word}");
        }
    }

    #[test]
    fn syllables_of_french_words() {
        for (word, count) in [
            ("aide", 1),
            ("alcool", 2),
            ("semaine", 2),
            ("jours", 1),
            ("le", 1),
            ("médecin", 3),
            ("été", 2),
            ("drogues", 1),
        ] {
            assert_eq!(Formula::French.syllables(word), count, "{word}");
        }
    }

    /// What the scale of each formula calls easy.
    #[test]
    fn translations_are_easy_to_read() {
        let content = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../content"));
        for (locale, easy) in [("es", 65_000), ("fr", 70_000), ("fr-CA", 70_000)] {
            let formula = Formula::of(locale).unwrap();
            let counts = count(content, locale, formula).unwrap();
            assert!(counts.sentences > 1_000, "{locale}: {counts:?}");
            let ease = formula.thousandths(counts).unwrap();
            assert!(ease >= easy, "{locale}: {ease}");
        }
    }

    /// A hundred words in ten sentences with 200 syllables: 206.835 - 124.6 - 10, and 207 - 147.2 - 10.15.
    #[test]
    fn ease_is_that_of_the_formulas() {
        let counts = Counts {
            sentences: 10,
            words: 100,
            syllables: 200,
        };
        assert_eq!(Formula::Spanish.thousandths(counts), Some(72_235));
        assert_eq!(Formula::French.thousandths(counts), Some(49_650));
        assert_eq!(Formula::French.thousandths(Counts::default()), None);
        assert_eq!(Formula::of("fr-CA"), Some(Formula::French));
        assert_eq!(Formula::of("ar"), None);
    }
}
