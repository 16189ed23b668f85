//! Invariants, open questions and changes.

use std::collections::BTreeSet;

use content_compiler::changes::ChangeEntry;
use content_compiler::open_questions::OpenQuestion;

use super::super::Rulebook;
use super::super::names::day;
use super::entry;
use super::rules::whole_of;
use markup::{link, links, pair};
use maud::{Markup, html};

/// Every invariant with the tests that check it.
pub(super) fn invariants(rulebook: &Rulebook) -> Markup {
    html! {
        @for invariant in &rulebook.invariants {
            (entry(
                &invariant.id,
                &html! { h3 { (link(&invariant.id, &invariant.id)) " " (invariant.says) } },
                &html! {
                    @for guard in &invariant.tests {
                        dt { code { (guard.file) } }
                        dd {
                            ul {
                                @for test in &guard.names { li { (test.replace('_', " ")) } }
                            }
                        }
                    }
                    @if let Some(open) = &invariant.not_yet {
                        (pair("Not tested yet", &html! { (open) }))
                    }
                },
            ))
        }
    }
}

/// Every open question: those open to anyone, and those a clinician must still decide.
pub(super) fn open_questions(rulebook: &Rulebook) -> Markup {
    let (to_decide, open): (Vec<&OpenQuestion>, Vec<&OpenQuestion>) = rulebook
        .open_questions
        .iter()
        .partition(|question| question.for_a_clinician());
    html! {
        h3 id="to-decide" { "What a clinician must still decide" }
        @for question in to_decide { (open_question(question)) }
        h3 id="still-open" { "What else is open" }
        @for question in open { (open_question(question)) }
    }
}

fn open_question(question: &OpenQuestion) -> Markup {
    let heading = html! { h4 { (link(&question.id, &question.id)) " " (question.question) } };
    let facts = html! {
        (pair("Why it matters", &html! { (question.matters) }))
        (pair("Until it is answered", &html! { (question.until_then) }))
        @if !question.about.is_empty() {
            (pair("About", &links(question.about.iter().map(String::as_str))))
        }
    };
    entry(&question.id, &heading, &facts)
}

/// Every published change, newest first.
pub(super) fn changes(rulebook: &Rulebook) -> Markup {
    let places = places(rulebook);
    html! {
        @for change in rulebook.changes.iter().rev() {
            @let title = format!("Version of {}", day(&change.version));
            article aria-label=(title) class="entry" {
                h3 { (title) }
                dl { (change_facts(change, &places)) }
            }
        }
    }
}

fn change_facts(change: &ChangeEntry, places: &BTreeSet<&str>) -> Markup {
    html! {
        (pair("What changed", &with_links(&change.what, places)))
        (pair("Why", &with_links(&change.why, places)))
        @if !change.faults.is_empty() {
            dt { "Faults, and what mends them" }
            dd {
                ol class="numbered" {
                    @for fault in &change.faults {
                        li { b { (fault.fault) } " " (with_links(&fault.change, places)) }
                    }
                }
            }
        }
        @if !change.known.is_empty() {
            dt { "Known, and left as it is" }
            dd {
                ul {
                    @for known in &change.known { li { (with_links(known, places)) } }
                }
            }
        }
        dt { "Touches" }
        dd {
            @if change.touches.iter().any(|name| name == "all") {
                "every question and every rule"
            } @else {
                (links(change.touches.iter().map(String::as_str)))
            }
        }
        @if !change.sources.is_empty() {
            (pair("Sources", &links(change.sources.iter().map(String::as_str))))
        }
        dt { "Fingerprint of the logic" }
        dd { code { (change.logic) } }
    }
}

/// Every id that has an anchor on the page.
fn places(rulebook: &Rulebook) -> BTreeSet<&str> {
    let questionnaire = &rulebook.questionnaire;
    let rules = questionnaire.indexed_rules();
    let rules =
        rules.flat_map(|(index, rule)| std::iter::once(rule.id.0).chain(whole_of(rulebook, index)));
    let items = questionnaire.items.iter();
    let items = items.flat_map(|item| [item.code, item.question()]);
    let questions = rulebook.open_questions.iter();
    let questions = questions.map(|question| question.id.as_str());
    rules.chain(items).chain(questions).collect()
}

/// Text with every id linked to its anchor.
fn with_links(text: &str, places: &BTreeSet<&str>) -> Markup {
    let in_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let Some(from) = text.find(in_name) else {
        return html! { (text) };
    };
    let (before, name_on) = text.split_at(from);
    let end = name_on.find(|letter| !in_name(letter));
    let (name, after) = name_on.split_at(end.unwrap_or(name_on.len()));
    html! {
        (before)
        @if places.contains(name) { (link(name, name)) } @else { (name) }
        (with_links(after, places))
    }
}
