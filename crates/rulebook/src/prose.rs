//! The handwritten chapters of the page, from `method.toml`.
//!
//! The markup supports only paragraphs, lists (lines that start with a dash or a number), `code` in
//! backticks and links in brackets, to keep it robust.

use std::path::Path;

use serde::Deserialize;

use content_compiler::author::Problem;
use content_compiler::logic::load;

use maud::{Markup, html};

/// The file `method.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MethodFile {
    chapter: Vec<Chapter>,
}

/// One chapter.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Chapter {
    /// HTML id of the chapter.
    pub(super) id: String,
    /// Heading.
    pub(super) title: String,
    /// Text in the markup above.
    pub(super) text: String,
}

/// Reads the chapters of a content folder.
pub(super) fn chapters(folder: &Path) -> Result<Vec<Chapter>, Vec<Problem>> {
    let mut problems = Vec::new();
    let file = load::<MethodFile>(folder, "method.toml", &mut problems);
    file.map(|file| file.body.chapter).ok_or(problems)
}

/// Paragraphs and lists.
pub(super) fn blocks(text: &str) -> Markup {
    html! {
        @for block in text.split("\n\n").map(str::trim) { (one(block)) }
    }
}

fn one(block: &str) -> Markup {
    match block.chars().next() {
        None => Markup::default(),
        Some('-') => html! { ul { (lines(block)) } },
        Some('#') => html! { h3 { (block.trim_start_matches('#').trim()) } },
        Some(digit) if digit.is_ascii_digit() && block.contains(". ") => {
            html! { ol { (lines(block)) } }
        }
        Some(_) => html! { p { (inline(block)) } },
    }
}

fn lines(block: &str) -> Markup {
    html! {
        @for line in block.lines() {
            li { (inline(line.split_once(' ').map_or(line, |(_, text)| text))) }
        }
    }
}

fn inline(text: &str) -> Markup {
    html! {
        @for (position, piece) in text.split('`').enumerate() {
            @if position % 2 == 1 { code { (piece) } } @else { (links(piece)) }
        }
    }
}

fn links(text: &str) -> Markup {
    let Some((before, after)) = text.split_once('[') else {
        return html! { (text) };
    };
    let link = after
        .split_once("](")
        .and_then(|(name, more)| more.split_once(')').map(|(to, behind)| (name, to, behind)));
    html! {
        (before)
        @match link {
            Some((name, to, behind)) => { a href=(to) { (name) } (links(behind)) }
            None => { "[" (links(after)) }
        }
    }
}
