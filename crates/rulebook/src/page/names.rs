//! Named conditions of the rules, and the help screens they trigger.

use super::super::Rulebook;
use super::super::effects::help_anchor;
use super::super::names::spoken;
use super::super::sentence::{count_anchor, meaning, sentence, term_anchor};
use super::entry;
use super::rules::condition;
use i18n::HelpWords;
use markup::{links, pair};
use maud::{Markup, html};

/// Named conditions, counts and help screens.
pub(super) fn section(rulebook: &Rulebook) -> Markup {
    html! {
        h3 { "Conditions with a name" }
        dl class="names" {
            @for term in &rulebook.terms.terms {
                @let anchor = term_anchor(&term.id);
                div id=(anchor) {
                    dt data-id=(anchor) { (spoken(&term.id)) }
                    dd { (condition(&meaning(rulebook, &term.means))) }
                }
            }
        }
        h3 { "Counts" }
        @for count in &rulebook.terms.counts {
            @let anchor = count_anchor(&count.id);
            article id=(anchor) aria-label=(anchor) class="entry" {
                h4 data-id=(anchor) { (spoken(&count.id)) }
                p { "One point for each of these:" }
                ol {
                    @for point in count.of { li { (condition(&sentence(rulebook, point))) } }
                }
            }
        }
        h3 { "Help screens and cards" }
        @for help in &rulebook.help.help {
            @let id = help.id.get_ref();
            @if let Some(words) = rulebook.words.help.get(id) { (help_screen(rulebook, id, words)) }
        }
    }
}

fn help_screen(rulebook: &Rulebook, id: &str, words: &HelpWords) -> Markup {
    let rules = rulebook.questionnaire.rules.iter();
    let raised = rules.filter(|rule| rule.then.help.is_some_and(|help| help.0 == id));
    let lines = words.lines.iter().chain(&words.more);
    let lines = lines.filter_map(|name| rulebook.words.lines.get(name));
    let lines: Vec<&str> = lines.map(|line| line.name).collect();
    let heading = html! {
        h4 data-id=(help_anchor(id)) { (words.title.0) " (" (id) ")" }
        p { (words.lead.0) }
        (steps(&words.steps.0))
        @if let Some(other) = &words.steps.1 {
            p { "Where someone asks for another person:" }
            (steps(other))
        }
    };
    let facts = html! {
        (pair("Raised by", &links(raised.map(|rule| rule.id.0))))
        (pair("Lines", &html! { (lines.join("; ")) }))
    };
    entry(&help_anchor(id), &heading, &facts)
}

fn steps(texts: &[&str]) -> Markup {
    html! {
        ul {
            @for step in texts { li { (step) } }
        }
    }
}
