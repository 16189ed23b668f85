//! Checks of a tree that need no build: the same functions that the commands of the recipes call.

use content_compiler::author;
use content_compiler::changes::{changes, logic_fingerprint};
use content_compiler::translation::{self, TRANSLATED_FROM};
use proof::{Proof, claims};
use rulebook::Rulebook;

use crate::tree::Tree;

/// What the build says about the content, words included: file, line and what to do.
pub fn problems(tree: &Tree) -> Vec<String> {
    let found = author::check(&tree.content()).err().unwrap_or_default();
    found.iter().map(ToString::to_string).collect()
}

/// Fails unless the content builds.
pub fn builds(tree: &Tree) {
    let problems = problems(tree);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Questions that are hidden where an answer could matter, as `cargo test -p proof` names them.
pub fn hidden_too_early(tree: &Tree) -> Vec<String> {
    let questionnaire = author::questionnaire(&tree.content()).unwrap();
    let claim = claims::find("branching").unwrap();
    (claim.check)(&Proof::of(&questionnaire))
}

/// Fingerprint of all that can change a result.
pub fn logic(tree: &Tree) -> String {
    logic_fingerprint(&author::questionnaire(&tree.content()).unwrap())
}

/// The version and the fingerprint of the last change that is told.
pub fn last_change(tree: &Tree) -> (String, String) {
    let told = changes(&tree.content()).unwrap();
    let last = told.last().unwrap();
    (last.version.clone(), last.logic.clone())
}

/// The method page, as `cargo xtask rulebook` writes it.
pub fn method(tree: &Tree) -> String {
    let read = Rulebook::read(&tree.content(), &tree.stories());
    rulebook::page(&read.unwrap_or_else(|problems| panic!("{problems:#?}")))
}

/// How many sentences of a translation fit no English sentence any more.
pub fn stale(tree: &Tree, locale: &str) -> usize {
    let state = translation::read(&tree.content(), locale);
    state
        .unwrap_or_else(|problems| panic!("{problems:#?}"))
        .stale
        .len()
}

/// Records that a translation fits, as `cargo xtask translations --accept` does.
pub fn accept(tree: &Tree, locale: &str) {
    let prints = translation::fingerprints(&tree.content()).unwrap();
    tree.write(
        &format!("crates/content/words/{locale}/{TRANSLATED_FROM}"),
        &prints,
    );
    assert_eq!(stale(tree, locale), 0, "{locale}");
}
