//! Results of saved answer sets over time: a small chart of the level, and a table that says the same.

use html::html;
use yew::Html;

use assessment::{Dimension, LevelOfCare, Recommendation, assess};
use export::place_to_start;
use journey::saved::SavedAnswers;
use journey::{Export, ExportOutcome, Msg, StorageMsg};

use super::super::view::{View, fill};

/// Dimensions of the chart in pixels: from one day to the next, from one level to the next, and the margins.
const ACROSS: usize = 92;
const UP: usize = 30;
const NAMES: usize = 190;
const TOP: usize = 20;
const DATES: usize = 44;

/// Draws the earlier results beside the present one, if there are any.
pub fn over_time(view: &View<'_>, now: &Recommendation) -> Html {
    let earlier = &view.model.storage.earlier;
    if earlier.is_empty() {
        return Html::default();
    }
    let words = &view.words.phrases;
    let then: Vec<Recommendation> = earlier
        .iter()
        .map(|sheet| assess(view.model.questionnaire, &sheet.response))
        .collect();
    let days = earlier.iter().map(|sheet| view.day(&sheet.on.to_string()));
    let days: Vec<String> = days.chain([words.over_time_now.to_owned()]).collect();
    let results: Vec<&Recommendation> = then.iter().chain([now]).collect();
    let message = match view.model.taken {
        Some((Export::SaveOverTime, ExportOutcome::Done)) => words.took_save,
        Some((Export::SaveOverTime, ExportOutcome::Refused)) => words.refused_save,
        Some(_) | None => "",
    };
    html! {
        <div class="over-time">
            <div class="scroll" tabindex="0" role="group" aria-label={words.over_time_title}>
                { chart(view, &days, &results) }
                { table(view, &days, &results, earlier) }
            </div>
            <button type="button" class="secondary"
                onclick={view.sends(Msg::Export(Export::SaveOverTime))}>
                { words.over_time_save }
            </button>
            <p role="status" class="took">{ message }</p>
        </div>
    }
}

fn table(
    view: &View<'_>,
    days: &[String],
    results: &[&Recommendation],
    earlier: &[SavedAnswers],
) -> Html {
    let words = &view.words.phrases;
    let areas = Dimension::ALL.into_iter().zip(&view.words.dimensions);
    html! {
        <table>
            <thead>
                <tr>
                    <td></td>
                    { for days.iter().map(|day| html! { <th scope="col">{ day }</th> }) }
                </tr>
            </thead>
            <tbody>
                <tr>
                    <th scope="row">{ words.over_time_level }</th>
                    { for results.iter().map(|result| html! { <td>{ place_to_start(result, view.words) }</td> }) }
                </tr>
                { for areas.map(|(area, name)| html! {
                    <tr>
                        <th scope="row">{ *name }</th>
                        { for results.iter().map(|result| {
                            let rated = view.words.ratings.get(usize::from(result.rating(area).rank()));
                            html! { <td>{ rated.copied().unwrap_or_default() }</td> }
                        }) }
                    </tr>
                }) }
                <tr>
                    <th scope="row"><span class="unseen">{ words.over_time_erase }</span></th>
                    { for earlier.iter().enumerate().map(|(position, sheet)| html! {
                        <td>{ erase(view, position, sheet) }</td>
                    }) }
                    <td></td>
                </tr>
            </tbody>
        </table>
    }
}

fn erase(view: &View<'_>, position: usize, sheet: &SavedAnswers) -> Html {
    let words = &view.words.phrases;
    let date = view.day(&sheet.on.to_string());
    html! {
        <button type="button" class="quiet-button"
            aria-label={fill(words.over_time_erase_label, &[("date", &date)])}
            onclick={view.sends(Msg::Storage(StorageMsg::EraseOne(position)))}>
            { words.over_time_erase }
        </button>
    }
}

/// Draws a dot for each result, higher for more care, with the names of the levels beside and the days below.
/// Days are evenly spaced, not to scale; under 18 there is no level and no dot.
fn chart(view: &View<'_>, days: &[String], results: &[&Recommendation]) -> Html {
    let highest = LevelOfCare::ALL.len().saturating_sub(1);
    let y_of = |rank: usize| {
        let below = highest.saturating_sub(rank);
        below.saturating_mul(UP).saturating_add(TOP)
    };
    let x_of = |position: usize| {
        let before = position.saturating_mul(ACROSS);
        before.saturating_add(NAMES + ACROSS / 2)
    };
    let bottom = y_of(0);
    let height = bottom.saturating_add(DATES).to_string();
    let width = results.len().saturating_mul(ACROSS).saturating_add(NAMES);
    let width = width.to_string();
    let dots: Vec<(usize, usize)> = (0_usize..)
        .zip(results)
        .filter_map(|(position, result)| {
            let rank = usize::from(result.level?.rank());
            Some((x_of(position), y_of(rank)))
        })
        .collect();
    let line: Vec<String> = dots.iter().map(|(x, y)| format!("{x},{y}")).collect();
    let levels = LevelOfCare::ALL.iter().filter_map(|level| {
        let words = view.words.levels.get(level.code())?;
        Some((words.name, y_of(usize::from(level.rank()))))
    });
    html! {
        <svg class="levels" viewBox={format!("0 0 {width} {height}")} width={width.clone()}
            height={height} aria-hidden="true" focusable="false">
            { for levels.map(|(name, y)| html! {
                <>
                    <line class="rule" x1={NAMES.to_string()} x2={width.clone()}
                        y1={y.to_string()} y2={y.to_string()} />
                    <text x="0" y={y.saturating_add(4).to_string()}>{ name }</text>
                </>
            }) }
            { for (0_usize..).zip(days).map(|(position, day)| {
                let (day, year) = day.rsplit_once(' ').unwrap_or((day, ""));
                let x = x_of(position).to_string();
                html! {
                    <text class="day" x={x.clone()} y={bottom.saturating_add(DATES / 2).to_string()}>
                        { day.to_owned() }
                        <tspan {x} dy="15">{ year.to_owned() }</tspan>
                    </text>
                }
            }) }
            <polyline points={line.join(" ")} />
            { for dots.iter().map(|(x, y)| html! {
                <circle cx={x.to_string()} cy={y.to_string()} r="6" />
            }) }
        </svg>
    }
}
