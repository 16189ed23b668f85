//! The form drawn without a browser: for the view tests, and for what stands in the page before it runs.

use yew::{Callback, NodeRef, html};

use crate::companion;
use crate::content::words::Words;
use crate::ui;

use super::draft::previewed;
use super::frame;
use super::model::Model;
use super::view::View;
use super::words;

/// The form in one state, on a day as in 2026-11-21.
pub fn drawn(said: &Words, model: Model, today: &'static str) -> String {
    let said = said.clone();
    ui::drawn(move || {
        frame::page(&View {
            model: &model,
            site: &previewed(&model),
            words: &said,
            today,
            preview: &NodeRef::default(),
            send: &Callback::noop(),
            pick: &Callback::noop(),
        })
    })
}

/// What stands in the page before the form runs: what it is, and what to do where it
/// cannot be loaded.
pub fn waiting(said: &Words) -> String {
    companion::before(
        html! { words::NEEDS_SCRIPTS },
        words::FAILED,
        frame::waiting(said),
    )
}
