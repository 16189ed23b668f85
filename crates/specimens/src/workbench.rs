//! The bench, rendered without a browser.

use i18n::Words;
use workbench::Model;

use crate::{companion_placeholder, render};

/// Renders one state, on a day as in 2026-11-21.
pub fn state(words: &Words, model: Model, today: &'static str) -> String {
    let words = words.clone();
    render(move || workbench::render(&words, &model, today))
}

/// What is in the page before the module runs, and where it cannot be loaded.
pub fn placeholder(words: &Words) -> String {
    companion_placeholder(
        workbench::without_scripts(),
        workbench::FAILED,
        workbench::placeholder(words),
    )
}
