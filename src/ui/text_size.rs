//! The size of the text. `static/text-size.js` sets it: like the theme it is of the page, and no part of the journey.

use html::html;
use yew::Html;

use super::view::{Readiness, View};

/// Draws a button for each size.
pub fn text_size(view: &View<'_>) -> Html {
    let words = &view.words.phrases;
    // Without its script the buttons would do nothing.
    if view.host.is_preview || view.readiness == Readiness::Static {
        return Html::default();
    }
    html! {
        <div class="text-size" role="group" aria-label={words.text_size}>
            <span aria-hidden="true">{ words.text_size }</span>
            <button type="button" data-size="normal" aria-pressed="true">{ words.text_normal }</button>
            <button type="button" data-size="large" aria-pressed="false">{ words.text_large }</button>
            <button type="button" data-size="largest" aria-pressed="false">{ words.text_largest }</button>
        </div>
    }
}
