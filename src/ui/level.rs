//! What a level of care is like. More facts stand in the comparison.

use yew::{Html, html};

use assessment::{LevelOfCare, PointsTo, Recommendation};
use i18n::LevelWords;

use super::view::View;
use super::why::sources;

/// What a first step is called, where it is more than the medical check or the care it begins with.
pub fn first_step_name(view: &View<'_>, result: &Recommendation) -> Option<&'static str> {
    let words = view.words.headline_words(result);
    words.and_then(|words| words.first_step)
}

/// Whether the way from here is drawn: not where help or a talk comes before any level, and not where the
/// need is not one of use.
pub fn tells_way(result: &Recommendation) -> bool {
    let comes_before = match result.headline.points_to {
        PointsTo::Emergency | PointsTo::Helpline => true,
        PointsTo::Doctor | PointsTo::Program => false,
    };
    !comes_before && result.guidance.tell_level
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
            { both_sides(view, words) }
            { sources(view, words.sources.iter().copied(), "") }
            if LevelOfCare::ALL.iter().any(|level| level.code() == code) { { waiting(view) } }
        </div>
    }
}

/// What speaks for it and what against it, in as many lines.
fn both_sides(view: &View<'_>, words: &LevelWords) -> Html {
    let phrases = &view.words.phrases;
    let sides = [
        (phrases.level_good, &words.good),
        (phrases.level_hard, &words.hard),
    ];
    html! {
        <>
        { for sides.into_iter().map(|(title, lines)| html! {
            <>
                <h4>{ title }</h4>
                <ul class="dots">{ for lines.iter().map(|line| html! { <li>{ *line }</li> }) }</ul>
            </>
        }) }
        </>
    }
}

/// Doing nothing is a choice too, told with the same two sides.
fn waiting(view: &View<'_>) -> Html {
    let Some(words) = view.words.levels.get("waiting") else {
        return Html::default();
    };
    html! {
        <details class="fold">
            <summary>{ view.words.phrases.level_waiting }</summary>
            <p>{ view.say(words.what) }</p>
            { both_sides(view, words) }
            { sources(view, words.sources.iter().copied(), "") }
        </details>
    }
}
