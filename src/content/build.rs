//! Checks the content, and writes the logic as Rust for `content.rs` to embed.
//!
//! Runs before every build. All problems are told at once, each with file and line.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "the library uses more of these types than the checker does"
)]

#[path = "../assessment/advice.rs"]
mod advice;

#[path = "../assessment/condition.rs"]
mod condition;

#[path = "../assessment/display.rs"]
mod display;

#[path = "../assessment/item.rs"]
mod item;

#[path = "../assessment/output.rs"]
mod output;

#[path = "../assessment/questionnaire.rs"]
mod questionnaire;

#[path = "../assessment/rating.rs"]
mod rating;

#[path = "../assessment/rule.rs"]
mod rule;

mod advice_file;

mod check;

mod citations;

mod compile;

mod crisis;

mod display_conditions;

mod display_file;

mod item_conditions;

mod items;

mod levels;

mod logic;

mod paper_words;

mod phrases;

mod problem;

mod result_words;

mod rules;

mod crisis_check;

mod sentences;

mod suggestion;

mod effects;

mod schema;

mod wire;

mod week;

mod words_check;

mod words_files;

/// The name the wire is known by.
mod content {
    pub(crate) use super::wire;
}

/// The names the content modules know the assessment by.
mod assessment {
    pub use super::advice::*;
    pub use super::condition::*;
    pub use super::display::*;
    pub use super::output::*;
    pub use super::questionnaire::*;
    pub use super::rating::*;
    pub use super::rule::*;
}

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use problem::Problem;

fn main() -> ExitCode {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    let folder =
        std::env::var_os("FOOTING_CONTENT").map_or_else(|| root.join("src/content"), PathBuf::from);
    println!("cargo:rerun-if-env-changed=FOOTING_CONTENT");
    println!("cargo:rerun-if-changed={}", folder.display());

    let mut problems = Vec::new();
    let generated = generate(&folder, &mut problems);
    problems.sort();
    problems.dedup();
    if problems.is_empty() {
        match std::fs::write(out.join("questionnaire.rs"), generated) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(error) => eprintln!(
                "The checked content could not be written: {error}. Free some space and build again."
            ),
        }
    }
    for problem in &problems {
        println!("cargo::error=src/content/{problem}");
    }
    ExitCode::FAILURE
}

/// Checks everything and writes the logic as a Rust expression.
fn generate(folder: &Path, problems: &mut Vec<Problem>) -> String {
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
