//! Range of outputs where answers are missing.

use super::evaluation::Evaluation;
use super::output::Outputs;
use super::questionnaire::Questionnaire;
use super::response::Response;
use super::scored_answers::{GapPolicy, ScoredAnswers};

/// Outputs with every gap at its mildest and at its most careful option. Every way to fill the
/// gaps gives outputs in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// Outputs with every gap at its mildest option.
    pub mildest: Outputs,
    /// Outputs with every gap at its option of most concern.
    pub most_careful: Outputs,
}

impl Range {
    /// Evaluates both ends. Answers to hidden items must have been removed.
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
