//! The shape of `display.toml`: what the result says first, and what changes the words around it.

use serde::Deserialize;
use toml::Spanned;

use super::{ConditionEntry, Definition};

/// `display.toml`: what the result says first, and what changes the words around it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisplayFile {
    /// When talking with a person comes first.
    pub talk_first: TalkFirstEntry,
    /// Cards that would say the opposite of another: the first gives way to the second.
    #[serde(default)]
    pub gives_way: Vec<[String; 2]>,
    /// Conditions with a name, used by this file alone.
    #[serde(default)]
    pub definition: Vec<Definition>,
    /// Headlines in order.
    pub headline: Vec<HeadlineEntry>,
    /// What changes the words.
    pub guidance: Vec<GuidanceEntry>,
}

/// When talking with a person comes first.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TalkFirstEntry {
    /// From this many open questions on.
    pub from: u8,
    /// The evidence ids of the questions that count.
    pub questions: Vec<Spanned<String>>,
    /// Cards that fold into one where they rest on open answers alone.
    pub folded: Vec<String>,
    /// The card they fold into.
    pub folded_into: String,
}

/// A headline.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadlineEntry {
    /// The stable name.
    pub id: Spanned<String>,
    /// When it holds.
    pub when: Spanned<ConditionEntry>,
    /// `emergency`, `helpline`, `doctor` or `program`.
    pub points_to: Spanned<String>,
    /// Why, for reviewers.
    pub rationale: String,
    /// Where it comes from.
    #[serde(default)]
    pub sources: Vec<Spanned<String>>,
}

/// What changes the words around a result.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuidanceEntry {
    /// What it changes.
    pub id: Spanned<String>,
    /// When it holds.
    pub when: Spanned<ConditionEntry>,
    /// Why, for reviewers.
    pub rationale: String,
    /// Where it comes from.
    #[serde(default)]
    pub sources: Vec<Spanned<String>>,
}
