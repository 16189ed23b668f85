//! Comparison of levels of care: the suggested one, its neighbors, and the others on demand.

use html::{classes, html};
use yew::Html;

use assessment::{FirstStep, LevelOfCare, Recommendation};
use i18n::LevelWords;

use super::super::level::both_sides;
use super::super::view::View;

/// Draws the comparison. Compares no adult level for people under 18.
pub fn compare(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    let Some(level) = result.level else {
        return Html::default();
    };
    // Use the same level that the next steps name.
    let (suggested, mark) = match result.first_step {
        FirstStep::None => (level, words.compare_suggested),
        FirstStep::WithdrawalCheck => (level, words.compare_suggested_then),
        FirstStep::WithdrawalCare | FirstStep::EmergencyDepartment => (
            result.next_level.unwrap_or(level),
            words.compare_suggested_then,
        ),
    };
    let is_place_to_start = suggested > LevelOfCare::NoneIndicated;
    if !is_place_to_start || result.headline.is_emergency() || !result.guidance.tell_level {
        return Html::default();
    }
    let care = || {
        let all = LevelOfCare::ALL.iter().copied();
        all.filter(|level| *level > LevelOfCare::NoneIndicated)
    };
    let near = |level: &LevelOfCare| level.rank().abs_diff(suggested.rank()) <= 1;
    let marked = |level: LevelOfCare| (level == suggested).then_some(mark);
    html! {
        <>
            <h3>{ words.compare_title }</h3>
            <div class="compare">
                { for care().filter(near).map(|level| column(view, level.code(), marked(level))) }
            </div>
            <details class="more">
                <summary>{ words.compare_others }</summary>
                <div class="compare">
                    { for care().filter(|level| !near(level)).map(|level| column(view, level.code(), None)) }
                    { column(view, "doctor-visit", None) }
                </div>
            </details>
        </>
    }
}

fn column(view: &View<'_>, code: &str, mark: Option<&'static str>) -> Html {
    let Some(said) = view.words.levels.get(code) else {
        return Html::default();
    };
    let words = &view.words.phrases;
    let facts = [
        (words.level_hours, said.hours),
        (words.level_nights, said.nights),
        (words.level_medical, said.medical),
        (words.level_length, said.length),
        (words.level_asks, said.asks),
        (words.level_who, view.say(said.who)),
        (words.level_day, said.day),
    ];
    html! {
        <div class={classes(&[Some("compared"), mark.map(|_| "suggested")])}>
            <h4>{ said.name }</h4>
            // Every column has this line, so that the rows align.
            <p class="mark">{ mark }</p>
            { days_and_nights(said) }
            <dl class="facts">
                { for facts.iter().map(|(term, fact)| html! {
                    <div><dt>{ *term }</dt><dd>{ *fact }</dd></div>
                }) }
            </dl>
            { both_sides(view, said) }
        </div>
    }
}

/// Draws the days with care in the example week, and the nights; the text beside it says the same.
fn days_and_nights(said: &LevelWords) -> Html {
    let Some((nights, days)) = said.week.split_last() else {
        return Html::default();
    };
    let in_care = |day: usize| {
        let mut parts = days.iter().filter_map(|part| part.chars().nth(day));
        parts.any(|letter| letter != 'o')
    };
    let away = |day: usize| nights.chars().nth(day) == Some('p');
    let class = |care: bool| if care { "in-care" } else { "own" };
    html! {
        <svg class="strip" viewBox="0 0 140 20" aria-hidden="true" focusable="false">
            { for (0..7_usize).map(|day| {
                let x = day.saturating_mul(20).saturating_add(1).to_string();
                html! {
                    <>
                        <rect class={class(in_care(day))} x={x.clone()} y="1" width="18" height="9" rx="3" />
                        <rect class={class(away(day))} x={x} y="12" width="18" height="6" rx="3" />
                    </>
                }
            }) }
        </svg>
    }
}
