//! Results of kept sheets over time: a small chart of the level, and a table that says the same.

use yew::{Html, html};

use crate::assessment::{Dimension, LevelOfCare, Recommendation, assess};
use crate::journey::kept::KeptSheet;
use crate::journey::{KeepMsg, Msg};

use super::super::view::{View, fill};

/// Pixels from one day to the next, and from one level to the next.
const ACROSS: usize = 64;
const UP: usize = 24;
const EDGE: usize = 16;

/// Draws the earlier results beside the present one. Nothing where there is none to compare with.
pub fn over_time(view: &View<'_>, now: &Recommendation) -> Html {
    let earlier = &view.model.keeping.earlier;
    if earlier.is_empty() {
        return Html::default();
    }
    let words = &view.words.phrases;
    let then: Vec<Recommendation> = earlier
        .iter()
        .map(|sheet| assess(view.model.questionnaire, &sheet.response))
        .collect();
    let levels: Vec<Option<LevelOfCare>> = then
        .iter()
        .chain([now])
        .map(|result| result.level)
        .collect();
    html! {
        <section class="card over-time">
            <h2>{ words.over_time_title }</h2>
            <p>{ words.over_time_lead }</p>
            { chart(&levels) }
            { for earlier.iter().zip(&then).enumerate().map(|(place, (sheet, result))| html! {
                <div class="then">
                    <h3>{ view.day(&sheet.on.to_string()) }</h3>
                    { row(view, result) }
                    { erase(view, place, sheet) }
                </div>
            }) }
            <div class="then">
                <h3>{ words.over_time_now }</h3>
                { row(view, now) }
            </div>
        </section>
    }
}

fn row(view: &View<'_>, result: &Recommendation) -> Html {
    let areas = Dimension::ALL.into_iter().zip(&view.words.dimensions);
    let level = match result.level {
        Some(level) => view.words.in_a_sentence(level.code()).to_owned(),
        None => view.words.headline(result, view.voice()),
    };
    html! {
        <dl>
            <div><dt>{ view.words.phrases.over_time_level }</dt><dd>{ level }</dd></div>
            { for areas.map(|(area, name)| {
                let rated = view.words.ratings.get(usize::from(result.rating(area).rank()));
                html! { <div><dt>{ *name }</dt><dd>{ rated.copied().unwrap_or_default() }</dd></div> }
            }) }
        </dl>
    }
}

fn erase(view: &View<'_>, place: usize, sheet: &KeptSheet) -> Html {
    let words = &view.words.phrases;
    let date = view.day(&sheet.on.to_string());
    html! {
        <button type="button" class="quiet-button"
            aria-label={fill(words.over_time_erase_label, &[("date", &date)])}
            onclick={view.sends(Msg::Keep(KeepMsg::EraseOne(place)))}>
            { words.over_time_erase }
        </button>
    }
}

/// A dot for each result, the higher the more care, and a line from dot to dot. Days are set side by
/// side, not to scale; under 18 there is no level and no dot.
fn chart(levels: &[Option<LevelOfCare>]) -> Html {
    let top = usize::from(LevelOfCare::MedicalInpatient.rank());
    let height = top.saturating_mul(UP).saturating_add(2 * EDGE);
    let steps = levels.len().saturating_sub(1);
    let width = steps.saturating_mul(ACROSS).saturating_add(2 * EDGE);
    let dots: Vec<(usize, usize)> = (0_usize..)
        .zip(levels)
        .filter_map(|(place, level)| {
            let below_top = top.saturating_sub(usize::from((*level)?.rank()));
            let x = place.saturating_mul(ACROSS).saturating_add(EDGE);
            Some((x, below_top.saturating_mul(UP).saturating_add(EDGE)))
        })
        .collect();
    let line: Vec<String> = dots.iter().map(|(x, y)| format!("{x},{y}")).collect();
    html! {
        <svg class="levels" viewBox={format!("0 0 {width} {height}")} width={width.to_string()}
            height={height.to_string()} aria-hidden="true" focusable="false">
            { for (0..=top).map(|step| {
                let y = step.saturating_mul(UP).saturating_add(EDGE).to_string();
                html! { <line class="rule" x1="0" x2={width.to_string()} y1={y.clone()} y2={y} /> }
            }) }
            <polyline points={line.join(" ")} />
            { for dots.iter().map(|(x, y)| html! {
                <circle cx={x.to_string()} cy={y.to_string()} r="6" />
            }) }
        </svg>
    }
}
