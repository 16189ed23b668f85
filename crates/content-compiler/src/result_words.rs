//! The shape of the words files that a result is made of: first lines, levels, add-ons, advice, lists.

use std::collections::BTreeMap;

use serde::Deserialize;

/// `levels.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelsWords {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// By level.
    pub levels: BTreeMap<String, LevelText>,
}

/// The words of a level.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelText {
    /// Its name.
    pub name: String,
    /// Its name inside a sentence.
    pub in_a_sentence: String,
    /// What it is.
    pub what: String,
    /// What it is, about someone else.
    pub what_other: Option<String>,
    /// Hours a week.
    pub hours: String,
    /// Where the nights are.
    pub nights: String,
    /// How long it tends to last.
    pub length: String,
    /// A few words under its name in a picture.
    pub visit: String,
    /// Medical care there.
    pub medical: String,
    /// What it asks of family and work.
    pub asks: String,
    /// Whom it tends to suit.
    pub who: String,
    /// Whom it tends to suit, about someone else.
    pub who_other: Option<String>,
    /// What happens there.
    pub happens: Vec<String>,
    /// What happens there, about someone else.
    pub happens_other: Option<Vec<String>>,
    /// What speaks for it.
    pub good: Vec<String>,
    /// What speaks against it, in as many lines.
    pub hard: Vec<String>,
}

/// `headlines.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadlinesWords {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// By headline.
    pub headlines: BTreeMap<String, HeadlineText>,
    /// By urgency.
    pub urgency: BTreeMap<String, String>,
    /// By rating.
    pub ratings: BTreeMap<String, String>,
    /// By dimension.
    pub dimensions: BTreeMap<String, String>,
}

/// The words of a headline.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadlineText {
    /// The line; `{level}` is the level's name.
    pub title: String,
    /// The line about someone else.
    pub title_other: Option<String>,
    /// What it means.
    pub lead: String,
    /// What it means, about someone else.
    pub lead_other: Option<String>,
    /// What the first step is called, where it has a name of its own.
    pub first_step: Option<String>,
    /// Three things for today.
    pub today: [String; 3],
    /// Three things for today, about someone else.
    pub today_other: Option<[String; 3]>,
}

/// `add-ons.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddOnsWords {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// By add-on.
    pub add_ons: BTreeMap<String, AddOnText>,
}

/// The words of an add-on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddOnText {
    /// Its title.
    pub title: String,
    /// Its title about someone else.
    pub title_other: Option<String>,
    /// The advice.
    pub text: String,
    /// The advice about someone else.
    pub other: Option<String>,
}

/// `advice.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdviceWords {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// By advice.
    pub advice: BTreeMap<String, AddOnText>,
}

/// `take-along.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeAlongWords {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// Lists to take along.
    pub take_along: TakeAlongText,
}

/// Lists to take along.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeAlongText {
    /// Questions to ask any provider.
    pub questions: Vec<String>,
    /// What to look for where the site does not fit.
    pub look_for: Vec<String>,
}
