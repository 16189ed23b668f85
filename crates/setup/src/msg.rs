//! What can happen.

use assessment::LevelOfCare;
use site::hosting::ServerKind;
use site::{ContactWay, JsonValue, Scheme};

use super::choice::{Ability, PreviewScreen};
use super::field::Field;
use super::opening::Refusal;
use super::output::Output;

/// Something the site owner or the browser did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Typed into a field.
    Typed(Field, String),
    /// Picked from a list, by the name of the entry.
    Picked(Pick, String),
    /// Ticked a level, or took the tick away.
    Level(LevelOfCare),
    /// Says that no level is offered, or no longer.
    NoLevel,
    /// The same with a day, Monday first.
    Day(usize),
    /// The same with a contact form.
    Way(ContactWay),
    /// The file with this name was read, or not.
    Opened(String, Result<JsonValue, Refusal>),
    /// Wants another screen in the preview.
    Look(PreviewScreen),
    /// Wants the preview light or dark.
    Light(Scheme),
    /// Wants the headers of another kind of server.
    Server(ServerKind),
    /// Wants a text in the clipboard.
    Copy(Output),
    /// The browser did that, or refused.
    Copied(Output, bool),
    /// Wants a text as a file.
    Save(Output),
}

/// A list to pick from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// How the check is shown.
    Mode,
    /// Light or dark.
    Theme,
    /// The language.
    Language,
    /// Help with stopping safely.
    WithdrawalCare,
    /// Something else that a program can do.
    Ability(Ability),
    /// How contact requests are written.
    Encoding,
}
