//! Loads, validates and compiles the content files: questions, rules, sources, display conditions,
//! words.
//!
//! Build dependency of `content`, and library for commands and tests that load a content folder at
//! run time. Reports all problems at once, each with file and line. The wasm module contains none
//! of it. Start at [`author`] and [`compile_to_rust`].

pub mod author;

pub mod changes;

pub mod crisis;

pub mod invariants;

pub mod levels;

pub mod logic;

pub mod open_questions;

pub mod paper_words;

pub mod problem;

pub mod schema;

pub mod sentences;

pub mod terms;

pub mod words_files;

mod advice_file;

mod check;

mod citations;

mod compile;

mod crisis_check;

mod display_conditions;

mod display_file;

mod effects;

mod item_conditions;

mod items;

mod minutes;

mod result_words;

mod rules;

pub mod suggestion;

mod week;

mod wording;

mod words_check;

use std::path::Path;

use problem::Problem;

/// Paths, relative to a content folder, that the questionnaire is compiled from.
pub const PARTS: [&str; 10] = [
    "questionnaire.toml",
    "items",
    "rules",
    "display.toml",
    "advice.toml",
    "help.toml",
    "sources.toml",
    "levels.toml",
    "crisis",
    "words",
];

/// Validates a content folder, and generates the questionnaire as a Rust expression.
pub fn compile_to_rust(folder: &Path) -> Result<String, Vec<Problem>> {
    let mut problems = Vec::new();
    let rust = checked(folder, &mut problems);
    problems.sort();
    problems.dedup();
    if problems.is_empty() {
        Ok(rust)
    } else {
        Err(problems)
    }
}

fn checked(folder: &Path, problems: &mut Vec<Problem>) -> String {
    let logic = logic::Logic::read(folder, problems);
    // A file that failed to load would be reported again as missing.
    let Some(logic) = logic.filter(|_| problems.is_empty()) else {
        return String::new();
    };
    let questionnaire = compile::compile(&logic, problems);
    check::check(&logic, &questionnaire, problems);
    words_check::check(folder, &logic, &questionnaire, problems);
    // `Debug` of these types prints Rust expressions; only slices need a `&`.
    format!("{questionnaire:?}").replace('[', "&[")
}
