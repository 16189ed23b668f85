//! The shape of the content files. What a file may say, before anything is checked.

mod condition;

pub mod display;

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

pub use condition::{ConditionEntry, Threshold};
pub use display::DisplayFile;

/// `questionnaire.toml`: what there is and in which order.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Canonical address.
    pub url: String,
    /// Date of the last change of items or rules.
    pub version: String,
    /// Date from which the rule set calls itself due for review.
    pub review_by: String,
    /// Item files in order.
    pub items: Vec<String>,
    /// Rule files in order.
    pub rules: Vec<String>,
    /// Renamed items, old and new.
    pub renamed: Vec<[String; 2]>,
    /// What became of answers to earlier versions.
    pub edition: EditionEntry,
    /// Items with a part of their own on the screen.
    pub roles: RolesEntry,
    /// The answers of the typical path, for the minutes on the start screen.
    pub typical: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Sections in order.
    pub section: Vec<Named>,
    /// Pages in order.
    pub page: Vec<PageEntry>,
}

/// Items with a part of their own on the screen.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RolesEntry {
    /// Who the answers are about.
    pub person: Spanned<String>,
    /// What is happening right now.
    pub danger: Spanned<String>,
}

/// What became of answers to earlier versions.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionEntry {
    /// Answers to a version before this date are of an earlier edition.
    pub since: String,
    /// Items whose meaning changed.
    #[serde(default)]
    pub asked_again: Vec<Spanned<String>>,
    /// Items that are asked no more.
    #[serde(default)]
    pub retired: Vec<Spanned<String>>,
    /// Options with another name and the same meaning: old code and new code, by item.
    #[serde(default)]
    pub options: BTreeMap<Spanned<String>, BTreeMap<String, Spanned<String>>>,
}

/// Something with a name only.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// The name.
    pub id: Spanned<String>,
}

/// A page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageEntry {
    /// The name.
    pub id: Spanned<String>,
    /// The section it belongs to.
    pub section: Spanned<String>,
    /// Whether it is asked on the result.
    #[serde(default)]
    pub after_result: bool,
}

/// `items/*.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemsFile {
    /// Items in the order they are asked.
    #[serde(default)]
    pub item: Vec<ItemEntry>,
}

/// A question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemEntry {
    /// The stable name.
    pub link_id: Spanned<String>,
    /// The evidence file's id with its part.
    pub code: Spanned<String>,
    /// `choose-one`, `choose-many` or `scale`.
    pub kind: Spanned<String>,
    /// The page it stands on.
    pub page: Spanned<String>,
    /// The table it is a row of.
    pub table: Option<String>,
    /// Its group on the page.
    pub group: Option<String>,
    /// Options, mildest first.
    pub options: Vec<Spanned<String>>,
    /// Rank of the first option.
    #[serde(default)]
    pub first_rank: u8,
    /// Options that stand alone.
    #[serde(default)]
    pub exclusive: Vec<Spanned<String>>,
    /// Options that are medical signs.
    #[serde(default)]
    pub signs: Vec<Spanned<String>>,
    /// What an unsure answer counts as, and a missing one unless `skip_as` says otherwise.
    pub unsure_as: Spanned<String>,
    /// What a declined or empty answer counts as, where it differs.
    pub skip_as: Option<Spanned<String>>,
    /// Another option instead, under a condition.
    pub unsure_if: Option<UnsureIf>,
    /// What it counts as while it is not asked, where that is not its lowest option.
    pub hidden_as: Option<Spanned<String>>,
    /// When it is asked.
    pub enable_when: Option<Spanned<ConditionEntry>>,
    /// Bounds by arithmetic.
    #[serde(default)]
    pub raised_by: Vec<RaisedEntry>,
    /// Whether its mildest option takes other answers' effect away.
    #[serde(default)]
    pub takes_rows_away: bool,
    /// Whether it is never named as what would change a result.
    #[serde(default)]
    pub sensitive: bool,
    /// Why no rule reads it.
    pub unrated: Option<String>,
    /// Why no rule reads some of its options.
    #[serde(default)]
    pub unrated_options: BTreeMap<String, String>,
    /// Where it comes from.
    #[serde(default)]
    pub sources: Vec<Spanned<String>>,
}

