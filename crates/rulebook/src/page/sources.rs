//! Every source, with how much of it was read and what cites it.

use std::collections::BTreeSet;

use super::super::{CountryLines, Rulebook};
use super::{entry, headlines};
use markup::{link, links, pair};
use maud::{Markup, PreEscaped, html};

/// Renders the sources in file order.
pub(super) fn section(rulebook: &Rulebook) -> Markup {
    html! {
        @for source in &rulebook.logic.sources.body.source {
            @let id = source.id.get_ref();
            (entry(
                id,
                &html! { h3 { (link(id, id)) " " (source.title) } },
                &html! {
                    (pair("Where", &html! { (source.location) }))
                    (pair("How much was read", &html! { (source.read) }))
                    (pair("License", &html! { (source.license) }))
                    (pair("Used by", &used_by(rulebook, id)))
                },
            ))
        }
    }
}

fn used_by(rulebook: &Rulebook, id: &str) -> Markup {
    let ids = links(ids(rulebook, id)).into_string();
    let mut uses: Vec<Markup> = Vec::new();
    uses.extend((!ids.is_empty()).then_some(PreEscaped(ids)));
    let texts = [
        ("what is said of ", levels(rulebook, id)),
        (
            "first lines and words around them: ",
            headlines::resting_on(rulebook, id),
        ),
        ("advice: ", advice(rulebook, id)),
        ("help lines: ", lines(rulebook, id)),
    ];
    let named = texts.into_iter().filter(|(_, names)| !names.is_empty());
    uses.extend(named.map(|(head, names)| html! { (head) (names.join(", ")) }));
    if uses.is_empty() {
        return html! { "nothing yet; read for background" };
    }
    html! {
        @for (position, text) in uses.iter().enumerate() {
            @if position > 0 { "; " }
            (text)
        }
    }
}

/// Returns the questions and rules that cite a source.
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

/// Returns the advice that cites a source.
fn advice(rulebook: &Rulebook, id: &str) -> Vec<&'static str> {
    let advice = rulebook.questionnaire.advice.iter();
    let held = rulebook.awaiting_review.iter();
    let held = held.map(|(held, words)| (&held.advice, words));
    let with_words = advice.zip(&rulebook.words.advice).chain(held);
    let resting = with_words.filter(|(advice, _)| advice.sources.iter().any(|named| named.0 == id));
    resting.map(|(_, words)| words.title.0).collect()
}

/// Returns the levels of care whose texts cite a source.
fn levels(rulebook: &Rulebook, id: &str) -> Vec<&'static str> {
    let levels = rulebook.words.levels.0.iter();
    let resting = levels.filter(|(_, words)| words.sources.contains(&id));
    resting.map(|(_, words)| words.name).collect()
}

/// Returns the help lines of all countries that were checked against a source, each once.
fn lines<'a>(rulebook: &'a Rulebook, id: &str) -> Vec<&'a str> {
    let lines = rulebook.countries.iter().flat_map(CountryLines::lines);
    let checked = lines.filter(|(row, _)| row.sources.iter().any(|source| source.get_ref() == id));
    let mut seen = BTreeSet::new();
    let names = checked.map(|(_, line)| line.name);
    names.filter(|name| seen.insert(*name)).collect()
}
