//! Messages of the workbench.

use assessment::{Answer, ItemIndex, Options};

use super::model::Refusal;

/// An action of the reviewer, or a file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Replaced the answer to a question.
    Answered(ItemIndex, Choice),
    /// Toggled one option of a multiple-choice question.
    Toggled(ItemIndex, u8),
    /// Sets every question to its mildest answer.
    AllMildest,
    /// Clears every answer.
    AllEmpty,
    /// Shows only the questions that are asked, or all.
    OnlyAsked(bool),
    /// Typed or scanned the code of a result.
    Code(String),
    /// Finished reading the file with this name.
    Loaded(String, Result<String, Refusal>),
}

/// A choice in the `<select>` of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Left empty.
    Empty,
    /// "Not sure".
    Unsure,
    /// "Rather not say".
    Declined,
    /// The option with this index.
    Option(u8),
}

impl Choice {
    /// The answer it represents; `None` if the question is left empty.
    pub fn answer(self) -> Option<Answer> {
        match self {
            Choice::Empty => None,
            Choice::Unsure => Some(Answer::Unsure),
            Choice::Declined => Some(Answer::Declined),
            Choice::Option(position) => Some(Answer::Chosen(Options::only(position))),
        }
    }

    /// Value of the choice in the `<select>`; the inverse of [`Choice::named`].
    pub fn name(self) -> String {
        match self {
            Choice::Empty => "empty".into(),
            Choice::Unsure => "unsure".into(),
            Choice::Declined => "declined".into(),
            Choice::Option(position) => position.to_string(),
        }
    }

    /// Parses the value of a choice.
    pub fn named(name: &str) -> Option<Choice> {
        match name {
            "empty" => Some(Choice::Empty),
            "unsure" => Some(Choice::Unsure),
            "declined" => Some(Choice::Declined),
            position => position.parse().ok().map(Choice::Option),
        }
    }
}
