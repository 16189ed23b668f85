//! Numbered steps, with their emergency numbers as links.

use html::html;
use yew::Html;

use i18n::SaidList;

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
        .filter_map(|name| Some((found(rest, name)?, *name)))
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

/// Where a name stands by itself, not as a part of a longer number.
fn found(text: &str, name: &str) -> Option<usize> {
    let is_part = |letter: Option<char>| {
        letter.is_some_and(|letter| letter.is_ascii_digit() || letter == '-')
    };
    let mut found = text.match_indices(name).filter(|(at, _)| {
        let (before, from) = text.split_at(*at);
        let after = from.strip_prefix(name).unwrap_or_default();
        !is_part(before.chars().next_back()) && !is_part(after.chars().next())
    });
    Some(found.next()?.0)
}
