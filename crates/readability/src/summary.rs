//! What many sentences come to.

use super::lexicon::Counting;
use super::sentence::{Grade, Measure, Sentence};

/// The grades of many sentences, and the fragments among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Sentences with a grade.
    pub sentences: usize,
    /// Titles, labels and options too short for one.
    pub fragments: usize,
    /// Fragments whose words are not plain.
    pub hard_fragments: usize,
    /// Half of the sentences are this hard at most.
    pub median: Option<Grade>,
    /// Nine of ten are this hard at most.
    pub ninetieth: Option<Grade>,
    /// The hardest is this hard.
    pub highest: Option<Grade>,
}

impl Summary {
    /// Sums up sentences.
    pub fn of<'a>(
        sentences: impl IntoIterator<Item = &'a Sentence>,
        counting: Counting,
    ) -> Summary {
        let mut grades = Vec::new();
        let (mut plain, mut hard) = (0, 0);
        for sentence in sentences {
            match sentence.measure(counting) {
                Measure::Graded(grade) => grades.push(grade),
                Measure::PlainFragment => plain += 1,
                Measure::HardFragment => hard += 1,
            }
        }
        grades.sort();
        // The smallest grade that so many of a hundred do not exceed.
        let share = |hundredths: usize| {
            let location = (grades.len() * hundredths).div_ceil(100);
            grades.get(location.saturating_sub(1)).copied()
        };
        Summary {
            sentences: grades.len(),
            fragments: plain + hard,
            hard_fragments: hard,
            median: share(50),
            ninetieth: share(90),
            highest: grades.last().copied(),
        }
    }
}
