//! What a level of care is like. More facts stand in the comparison.

use yew::{Html, html};

use crate::assessment::{Headline, Recommendation};

use super::view::View;
use super::why::sources;

/// What a first step is called, where it is more than the medical check or the care it begins with.
pub fn first_step_name(view: &View<'_>, result: &Recommendation) -> Option<&'static str> {
    let words = &view.words.phrases;
    match result.headline {
        Headline::MedicationStart => Some(words.first_step_medicine),
        Headline::MedicationCare => Some(words.first_step_medicine_care),
        Headline::WithdrawalCheck if result.guidance.prescriber_first => {
            Some(words.first_step_prescriber)
        }
        Headline::WithdrawalCheck
        | Headline::Emergency
        | Headline::TalkFirst
        | Headline::WithdrawalCare
        | Headline::Adolescent
        | Headline::Level(_) => None,
    }
}

/// Draws the facts of one level, under its own name or under that of a first step.
pub fn level(view: &View<'_>, code: &str, name: Option<&'static str>) -> Html {
    let Some(words) = view.words.levels.get(code) else {
        return Html::default();
    };
    let phrases = &view.words.phrases;
    let facts = [
        (phrases.level_hours, words.hours),
        (phrases.level_nights, words.nights),
        (phrases.level_length, words.length),
    ];
    html! {
        <div class="level">
            <h3>{ name.unwrap_or(words.name) }</h3>
            <p>{ view.say(words.what) }</p>
            <dl class="facts">
                { for facts.iter().map(|(term, fact)| html! {
                    <div><dt>{ *term }</dt><dd>{ *fact }</dd></div>
                }) }
            </dl>
            <h4>{ phrases.level_happens }</h4>
            <ul class="dots">
                { for view.list(&words.happens).iter().map(|line| html! { <li>{ *line }</li> }) }
            </ul>
            { sources(view, words.sources.iter().copied(), "") }
        </div>
    }
}
