//! Loads content files at run time: for tests on invented questionnaires, and for commands that
//! write words, FHIR and the rulebook.

use std::path::Path;

use super::check as logic_check;
use super::compile;
use super::logic::Logic;
use super::wording;
use super::words_check::{self, REFERENCE};
use super::{compile_to_embed, country};
use assessment::{HeldAdvice, Questionnaire};
use i18n::{AddOnWords, Words};

pub use super::problem::Problem;

/// Advice that waits for review, with its words.
pub type AwaitingReview = (HeldAdvice, AddOnWords);

/// Loads and checks the questionnaire of a content folder.
pub fn questionnaire(folder: &Path) -> Result<Questionnaire, Vec<Problem>> {
    let mut problems = Vec::new();
    let read = Logic::read(folder, &mut problems).map(|logic| {
        let questionnaire = compile::compile(&logic, &mut problems).questionnaire;
        logic_check::check(&logic, &questionnaire, &mut problems);
        questionnaire
    });
    finish(read, problems)
}

/// Loads and checks a content folder, and compiles the words of one locale. Of the words it checks those of the
/// reference locale, the locale's language and the locale; [`check`] checks all.
pub fn words(folder: &Path, locale: &str) -> Result<Words, Vec<Problem>> {
    let mut locales = [REFERENCE, country::parts(locale).0, locale]
        .map(str::to_owned)
        .to_vec();
    locales.dedup();
    let mut problems = Vec::new();
    let read = Logic::read(folder, &mut problems).and_then(|logic| {
        let compiled = compile::compile(&logic, &mut problems);
        logic_check::check(&logic, &compiled.questionnaire, &mut problems);
        words_check::check(folder, &locales, &logic, &compiled, &mut problems);
        wording::compile(
            folder,
            locale,
            &logic,
            &compiled.questionnaire,
            &mut problems,
        )
    });
    finish(read, problems)
}

/// Checks a content folder with the words of every locale.
pub fn check(folder: &Path) -> Result<(), Vec<Problem>> {
    compile_to_embed(folder).map(|_| ())
}

/// Reads the advice that waits for review, with its words in one language.
pub fn awaiting_review(folder: &Path, locale: &str) -> Result<Vec<AwaitingReview>, Vec<Problem>> {
    let mut problems = Vec::new();
    let read = Logic::read(folder, &mut problems).and_then(|logic| {
        let held = compile::compile(&logic, &mut problems).held;
        wording::held(folder, locale, &held, &mut problems)
    });
    finish(read, problems)
}

/// Lists the locales that have words, each language with its countries, the reference locale first.
pub fn locales(folder: &Path) -> Vec<String> {
    words_check::locales(folder)
}

/// Lists the languages that have words, the reference language first.
pub fn languages(folder: &Path) -> Vec<String> {
    words_check::languages(folder)
}

fn finish<T>(read: Option<T>, mut problems: Vec<Problem>) -> Result<T, Vec<Problem>> {
    problems.sort();
    problems.dedup();
    match read {
        Some(value) if problems.is_empty() => Ok(value),
        Some(_) | None => Err(problems),
    }
}
