//! Every source, with how much of it was read and what leans on it.

use super::super::Rulebook;
use super::headlines;
use markup::Markup;

/// Writes the sources in the order of their file.
pub(super) fn write(rulebook: &Rulebook, section: &mut Markup) {
    for source in &rulebook.logic.sources.body.source {
        let id = source.id.get_ref();
        section.element(
            "article",
            &[("id", id), ("aria-label", id), ("class", "entry")],
            |entry| {
                entry.element("h3", &[], |heading| {
                    heading.link(id, id);
                    heading.text(" ");
                    heading.text(&source.title);
                });
                entry.element("dl", &[], |facts| {
                    facts.pair("Where", |says| says.text(&source.location));
                    facts.pair("How much was read", |says| says.text(&source.read));
                    facts.pair("License", |says| says.text(&source.license));
                    facts.pair("Used by", |says| used_by(rulebook, says, id));
                });
            },
        );
    }
}

fn used_by(rulebook: &Rulebook, says: &mut Markup, id: &str) {
    let mut first = true;
    let mut after_others = |says: &mut Markup, head: &str| {
        says.text(if first { "" } else { "; " });
        says.text(head);
        first = false;
    };
    let ids = ids(rulebook, id);
    if !ids.is_empty() {
        after_others(says, "");
        says.links(ids);
    }
    let texts = [
        ("what is said of ", levels(rulebook, id)),
        (
            "first lines and words around them: ",
            headlines::resting_on(rulebook, id),
        ),
        ("advice: ", advice(rulebook, id)),
        ("help lines: ", lines(rulebook, id)),
    ];
    for (head, names) in texts {
        if !names.is_empty() {
            after_others(says, head);
            says.text(&names.join(", "));
        }
    }
    if first {
        says.text("nothing yet; read for background");
    }
}

/// The questions and rules that name a source.
fn ids(rulebook: &Rulebook, id: &str) -> Vec<&'static str> {
    let questionnaire = &rulebook.questionnaire;
    let items = questionnaire
        .items
        .iter()
        .filter(|item| item.sources.iter().any(|source| source.0 == id));
    let rules = questionnaire
        .rules
        .iter()
        .filter(|rule| rule.sources.iter().any(|source| source.0 == id));
    let items = items.map(|item| item.code);
    items.chain(rules.map(|rule| rule.id.0)).collect()
}

/// The advice that rests on a source.
fn advice(rulebook: &Rulebook, id: &str) -> Vec<&'static str> {
    let advice = rulebook.questionnaire.advice.iter();
    let held = rulebook.awaiting_review.iter();
    let held = held.map(|(held, words)| (&held.advice, words));
    let with_words = advice.zip(&rulebook.words.advice).chain(held);
    let resting = with_words.filter(|(advice, _)| advice.sources.iter().any(|named| named.0 == id));
    resting.map(|(_, words)| words.title.0).collect()
}

/// The levels of care whose texts rest on a source.
fn levels(rulebook: &Rulebook, id: &str) -> Vec<&'static str> {
    let levels = rulebook.words.levels.0.iter();
    let resting = levels.filter(|(_, words)| words.sources.contains(&id));
    resting.map(|(_, words)| words.name).collect()
}

/// The help lines that were checked with a source.
fn lines<'a>(rulebook: &'a Rulebook, id: &str) -> Vec<&'a str> {
    let checked = rulebook.lines.line.iter();
    let checked = checked.filter(|line| line.sources.iter().any(|source| source.get_ref() == id));
    let names = checked.filter_map(|line| rulebook.words.lines.get(line.id.get_ref()));
    names.map(|line| line.name).collect()
}
