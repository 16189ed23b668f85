//! The bench drawn without a browser: for the view tests, and for what stands in the page before it runs.

use yew::{Callback, html};

use crate::companion;
use crate::content::words::Words;
use crate::ui;

use super::frame;
use super::model::Model;
use super::view::View;
use super::words;

/// The bench in one state, on a day as in 2026-11-21.
pub fn drawn(said: &Words, model: Model, today: &'static str) -> String {
    let said = said.clone();
    ui::drawn(move || {
        frame::bench(&View {
            model: &model,
            result: &model.result(),
            evaluation: &model.evaluation(),
            words: &said,
            today,
            send: &Callback::noop(),
            pick: &Callback::noop(),
        })
    })
}

/// What stands in the page before the bench runs: what it is, whom to call, and what to do where it
/// cannot be loaded.
pub fn waiting(said: &Words) -> String {
    let without_scripts = html! {
        <>{ words::NEEDS_SCRIPTS }{ " " }<a href="./method.html">{ words::RULEBOOK }</a></>
    };
    companion::before(without_scripts, words::FAILED, frame::waiting(said))
}
