//! Every piece of advice that can stand beside a result: whom it is for, its words, its sources.

use super::super::Rulebook;
use super::super::sentence::display;
use super::rules::condition;
use markup::{links, pair};
use maud::{Markup, html};

/// The advice in the order it is shown.
pub(super) fn section(rulebook: &Rulebook) -> Markup {
    let advice = rulebook.questionnaire.advice.iter();
    html! {
        h3 id="advice" { "Advice" }
        p { "It stands beside a result and changes none: no rule reads it." }
        @for (advice, said) in advice.zip(&rulebook.words.advice) {
            article aria-label=(said.title.0) class="entry" {
                h4 { (said.title.0) }
                dl {
                    (pair("When", &condition(&display(rulebook, &advice.when))))
                    (pair("Told to the visitor", &html! { "“" (said.text.0) "”" }))
                    @if let Some(other) = said.text.1 {
                        (pair("Told to someone who asks for another", &html! { "“" (other) "”" }))
                    }
                    (pair("Rests on", &links(advice.sources.iter().map(|source| source.0))))
                }
            }
        }
    }
}
