//! The words the page should show, read from their files.

use std::path::Path;
use std::sync::LazyLock;

use footing::content::author;
use footing::content::words::Words;

static ENGLISH: LazyLock<Words> = LazyLock::new(|| {
    let content = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../src/content"));
    author::words(content, "en").unwrap_or_else(|problems| {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("the content has mistakes:\n{}", problems.join("\n"))
    })
});

/// The words in English.
pub fn words() -> &'static Words {
    &ENGLISH
}
