//! What nobody has settled yet about the rules, told openly.

use std::path::Path;

use serde::Deserialize;

use super::logic::load;
use super::problem::Problem;

/// `open-questions.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenQuestionsFile {
    /// Every open question.
    pub question: Vec<OpenQuestion>,
}

/// One open question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenQuestion {
    /// The stable name.
    pub id: String,
    /// What is open.
    pub question: String,
    /// Why it matters.
    pub matters: String,
    /// What is done until it is answered.
    pub until_then: String,
    /// The rules and questions it is about.
    #[serde(default)]
    pub about: Vec<String>,
}

impl OpenQuestion {
    /// Tells whether it is a decision that a clinician must still make; its name begins with K.
    pub fn for_a_clinician(&self) -> bool {
        self.id.starts_with('K')
    }
}

/// Reads the open questions of a content folder.
pub fn open_questions(folder: &Path) -> Result<Vec<OpenQuestion>, Vec<Problem>> {
    let mut problems = Vec::new();
    let file = load::<OpenQuestionsFile>(folder, "open-questions.toml", &mut problems);
    file.map(|file| file.body.question).ok_or(problems)
}
