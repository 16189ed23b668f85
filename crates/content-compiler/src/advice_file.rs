//! Schema of `advice.toml`, and its compilation.

use serde::Deserialize;
use toml::Spanned;

use super::compile::{leak_text, sources};
use super::logic::LoadedFile;
use super::rules::RuleCompiler;
use super::schema::ConditionEntry;
use super::suggestion::unknown;
use assessment::{Advice, AdviceKind};

/// `advice.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdviceFile {
    /// Advice in display order.
    #[serde(default)]
    pub advice: Vec<AdviceEntry>,
}

/// Advice with its display condition.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdviceEntry {
    /// Stable id.
    pub id: Spanned<String>,
    /// `safety`, `therapy`, `way-round`, `wish`, `supporter` or `young`.
    pub kind: Spanned<String>,
    /// Display condition.
    pub when: Spanned<ConditionEntry>,
    /// Ids of its sources.
    pub sources: Vec<Spanned<String>>,
}

/// Compiles advice, after all rules, as its conditions may refer to any rule.
pub fn compile(rules: &mut RuleCompiler<'_>, file: &LoadedFile<AdviceFile>) -> Vec<Advice> {
    let mut compiled = Vec::new();
    for entry in &file.body.advice {
        let name = entry.kind.get_ref();
        let kind = AdviceKind::ALL.into_iter().find(|kind| kind.code() == name);
        if kind.is_none() {
            let known = AdviceKind::ALL.map(AdviceKind::code);
            rules.report(&file.text, &entry.kind, unknown("kind", name, known));
        }
        let when = rules.display(&file.text, &entry.when);
        compiled.extend(kind.zip(when).map(|(kind, when)| Advice {
            id: leak_text(entry.id.get_ref()),
            kind,
            when,
            sources: sources(&entry.sources),
        }));
    }
    compiled
}
