//! Change log of the rules, and the fingerprint that detects an unlogged change.

use std::path::Path;

use serde::Deserialize;

use super::logic::load;
use super::problem::Problem;
use assessment::Questionnaire;
use i18n::wire::fingerprint;

/// Schema of `changes.toml`, the oldest change first.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangesFile {
    /// Every published change.
    pub change: Vec<ChangeEntry>,
}

/// One published change of items or rules.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeEntry {
    /// Version that published it: a date.
    pub version: String,
    /// What changed.
    pub what: String,
    /// Why.
    pub why: String,
    /// Ids of the changed rules and items; `all` for every one.
    pub touches: Vec<String>,
    /// Ids of its sources.
    pub sources: Vec<String>,
    /// Fingerprint of the logic after this change.
    pub logic: String,
    /// Known issues that were deliberately left unchanged.
    #[serde(default)]
    pub known: Vec<String>,
    /// Faults with their fixes.
    #[serde(default)]
    pub faults: Vec<MendedFault>,
}

/// Fault with its fix.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MendedFault {
    /// What was wrong, or would have become wrong.
    pub fault: String,
    /// The fix, with the ids of rules and questions.
    pub change: String,
}

impl ChangeEntry {
    /// Tells whether the change affects a rule or an item.
    pub fn concerns(&self, id: &str) -> bool {
        self.touches.iter().any(|name| name == "all" || name == id)
    }
}

/// Loads the change log of a content folder.
pub fn changes(folder: &Path) -> Result<Vec<ChangeEntry>, Vec<Problem>> {
    let mut problems = Vec::new();
    let file = load::<ChangesFile>(folder, "changes.toml", &mut problems);
    file.map(|file| file.body.change).ok_or(problems)
}

/// Fingerprint of everything that can change an outcome: conditions, effects, values of missing
/// answers, `enable_when`, options, headlines, guidance and cards. Words, sources and sign-offs do
/// not affect it.
pub fn logic_fingerprint(questionnaire: &Questionnaire) -> String {
    let mut hash = 0;
    for item in questionnaire.items {
        let outcome = format!(
            "{} {:?} {:?} {} {:?} {:?} {:?} {:?} {:?} {:?} {} {}",
            item.link_id.0,
            item.kind,
            item.options,
            item.first_rank,
            item.exclusive,
            item.signs,
            item.unsure_as,
            item.enable_when,
            item.hidden_as,
            item.raised_by,
            item.takes_rows_away,
            item.rated,
        );
        hash = fingerprint(&outcome, hash);
    }
    for rule in questionnaire.rules {
        let outcome = format!(
            "{} {:?} {:?} {}",
            rule.id.0, rule.when, rule.then, rule.counts_for_next_level
        );
        hash = fingerprint(&outcome, hash);
    }
    for headline in questionnaire.headlines {
        hash = fingerprint(&format!("{} {:?}", headline.id, headline.when), hash);
    }
    for guidance in questionnaire.guidance {
        hash = fingerprint(&format!("{:?} {:?}", guidance.id, guidance.when), hash);
    }
    hash = fingerprint(&format!("{:?}", questionnaire.talk_first), hash);
    hash = fingerprint(&format!("{:?}", questionnaire.gives_way), hash);
    format!("{hash:08x}")
}
