//! State of the workbench: a set of answers and the effect of the last change. Stores no result.

use assessment::{Answer, Evaluation, GapPolicy, ScoredAnswers};
use assessment::{Options, Questionnaire, Recommendation, Response, assess};
use edge::FileError;
use fhir::ResponseError;
use result_code::CodeError;

use super::difference::Difference;

/// State of the workbench.
#[derive(Clone, Debug)]
pub struct Model {
    /// The questionnaire.
    pub questionnaire: &'static Questionnaire,
    /// The answers. Answers to questions that are not asked stay, and count for nothing.
    pub response: Response,
    /// Whether to hide questions that are not asked.
    pub only_asked: bool,
    /// State of the last file.
    pub loading: Loading,
    /// Effect of the last change of answers on the result.
    pub difference: Option<Difference>,
}

/// State of the last file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loading {
    /// No file was loaded.
    Nothing,
    /// The answers come from the file with this name.
    Done(String),
    /// The file with this name was rejected, and the answers did not change.
    Refused(String, Refusal),
}

/// Maximum size of a file in bytes, twenty times a complete response.
pub const MAX_BYTES: u32 = 4 * 1024 * 1024;

/// Why a file was rejected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The file could not be read.
    File(FileError),
    /// The content is not a response to this questionnaire.
    Response(ResponseError),
    /// It is no code of a result.
    Code(CodeError),
}

impl Model {
    /// Starts with the mildest answer to every item, so that each change shows its own effect.
    pub fn new(questionnaire: &'static Questionnaire) -> Model {
        Model {
            questionnaire,
            response: mildest(questionnaire),
            only_asked: false,
            loading: Loading::Nothing,
            difference: None,
        }
    }

    /// Assesses the answers.
    pub fn result(&self) -> Recommendation {
        assess(self.questionnaire, &self.response)
    }

    /// Evaluates the answers: how they are scored, and which rules fire.
    pub fn evaluation(&self) -> Evaluation {
        let scored = ScoredAnswers::read(self.questionnaire, &self.response, GapPolicy::PerItem);
        Evaluation::of(self.questionnaire, scored)
    }
}

/// The mildest answer to every item.
pub(super) fn mildest(questionnaire: &Questionnaire) -> Response {
    let mut response = Response::default();
    for item in questionnaire.items {
        let mildest: Options = item.mildest();
        response.set(item.link_id, Answer::Chosen(mildest));
    }
    response
}
