//! State of the form. The preview and the outputs are derived from it.

use std::collections::BTreeMap;

use assessment::LevelOfCare;
use site::hosting::{Hosting, Inline, ServerKind};
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
    /// Offered levels; empty means not stated.
    pub levels: Vec<LevelOfCare>,
    /// Kind of withdrawal care.
    pub withdrawal_care: WithdrawalCareKind,
    /// Abilities of the programs; a missing entry means not stated.
    pub abilities: BTreeMap<Ability, bool>,
    /// Weekdays with hours, Monday first.
    pub days: [bool; 7],
    /// Offered contact forms.
    pub ways: Vec<ContactWay>,
    /// Encoding of contact requests.
    pub encoding: Encoding,
    /// How the check is embedded.
    pub mode: Mode,
    /// Color theme of the check.
    pub theme: Theme,
    /// Fixed language; `None` uses the first one.
    pub language: Option<&'static str>,
    /// Screen in the preview.
    pub screen: PreviewScreen,
    /// Color scheme of the preview.
    pub scheme: Scheme,
    /// Server whose headers are shown.
    pub server: ServerKind,
    /// Digests of the inline code of this build, for the headers.
    inline: Inline,
    /// Whether the center states that it offers none of the levels.
    pub offers_no_level: bool,
    /// Settings of the opened file without a control in the form; written back unchanged.
    pub other_settings: Vec<(String, JsonValue)>,
    /// Number of files opened or rejected. Key that recreates lists and live regions.
    pub openings: u32,
    /// State of the last opened file.
    pub opening: Opening,
    /// Last copied output, and whether the browser allowed it.
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
            inline: Inline::default(),
            offers_no_level: false,
            other_settings: Vec::new(),
            openings: 0,
            opening: Opening::Nothing,
            copied: None,
        }
    }
}

impl Model {
    /// The initial form of a build with this inline code.
    pub(super) fn of_build(inline: Inline) -> Model {
        Model {
            inline,
            ..Model::default()
        }
    }

    /// The initial form, except how a page embeds the check, which is not part of the settings.
    pub(super) fn emptied(&self) -> Model {
        let shown = [Field::Label, Field::CheckUrl];
        let texts = shown.map(|field| (field, self.typed(field).to_owned()));
        Model {
            texts: texts.into(),
            mode: self.mode,
            theme: self.theme,
            language: self.language,
            screen: self.screen,
            scheme: self.scheme,
            server: self.server,
            inline: self.inline.clone(),
            openings: self.openings,
            ..Model::default()
        }
    }

    /// Value of a field, trimmed.
    pub fn text(&self, field: Field) -> &str {
        self.typed(field).trim()
    }

    /// Value of a field as typed.
    pub fn typed(&self, field: Field) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    /// Sets the value of a field.
    pub fn set(&mut self, field: Field, text: String) {
        self.texts.insert(field, text);
    }

    /// The nonblank lines of a field.
    pub fn lines(&self, field: Field) -> impl Iterator<Item = &str> {
        let lines = self.text(field).lines();
        lines.map(str::trim).filter(|line| !line.is_empty())
    }

    /// The entries of the partners field, which may also be separated by blanks and commas.
    pub fn partner_lines(&self) -> impl Iterator<Item = &str> {
        let lines = self.text(Field::Partners).split(['\n', ' ', ',']);
        lines.map(str::trim).filter(|line| !line.is_empty())
    }

    /// What the form says about an ability.
    pub fn offer(&self, ability: Ability) -> Offer {
        match self.abilities.get(&ability) {
            Some(true) => Offer::Yes,
            Some(false) => Offer::No,
            None => Offer::NotSaid,
        }
    }

    /// Hosting settings for the headers.
    pub fn hosting(&self) -> Hosting {
        let partners = partners(self.partner_lines());
        Hosting::at(self.text(Field::CheckUrl), partners).with_inline(self.inline.clone())
    }

    /// Whether any part of the hours was entered.
    pub fn has_hours(&self) -> bool {
        let texts = [Field::Zone, Field::From, Field::Until, Field::HoursWords];
        self.days.contains(&true) || texts.iter().any(|field| !self.text(*field).is_empty())
    }
}
