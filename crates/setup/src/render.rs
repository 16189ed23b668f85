//! Renders the form without a browser, for view tests and the placeholder in the static page.

use assessment::Day;
use html::html;
use i18n::Words;
use yew::{Callback, Html, NodeRef};

use super::draft::previewed;
use super::model::Model;
use super::view::View;
use super::{frame, words};

/// Renders the form in one state, on a date such as 2026-11-21.
pub fn render(said: &Words, model: &Model, today: Option<Day>) -> Html {
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

/// Renders the placeholder for before the module runs.
pub fn placeholder(said: &Words) -> Html {
    frame::waiting(said)
}

/// Renders the `<noscript>` text.
pub fn without_scripts() -> Html {
    html! { { words::NEEDS_SCRIPTS } }
}
