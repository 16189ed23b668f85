//! Schemas of the words files for results: headlines, levels, add-ons, advice, lists.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Schema of `levels.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelsWords {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// Texts by level code.
    pub levels: BTreeMap<String, LevelText>,
}

/// Texts of a level of care.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelText {
    /// Its name.
    pub name: String,
    /// Its name inside a sentence.
    pub in_a_sentence: String,
    /// What it is.
    pub what: String,
    /// What it is, in the voice about someone else.
    pub what_other: Option<String>,
    /// Hours a week.
    pub hours: String,
    /// Where the person sleeps.
    pub nights: String,
    /// Typical duration.
    pub length: String,
    /// Short caption below its name in a picture.
    pub visit: String,
    /// Medical care at this level.
    pub medical: String,
    /// What it means for family and work.
    pub asks: String,
    /// A typical day.
    pub day: String,
    /// For whom it is typical.
    pub who: String,
    /// For whom it is typical, in the voice about someone else.
    pub who_other: Option<String>,
    /// What happens at this level.
    pub happens: Vec<String>,
    /// What happens at this level, in the voice about someone else.
    pub happens_other: Option<Vec<String>>,
    /// What speaks for it.
    pub good: Vec<String>,
    /// What speaks against it, in as many lines.
    pub hard: Vec<String>,
}

/// Schema of `headlines.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadlinesWords {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// Texts by headline id.
    pub headlines: BTreeMap<String, HeadlineText>,
    /// Texts by urgency code.
    pub urgency: BTreeMap<String, String>,
    /// Texts by rating.
    pub ratings: BTreeMap<String, String>,
    /// Texts by dimension code.
    pub dimensions: BTreeMap<String, String>,
}

/// Texts of a headline.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadlineText {
    /// Headline; `{level}` is replaced by the level's name.
    pub title: String,
    /// Headline, in the voice about someone else.
    pub title_other: Option<String>,
    /// What it means.
    pub lead: String,
    /// What it means, in the voice about someone else.
    pub lead_other: Option<String>,
    /// Name of the first step, if it has its own.
    pub first_step: Option<String>,
    /// Three things for today.
    pub today: [String; 3],
    /// Three things for today, in the voice about someone else.
    pub today_other: Option<[String; 3]>,
}

/// Schema of `add-ons.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddOnsWords {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// Texts by add-on code.
    pub add_ons: BTreeMap<String, AddOnText>,
}

/// Texts of an add-on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddOnText {
    /// Its title.
    pub title: String,
    /// Its title, in the voice about someone else.
    pub title_other: Option<String>,
    /// The advice.
    pub text: String,
    /// The advice, in the voice about someone else.
    pub other: Option<String>,
}

/// Schema of `words/<locale>/advice.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdviceWords {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// Texts by advice id.
    pub advice: BTreeMap<String, AddOnText>,
}

/// Schema of `take-along.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeAlongWords {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// Checklists for the exported summary.
    pub take_along: TakeAlongText,
}

/// Checklists for the exported summary.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeAlongText {
    /// Questions to ask any provider.
    pub questions: Vec<String>,
    /// What to look for in a provider where the site's programs do not fit.
    pub look_for: Vec<String>,
}
