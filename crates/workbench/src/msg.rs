//! What can happen on the bench.

use assessment::{Answer, ItemIndex, Options};

use super::model::Refusal;

/// Something the reviewer did, or a file that arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Gave a question this answer, in place of the one before.
    Gave(ItemIndex, Choice),
    /// Switched one option of a question that takes several.
    Toggled(ItemIndex, u8),
    /// Set every question to its mildest answer.
    AllMildest,
    /// Left every question empty.
    AllEmpty,
    /// Shows only the questions that are asked, or all.
    OnlyAsked(bool),
    /// Typed or scanned the code of a result.
    Code(String),
    /// The file with this name was read, or not.
    Loaded(String, Result<String, Refusal>),
}

/// One answer in a list of choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Left empty.
    Empty,
    /// "Not sure".
    Unsure,
    /// "Rather not say".
    Declined,
    /// The option at this place.
    Option(u8),
}

impl Choice {
    /// The answer it stands for; nothing where the question is left empty.
    pub fn answer(self) -> Option<Answer> {
        match self {
            Choice::Empty => None,
            Choice::Unsure => Some(Answer::Unsure),
            Choice::Declined => Some(Answer::Declined),
            Choice::Option(position) => Some(Answer::Chosen(Options::only(position))),
        }
    }

    /// The name of the choice in a list, and back again in [`Choice::named`].
    pub fn name(self) -> String {
        match self {
            Choice::Empty => "empty".into(),
            Choice::Unsure => "unsure".into(),
            Choice::Declined => "declined".into(),
            Choice::Option(position) => position.to_string(),
        }
    }

    /// The choice with this name.
    pub fn named(name: &str) -> Option<Choice> {
        match name {
            "empty" => Some(Choice::Empty),
            "unsure" => Some(Choice::Unsure),
            "declined" => Some(Choice::Declined),
            position => position.parse().ok().map(Choice::Option),
        }
    }
}
