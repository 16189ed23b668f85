//! Messages of the setup page.

use assessment::LevelOfCare;
use site::hosting::ServerKind;
use site::{ContactWay, JsonValue, Scheme};

use super::choice::{Ability, PreviewScreen};
use super::field::Field;
use super::opening::Refusal;
use super::output::Output;

/// An action of the site owner, or a result from the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Changed the text of a field.
    Typed(Field, String),
    /// Picked an entry of a list, by its value.
    Picked(Pick, String),
    /// Toggled a level.
    Level(LevelOfCare),
    /// Toggled the statement that no level is offered.
    NoLevel,
    /// Toggled a weekday, Monday first.
    Day(usize),
    /// Toggled a contact form.
    Way(ContactWay),
    /// Finished reading the file with this name.
    Opened(String, Result<JsonValue, Refusal>),
    /// Shows another screen in the preview.
    Look(PreviewScreen),
    /// Changes the color scheme of the preview.
    Light(Scheme),
    /// Shows the headers for another kind of server.
    Server(ServerKind),
    /// Copies an output to the clipboard.
    Copy(Output),
    /// Whether the browser copied the output.
    Copied(Output, bool),
    /// Downloads an output as a file.
    Save(Output),
}

/// A list of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// How the check is embedded.
    Mode,
    /// Color theme.
    Theme,
    /// The language.
    Language,
    /// Kind of withdrawal care.
    WithdrawalCare,
    /// An ability of the programs.
    Ability(Ability),
    /// Encoding of contact requests.
    Encoding,
}
