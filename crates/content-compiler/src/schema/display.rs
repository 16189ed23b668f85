//! Schema of `display.toml`: headlines, guidance, and the talk-first limit.

use serde::Deserialize;
use toml::Spanned;

use super::{ConditionEntry, Definition};

/// Schema of `display.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisplayFile {
    /// Limit on unanswered questions above which talking with a person comes first.
    pub talk_first: TalkFirstEntry,
    /// Contradicting cards: where both would be shown, the second replaces the first.
    #[serde(default)]
    pub gives_way: Vec<[String; 2]>,
    /// Named conditions, used only in this file.
    #[serde(default)]
    pub definition: Vec<Definition>,
    /// Headlines in order.
    pub headline: Vec<HeadlineEntry>,
    /// Guidance entries.
    pub guidance: Vec<GuidanceEntry>,
}

/// Limit on unanswered questions above which talking with a person comes first.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TalkFirstEntry {
    /// Minimum number of unanswered questions.
    pub from: u8,
    /// Evidence ids of the questions that count.
    pub questions: Vec<Spanned<String>>,
    /// Cards that are replaced by one where they depend on unanswered items only.
    pub folded: Vec<String>,
    /// The card that replaces them.
    pub folded_into: String,
}

/// Headline with its display condition.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadlineEntry {
    /// Stable id.
    pub id: Spanned<String>,
    /// Display condition.
    pub when: Spanned<ConditionEntry>,
    /// `emergency`, `helpline`, `doctor` or `program`.
    pub points_to: Spanned<String>,
    /// Rationale, for reviewers.
    pub rationale: String,
    /// Ids of its sources.
    #[serde(default)]
    pub sources: Vec<Spanned<String>>,
}

/// Guidance: a change to the words around a result.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuidanceEntry {
    /// Code of the guidance.
    pub id: Spanned<String>,
    /// Display condition.
    pub when: Spanned<ConditionEntry>,
    /// Rationale, for reviewers.
    pub rationale: String,
    /// Ids of its sources.
    #[serde(default)]
    pub sources: Vec<Spanned<String>>,
}
