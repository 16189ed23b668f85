//! The bench as markup, for rendering without a browser: view tests, and what is in the page before the
//! module runs.

use i18n::Words;
use yew::{Callback, Html, html};

use super::model::Model;
use super::view::View;
use super::{frame, words};

/// Renders the bench in one state, on a day as in 2026-11-21.
pub fn render(said: &Words, model: &Model, today: &str) -> Html {
    frame::bench(&View {
        model,
        result: &model.result(),
        evaluation: &model.evaluation(),
        words: said,
        today,
        send: &Callback::noop(),
        pick: &Callback::noop(),
    })
}

/// What is in the page before the module runs: what it is, and whom to call.
pub fn placeholder(said: &Words) -> Html {
    frame::waiting(said)
}

/// What to do where scripts are off.
pub fn without_scripts() -> Html {
    html! {
        <>{ words::NEEDS_SCRIPTS }{ " " }<a href="./method.html">{ words::RULEBOOK }</a></>
    }
}
