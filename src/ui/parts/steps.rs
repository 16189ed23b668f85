//! Numbered things to do.

use yew::{Html, html};

use i18n::SaidList;

use super::super::view::View;

/// A numbered list, in the right voice.
pub fn steps(view: &View<'_>, steps: &SaidList) -> Html {
    html! {
        <ol class="steps">
            { for view.list(steps).iter().map(|step| html! { <li>{ *step }</li> }) }
        </ol>
    }
}
