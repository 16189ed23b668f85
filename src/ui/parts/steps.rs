//! Numbered steps, with their emergency numbers as links.

use html::html;
use yew::Html;

use i18n::SaidList;
use i18n::filling::standing_alone;

use super::super::view::View;

/// Lines that a step may name in its text by their number: each becomes a link.
const LINES: [&str; 2] = ["emergency", "lifeline"];

/// Draws a numbered list, addressed to the person or about someone else.
pub fn steps(view: &View<'_>, steps: &SaidList) -> Html {
    html! {
        <ol class="steps">
            { for view.list(steps).iter().map(|step| html! { <li>{ with_numbers(view, step) }</li> }) }
        </ol>
    }
}

/// Draws a text with the numbers of the emergency and crisis lines as links.
pub fn with_numbers(view: &View<'_>, text: &'static str) -> Html {
    let named = LINES.iter().filter_map(|name| view.words.lines.get(name));
    let named: Vec<&str> = named.filter_map(|line| line.call).collect();
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((at, name)) = named
        .iter()
        .filter_map(|name| Some((standing_alone(rest, name)?, *name)))
        .min()
    {
        let (before, from) = rest.split_at(at);
        let (_, after) = from.split_at(name.len());
        pieces.push(html! { { before } });
        let number = name.to_owned();
        pieces.push(html! { <a href={contact::tel(name)}>{ number }</a> });
        rest = after;
    }
    pieces.push(html! { { rest } });
    pieces.into_iter().collect()
}
