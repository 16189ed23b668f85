//! The words the page should show, read from their files.

use std::path::Path;
use std::sync::LazyLock;

use content_compiler::author::{self, Problem};
use i18n::Words;
use paper::Paper;

static ENGLISH: LazyLock<Words> = LazyLock::new(|| sound(author::words(content(), "en")));

static PAPER: LazyLock<Paper> = LazyLock::new(|| sound(Paper::read(content(), "en")));

/// The words in English.
pub fn words() -> &'static Words {
    &ENGLISH
}

/// The questions on paper in English.
pub fn paper() -> &'static Paper {
    &PAPER
}

fn content() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../crates/content"))
}

fn sound<T>(read: Result<T, Vec<Problem>>) -> T {
    read.unwrap_or_else(|problems| {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("the content has mistakes:\n{}", problems.join("\n"))
    })
}
