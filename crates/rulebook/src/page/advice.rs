//! Every piece of advice that can stand beside a result: whom it is for, its words, its sources. And what
//! waits for review.

use super::super::Rulebook;
use super::super::sentence::display;
use super::rules::condition;
use assessment::{Advice, Reviewer};
use i18n::AddOnWords;
use markup::Markup;

/// Writes the advice in the order it is shown, and then what no visitor reads yet.
pub(super) fn write(rulebook: &Rulebook, section: &mut Markup) {
    section.says("h3", &[("id", "advice")], "Advice");
    section.says(
        "p",
        &[],
        "It stands beside a result and changes none: no rule reads it.",
    );
    let advice = rulebook.questionnaire.advice.iter();
    for (advice, said) in advice.zip(&rulebook.words.advice) {
        entry(rulebook, section, advice, said, &[]);
    }
    let waiting = &rulebook.awaiting_review;
    let all = rulebook.questionnaire.advice.len() + waiting.len();
    section.says("h3", &[("id", "waiting-for-review")], "Waiting for review");
    section.says(
        "p",
        &[],
        &format!(
            "{} of {all} rows of advice wait for review. No visitor reads them until everyone they wait \
             for has signed them off.",
            waiting.len()
        ),
    );
    for (held, said) in waiting {
        entry(rulebook, section, &held.advice, said, held.waits_for);
    }
}

fn entry(
    rulebook: &Rulebook,
    section: &mut Markup,
    advice: &Advice,
    said: &AddOnWords,
    waits_for: &[Reviewer],
) {
    let attributes = [("aria-label", said.title.0), ("class", "entry")];
    section.element("article", &attributes, |entry| {
        entry.says("h4", &[], said.title.0);
        entry.element("dl", &[], |facts| {
            if !waits_for.is_empty() {
                let roles: Vec<&str> = waits_for.iter().map(|role| role.code()).collect();
                facts.pair("Waits for", |says| says.text(&roles.join(", ")));
            }
            let when = display(rulebook, &advice.when);
            facts.pair("When", |says| condition(says, &when));
            let told = if waits_for.is_empty() {
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
            for (term, text) in told.into_iter().zip([Some(said.text.0), said.text.1]) {
                if let Some(text) = text {
                    facts.pair(term, |says| says.text(&format!("“{text}”")));
                }
            }
            let named = facts_of(rulebook, advice);
            if !named.is_empty() {
                facts.pair("Facts", |says| says.text(&named.join(", ")));
            }
            facts.pair("Rests on", |says| {
                says.links(advice.sources.iter().map(|source| source.0));
            });
        });
    });
}

/// The facts a row says, as ids of `src/docs/result-content.md`.
fn facts_of<'a>(rulebook: &'a Rulebook, advice: &Advice) -> Vec<&'a str> {
    let mut entries = rulebook.logic.advice.body.advice.iter();
    let entry = entries.find(|entry| entry.id.get_ref() == advice.id);
    let facts = entry.into_iter().flat_map(|entry| &entry.fact);
    facts.map(|fact| fact.get_ref().as_str()).collect()
}
