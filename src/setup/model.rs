//! What the form holds. All that is shown beside it is worked out anew from this.

use std::collections::BTreeMap;

use crate::assessment::LevelOfCare;
use crate::hosting::{Hosting, ServerKind, partners};
use crate::site::{ContactWay, Encoding, Scheme, WithdrawalCareKind};

use super::choice::{Mode, Screen, Theme};
use super::field::Field;
use super::output::Output;

/// The state of the page.
#[derive(Clone, Debug)]
pub struct Model {
    texts: BTreeMap<Field, String>,
    /// Levels that are offered; none ticked says nothing.
    pub levels: Vec<LevelOfCare>,
    /// Help with stopping safely.
    pub withdrawal_care: WithdrawalCareKind,
    /// Days with hours, Monday first.
    pub days: [bool; 7],
    /// Contact forms that are offered.
    pub ways: Vec<ContactWay>,
    /// How contact requests are written.
    pub encoding: Encoding,
    /// How the check is shown.
    pub mode: Mode,
    /// Light or dark.
    pub theme: Theme,
    /// The language that is always used; nothing leaves the first one.
    pub language: Option<&'static str>,
    /// Which screen the preview shows.
    pub screen: Screen,
    /// In which scheme the preview is drawn.
    pub scheme: Scheme,
    /// Whose headers are shown.
    pub server: ServerKind,
    /// What was copied last, and whether the browser let it.
    pub copied: Option<(Output, bool)>,
}

impl Default for Model {
    fn default() -> Model {
        Model {
            texts: BTreeMap::new(),
            levels: Vec::new(),
            withdrawal_care: WithdrawalCareKind::NotSaid,
            days: [false; 7],
            ways: Vec::new(),
            encoding: Encoding::Json,
            mode: Mode::Inline,
            theme: Theme::Auto,
            language: None,
            screen: Screen::Start,
            scheme: Scheme::Light,
            server: ServerKind::Apache,
            copied: None,
        }
    }
}

impl Model {
    /// What stands in a field, without blanks around it.
    pub fn text(&self, field: Field) -> &str {
        self.typed(field).trim()
    }

    /// What stands in a field.
    pub fn typed(&self, field: Field) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    /// Puts a text into a field.
    pub fn set(&mut self, field: Field, text: String) {
        self.texts.insert(field, text);
    }

    /// The lines of the field for partners that say something.
    pub fn partner_lines(&self) -> impl Iterator<Item = &str> {
        let lines = self.text(Field::Partners).split(['\n', ' ', ',']);
        lines.map(str::trim).filter(|line| !line.is_empty())
    }

    /// Where the check stands, for the headers.
    pub fn hosting(&self) -> Hosting {
        Hosting::at(self.text(Field::Place), partners(self.partner_lines()))
    }

    /// Whether anything was entered about when someone answers.
    pub fn has_hours(&self) -> bool {
        let texts = [Field::Zone, Field::From, Field::Until, Field::HoursWords];
        self.days.contains(&true) || texts.iter().any(|field| !self.text(*field).is_empty())
    }
}
