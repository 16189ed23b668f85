//! Summary statistics of many sentences.

use super::lexicon::Counting;
use super::sentence::{Grade, Measure, Sentence};

/// Statistics of the grades, and the numbers of fragments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Number of sentences with a grade.
    pub sentences: usize,
    /// Number of titles, labels and options too short for a grade.
    pub fragments: usize,
    /// Number of fragments with words that are not plain.
    pub hard_fragments: usize,
    /// Median grade.
    pub median: Option<Grade>,
    /// 90th percentile.
    pub ninetieth: Option<Grade>,
    /// Highest grade.
    pub highest: Option<Grade>,
}

impl Summary {
    /// Summarizes sentences.
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
        // Percentile: the smallest grade that this share of sentences does not exceed.
        let percentile = |hundredths: usize| {
            let rank = (grades.len() * hundredths).div_ceil(100);
            grades.get(rank.saturating_sub(1)).copied()
        };
        Summary {
            sentences: grades.len(),
            fragments: plain + hard,
            hard_fragments: hard,
            median: percentile(50),
            ninetieth: percentile(90),
            highest: grades.last().copied(),
        }
    }
}
