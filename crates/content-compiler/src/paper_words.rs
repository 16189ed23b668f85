//! The shape of `words/<locale>/paper.toml`: what stands around the questions on paper.

use std::collections::BTreeMap;

use serde::Deserialize;

/// `paper.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperFile {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// Everything that is said on paper alone.
    pub paper: PaperText,
    /// Steps of a help screen, where those of the screen speak of the screen itself.
    pub steps: BTreeMap<String, Vec<String>>,
}

/// Everything that is said on paper alone.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each phrase is named for where it stands")]
pub struct PaperText {
    pub page_title: String,
    pub link: String,
    pub back: String,
    pub title: String,
    pub what: String,
    pub no_result: String,
    pub lines_title: String,
    pub fill_title: String,
    pub fill: Vec<String>,
    pub danger_title: String,
    pub danger_lead: String,
    pub danger_unsure: String,
    pub marks_title: String,
    pub call_now: String,
    pub or: String,
    pub and: String,
    pub to: String,
    pub r#box: String,
    pub together_title: String,
    pub together_lead: String,
    pub pattern: String,
    pub all_of: String,
    pub any_of: String,
    pub pattern_fits: String,
    pub uncounted: String,
    pub answers_in_one: String,
    pub answers_in_any: String,
    pub or_after: String,
    pub other_than: String,
    pub boxes_title: String,
    pub boxes_lead: String,
    pub for_someone_else: String,
    pub others_title: String,
    pub others_lead: String,
    pub only_if: String,
    pub several_only_if: String,
    pub one_above: String,
    pub several_above: String,
    pub using_title: String,
    pub using: Vec<String>,
    pub origin_title: String,
}
