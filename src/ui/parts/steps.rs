//! Numbered steps, with their emergency numbers as links.

use html::html;
use yew::Html;

use i18n::SaidList;

use super::super::view::View;

/// Numbers that a step may name in its text: each is a link to call.
const NUMBERS: [&str; 2] = ["911", "988"];

/// Draws a numbered list, addressed to the person or about someone else.
pub fn steps(view: &View<'_>, steps: &SaidList) -> Html {
    html! {
        <ol class="steps">
            { for view.list(steps).iter().map(|step| html! { <li>{ with_numbers(step) }</li> }) }
        </ol>
    }
}

/// Draws a text with its emergency numbers as `tel:` links.
pub fn with_numbers(text: &'static str) -> Html {
    let pieces = text.split_inclusive(' ').map(|word| {
        let number = NUMBERS
            .into_iter()
            .find(|number| word.trim_end_matches([' ', '.', ',']) == *number);
        let Some(number) = number else {
            return html! { { word } };
        };
        let rest = word.trim_start_matches(number);
        html! { <><a href={contact::tel(number)}>{ number }</a>{ rest }</> }
    });
    pieces.collect()
}
