//! Words that the page should show, read from the content files.

use std::path::Path;
use std::sync::LazyLock;

use content_compiler::author::{self, Problem};
use i18n::Words;
use paper::Paper;

static ENGLISH: LazyLock<Words> = LazyLock::new(|| expect_valid(author::words(content(), "en")));

static PAPER: LazyLock<Paper> = LazyLock::new(|| expect_valid(Paper::read(content(), "en")));

/// English words of the check.
pub fn words() -> &'static Words {
    &ENGLISH
}

/// Words of the check in one language.
pub fn words_in(locale: &str) -> Words {
    expect_valid(author::words(content(), locale))
}

/// Every language there are words in.
pub fn locales() -> Vec<String> {
    author::locales(content())
}

/// Texts of the buttons that lead to the next screen, from the first to the result.
pub fn onward() -> [&'static str; 4] {
    let phrases = &words().phrases;
    [
        phrases.start,
        phrases.continue_,
        phrases.go_on,
        phrases.see_result,
    ]
}

/// English paper form.
pub fn paper() -> &'static Paper {
    &PAPER
}

fn content() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../crates/content"))
}

fn expect_valid<T>(result: Result<T, Vec<Problem>>) -> T {
    result.unwrap_or_else(|problems| {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("the content has mistakes:\n{}", problems.join("\n"))
    })
}