/// Another reading of an unsure answer, under a condition.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnsureIf {
    /// The other item.
    pub item: Spanned<String>,
    /// Its answers.
    pub any_of: Vec<Spanned<String>>,
    /// What an unsure answer counts as then.
    pub unsure_as: Spanned<String>,
}

/// A bound by arithmetic.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RaisedEntry {
    /// The other item.
    pub item: Spanned<String>,
    /// From this option of it on …
    pub from: Spanned<String>,
    /// … this item is at least at this option.
    pub to: Spanned<String>,
}

/// `rules/*.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulesFile {
    /// Conditions with a name.
    #[serde(default)]
    pub definition: Vec<Definition>,
    /// Lists to count, with a name.
    #[serde(default)]
    pub count: Vec<CountEntry>,
    /// Rules in order.
    #[serde(default)]
    pub rule: Vec<RuleEntry>,
}

/// A condition with a name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// The name.
    pub id: Spanned<String>,
    /// What it stands for.
    pub when: Spanned<ConditionEntry>,
}

/// A list of conditions to count.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountEntry {
    /// The name.
    pub id: Spanned<String>,
    /// The conditions, one point each.
    pub of: Vec<Spanned<ConditionEntry>>,
}

/// A rule.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleEntry {
    /// The stable name.
    pub id: Spanned<String>,
    /// When it fires.
    pub when: Spanned<ConditionEntry>,
    /// What it raises.
    pub then: Spanned<EffectEntry>,
    /// Whether its level still counts once the person is stable.
    #[serde(default = "yes")]
    pub counts_for_next_level: bool,
    /// Whether it adds a reason and no outcome: another rule always asks for as much.
    #[serde(default)]
    pub explains: bool,
    /// Why, for reviewers.
    pub rationale: String,
    /// Where it comes from.
    #[serde(default)]
    pub sources: Vec<Spanned<String>>,
    /// `sourced`, `design` or `unverified`.
    pub evidence: Spanned<String>,
    /// Who signed it off, or `none`.
    pub reviewed: Spanned<Reviewed>,
}

/// A sign-off by a clinician.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Reviewed {
    /// Nobody yet: `none`.
    Not(String),
    /// A named person, on a date.
    By {
        /// The person, never invented.
        by: String,
        /// The person's role.
        role: String,
        /// The date.
        on: String,
    },
}

/// What a rule raises.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EffectEntry {
    /// 0 to 3.
    #[serde(default)]
    pub alert: u8,
    /// 0 to 3.
    #[serde(default)]
    pub first_step: u8,
    /// 0 to 6.
    #[serde(default)]
    pub level: u8,
    /// 0 to 4.
    #[serde(default)]
    pub urgency: u8,
    /// Ratings it raises.
    #[serde(default)]
    pub ratings: Vec<RatingEntry>,
    /// Codes of add-ons.
    #[serde(default)]
    pub add_ons: Vec<String>,
    /// The help screen or card.
    pub help: Option<String>,
    /// `danger` or `opioid`.
    pub track: Option<Spanned<String>>,
}

/// A rating a rule raises.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatingEntry {
    /// The scale.
    pub of: String,
    /// 0 to 4.
    pub at: u8,
}

/// `sources.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourcesFile {
    /// All sources.
    pub source: Vec<SourceEntry>,
}

/// A source.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceEntry {
    /// The stable name.
    pub id: Spanned<String>,
    /// What it is called.
    pub title: String,
    /// Where it is.
    #[serde(rename = "where")]
    pub location: String,
    /// How much of it was read.
    pub read: String,
    /// How it may be used.
    pub license: String,
}

fn yes() -> bool {
    true
}
