//! Every piece of advice that can stand beside a result: whom it is for, its words, its sources.

use super::super::Rulebook;
use super::super::sentence::display;
use super::rules::condition;
use markup::Markup;

/// Writes the advice in the order it is shown.
pub(super) fn write(rulebook: &Rulebook, section: &mut Markup) {
    section.says("h3", &[("id", "advice")], "Advice");
    section.says(
        "p",
        &[],
        "It stands beside a result and changes none: no rule reads it.",
    );
    let advice = rulebook.questionnaire.advice.iter();
    for (advice, said) in advice.zip(&rulebook.words.advice) {
        let attributes = [("aria-label", said.title.0), ("class", "entry")];
        section.element("article", &attributes, |entry| {
            entry.says("h4", &[], said.title.0);
            entry.element("dl", &[], |facts| {
                let when = display(rulebook, &advice.when);
                facts.pair("When", |says| condition(says, &when));
                facts.pair("Told to the visitor", |says| {
                    says.text(&format!("“{}”", said.text.0));
                });
                if let Some(other) = said.text.1 {
                    facts.pair("Told to someone who asks for another", |says| {
                        says.text(&format!("“{other}”"));
                    });
                }
                facts.pair("Rests on", |says| {
                    says.links(advice.sources.iter().map(|source| source.0));
                });
            });
        });
    }
}
