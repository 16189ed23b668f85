//! What a level of care is like. The comparison has more facts.

use html::html;
use yew::Html;

use assessment::{FirstStep, LevelOfCare, PointsTo, Recommendation};
use i18n::LevelWords;

use super::view::{View, fill};
use super::why::sources;

/// Returns the special name of a first step, if it is more than the medical check or care it begins with.
pub fn first_step_name(view: &View<'_>, result: &Recommendation) -> Option<&'static str> {
    let words = view.words.headline_words(result);
    words.and_then(|words| words.first_step)
}

/// Whether to draw the next steps: not if help or a conversation comes before any level, and not if the need
/// is not about substance use.
pub fn tells_way(result: &Recommendation) -> bool {
    let comes_before = match result.headline.points_to {
        PointsTo::Emergency | PointsTo::Helpline => true,
        PointsTo::Doctor | PointsTo::Program => false,
    };
    !comes_before && result.guidance.tell_level
}

/// Draws what the suggested care is like, and what usually follows.
pub fn care(view: &View<'_>, result: &Recommendation) -> Html {
    let Some(suggested) = result.level else {
        return Html::default();
    };
    let is_nothing =
        suggested == LevelOfCare::NoneIndicated && result.first_step == FirstStep::None;
    if is_nothing || !result.guidance.tell_level {
        // The headline already says everything.
        return Html::default();
    }
    let words = &view.words.phrases;
    let first = match result.first_step {
        FirstStep::None => None,
        FirstStep::WithdrawalCheck => Some("withdrawal-check"),
        FirstStep::WithdrawalCare | FirstStep::EmergencyDepartment => Some("withdrawal-care"),
    };
    let shows_level = result.first_step <= FirstStep::WithdrawalCheck;
    let next = result
        .next_level
        .filter(|next| *next != suggested || !shows_level);
    html! {
        <>
            <h3>{ words.level_kind }</h3>
            if result.headline.points_to == PointsTo::Helpline { <p>{ words.careful_assumption }</p> }
            if let Some(first) = first {
                <p class="eyebrow">{ words.first_step_label }</p>
                { level(view, first, first_step_name(view, result)) }
            }
            if shows_level { { level(view, suggested.code(), None) } }
            if let Some(next) = next {
                <h4>{ words.next_level_title }</h4>
                <p>{ fill(words.next_level_text, &[("level", view.words.in_a_sentence(next.code()))]) }</p>
            }
        </>
    }
}

/// Draws the facts of one level, under its own name or that of a first step.
fn level(view: &View<'_>, code: &str, name: Option<&'static str>) -> Html {
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
            <h4>{ name.unwrap_or(words.name) }</h4>
            <p>{ view.say(words.what) }</p>
            <dl class="facts">
                { for facts.iter().map(|(term, fact)| html! {
                    <div><dt>{ *term }</dt><dd>{ *fact }</dd></div>
                }) }
            </dl>
            <h5>{ phrases.level_happens }</h5>
            <ul class="dots">
                { for view.list(&words.happens).iter().map(|line| html! { <li>{ *line }</li> }) }
            </ul>
            { both_sides(view, words) }
            { sources(view, words.sources.iter().copied(), "") }
            if LevelOfCare::ALL.iter().any(|level| level.code() == code) { { waiting(view) } }
        </div>
    }
}

/// Draws the pros and the cons, with equal weight.
pub fn both_sides(view: &View<'_>, words: &LevelWords) -> Html {
    let phrases = &view.words.phrases;
    let sides = [
        (phrases.level_good, &words.good),
        (phrases.level_hard, &words.hard),
    ];
    html! {
        <>
        { for sides.into_iter().map(|(title, lines)| html! {
            <>
                <h5>{ title }</h5>
                <ul class="dots">{ for lines.iter().map(|line| html! { <li>{ *line }</li> }) }</ul>
            </>
        }) }
        </>
    }
}

/// Draws the pros and cons of doing nothing, which is a choice too.
fn waiting(view: &View<'_>) -> Html {
    let Some(words) = view.words.levels.get("waiting") else {
        return Html::default();
    };
    html! {
        <details class="waiting-choice">
            <summary>{ view.words.phrases.level_waiting }</summary>
            <p>{ view.say(words.what) }</p>
            { both_sides(view, words) }
            { sources(view, words.sources.iter().copied(), "") }
        </details>
    }
}
