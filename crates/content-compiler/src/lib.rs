//! Reads, checks and compiles the content files: questions, rules, sources, display conditions, words.
//!
//! A build dependency of `content`, and a library for commands and tests that read a content folder at
//! run time. All problems are reported at once, each with file and line. Nothing of it is in the page.
//! Start at [`author`] and [`compile_to_rust`].

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

/// What a content folder holds that the questionnaire is compiled from, as names below the folder.
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

/// Checks everything in a content folder, and writes the questionnaire as a Rust expression.
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
    // What cannot be read would only be reported again as missing.
    let Some(logic) = logic.filter(|_| problems.is_empty()) else {
        return String::new();
    };
    let questionnaire = compile::compile(&logic, problems);
    check::check(&logic, &questionnaire, problems);
    words_check::check(folder, &logic, &questionnaire, problems);
    // The debug form of these types is Rust, but for the lists, which are borrowed.
    format!("{questionnaire:?}").replace('[', "&[")
}
