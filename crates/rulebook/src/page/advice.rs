//! Advice with its audience, texts and sources; then the advice that awaits review.

use super::super::Rulebook;
use super::super::sentence::display;
use super::rules::condition;
use assessment::{Advice, Reviewer};
use i18n::AddOnWords;
use markup::{links, pair};
use maud::{Markup, html};

/// Advice in display order, then the advice that visitors do not see yet.
pub(super) fn section(rulebook: &Rulebook) -> Markup {
    let advice = rulebook.questionnaire.advice.iter();
    let waiting = &rulebook.awaiting_review;
    let all = rulebook.questionnaire.advice.len() + waiting.len();
    html! {
        h3 id="advice" { "Advice" }
        p { "It stands beside a result and changes none: no rule reads it." }
        @for (advice, said) in advice.zip(&rulebook.words.advice) {
            (entry(rulebook, advice, said, &[]))
        }
        h3 id="waiting-for-review" { "Waiting for review" }
        p {
            (waiting.len()) " of " (all) " rows of advice wait for review. No visitor reads them until \
             everyone they wait for has signed them off."
        }
        @for (held, said) in waiting {
            (entry(rulebook, &held.advice, said, held.waits_for))
        }
    }
}

fn entry(
    rulebook: &Rulebook,
    advice: &Advice,
    said: &AddOnWords,
    waits_for: &[Reviewer],
) -> Markup {
    let roles: Vec<&str> = waits_for.iter().map(|role| role.code()).collect();
    let shown = if waits_for.is_empty() {
        [
            "Told to the visitor",
            "Told to someone who asks for another",
        ]
    } else {
        [
            "Would be told to the visitor",
            "Would be told to someone who asks for another",
        ]
    };
    let texts = shown.into_iter().zip([Some(said.text.0), said.text.1]);
    let texts = texts.filter_map(|(term, text)| Some((term, text?)));
    let facts = facts_of(rulebook, advice).join(", ");
    html! {
        article aria-label=(said.title.0) class="entry" {
            h4 { (said.title.0) }
            dl {
                @if !roles.is_empty() { (pair("Waits for", &html! { (roles.join(", ")) })) }
                (pair("When", &condition(&display(rulebook, &advice.when))))
                @for (term, text) in texts { (pair(term, &html! { "“" (text) "”" })) }
                @if !facts.is_empty() { (pair("Facts", &html! { (facts) })) }
                (pair("Rests on", &links(advice.sources.iter().map(|source| source.0))))
            }
        }
    }
}

/// Facts that a row states, as ids of `src/docs/result-content.md`.
fn facts_of<'a>(rulebook: &'a Rulebook, advice: &Advice) -> Vec<&'a str> {
    let mut entries = rulebook.logic.advice.body.advice.iter();
    let entry = entries.find(|entry| entry.id.get_ref() == advice.id);
    let facts = entry.into_iter().flat_map(|entry| &entry.fact);
    facts.map(|fact| fact.get_ref().as_str()).collect()
}
