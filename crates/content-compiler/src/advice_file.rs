//! Schema of `advice.toml`, and its compilation.

use serde::Deserialize;
use toml::Spanned;

use super::compile::{leak, leak_text, sources};
use super::logic::LoadedFile;
use super::rules::RuleCompiler;
use super::schema::ConditionEntry;
use super::sign_offs::SignOffsFile;
use super::suggestion::unknown;
use assessment::{Advice, AdviceKind, HeldAdvice, Reviewer};

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
    /// The code of an [`AdviceKind`].
    pub kind: Spanned<String>,
    /// Display condition.
    pub when: Spanned<ConditionEntry>,
    /// The facts it says, as ids of `src/docs/result-content.md`.
    #[serde(default)]
    pub fact: Vec<Spanned<String>>,
    /// Who signs it off before a visitor reads it: codes of [`Reviewer`].
    #[serde(default)]
    pub needs_review: Vec<Spanned<String>>,
    /// Where it comes from.
    pub sources: Vec<Spanned<String>>,
}

/// Advice by whether a visitor may read it.
#[derive(Clone, Debug, Default)]
pub struct CompiledAdvice {
    /// What needs no review, or has every sign-off it needs.
    pub released: Vec<Advice>,
    /// What lacks a sign-off. It reaches no visitor.
    pub held: Vec<HeldAdvice>,
}

/// Compiles advice, which may speak of every rule.
pub fn compile(
    rules: &mut RuleCompiler<'_>,
    file: &LoadedFile<AdviceFile>,
    sign_offs: &SignOffsFile,
) -> CompiledAdvice {
    let mut compiled = CompiledAdvice::default();
    for entry in &file.body.advice {
        let name = entry.kind.get_ref();
        let kind = AdviceKind::ALL.into_iter().find(|kind| kind.code() == name);
        if kind.is_none() {
            let known = AdviceKind::ALL.map(AdviceKind::code);
            rules.report(&file.text, &entry.kind, unknown("kind", name, known));
        }
        let when = rules.display(&file.text, &entry.when);
        let waits_for = waits_for(rules, file, entry, sign_offs);
        let (Some(kind), Some(when)) = (kind, when) else {
            continue;
        };
        let advice = Advice {
            id: leak_text(entry.id.get_ref()),
            kind,
            when,
            sources: sources(&entry.sources),
        };
        if waits_for.is_empty() {
            compiled.released.push(advice);
        } else {
            let waits_for = leak(waits_for);
            compiled.held.push(HeldAdvice { advice, waits_for });
        }
    }
    compiled
}

/// Who has not signed it off. An unknown role is a problem, and so stops the build.
fn waits_for(
    rules: &mut RuleCompiler<'_>,
    file: &LoadedFile<AdviceFile>,
    entry: &AdviceEntry,
    sign_offs: &SignOffsFile,
) -> Vec<Reviewer> {
    let mut waits_for = Vec::new();
    for role in &entry.needs_review {
        let name = role.get_ref();
        let reviewer = Reviewer::ALL.into_iter().find(|one| one.code() == name);
        if reviewer.is_none() {
            let known = Reviewer::ALL.map(Reviewer::code);
            rules.report(&file.text, role, unknown("role", name, known));
        }
        let signed = |one: &Reviewer| sign_offs.holds(entry.id.get_ref(), *one);
        waits_for.extend(reviewer.filter(|one| !signed(one)));
    }
    waits_for
}
