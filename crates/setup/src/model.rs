//! What the form holds. All that is shown beside it is worked out anew from this.

use std::collections::BTreeMap;

use assessment::LevelOfCare;
use site::hosting::{Hosting, ServerKind};
use site::partners;
use site::{ContactWay, Encoding, JsonValue, Offer, Scheme, WithdrawalCareKind};

use super::choice::{Ability, Mode, PreviewScreen, Theme};
use super::field::Field;
use super::opening::Opening;
use super::output::Output;

/// The state of the page.
#[derive(Clone, Debug)]
pub struct Model {
    texts: BTreeMap<Field, String>,
    /// Levels that are offered; none ticked says nothing.
    pub levels: Vec<LevelOfCare>,
    /// Help with stopping safely.
    pub withdrawal_care: WithdrawalCareKind,
    /// What else the programs can do; what is not in it is not said.
    pub abilities: BTreeMap<Ability, bool>,
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
    pub screen: PreviewScreen,
    /// In which scheme the preview is drawn.
    pub scheme: Scheme,
    /// Whose headers are shown.
    pub server: ServerKind,
    /// Whether the center says that it offers none of the levels. No tick alone says nothing.
    pub offers_no_level: bool,
    /// Settings of the opened file that the form does not ask for.
    pub kept: Vec<(String, JsonValue)>,
    /// How many files were opened or refused: what a list shows, and what is announced, begins anew.
    pub openings: u32,
    /// What became of the file that was opened last.
    pub opening: Opening,
    /// What was copied last, and whether the browser let it.
    pub copied: Option<(Output, bool)>,
}

impl Default for Model {
    fn default() -> Model {
        Model {
            texts: BTreeMap::new(),
            levels: Vec::new(),
            withdrawal_care: WithdrawalCareKind::NotSaid,
            abilities: BTreeMap::new(),
            days: [false; 7],
            ways: Vec::new(),
            encoding: Encoding::Json,
            mode: Mode::Inline,
            theme: Theme::Auto,
            language: None,
            screen: PreviewScreen::Start,
            scheme: Scheme::Light,
            server: ServerKind::Apache,
            offers_no_level: false,
            kept: Vec::new(),
            openings: 0,
            opening: Opening::Nothing,
            copied: None,
        }
    }
}

impl Model {
    /// The form as it is shown first, but for how a page shows the check: that stands in no settings.
    pub(super) fn emptied(&self) -> Model {
        let shown = [Field::Label, Field::Place];
        let texts = shown.map(|field| (field, self.typed(field).to_owned()));
        Model {
            texts: texts.into(),
            mode: self.mode,
            theme: self.theme,
            language: self.language,
            screen: self.screen,
            scheme: self.scheme,
            server: self.server,
            openings: self.openings,
            ..Model::default()
        }
    }

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

    /// The lines of a field that say something.
    pub fn lines(&self, field: Field) -> impl Iterator<Item = &str> {
        let lines = self.text(field).lines();
        lines.map(str::trim).filter(|line| !line.is_empty())
    }

    /// The same of the field for partners, where blanks and commas part them too.
    pub fn partner_lines(&self) -> impl Iterator<Item = &str> {
        let lines = self.text(Field::Partners).split(['\n', ' ', ',']);
        lines.map(str::trim).filter(|line| !line.is_empty())
    }

    /// What is said of an ability.
    pub fn offer(&self, ability: Ability) -> Offer {
        match self.abilities.get(&ability) {
            Some(true) => Offer::Yes,
            Some(false) => Offer::No,
            None => Offer::NotSaid,
        }
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
