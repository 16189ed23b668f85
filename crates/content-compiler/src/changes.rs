//! What changed in the rules, version by version, and the guard that no change goes untold.

use std::path::Path;

use serde::Deserialize;

use super::logic::load;
use super::problem::Problem;
use assessment::Questionnaire;
use i18n::wire::fingerprint;

/// `changes.toml`, the oldest change first.
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
    /// The version it was published as: a date.
    pub version: String,
    /// What changed.
    pub what: String,
    /// Why.
    pub why: String,
    /// The rules and items it touched; `all` for every one.
    pub touches: Vec<String>,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// The fingerprint of the logic since then.
    pub logic: String,
    /// What is left as it is, though someone might expect it otherwise.
    #[serde(default)]
    pub known: Vec<String>,
    /// Every fault with the change that mends it.
    #[serde(default)]
    pub faults: Vec<MendedFault>,
}

/// A fault, and the change that mends it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MendedFault {
    /// What was wrong, or would be.
    pub fault: String,
    /// What is done about it, with the ids of rules and questions.
    pub change: String,
}

impl ChangeEntry {
    /// Tells whether a rule or an item was touched.
    pub fn concerns(&self, id: &str) -> bool {
        self.touches.iter().any(|name| name == "all" || name == id)
    }
}

/// Reads the changes of a content folder.
pub fn changes(folder: &Path) -> Result<Vec<ChangeEntry>, Vec<Problem>> {
    let mut problems = Vec::new();
    let file = load::<ChangesFile>(folder, "changes.toml", &mut problems);
    file.map(|file| file.body.change).ok_or(problems)
}

/// A number that changes with whatever can change an outcome: conditions, effects, what missing answers count
/// as, when questions are asked, options, headlines, warnings and cards. Words, sources and sign-offs leave it
/// alone.
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
