//! Specimens of the setup page.

use assessment::Day;
use i18n::Words;
use setup::Model;

use crate::{companion_placeholder, render};

/// Renders one state, on a date such as 2026-11-21.
pub fn state(words: &Words, model: Model, today: &str) -> String {
    let words = words.clone();
    let today = Day::read(today);
    render(move || setup::render(&words, &model, today))
}

/// Renders the static content for before the module runs or if it fails to load.
pub fn placeholder(words: &Words) -> String {
    companion_placeholder(
        setup::without_scripts(),
        setup::FAILED,
        setup::placeholder(words),
    )
}
