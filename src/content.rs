//! What we ask and what the rules say, from the files in `content/`.
//!
//! The files are checked and compiled by `content/build.rs` before every build, so nothing here can
//! fail while the page runs. The words are not part of the module: they are loaded beside it.
//! Thresholds, texts and claims never stand in Rust. Start at [`questionnaire`].

pub mod phrases;

pub mod filling;

mod said;

pub mod words;

mod wire;

#[cfg(feature = "author")]
mod advice_file;

#[cfg(feature = "author")]
pub mod author;

#[cfg(feature = "author")]
pub mod changes;

#[cfg(feature = "author")]
mod check;

#[cfg(feature = "author")]
mod citations;

#[cfg(feature = "author")]
mod compile;

#[cfg(feature = "author")]
mod display_conditions;

#[cfg(feature = "author")]
mod display_file;

#[cfg(feature = "author")]
pub mod crisis;

#[cfg(feature = "author")]
pub mod invariants;

#[cfg(feature = "author")]
mod item_conditions;

#[cfg(feature = "author")]
mod items;

#[cfg(feature = "author")]
pub mod levels;

#[cfg(feature = "author")]
pub mod logic;

#[cfg(feature = "author")]
mod minutes;

#[cfg(feature = "author")]
pub mod open_questions;

#[cfg(feature = "author")]
pub mod paper_words;

#[cfg(feature = "author")]
pub mod problem;

#[cfg(feature = "author")]
pub mod readability;

#[cfg(feature = "author")]
mod result_words;

#[cfg(feature = "author")]
mod rules;

#[cfg(feature = "author")]
mod crisis_check;

#[cfg(feature = "author")]
mod sentences;

#[cfg(feature = "author")]
pub(crate) mod suggestion;

#[cfg(feature = "author")]
mod effects;

#[cfg(feature = "author")]
pub mod schema;

#[cfg(feature = "author")]
pub mod terms;

#[cfg(feature = "author")]
mod week;

#[cfg(feature = "author")]
mod wording;

#[cfg(feature = "author")]
mod words_check;

#[cfg(feature = "author")]
pub mod words_files;

#[cfg(feature = "author")]
use crate::assessment;
use crate::assessment::Questionnaire;

/// Everything that is asked, and every rule that reads it.
pub fn questionnaire() -> &'static Questionnaire {
    &embedded::QUESTIONNAIRE
}

/// An option without its examples, which stand behind a colon or "such as".
pub fn short_option(option: &str) -> &str {
    let name = option.split(", such as ").next().unwrap_or(option);
    name.split(": ").next().unwrap_or(name)
}

/// The logic as `content/build.rs` wrote it.
mod embedded {
    #[allow(
        clippy::wildcard_imports,
        reason = "the generated list names whatever the content uses"
    )]
    use crate::assessment::*;
    use crate::assessment::{
        AdviceKind::*, Condition::*, Dimension::*, ItemKind::*, Scale::*, Track::*,
    };

    pub(super) static QUESTIONNAIRE: Questionnaire =
        include!(concat!(env!("OUT_DIR"), "/questionnaire.rs"));
}
