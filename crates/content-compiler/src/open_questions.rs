//! Schema of `open-questions.toml`: unresolved questions about the rules.

use std::path::Path;

use serde::Deserialize;

use super::logic::load;
use super::problem::Problem;

/// Schema of `open-questions.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenQuestionsFile {
    /// Every open question.
    pub question: Vec<OpenQuestion>,
}

/// Unresolved question about the rules.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenQuestion {
    /// Stable id.
    pub id: String,
    /// The question.
    pub question: String,
    /// Why it matters.
    pub matters: String,
    /// Interim behavior until it is answered.
    pub until_then: String,
    /// Ids of the rules and questions concerned.
    #[serde(default)]
    pub about: Vec<String>,
}

impl OpenQuestion {
    /// Tells whether it is a decision that a clinician must make: its id begins with K.
    pub fn for_a_clinician(&self) -> bool {
        self.id.starts_with('K')
    }
}

/// Loads the open questions of a content folder.
pub fn open_questions(folder: &Path) -> Result<Vec<OpenQuestion>, Vec<Problem>> {
    let mut problems = Vec::new();
    let file = load::<OpenQuestionsFile>(folder, "open-questions.toml", &mut problems);
    file.map(|file| file.body.question).ok_or(problems)
}
