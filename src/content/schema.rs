//! The shape of the content files. What a file may say, before anything is checked.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

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
    /// Sections in order.
    pub section: Vec<Named>,
    /// Pages in order.
    pub page: Vec<PageEntry>,
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
    /// What a missing or unsure answer counts as.
    pub unsure_as: Spanned<String>,
    /// Another option instead, under a condition.
    pub unsure_if: Option<UnsureIf>,
    /// When it is asked.
    #[serde(default)]
    pub enable_when: Vec<EnableEntry>,
    /// Bounds by arithmetic.
    #[serde(default)]
    pub raised_by: Vec<RaisedEntry>,
    /// Whether its mildest option takes other answers' effect away.
    #[serde(default)]
    pub takes_rows_away: bool,
    /// Why no rule reads it.
    pub unrated: Option<String>,
    /// Why no rule reads some of its options.
    #[serde(default)]
    pub unrated_options: BTreeMap<String, String>,
    /// Where it comes from.
    #[serde(default)]
    pub sources: Vec<Spanned<String>>,
}

/// Asks an item when another has one of these answers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnableEntry {
    /// The other item.
    pub item: Spanned<String>,
    /// Its answers.
    pub any_of: Vec<Spanned<String>>,
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

/// A condition; which of the forms it is shows in which keys are there.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConditionEntry {
    /// An item, with `at_least` or `any_of`.
    pub item: Option<Spanned<String>>,
    /// An option, a rating or a number.
    pub at_least: Option<Spanned<Threshold>>,
    /// Options of the item.
    pub any_of: Option<Vec<Spanned<String>>>,
    /// A scale, with `at_least`.
    pub rating: Option<Spanned<String>>,
    /// A named list, with `at_least`.
    pub count: Option<Spanned<String>>,
    /// An earlier rule.
    pub fired: Option<Spanned<String>>,
    /// A named condition.
    pub is: Option<Spanned<String>>,
    /// Evidence ids of questions.
    pub unknown: Option<Vec<Spanned<String>>>,
    /// All of these.
    pub all: Option<Vec<Spanned<ConditionEntry>>>,
    /// Any of these.
    pub any: Option<Vec<Spanned<ConditionEntry>>>,
}

/// Where a threshold lies.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Threshold {
    /// At an option.
    Option(String),
    /// At a number.
    Number(u8),
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
    pub track: Option<String>,
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
    pub licence: String,
}

fn yes() -> bool {
    true
}
