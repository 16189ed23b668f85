//! Loads, validates and compiles the content files: questions, rules, sources, display conditions,
//! words.
//!
//! Build dependency of `content`, and library for commands and tests that load a content folder at
//! run time. Reports all problems at once, each with file and line. The wasm module contains none
//! of it. Start at [`author`] and [`compile_to_embed`].

pub mod advice_file;

pub mod author;

pub mod changes;

pub mod country;

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

pub mod translation;

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

use assessment::{Packed, Questionnaire};

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

/// Compiled content.
#[derive(Clone, Debug)]
pub struct Embedded {
    /// What a visitor meets.
    pub questionnaire: Packed,
    /// As a Rust expression, what waits for review, for the bench: a list of `(HeldAdvice, AddOnWords)`.
    pub awaiting_review: String,
}

/// Checks everything in a content folder, and packs it for `content`.
pub fn compile_to_embed(folder: &Path) -> Result<Embedded, Vec<Problem>> {
    let mut problems = Vec::new();
    let content = checked(folder, &mut problems);
    problems.sort();
    problems.dedup();
    match content {
        Some(content) if problems.is_empty() => Ok(content),
        Some(_) | None => Err(problems),
    }
}

/// Packs a questionnaire, and reports one that does not come back whole.
fn packed(questionnaire: &Questionnaire, problems: &mut Vec<Problem>) -> Packed {
    let packed = questionnaire.pack();
    let texts = packed.texts.clone().leak();
    let unpacked = Questionnaire::unpack(packed.bytes.clone().leak(), texts);
    if format!("{unpacked:?}") != format!("{questionnaire:?}") {
        let message = "the questionnaire does not come back from its packed form; look for a text \
                       of several lines, or mend crates/assessment/src/packed.rs.";
        problems.push(Problem {
            file: "questionnaire.toml".into(),
            line: 1,
            message: message.into(),
        });
    }
    packed
}

fn checked(folder: &Path, problems: &mut Vec<Problem>) -> Option<Embedded> {
    let logic = logic::Logic::read(folder, problems);
    // What cannot be read would only be reported again as missing.
    let logic = logic.filter(|_| problems.is_empty())?;
    let compiled = compile::compile(&logic, problems);
    check::check(&logic, &compiled.questionnaire, problems);
    words_check::check(
        folder,
        &words_check::locales(folder),
        &logic,
        &compiled,
        problems,
    );
    // Where words are missing, the checker has said so.
    let held = wording::held(folder, words_check::REFERENCE, &compiled.held, problems)?;
    Some(Embedded {
        questionnaire: packed(&compiled.questionnaire, problems),
        awaiting_review: rust::expression(&held),
    })
}
