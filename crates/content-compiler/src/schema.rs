//! Schemas of the content files, as parsed from TOML, before validation.

mod condition;

pub mod display;

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

pub use condition::{ConditionEntry, Threshold};
pub use display::DisplayFile;

/// Schema of `questionnaire.toml`: the manifest of items, rules, pages and sections.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Canonical URL.
    pub url: String,
    /// Date of the last change of items or rules.
    pub version: String,
    /// Date after which the page says that the rule set is due for review.
    pub review_by: String,
    /// Names of item files, in order.
    pub items: Vec<String>,
    /// Names of rule files, in order.
    pub rules: Vec<String>,
    /// Renamed items: former link id, current link id.
    pub renamed: Vec<[String; 2]>,
    /// Migration of answers to earlier versions.
    pub edition: EditionEntry,
    /// Items with a special role on the screen.
    pub roles: RolesEntry,
    /// Answers of the typical path, to estimate the minutes on the start screen.
    pub typical: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Sections in order.
    pub section: Vec<Named>,
    /// Pages in order.
    pub page: Vec<PageEntry>,
}

/// Items with a special role on the screen.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RolesEntry {
    /// Item that asks whom the answers are about.
    pub person: Spanned<String>,
    /// Item that asks about danger right now.
    pub danger: Spanned<String>,
}

/// Migration of answers to earlier versions.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionEntry {
    /// Answers to a version before this date belong to an earlier edition.
    pub since: String,
    /// Items whose meaning changed.
    #[serde(default)]
    pub asked_again: Vec<Spanned<String>>,
    /// Link ids of removed items.
    #[serde(default)]
    pub retired: Vec<Spanned<String>>,
    /// Renamed options with the same meaning, by item: former code to current code.
    #[serde(default)]
    pub options: BTreeMap<Spanned<String>, BTreeMap<String, Spanned<String>>>,
}

/// Entry with an id only.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// Stable id.
    pub id: Spanned<String>,
}

/// Page of items.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageEntry {
    /// Stable id.
    pub id: Spanned<String>,
    /// Its section.
    pub section: Spanned<String>,
    /// Whether it is asked on the result page.
    #[serde(default)]
    pub after_result: bool,
}

/// Schema of `items/*.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemsFile {
    /// Items in display order.
    #[serde(default)]
    pub item: Vec<ItemEntry>,
}

/// Item: one question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemEntry {
    /// Stable id.
    pub link_id: Spanned<String>,
    /// Evidence id with its part, such as `Q04.alcohol`.
    pub code: Spanned<String>,
    /// `choose-one`, `choose-many` or `scale`.
    pub kind: Spanned<String>,
    /// Its page.
    pub page: Spanned<String>,
    /// Table that it is a row of.
    pub table: Option<String>,
    /// Group on the page.
    pub group: Option<String>,
    /// Options, mildest first.
    pub options: Vec<Spanned<String>>,
    /// Rank of the first option.
    #[serde(default)]
    pub first_rank: u8,
    /// Exclusive options.
    #[serde(default)]
    pub exclusive: Vec<Spanned<String>>,
    /// Options that are medical signs.
    #[serde(default)]
    pub signs: Vec<Spanned<String>>,
    /// Option that an unsure answer counts as, and a missing one unless `skip_as` differs.
    pub unsure_as: Spanned<String>,
    /// Option that a declined or empty answer counts as, if different.
    pub skip_as: Option<Spanned<String>>,
    /// Option that replaces both under a condition.
    pub unsure_if: Option<UnsureIf>,
    /// Option that it counts as while hidden, if not the lowest.
    pub hidden_as: Option<Spanned<String>>,
    /// Condition under which it is asked.
    pub enable_when: Option<Spanned<ConditionEntry>>,
    /// Lower bounds by arithmetic.
    #[serde(default)]
    pub raised_by: Vec<RaisedEntry>,
    /// Whether its mildest option disables rules triggered by other answers.
    #[serde(default)]
    pub takes_rows_away: bool,
    /// Whether it must not be named as an item that would change a result.
    #[serde(default)]
    pub sensitive: bool,
    /// Why no rule reads it.
    pub unrated: Option<String>,
    /// Why no rule reads some of its options.
    #[serde(default)]
    pub unrated_options: BTreeMap<String, String>,
    /// Ids of its sources.
    #[serde(default)]
    pub sources: Vec<Spanned<String>>,
}

/// Conditional replacement of `unsure_as`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnsureIf {
    /// The other item.
    pub item: Spanned<String>,
    /// Its answers.
    pub any_of: Vec<Spanned<String>>,
    /// Option that an unsure answer then counts as.
    pub unsure_as: Spanned<String>,
}

/// Lower bound by arithmetic.
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

/// Schema of `rules/*.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulesFile {
    /// Named conditions.
    #[serde(default)]
    pub definition: Vec<Definition>,
    /// Named lists of conditions to count.
    #[serde(default)]
    pub count: Vec<CountEntry>,
    /// Rules in order.
    #[serde(default)]
    pub rule: Vec<RuleEntry>,
}

/// Named condition.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Stable id.
    pub id: Spanned<String>,
    /// The condition.
    pub when: Spanned<ConditionEntry>,
}

/// Named list of conditions to count.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountEntry {
    /// Stable id.
    pub id: Spanned<String>,
    /// The conditions, one point each.
    pub of: Vec<Spanned<ConditionEntry>>,
}

/// Rule.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleEntry {
    /// Stable id.
    pub id: Spanned<String>,
    /// Condition under which it fires.
    pub when: Spanned<ConditionEntry>,
    /// Effect.
    pub then: Spanned<EffectEntry>,
    /// Whether its level counts toward the level that follows stabilization.
    #[serde(default = "yes")]
    pub counts_for_next_level: bool,
    /// Whether it only adds a reason: another rule always raises at least as much.
    #[serde(default)]
    pub explains: bool,
    /// Rationale, for reviewers.
    pub rationale: String,
    /// Ids of its sources.
    #[serde(default)]
    pub sources: Vec<Spanned<String>>,
    /// `sourced`, `design` or `unverified`.
    pub evidence: Spanned<String>,
    /// Clinician who signed it off, or `none`.
    pub reviewed: Spanned<Reviewed>,
}

/// Sign-off by a clinician.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Reviewed {
    /// Nobody yet: `none`.
    Not(String),
    /// Signed off by a named person on a date.
    By {
        /// The person, never invented.
        by: String,
        /// The person's role.
        role: String,
        /// The date.
        on: String,
    },
}

/// Effect of a rule: what it raises.
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

/// Schema of `sources.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourcesFile {
    /// All sources.
    pub source: Vec<SourceEntry>,
}

/// Source of a clinical claim.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceEntry {
    /// Stable id.
    pub id: Spanned<String>,
    /// Title.
    pub title: String,
    /// URL or citation.
    #[serde(rename = "where")]
    pub location: String,
    /// Which part was read.
    pub read: String,
    /// Terms of use.
    pub license: String,
}

fn yes() -> bool {
    true
}
