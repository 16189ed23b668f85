//! What the bench holds: an set of answers, and what the last change did. No result is stored.

use assessment::{Answer, Evaluation, GapPolicy, ScoredAnswers};
use assessment::{Options, Questionnaire, Recommendation, Response, assess};
use edge::FileError;
use fhir::ResponseError;
use result_code::CodeError;

use super::difference::Difference;

/// The state of the bench.
#[derive(Clone, Debug)]
pub struct Model {
    /// What is asked.
    pub questionnaire: &'static Questionnaire,
    /// The set of answers. Answers to questions that are not asked stay on it and count for nothing.
    pub response: Response,
    /// Whether questions that are not asked are left out of the list.
    pub only_asked: bool,
    /// What came of the last file or code.
    pub loading: Loading,
    /// What the last change of answers did.
    pub difference: Option<Difference>,
}

/// What came of the last file or code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loading {
    /// None was chosen.
    Nothing,
    /// The answers are those of the file with this name.
    Done(String),
    /// The file with this name was refused, and the answers stayed as they were.
    Refused(String, Refusal),
}

/// A file may hold this many bytes. A response that answers everything holds a twentieth of it.
pub const MAX_BYTES: u32 = 4 * 1024 * 1024;

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It could not be read.
    File(FileError),
    /// It is no response to this questionnaire.
    Response(ResponseError),
    /// It is no code of a result.
    Code(CodeError),
}

impl Model {
    /// Begins with the mildest answer everywhere, so that every later change shows what it does alone.
    pub fn new(questionnaire: &'static Questionnaire) -> Model {
        Model {
            questionnaire,
            response: mildest(questionnaire),
            only_asked: false,
            loading: Loading::Nothing,
            difference: None,
        }
    }

    /// What the answers come to.
    pub fn result(&self) -> Recommendation {
        assess(self.questionnaire, &self.response)
    }

    /// How the answers are read, and which rules fire.
    pub fn evaluation(&self) -> Evaluation {
        let scored = ScoredAnswers::read(self.questionnaire, &self.response, GapPolicy::PerItem);
        Evaluation::of(self.questionnaire, scored)
    }
}

/// A definite answer everywhere, the mildest one.
pub(super) fn mildest(questionnaire: &Questionnaire) -> Response {
    let mut response = Response::default();
    for item in questionnaire.items {
        let mildest: Options = item.mildest();
        response.set(item.link_id, Answer::Chosen(mildest));
    }
    response
}
