//! The form as markup, for rendering without a browser: view tests, and what is in the page before the
//! module runs.

use i18n::Words;
use yew::{Callback, Html, NodeRef, html};

use super::draft::previewed;
use super::model::Model;
use super::view::View;
use super::{frame, words};

/// Renders the form in one state, on a day as in 2026-11-21.
pub fn render(said: &Words, model: &Model, today: &str) -> Html {
    frame::page(&View {
        model,
        site: &previewed(model),
        words: said,
        today,
        preview: &NodeRef::default(),
        send: &Callback::noop(),
        pick: &Callback::noop(),
    })
}

/// What is in the page before the module runs: what it is.
pub fn placeholder(said: &Words) -> Html {
    frame::waiting(said)
}

/// What to do where scripts are off.
pub fn without_scripts() -> Html {
    html! { words::NEEDS_SCRIPTS }
}
