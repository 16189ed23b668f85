//! The chapters of the page that are written and not computed, from `method.toml`.
//!
//! They know paragraphs, lists (lines that begin with a dash or a number), `code` in backticks and
//! links in brackets; nothing else, so that nothing else can go wrong.

use std::path::Path;

use serde::Deserialize;

use content_compiler::author::Problem;
use content_compiler::logic::load;

use markup::Markup;

/// `method.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MethodFile {
    chapter: Vec<Chapter>,
}

/// One chapter.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Chapter {
    /// Its place on the page.
    pub(super) id: String,
    /// Its heading.
    pub(super) title: String,
    /// What it says.
    pub(super) text: String,
}

/// Reads the chapters of a content folder.
pub(super) fn chapters(folder: &Path) -> Result<Vec<Chapter>, Vec<Problem>> {
    let mut problems = Vec::new();
    let file = load::<MethodFile>(folder, "method.toml", &mut problems);
    file.map(|file| file.body.chapter).ok_or(problems)
}

/// Writes paragraphs and lists.
pub(super) fn write(markup: &mut Markup, text: &str) {
    for block in text.split("\n\n").map(str::trim) {
        let first = block.chars().next();
        match first {
            None => {}
            Some('-') => list(markup, "ul", block),
            Some('#') => markup.says("h3", &[], block.trim_start_matches('#').trim()),
            Some(digit) if digit.is_ascii_digit() && block.contains(". ") => {
                list(markup, "ol", block);
            }
            Some(_) => markup.element("p", &[], |inside| inline(inside, block)),
        }
    }
}

fn list(markup: &mut Markup, tag: &str, block: &str) {
    markup.element(tag, &[], |list| {
        for line in block.lines() {
            let (_, text) = line.split_once(' ').unwrap_or(("", line));
            list.element("li", &[], |item| inline(item, text));
        }
    });
}

fn inline(markup: &mut Markup, text: &str) {
    for (position, piece) in text.split('`').enumerate() {
        if position % 2 == 1 {
            markup.says("code", &[], piece);
        } else {
            links(markup, piece);
        }
    }
}

fn links(markup: &mut Markup, text: &str) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        markup.text(before);
        let link = after
            .split_once("](")
            .and_then(|(name, more)| more.split_once(')').map(|(to, behind)| (name, to, behind)));
        let Some((name, to, behind)) = link else {
            markup.text("[");
            rest = after;
            continue;
        };
        markup.says("a", &[("href", to)], name);
        rest = behind;
    }
    markup.text(rest);
}
