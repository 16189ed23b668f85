//! Numbered steps.

use yew::{Html, html};

use i18n::SaidList;

use super::super::view::View;

/// Draws a numbered list, addressed to the person or about someone else.
pub fn steps(view: &View<'_>, steps: &SaidList) -> Html {
    html! {
        <ol class="steps">
            { for view.list(steps).iter().map(|step| html! { <li>{ *step }</li> }) }
        </ol>
    }
}
