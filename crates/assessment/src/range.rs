//! The honest range where answers are missing.

use super::evaluation::Evaluation;
use super::output::Outputs;
use super::questionnaire::Questionnaire;
use super::response::Response;
use super::scored_answers::{GapPolicy, ScoredAnswers};

/// The outputs under the mildest and the most careful reading of what is missing. Every way of
/// filling the gaps lies between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// Every gap at its mildest option.
    pub mildest: Outputs,
    /// Every gap at its option of most concern.
    pub most_careful: Outputs,
}

impl Range {
    /// Reads the gaps both ways. Answers to what is not asked have to be gone already.
    pub(super) fn of(questionnaire: &Questionnaire, asked: &Response) -> Range {
        let read = |reading| {
            let scored = ScoredAnswers::read(questionnaire, asked, reading);
            Evaluation::of(questionnaire, scored).outputs
        };
        Range {
            mildest: read(GapPolicy::Mildest),
            most_careful: read(GapPolicy::MostCareful),
        }
    }
}
