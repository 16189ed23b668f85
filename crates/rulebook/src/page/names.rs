//! Names the rules use, and the help screens they raise.

use super::super::Rulebook;
use super::super::effects::help_anchor;
use super::super::names::spoken;
use super::super::sentence::{count_anchor, meaning, sentence, term_anchor};
use super::rules::condition;
use markup::Markup;

/// Writes named conditions, counts and help screens.
pub(super) fn write(rulebook: &Rulebook, section: &mut Markup) {
    section.says("h3", &[], "Conditions with a name");
    section.element("dl", &[("class", "names")], |list| {
        for term in &rulebook.terms.terms {
            list.element("div", &[("id", &term_anchor(&term.id))], |entry| {
                let message = meaning(rulebook, &term.means);
                entry.says(
                    "dt",
                    &[("data-id", &term_anchor(&term.id))],
                    &spoken(&term.id),
                );
                entry.element("dd", &[], |says| condition(says, &message));
            });
        }
    });
    section.says("h3", &[], "Counts");
    for count in &rulebook.terms.counts {
        section.element(
            "article",
            &[
                ("id", &count_anchor(&count.id)),
                ("aria-label", &count_anchor(&count.id)),
                ("class", "entry"),
            ],
            |entry| {
                entry.says(
                    "h4",
                    &[("data-id", &count_anchor(&count.id))],
                    &spoken(&count.id),
                );
                entry.says("p", &[], "One point for each of these:");
                entry.element("ol", &[], |list| {
                    for point in count.of {
                        let message = sentence(rulebook, point);
                        list.element("li", &[], |item| condition(item, &message));
                    }
                });
            },
        );
    }
    section.says("h3", &[], "Help screens and cards");
    for help in &rulebook.help.help {
        let id = help.id.get_ref();
        let Some(words) = rulebook.words.help.get(id) else {
            continue;
        };
        section.element(
            "article",
            &[
                ("id", &help_anchor(id)),
                ("aria-label", &help_anchor(id)),
                ("class", "entry"),
            ],
            |entry| {
                let title = format!("{} ({id})", words.title.0);
                entry.says("h4", &[("data-id", &help_anchor(id))], &title);
                entry.says("p", &[], words.lead.0);
                steps(entry, &words.steps.0);
                if let Some(other) = &words.steps.1 {
                    entry.says("p", &[], "Where someone asks for another person:");
                    steps(entry, other);
                }
                entry.element("dl", &[], |facts| {
                    let raised = rulebook.questionnaire.rules.iter();
                    let raised =
                        raised.filter(|rule| rule.then.help.is_some_and(|help| help.0 == id));
                    facts.pair("Raised by", |says| says.links(raised.map(|rule| rule.id.0)));
                    facts.pair("Lines", |says| {
                        let named = words.lines.iter().chain(&words.more);
                        let lines = named.filter_map(|name| rulebook.words.lines.get(name));
                        let names: Vec<&str> = lines.map(|line| line.name).collect();
                        says.text(&names.join("; "));
                    });
                });
            },
        );
    }
}

fn steps(entry: &mut Markup, texts: &[&str]) {
    entry.element("ul", &[], |list| {
        for step in texts {
            list.says("li", &[], step);
        }
    });
}
