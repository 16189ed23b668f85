//! What must always hold, what is still open, and what changed.

use std::collections::BTreeSet;

use content_compiler::changes::MendedFault;
use content_compiler::open_questions::OpenQuestion;

use super::super::Rulebook;
use super::super::names::day;
use super::rules::whole_of;
use markup::Markup;

/// Writes every invariant with the tests that keep it.
pub(super) fn invariants(rulebook: &Rulebook, section: &mut Markup) {
    for invariant in &rulebook.invariants {
        section.element(
            "article",
            &[
                ("id", &invariant.id),
                ("aria-label", &invariant.id),
                ("class", "entry"),
            ],
            |entry| {
                entry.element("h3", &[], |heading| {
                    heading.link(&invariant.id, &invariant.id);
                    heading.text(" ");
                    heading.text(&invariant.says);
                });
                entry.element("dl", &[], |facts| {
                    for guard in &invariant.tests {
                        facts.element("dt", &[], |name| name.says("code", &[], &guard.file));
                        facts.element("dd", &[], |says| {
                            says.element("ul", &[], |list| {
                                for test in &guard.names {
                                    list.says("li", &[], &test.replace('_', " "));
                                }
                            });
                        });
                    }
                    if let Some(open) = &invariant.not_yet {
                        facts.pair("Not tested yet", |says| says.text(open));
                    }
                });
            },
        );
    }
}

/// Writes every open question: what is open to anyone, and what a clinician must still decide.
pub(super) fn open_questions(rulebook: &Rulebook, section: &mut Markup) {
    let (to_decide, open): (Vec<&OpenQuestion>, Vec<&OpenQuestion>) = rulebook
        .open_questions
        .iter()
        .partition(|question| question.for_a_clinician());
    section.says(
        "h3",
        &[("id", "to-decide")],
        "What a clinician must still decide",
    );
    for question in to_decide {
        open_question(section, question);
    }
    section.says("h3", &[("id", "still-open")], "What else is open");
    for question in open {
        open_question(section, question);
    }
}

fn open_question(section: &mut Markup, question: &OpenQuestion) {
    section.element(
        "article",
        &[
            ("id", &question.id),
            ("aria-label", &question.id),
            ("class", "entry"),
        ],
        |entry| {
            entry.element("h4", &[], |heading| {
                heading.link(&question.id, &question.id);
                heading.text(" ");
                heading.text(&question.question);
            });
            entry.element("dl", &[], |facts| {
                facts.pair("Why it matters", |says| says.text(&question.matters));
                facts.pair("Until it is answered", |says| {
                    says.text(&question.until_then)
                });
                if !question.about.is_empty() {
                    facts.pair("About", |says| {
                        says.links(question.about.iter().map(String::as_str));
                    });
                }
            });
        },
    );
}

/// Writes every published change, the newest first.
pub(super) fn changes(rulebook: &Rulebook, section: &mut Markup) {
    let places = places(rulebook);
    for change in rulebook.changes.iter().rev() {
        let title = format!("Version of {}", day(&change.version));
        let attributes = [("aria-label", title.as_str()), ("class", "entry")];
        section.element("article", &attributes, |entry| {
            entry.says("h3", &[], &title);
            entry.element("dl", &[], |facts| {
                facts.pair("What changed", |says| {
                    with_links(says, &change.what, &places)
                });
                facts.pair("Why", |says| with_links(says, &change.why, &places));
                if !change.faults.is_empty() {
                    facts.pair("Faults, and what mends them", |says| {
                        faults(says, &change.faults, &places);
                    });
                }
                if !change.known.is_empty() {
                    facts.pair("Known, and left as it is", |says| {
                        says.element("ul", &[], |list| {
                            for known in &change.known {
                                list.element("li", &[], |item| with_links(item, known, &places));
                            }
                        });
                    });
                }
                facts.pair("Touches", |says| {
                    if change.touches.iter().any(|name| name == "all") {
                        says.text("every question and every rule");
                    } else {
                        says.links(change.touches.iter().map(String::as_str));
                    }
                });
                if !change.sources.is_empty() {
                    facts.pair("Sources", |says| {
                        says.links(change.sources.iter().map(String::as_str));
                    });
                }
                facts.pair("Fingerprint of the logic", |says| {
                    says.says("code", &[], &change.logic);
                });
            });
        });
    }
}

fn faults(says: &mut Markup, faults: &[MendedFault], places: &BTreeSet<&str>) {
    says.element("ol", &[("class", "numbered")], |list| {
        for fault in faults {
            list.element("li", &[], |item| {
                item.says("b", &[], &fault.fault);
                item.text(" ");
                with_links(item, &fault.change, places);
            });
        }
    });
}

/// Every id that has a place on the page.
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

/// Writes a text; every id in it leads to its place.
fn with_links(says: &mut Markup, text: &str, places: &BTreeSet<&str>) {
    let in_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let mut rest = text;
    while let Some(from) = rest.find(in_name) {
        let (before, name_on) = rest.split_at(from);
        let end = name_on.find(|letter| !in_name(letter));
        let (name, after) = name_on.split_at(end.unwrap_or(name_on.len()));
        says.text(before);
        if places.contains(name) {
            says.link(name, name);
        } else {
            says.text(name);
        }
        rest = after;
    }
    says.text(rest);
}
