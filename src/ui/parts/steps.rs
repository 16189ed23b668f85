//! Numbered things to do.

use yew::{Html, html};

use crate::content::words::Said;

use super::super::view::View;

/// A numbered list, in the right voice.
pub fn steps(view: &View<'_>, steps: &[Said]) -> Html {
    html! {
        <ol class="steps">
            { for steps.iter().map(|step| html! { <li>{ view.say(step) }</li> }) }
        </ol>
    }
}
