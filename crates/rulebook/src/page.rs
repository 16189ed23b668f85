//! The rulebook as one page: every question, rule, source and open question, each with an anchor.

mod advice;

mod headlines;

mod help_lines;

mod making;

mod questions;

mod rules;

mod names;

mod sources;

mod stories;

mod promises;

use super::names::day;
use super::{Rulebook, prose};
use markup::{Head, link};
use maud::{Markup, html};

/// Function that renders a section of the page.
type Section = fn(&Rulebook) -> Markup;

/// Section ids and contents, in reading order for newcomers. The chapter of the same id in `method.toml`, if
/// any, comes before the generated content.
const SECTIONS: &[(&str, Section)] = &[
    ("about", about),
    ("making", making::section),
    ("questions", questions::section),
    ("rules", rules::section),
    ("headlines", headlines::section),
    ("names", names::section),
    ("help-lines", help_lines::section),
    ("stories", stories::section),
    ("invariants", promises::invariants),
    ("open-questions", promises::open_questions),
    ("sources", sources::section),
    ("changes", promises::changes),
    ("challenge", nothing),
    ("withdrawal", nothing),
];

/// Renders the whole page.
pub fn page(rulebook: &Rulebook) -> String {
    let head = Head {
        locale: "en",
        direction: None,
        title: "Footing: how this works",
        styles: "./method.css",
        script: Some("./method.js"),
    };
    let rules = day(rulebook.questionnaire.version);
    let body = html! {
        a class="skip" href="#main" { "Go to the text" }
        "\n"
        header class="top" {
            a class="brand" href="./" { "Footing" }
            p { "Rules of " (rules) ", " (rulebook.review()) }
        }
        div class="columns" {
            nav class="contents" aria-labelledby="contents" {
                h2 id="contents" { "On this page" }
                ol {
                    @for (id, _) in SECTIONS { li { (link(id, title(rulebook, id))) } }
                }
            }
            main id="main" {
                h1 { "How this works" }
                @for (id, section) in SECTIONS {
                    section id=(id) aria-labelledby={ (id) "-heading" } {
                        h2 id={ (id) "-heading" } { (title(rulebook, id)) }
                        @if let Some(chapter) = rulebook.chapters.iter().find(|chapter| chapter.id == *id) {
                            (prose::blocks(&chapter.text))
                        }
                        (section(rulebook))
                    }
                }
            }
        }
        footer class="bottom" {
            p {
                a href="./accessibility.html" { "Accessibility: what was tested, and what is missing" }
            }
        }
    };
    markup::page(&head, &body)
}

fn title<'a>(rulebook: &'a Rulebook, id: &str) -> &'a str {
    let chapter = rulebook.chapters.iter().find(|chapter| chapter.id == id);
    chapter.map_or("", |chapter| chapter.title.as_str())
}

fn about(rulebook: &Rulebook) -> Markup {
    let due = rulebook.questionnaire.review_by;
    let (signed, all) = rulebook.signed();
    html! {
        p class="late" id="late" data-review-by=(due) hidden {
            "These rules are past their review date. Read them with more care."
        }
        dl class="facts" {
            dt { "Version" }
            dd { (day(rulebook.questionnaire.version)) }
            dt { "Clinical review" }
            dd {
                (signed) " of " (all) " rules are signed by a clinician. The rules are "
                (rulebook.review()) "."
            }
            dt { "Clinical validation" }
            dd { "None. No study has compared these suggestions with what clinicians decide." }
            dt { "Review due by" }
            dd { (day(due)) ". After that day these rules are overdue, and the check itself says so." }
            dt { "Words" }
            dd {
                @if rulebook.words.draft.is_some() { "A draft, not yet reviewed." } @else { "Reviewed." }
            }
            dt { "Help lines last checked" }
            dd { "the oldest on " (day(rulebook.words.lines_checked_on)) }
            dt { "Size" }
            dd {
                (rulebook.questionnaire.items.len()) " questions, " (all) " rules, "
                (rulebook.open_questions.len()) " open questions."
            }
        }
    }
}

/// Entry with its own anchor: a heading and a list of facts.
fn entry(id: &str, heading: &Markup, facts: &Markup) -> Markup {
    html! {
        article id=(id) aria-label=(id) class="entry" {
            (heading)
            dl { (facts) }
        }
    }
}

fn nothing(_: &Rulebook) -> Markup {
    Markup::default()
}
