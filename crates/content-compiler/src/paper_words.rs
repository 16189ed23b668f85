//! Schema of `words/<locale>/paper.toml`: texts around the questions of the paper form.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Schema of `paper.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperFile {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// Texts that appear only on paper.
    pub paper: PaperText,
    /// Steps that replace those of a help screen where they refer to the screen itself.
    pub steps: BTreeMap<String, Vec<String>>,
}

/// Texts that appear only on paper.
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
