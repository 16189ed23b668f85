//! The status of a page that waits for the module.

use html::html;
use yew::Html;

use super::super::view::{Readiness, View};

/// Draws an empty live region on static pages. `static/first-pages.js` fills it while a press waits: a screen
/// reader speaks only what changes in a region that is there already.
pub fn waiting(view: &View<'_>) -> Html {
    html! {
        if view.readiness == Readiness::Static {
            <p class="waiting" role="status" data-text={view.words.phrases.starting}></p>
        }
    }
}
