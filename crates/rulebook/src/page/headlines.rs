//! What a result says first, and what changes the words around it: when, why, and on which sources.

use assessment::PointsTo;
use content_compiler::schema::display::{GuidanceEntry, HeadlineEntry};

use super::super::Rulebook;
use super::super::effects::help_anchor;
use super::super::sentence::display;
use super::rules::condition;
use markup::Markup;

/// Writes the first lines in order, then when talking comes first, then what changes the words.
pub(super) fn write(rulebook: &Rulebook, section: &mut Markup) {
    let entries = &rulebook.logic.display.body.headline;
    let headlines = rulebook.questionnaire.headlines.iter().zip(entries);
    for (position, (headline, entry)) in (1_usize..).zip(headlines) {
        let anchor = anchor(position);
        section.element(
            "article",
            &[("id", &anchor), ("aria-label", &anchor), ("class", "entry")],
            |article| {
                article.element("h3", &[], |heading| {
                    heading.link(&anchor, &position.to_string());
                    let words = rulebook.words.headlines.get(headline.id);
                    let title = words.map_or("", |words| words.title.0);
                    let title = title.replace("{level}", "the level");
                    heading.text(&format!(" {title} ({})", headline.id));
                });
                article.element("dl", &[], |facts| {
                    let when = display(rulebook, &headline.when);
                    facts.pair("Holds when", |says| condition(says, &when));
                    facts.pair("Leads to", |says| says.text(leads_to(headline.points_to)));
                    facts.pair("Why", |says| says.text(&entry.rationale));
                    facts.pair("Rests on", |says| {
                        says.links(headline.sources.iter().map(|source| source.0));
                    });
                });
            },
        );
    }
    talk_first(rulebook, section);
    gives_way(rulebook, section);
    guidance(rulebook, section);
}

/// The place of a first line on the page.
pub(super) fn anchor(position: usize) -> String {
    format!("headline-{position}")
}

/// The first lines that rest on a source.
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

fn talk_first(rulebook: &Rulebook, section: &mut Markup) {
    let entry = &rulebook.logic.display.body.talk_first;
    section.says("h3", &[("id", "talk-first")], "Where much is open");
    section.element("p", &[], |says| {
        says.text(&format!(
            "From {} of these questions on without a definite answer, talking with a person comes first, \
             unless something more pressing holds above. Each counts once: ",
            entry.from
        ));
        says.links(entry.questions.iter().map(|question| question.get_ref().as_str()));
        says.text(". The result is worked out all the same, stands below, and is never lowered.");
    });
    if !entry.folded.is_empty() {
        section.element("p", &[], |says| {
            says.text("Then these cards fold into one, where they rest on open answers alone: ");
            help_links(rulebook, says, &entry.folded);
            says.text(". The one is ");
            help_links(rulebook, says, std::slice::from_ref(&entry.folded_into));
            says.text(".");
        });
    }
}

/// Which cards are left out beside which others.
fn gives_way(rulebook: &Rulebook, section: &mut Markup) {
    let pairs = &rulebook.logic.display.body.gives_way;
    if pairs.is_empty() {
        return;
    }
    section.says("h3", &[("id", "gives-way")], "Cards that give way");
    section.says(
        "p",
        &[],
        "These would say the opposite of one another, so the first of each two gives way to the second:",
    );
    section.element("ul", &[], |list| {
        for [card, other] in pairs {
            list.element("li", &[], |item| {
                help_links(rulebook, item, std::slice::from_ref(card));
                item.text(" gives way to ");
                help_links(rulebook, item, std::slice::from_ref(other));
            });
        }
    });
}

fn help_links(rulebook: &Rulebook, says: &mut Markup, cards: &[String]) {
    for (place, card) in cards.iter().enumerate() {
        if place > 0 {
            says.text(", ");
        }
        let words = rulebook.words.help.get(card);
        says.link(&help_anchor(card), words.map_or("", |words| words.title.0));
    }
}

fn guidance(rulebook: &Rulebook, section: &mut Markup) {
    section.says(
        "h3",
        &[("id", "guidance")],
        "What changes the words around a result",
    );
    section.says(
        "p",
        &[],
        "None of it changes the alert, the first step, the level or the urgency.",
    );
    let entries = &rulebook.logic.display.body.guidance;
    for (guidance, entry) in rulebook.questionnaire.guidance.iter().zip(entries) {
        let code = guidance.id.code();
        let anchor = format!("guidance-{code}");
        section.element(
            "article",
            &[("id", &anchor), ("aria-label", &anchor), ("class", "entry")],
            |article| {
                article.says("h4", &[], code);
                article.element("dl", &[], |facts| {
                    let when = display(rulebook, &guidance.when);
                    facts.pair("Holds when", |says| condition(says, &when));
                    facts.pair("Why", |says| says.text(&entry.rationale));
                    facts.pair("Rests on", |says| {
                        says.links(entry.sources.iter().map(|source| source.get_ref().as_str()));
                    });
                });
            },
        );
    }
}
