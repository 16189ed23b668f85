//! What must always hold, what is still open, and what changed.

use super::super::Rulebook;
use super::super::names::day;
use crate::markup::Markup;

/// Writes every invariant with the tests that keep it.
pub(super) fn invariants(rulebook: &Rulebook, section: &mut Markup) {
    for invariant in &rulebook.invariants {
        section.element(
            "article",
            &[("id", &invariant.id), ("class", "entry")],
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

/// Writes every open question.
pub(super) fn open_questions(rulebook: &Rulebook, section: &mut Markup) {
    for question in &rulebook.open_questions {
        section.element(
            "article",
            &[("id", &question.id), ("class", "entry")],
            |entry| {
                entry.element("h3", &[], |heading| {
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
}

/// Writes every published change, the newest first.
pub(super) fn changes(rulebook: &Rulebook, section: &mut Markup) {
    for change in rulebook.changes.iter().rev() {
        section.element("article", &[("class", "entry")], |entry| {
            entry.says("h3", &[], &format!("Version of {}", day(&change.version)));
            entry.element("dl", &[], |facts| {
                facts.pair("What changed", |says| says.text(&change.what));
                facts.pair("Why", |says| says.text(&change.why));
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
