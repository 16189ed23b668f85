//! Loads content files at run time: for tests on invented questionnaires, and for commands that
//! write words, FHIR and the rulebook.

use std::path::Path;

use super::check;
use super::compile;
use super::logic::Logic;
use super::wording;
use super::words_check;
use assessment::Questionnaire;
use i18n::Words;

pub use super::problem::Problem;

/// Loads and checks the questionnaire of a content folder.
pub fn questionnaire(folder: &Path) -> Result<Questionnaire, Vec<Problem>> {
    let mut problems = Vec::new();
    let read = Logic::read(folder, &mut problems).map(|logic| {
        let questionnaire = compile::compile(&logic, &mut problems);
        check::check(&logic, &questionnaire, &mut problems);
        questionnaire
    });
    finish(read, problems)
}

/// Loads and checks a content folder, and compiles the words of one locale.
pub fn words(folder: &Path, locale: &str) -> Result<Words, Vec<Problem>> {
    let mut problems = Vec::new();
    let read = Logic::read(folder, &mut problems).and_then(|logic| {
        let questionnaire = compile::compile(&logic, &mut problems);
        check::check(&logic, &questionnaire, &mut problems);
        words_check::check(folder, &logic, &questionnaire, &mut problems);
        wording::compile(folder, locale, &logic, &questionnaire, &mut problems)
    });
    finish(read, problems)
}

/// Lists the locales that have words, the reference locale first.
pub fn locales(folder: &Path) -> Vec<String> {
    words_check::locales(folder)
}

fn finish<T>(read: Option<T>, mut problems: Vec<Problem>) -> Result<T, Vec<Problem>> {
    problems.sort();
    problems.dedup();
    match read {
        Some(value) if problems.is_empty() => Ok(value),
        Some(_) | None => Err(problems),
    }
}
