//! Schema of conditions in content files.

use serde::Deserialize;
use toml::Spanned;

/// Condition: exactly one form, with exactly the keys of that form.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "ConditionTable")]
pub enum ConditionEntry {
    /// `item` and `at_least`.
    ItemAtLeast(Spanned<String>, Spanned<Threshold>),
    /// `item` and `any_of`.
    ItemAnyOf(Spanned<String>, Vec<Spanned<String>>),
    /// `rating` and `at_least`.
    Rating(Spanned<String>, Spanned<Threshold>),
    /// `count` and `at_least`.
    Count(Spanned<String>, Spanned<Threshold>),
    /// `fired`: an earlier rule.
    Fired(Spanned<String>),
    /// `is`: a named condition.
    Is(Spanned<String>),
    /// `unknown`: evidence ids of questions.
    Unknown(Vec<Spanned<String>>),
    /// `all` of these.
    All(Vec<Spanned<ConditionEntry>>),
    /// `any` of these.
    Any(Vec<Spanned<ConditionEntry>>),
    /// `none` of these. Not allowed in rules.
    None(Vec<Spanned<ConditionEntry>>),
    /// `output` and `at_least`. Not allowed in rules.
    Output(Spanned<String>, Spanned<Threshold>),
    /// `output` or `rating`, `at_least`, `only_from`, optionally `or_track`. Not allowed in rules.
    OnlyFrom {
        /// `first_step`, `level`, `alert`, or a scale.
        what: Spanned<String>,
        /// Minimum value.
        at_least: Spanned<Threshold>,
        /// The rules that may raise it.
        rules: Vec<Spanned<String>>,
        /// Track whose rules may raise it too.
        track: Option<Spanned<String>>,
    },
    /// `answers`: `many-open` or `care-stands`. Not allowed in rules.
    Answers(Spanned<String>),
}

/// Raw table of a condition, before its form is determined.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConditionTable {
    item: Option<Spanned<String>>,
    at_least: Option<Spanned<Threshold>>,
    any_of: Option<Vec<Spanned<String>>>,
    rating: Option<Spanned<String>>,
    count: Option<Spanned<String>>,
    fired: Option<Spanned<String>>,
    is: Option<Spanned<String>>,
    unknown: Option<Vec<Spanned<String>>>,
    all: Option<Vec<Spanned<ConditionEntry>>>,
    any: Option<Vec<Spanned<ConditionEntry>>>,
    none: Option<Vec<Spanned<ConditionEntry>>>,
    output: Option<Spanned<String>>,
    only_from: Option<Vec<Spanned<String>>>,
    or_track: Option<Spanned<String>>,
    answers: Option<Spanned<String>>,
}

impl TryFrom<ConditionTable> for ConditionEntry {
    type Error = String;

    /// Moves the keys of one form out of the table; rejects any key that remains.
    fn try_from(mut table: ConditionTable) -> Result<ConditionEntry, String> {
        let found = table.take_form()?;
        let rest = table.names();
        if rest.is_empty() {
            return Ok(found);
        }
        Err(format!(
            "a condition has one form; take out {}, or join two conditions with all or any",
            rest.join(", ")
        ))
    }
}

impl ConditionTable {
    fn take_form(&mut self) -> Result<ConditionEntry, String> {
        let missing = |what: &str| format!("this condition needs {what}; add it");
        if let Some(item) = self.item.take() {
            return match (self.at_least.take(), self.any_of.take()) {
                (Some(least), None) => Ok(ConditionEntry::ItemAtLeast(item, least)),
                (None, Some(codes)) => Ok(ConditionEntry::ItemAnyOf(item, codes)),
                (Some(_), Some(_)) | (None, None) => {
                    Err("an item takes either at_least or any_of; give one of them".into())
                }
            };
        }
        if let Some(count) = self.count.take() {
            let least = self.at_least.take().ok_or_else(|| missing("at_least"))?;
            return Ok(ConditionEntry::Count(count, least));
        }
        let is_output = self.output.is_some();
        if let Some(what) = self.output.take().or_else(|| self.rating.take()) {
            let at_least = self.at_least.take().ok_or_else(|| missing("at_least"))?;
            return Ok(match self.only_from.take() {
                Some(rules) => ConditionEntry::OnlyFrom {
                    what,
                    at_least,
                    rules,
                    track: self.or_track.take(),
                },
                None if is_output => ConditionEntry::Output(what, at_least),
                None => ConditionEntry::Rating(what, at_least),
            });
        }
        let one = None
            .or_else(|| self.fired.take().map(ConditionEntry::Fired))
            .or_else(|| self.is.take().map(ConditionEntry::Is))
            .or_else(|| self.unknown.take().map(ConditionEntry::Unknown))
            .or_else(|| self.all.take().map(ConditionEntry::All))
            .or_else(|| self.any.take().map(ConditionEntry::Any))
            .or_else(|| self.none.take().map(ConditionEntry::None))
            .or_else(|| self.answers.take().map(ConditionEntry::Answers));
        one.ok_or_else(|| {
            "a condition is one of: item, rating, count, fired, is, unknown, all, any, none, output, answers; write one"
                .into()
        })
    }

    /// Names of the remaining keys.
    fn names(&self) -> Vec<&'static str> {
        let keys = [
            ("item", self.item.is_some()),
            ("at_least", self.at_least.is_some()),
            ("any_of", self.any_of.is_some()),
            ("rating", self.rating.is_some()),
            ("count", self.count.is_some()),
            ("fired", self.fired.is_some()),
            ("is", self.is.is_some()),
            ("unknown", self.unknown.is_some()),
            ("all", self.all.is_some()),
            ("any", self.any.is_some()),
            ("none", self.none.is_some()),
            ("output", self.output.is_some()),
            ("only_from", self.only_from.is_some()),
            ("or_track", self.or_track.is_some()),
            ("answers", self.answers.is_some()),
        ];
        keys.into_iter()
            .filter_map(|(name, there)| there.then_some(name))
            .collect()
    }
}

/// Value of `at_least`: an option of an item, or a number.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Threshold {
    /// Code of an option.
    Option(String),
    /// Rank or count.
    Number(u8),
}
