//! Choices that the form offers as lists.

use site::{Offer, Programs};

/// How the check is shown in another page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// In the page, with automatic height.
    #[default]
    Inline,
    /// In a dialog that a button opens.
    Popup,
    /// In a dialog that a button at the edge of the window opens.
    SideTab,
    /// On its own page, through a link.
    FullPage,
}

/// Color theme of the check.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Follows `prefers-color-scheme`.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Which screen the preview shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PreviewScreen {
    /// The start screen.
    #[default]
    Start,
    /// A result screen.
    Result,
}

/// A capability of a program besides its levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ability {
    /// Medication for opioid use.
    MedicationOpioid,
    /// Medication for alcohol use.
    MedicationAlcohol,
    /// Mental-health care in the same program.
    MentalHealth,
    /// Treats people who are pregnant.
    Pregnancy,
    /// Treats people under 18.
    Under18,
}

impl Ability {
    /// Every ability, in the order of the form.
    pub const ALL: [Ability; 5] = [
        Ability::MedicationOpioid,
        Ability::MedicationAlcohol,
        Ability::MentalHealth,
        Ability::Pregnancy,
        Ability::Under18,
    ];

    /// What the settings say about this ability.
    pub(super) fn offer(self, programs: &Programs) -> Offer {
        match self {
            Ability::MedicationOpioid => programs.medication_opioid,
            Ability::MedicationAlcohol => programs.medication_alcohol,
            Ability::MentalHealth => programs.mental_health,
            Ability::Pregnancy => programs.pregnancy,
            Ability::Under18 => programs.under_18,
        }
    }

    /// Its key in `programs`.
    pub fn key(self) -> &'static str {
        match self {
            Ability::MedicationOpioid => "medication_opioid",
            Ability::MedicationAlcohol => "medication_alcohol",
            Ability::MentalHealth => "mental_health",
            Ability::Pregnancy => "pregnancy",
            Ability::Under18 => "under_18",
        }
    }
}

impl Mode {
    /// Every mode.
    pub const ALL: [Mode; 4] = [Mode::Inline, Mode::Popup, Mode::SideTab, Mode::FullPage];

    /// Its name in the snippet.
    pub fn code(self) -> &'static str {
        match self {
            Mode::Inline => "inline",
            Mode::Popup => "popup",
            Mode::SideTab => "side-tab",
            Mode::FullPage => "full-page",
        }
    }
}

impl Theme {
    /// Every theme.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// Its name in the snippet.
    pub fn code(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

impl PreviewScreen {
    /// Every screen.
    pub const ALL: [PreviewScreen; 2] = [PreviewScreen::Start, PreviewScreen::Result];

    /// Its name in the page.
    pub fn code(self) -> &'static str {
        match self {
            PreviewScreen::Start => "start",
            PreviewScreen::Result => "result",
        }
    }
}
