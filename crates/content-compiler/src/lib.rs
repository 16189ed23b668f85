//! Loads, validates and compiles the content files: questions, rules, sources, display conditions,
//! words.
//!
//! Build dependency of `content`, and library for commands and tests that load a content folder at
//! run time. Reports all problems at once, each with file and line. The wasm module contains none
//! of it. Start at [`author`] and [`compile_to_rust`].

pub mod advice_file;

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

pub mod sign_offs;

pub mod terms;

pub mod words_files;

mod check;

mod citations;

mod compile;

mod crisis_check;

mod display_conditions;

mod display_file;

mod effects;

mod heights;

mod item_conditions;

mod items;

mod minutes;

mod result_words;

mod rules;

mod rust;

pub mod suggestion;

mod week;

mod wording;

mod words_check;

use std::path::Path;

use problem::Problem;

/// What a content folder holds that the questionnaire is compiled from, as names below the folder.
pub const PARTS: [&str; 11] = [
    "questionnaire.toml",
    "items",
    "rules",
    "display.toml",
    "advice.toml",
    "sign-offs.toml",
    "help.toml",
    "sources.toml",
    "levels.toml",
    "crisis",
    "words",
];

/// Compiled content, as Rust expressions.
#[derive(Clone, Debug)]
pub struct Rust {
    /// What a visitor meets: a `Questionnaire`.
    pub questionnaire: String,
    /// What waits for review, for the bench: a list of `(HeldAdvice, AddOnWords)`.
    pub awaiting_review: String,
}

/// Checks everything in a content folder, and writes it as Rust.
pub fn compile_to_rust(folder: &Path) -> Result<Rust, Vec<Problem>> {
    let mut problems = Vec::new();
    let rust = checked(folder, &mut problems);
    problems.sort();
    problems.dedup();
    match rust {
        Some(rust) if problems.is_empty() => Ok(rust),
        Some(_) | None => Err(problems),
    }
}

fn checked(folder: &Path, problems: &mut Vec<Problem>) -> Option<Rust> {
    let logic = logic::Logic::read(folder, problems);
    // What cannot be read would only be reported again as missing.
    let logic = logic.filter(|_| problems.is_empty())?;
    let compiled = compile::compile(&logic, problems);
    check::check(&logic, &compiled.questionnaire, problems);
    words_check::check(folder, &logic, &compiled, problems);
    // Where words are missing, the checker has said so.
    let held = wording::held(folder, words_check::REFERENCE, &compiled.held, problems)?;
    Some(Rust {
        questionnaire: rust::expression(&compiled.questionnaire),
        awaiting_review: rust::expression(&held),
    })
}
