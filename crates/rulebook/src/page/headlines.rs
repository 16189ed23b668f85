//! Headlines of a result, and what changes the text around them: conditions, reasons and sources.

use assessment::PointsTo;
use content_compiler::schema::display::{GuidanceEntry, HeadlineEntry};

use super::super::Rulebook;
use super::super::effects::help_anchor;
use super::super::sentence::display;
use super::entry;
use super::rules::condition;
use markup::{link, links, pair, separated};
use maud::{Markup, html};

/// Headlines in order, then when to talk first, then what changes the text.
pub(super) fn section(rulebook: &Rulebook) -> Markup {
    let told = &rulebook.logic.display.body.headline;
    let headlines = rulebook.questionnaire.headlines.iter().zip(told);
    html! {
        @for (position, (headline, told)) in (1_usize..).zip(headlines) {
            @let anchor = anchor(position);
            @let words = rulebook.words.headlines.get(headline.id);
            @let title = words.map_or("", |words| words.title.0).replace("{level}", "the level");
            (entry(
                &anchor,
                &html! {
                    h3 { (link(&anchor, &position.to_string())) " " (title) " (" (headline.id) ")" }
                },
                &html! {
                    (pair("Holds when", &condition(&display(rulebook, &headline.when))))
                    (pair("Leads to", &html! { (leads_to(headline.points_to)) }))
                    (pair("Why", &html! { (told.rationale) }))
                    (pair("Rests on", &links(headline.sources.iter().map(|source| source.0))))
                },
            ))
        }
        (talk_first(rulebook))
        (gives_way(rulebook))
        (guidance(rulebook))
    }
}

/// HTML id of a headline.
pub(super) fn anchor(position: usize) -> String {
    format!("headline-{position}")
}

/// Headlines that cite a source.
pub(super) fn resting_on<'a>(rulebook: &'a Rulebook, source: &str) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for HeadlineEntry { id, sources, .. } in &rulebook.logic.display.body.headline {
        let id = id.get_ref().as_str();
        if sources.iter().any(|named| named.get_ref() == source) && !names.contains(&id) {
            names.push(id);
        }
    }
    for GuidanceEntry { id, sources, .. } in &rulebook.logic.display.body.guidance {
        if sources.iter().any(|named| named.get_ref() == source) {
            names.push(id.get_ref());
        }
    }
    names
}

fn leads_to(points_to: PointsTo) -> &'static str {
    match points_to {
        PointsTo::Emergency => "emergency help",
        PointsTo::Helpline => "a person to talk with",
        PointsTo::Doctor => {
            "a doctor, a clinic or whoever gives the medicine; never to the site's program first"
        }
        PointsTo::Program => "a treatment program",
    }
}

fn talk_first(rulebook: &Rulebook) -> Markup {
    let entry = &rulebook.logic.display.body.talk_first;
    let questions = entry.questions.iter();
    html! {
        h3 id="talk-first" { "Where much is open" }
        p {
            "From " (entry.from) " of these questions on without a definite answer, talking with a person \
             comes first, unless something more pressing holds above. Each counts once: "
            (links(questions.map(|question| question.get_ref().as_str())))
            ". The result is worked out all the same, stands below, and is never lowered."
        }
        @if !entry.folded.is_empty() {
            p {
                "Then these cards fold into one, where they rest on open answers alone: "
                (help_links(rulebook, &entry.folded))
                ". The one is "
                (help_link(rulebook, &entry.folded_into))
                "."
            }
        }
    }
}

/// Cards that are hidden in favor of other cards.
fn gives_way(rulebook: &Rulebook) -> Markup {
    let pairs = &rulebook.logic.display.body.gives_way;
    html! {
        @if !pairs.is_empty() {
            h3 id="gives-way" { "Cards that give way" }
            p {
                "These would say the opposite of one another, so the first of each two gives way to the second:"
            }
            ul {
                @for [card, other] in pairs {
                    li { (help_link(rulebook, card)) " gives way to " (help_link(rulebook, other)) }
                }
            }
        }
    }
}

fn help_links(rulebook: &Rulebook, cards: &[String]) -> Markup {
    separated(cards.iter().map(|card| help_link(rulebook, card)))
}

fn help_link(rulebook: &Rulebook, card: &str) -> Markup {
    let words = rulebook.words.help.get(card);
    link(&help_anchor(card), words.map_or("", |words| words.title.0))
}

fn guidance(rulebook: &Rulebook) -> Markup {
    let told = &rulebook.logic.display.body.guidance;
    html! {
        h3 id="guidance" { "What changes the words around a result" }
        p { "None of it changes the alert, the first step, the level or the urgency." }
        @for (guidance, told) in rulebook.questionnaire.guidance.iter().zip(told) {
            (entry(
                &format!("guidance-{}", guidance.id.code()),
                &html! { h4 { (guidance.id.code()) } },
                &html! {
                    (pair("Holds when", &condition(&display(rulebook, &guidance.when))))
                    (pair("Why", &html! { (told.rationale) }))
                    (pair("Rests on", &links(told.sources.iter().map(|source| source.get_ref().as_str()))))
                },
            ))
        }
    }
}
