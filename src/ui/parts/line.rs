//! Crisis lines: the number as text and as a `tel:` link.

use html::html;
use yew::Html;

use i18n::{Line, Words};

use super::super::view::{View, fill};

/// Draws crisis lines by name, in this order.
pub fn lines(view: &View<'_>, names: &[&str]) -> Html {
    let rows = names.iter().filter_map(|name| view.words.lines.get(name));
    html! { <ul class="lines">{ for rows.map(|line| row(view, line, None)) }</ul> }
}

/// Draws the crisis lines that are not shown everywhere, each with the day it was checked, in a closed
/// `details` disclosure.
pub fn more_lines(view: &View<'_>) -> Html {
    let words = &view.words.phrases;
    let rows = view.words.lines.0.iter();
    let rows = rows.filter(|(name, _)| !view.words.everywhere.contains(name));
    html! {
        <details class="more-lines">
            <summary>{ words.more_lines }</summary>
            <ul class="lines">
                { for rows.map(|(_, line)| {
                    let checked = fill(words.line_checked, &[("date", &view.day(line.checked_on))]);
                    row(view, line, Some(checked))
                }) }
            </ul>
        </details>
    }
}

fn row(view: &View<'_>, line: &Line, checked: Option<String>) -> Html {
    let words = &view.words.phrases;
    let hours = line
        .hours
        .map(|hours| fill(words.line_hours, &[("hours", hours)]));
    let languages = line
        .languages
        .map(|spoken| fill(words.line_languages, &[("languages", spoken)]));
    let mut note = line.note.to_owned();
    for more in [hours, languages, checked].into_iter().flatten() {
        note.push(' ');
        note.push_str(&more);
    }
    html! {
        <li class="line">
            <p class="line-name">{ line.name }</p>
            <p class="line-note">{ note }</p>
            <p class="line-ways">{ ways(view.words, line) }</p>
        </li>
    }
}

/// Draws the links to reach one crisis line.
pub fn ways(words: &Words, line: &Line) -> Html {
    named_ways(words, line, None)
}

/// Draws the links to reach one crisis line: to call, with its name where one is given, to text, and its site.
pub fn named_ways(words: &Words, line: &Line, name: Option<&str>) -> Html {
    let phrases = &words.phrases;
    let call = line.call.as_ref().map(|number| {
        let text = match name {
            Some(name) => html! {
                <span>{ name.to_owned() }{ ": " }<bdi class="number">{ *number }</bdi></span>
            },
            None => with_number(phrases.call, number),
        };
        html! { <a class="way call" href={contact::tel(number)}>{ text }</a> }
    });
    let text = line.text.as_ref().map(|number| {
        let body = line.text_body;
        let text = match body {
            Some(word) => with_number(&fill(phrases.text_word_line, &[("word", word)]), number),
            None => with_number(phrases.text_line, number),
        };
        html! { <a class="way" href={contact::sms(number, body)}>{ text }</a> }
    });
    let web = line.web.as_ref().map(|site| {
        let text = fill(phrases.web_line, &[("site", site)]);
        html! {
            <a class="way" href={contact::web(site)} rel="noreferrer noopener" target="_blank">
                { text }
            </a>
        }
    });
    html! { <>{ call }{ " " }{ text }{ " " }{ web }</> }
}

/// Draws a phrase with a number in it, which breaks in no line and runs from left to right in every language.
pub fn with_number(phrase: &str, number: &str) -> Html {
    let (before, after) = phrase.split_once("{number}").unwrap_or((phrase, ""));
    html! {
        <span>
            { before.to_owned() }<bdi class="number">{ number.to_owned() }</bdi>{ after.to_owned() }
        </span>
    }
}
