//! The result: what to do, how soon and where now; three things for today; then closed disclosure sections,
//! each with its answer in the heading (V02).

mod advice_sections;

mod disclosure;

mod hero;

mod sections;

use html::html;
use yew::Html;

use assessment::{Alert, HelpId, Recommendation, assess};
use journey::{Msg, OpenSections};

use super::help;
use super::pace::pace;
use super::parts::card::{closed_cards, reach};
use super::parts::steps::steps;
use super::signs::signs;
use super::take_along::sheet;
use super::view::{View, fill};

/// Draws the result. It is recomputed every time, never stored. What is below the first screen follows after
/// the first paint.
pub fn result(view: &View<'_>) -> Html {
    let result = assess(view.model.questionnaire, &view.model.response);
    let words = &view.words.phrases;
    let overdue = view.model.questionnaire.is_overdue(view.today);
    let is_busy = view.model.is_first_paint;
    html! {
        <div class="result" aria-busy={is_busy.then_some("true")}>
            <nav class="back">
                <button type="button" class="quiet-button" onclick={view.sends(Msg::Back)}>
                    <span aria-hidden="true">{ "← " }</span>{ words.back }
                </button>
            </nav>
            if overdue { <p class="notice-line">{ words.overdue }</p> }
            if result.headline.is_emergency() {
                { emergency(view, &result) }
            } else {
                { suggestion(view, &result) }
            }
            if !is_busy { { rest(view, &result) } }
        </div>
    }
}

/// Draws the sections, and everything below them. In an emergency they are closed as a whole.
fn rest(view: &View<'_>, result: &Recommendation) -> Html {
    let is_emergency = result.headline.is_emergency();
    let (first, second) = sections::sections(view, result);
    let columns = html! {
        <>
            <div class="columns disclosures">
                <div>{ first }</div>
                <div>{ second }</div>
            </div>
            { all_sections(view, !is_emergency) }
        </>
    };
    html! {
        <>
            if is_emergency {
                <details class="later">
                    <summary>{ view.words.phrases.for_later }</summary>
                    { columns }
                </details>
                <div class="go">{ change_answers(view) }</div>
            } else {
                { columns }
            }
            { ending(view, result) }
            { sheet(view, result) }
        </>
    }
}

/// Draws the emergency help alone, before everything else.
fn emergency(view: &View<'_>, result: &Recommendation) -> Html {
    let screens: Vec<HelpId> = of(result, Alert::EmergencyNow)
        .into_iter()
        .map(|(help, _)| help)
        .collect();
    // 911 comes first, so no other card may lead.
    let later = of(result, Alert::ContactFirst)
        .into_iter()
        // A card without a line says to see a doctor today, which is too late.
        .filter(|(help, _)| {
            view.words
                .help
                .get(help.0)
                .is_some_and(|words| !words.lines.is_empty())
        })
        .chain(of(result, Alert::SupportCard));
    let later: Vec<(HelpId, Alert)> = later.map(|(help, _)| (help, Alert::SupportCard)).collect();
    html! {
        <>
            { help::body(view, &screens) }
            if result.do_not_stop_alone { { hero::do_not_stop(view) } }
            { signs(view, result) }
            { closed_cards(view, &later, None) }
        </>
    }
}

/// Returns the help of one alert level.
fn of(result: &Recommendation, alert: Alert) -> Vec<(HelpId, Alert)> {
    result
        .help
        .iter()
        .copied()
        .filter(|(_, of)| *of == alert)
        .collect()
}

fn suggestion(view: &View<'_>, result: &Recommendation) -> Html {
    let urgent = of(result, Alert::ContactFirst);
    let danger = result.guidance.danger_open.then(|| {
        html! {
            <section class="card help-card support">
                <h2>{ view.words.phrases.in_danger }</h2>
                <p class="line-ways">{ reach(view, "emergency") }</p>
            </section>
        }
    });
    html! {
        <>
            { closed_cards(view, &urgent, None) }
            <div class="columns">
                <div>{ hero::hero(view, result) }{ signs(view, result) }</div>
                <div>{ today(view, result) }</div>
            </div>
            { closed_cards(view, &of(result, Alert::SupportCard), danger) }
        </>
    }
}

/// Draws three things for today, each with a number to call or words to say.
fn today(view: &View<'_>, result: &Recommendation) -> Html {
    let Some(headline) = view.words.headline_words(result) else {
        return Html::default();
    };
    let words = &view.words.phrases;
    let calls_first = of(result, Alert::ContactFirst)
        .first()
        .and_then(|(help, _)| view.words.help.get(help.0))
        .is_some_and(|card| !card.lines.is_empty());
    html! {
        <section class="today">
            <h2>{ words.today_title }</h2>
            if calls_first { <p>{ words.today_after_call }</p> }
            { steps(view, &headline.today) }
            { pace(view, result) }
        </section>
    }
}

/// Draws the button that opens or closes every section.
fn all_sections(view: &View<'_>, has_change: bool) -> Html {
    let words = &view.words.phrases;
    let all_open = view.model.sections == OpenSections::ALL;
    let (text, next) = if all_open {
        (words.close_all, OpenSections::default())
    } else {
        (words.open_all, OpenSections::ALL)
    };
    html! {
        <div class="go">
            <button type="button" class="secondary" onclick={view.sends(Msg::Sections(next))}>{ text }</button>
            if has_change { { change_answers(view) } }
        </div>
    }
}

fn change_answers(view: &View<'_>) -> Html {
    html! {
        <button type="button" class="secondary" onclick={view.sends(Msg::Review)}>
            { view.words.phrases.change_answers }
        </button>
    }
}

/// Draws what this result is, and the link back to the start.
fn ending(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    let hint = if view.model.storage.is_on() {
        words.start_over_hint_kept
    } else {
        words.start_over_hint
    };
    html! {
        <div class="ending">
            <p class="provenance">
                { words.limits_not_validated }{ " " }
                { fill(words.rules_of, &[("date", &view.day(result.version))]) }{ " · " }{ words.not_reviewed }
            </p>
            <button type="button" class="quiet-button" onclick={view.sends(Msg::StartOver)}>
                { words.start_over }
            </button>
            <p class="key-hint">{ hint }</p>
        </div>
    }
}
