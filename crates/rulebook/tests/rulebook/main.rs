//! Tests of the method page, the trace of one result, and their inputs: every condition in words, the history
//! of changes, the invariants and the open questions.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use test_support::draft;

mod evidence;

mod facts;

use test_support::markup;

mod page;

mod records;

mod told;

mod trace;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rulebook::Rulebook;

/// The rulebook of the current content.
fn rulebook() -> &'static Rulebook {
    static RULEBOOK: OnceLock<Rulebook> = OnceLock::new();
    RULEBOOK.get_or_init(|| read(&content()))
}

fn read(content: &Path) -> Rulebook {
    Rulebook::read(content, &test_support::root().join("tests/vignettes")).unwrap_or_else(
        |problems| {
            let message: Vec<String> = problems.iter().map(ToString::to_string).collect();
            panic!("{}", message.join("\n"))
        },
    )
}

fn content() -> PathBuf {
    test_support::content_folder()
}

fn text_of(file: &str) -> String {
    std::fs::read_to_string(test_support::root().join(file))
        .unwrap_or_else(|error| panic!("{file}: {error}"))
}
