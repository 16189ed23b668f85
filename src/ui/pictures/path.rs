//! The next steps: where the person would start, and what usually follows.

use html::{classes, html};
use yew::Html;

use assessment::{FirstStep, LevelOfCare, Recommendation};
use site::Offer;

use super::super::level::{first_step_name, tells_way};
use super::super::view::View;

/// One stop of the path.
struct Stop {
    kind: Kind,
    name: &'static str,
    in_a_sentence: &'static str,
    text: &'static str,
    offer: Offer,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// More care, if this is not enough.
    StepUp,
    /// The suggested place to start.
    Start,
    /// What follows the first step.
    Then,
    /// Less care, once things are stable.
    StepDown,
    /// Long-term support.
    Last,
}

/// Draws the path. Shows no adult level under 18, and none if no treatment is suggested.
pub fn path(view: &View<'_>, result: &Recommendation) -> Html {
    let stops = stops(view, result);
    if stops.is_empty() {
        return Html::default();
    }
    let last = stops.len().saturating_sub(1);
    html! {
        <ol class="path">
            { for stops.iter().enumerate().map(|(position, stop)| self::stop(view, stop, position, last)) }
        </ol>
    }
}

/// Returns the name of the first step, and the name of what follows in the form used inside a sentence.
pub fn stop_names(view: &View<'_>, result: &Recommendation) -> Vec<&'static str> {
    let stops = stops(view, result).into_iter();
    let steps = stops.filter(|stop| matches!(stop.kind, Kind::Start | Kind::Then));
    let name = |stop: Stop| match stop.kind {
        Kind::Then => stop.in_a_sentence,
        Kind::StepUp | Kind::Start | Kind::StepDown | Kind::Last => stop.name,
    };
    steps.map(name).collect()
}

fn stops(view: &View<'_>, result: &Recommendation) -> Vec<Stop> {
    let Some(suggested) = result
        .level
        .filter(|level| *level > LevelOfCare::NoneIndicated)
    else {
        return Vec::new();
    };
    let first = first_step_name(view, result);
    if !tells_way(result) {
        return Vec::new();
    }
    let programs = &view.site.programs;
    let level = |kind, level: LevelOfCare| stop_of(view, kind, level.code(), programs.level(level));
    let mut stops = Vec::new();
    let (after, started) = match result.first_step {
        FirstStep::WithdrawalCare | FirstStep::EmergencyDepartment => {
            let offer = programs.withdrawal_care_24h();
            stops.extend(named(
                stop_of(view, Kind::Start, "withdrawal-care", offer),
                first,
            ));
            (result.next_level.unwrap_or(suggested), true)
        }
        FirstStep::WithdrawalCheck => {
            let offer = programs.withdrawal_check();
            stops.extend(named(
                stop_of(view, Kind::Start, "withdrawal-check", offer),
                first,
            ));
            (suggested, true)
        }
        FirstStep::None => (suggested, false),
    };
    stops.extend(level(if started { Kind::Then } else { Kind::Start }, after));
    // For inpatient medical care, the result itself says what follows.
    let below = match (result.next_level, after) {
        (Some(next), after) if after >= LevelOfCare::MedicalInpatient => next,
        (_, LevelOfCare::NoneIndicated | LevelOfCare::EarlySupport) => LevelOfCare::NoneIndicated,
        (_, after) => one_below(after),
    };
    let downs = LevelOfCare::ALL.iter().rev();
    let downs = downs.filter(|one| **one <= below && **one >= LevelOfCare::Outpatient);
    stops.extend(downs.filter_map(|one| level(Kind::StepDown, *one)));
    stops.push(Stop {
        kind: Kind::Last,
        name: view.words.phrases.path_last,
        in_a_sentence: view.words.phrases.path_last,
        text: view.words.phrases.path_last_text,
        offer: Offer::NotSaid,
    });
    // There is no step up from 24-hour withdrawal care.
    let can_step_up = result.first_step < FirstStep::WithdrawalCare;
    let up = LevelOfCare::ALL
        .iter()
        .find(|one| can_step_up && **one > after);
    if let Some(up) = up.and_then(|up| level(Kind::StepUp, *up)) {
        stops.insert(0, up);
    }
    stops
}

fn one_below(level: LevelOfCare) -> LevelOfCare {
    let below = LevelOfCare::ALL.iter().rev().find(|one| **one < level);
    below.copied().unwrap_or(LevelOfCare::NoneIndicated)
}

fn stop_of(view: &View<'_>, kind: Kind, code: &str, offer: Offer) -> Option<Stop> {
    view.words.levels.get(code).map(|words| Stop {
        kind,
        name: words.name,
        in_a_sentence: words.in_a_sentence,
        text: words.visit,
        offer,
    })
}

fn named(stop: Option<Stop>, name: Option<&'static str>) -> Option<Stop> {
    stop.map(|stop| Stop {
        name: name.unwrap_or(stop.name),
        ..stop
    })
}

fn stop(view: &View<'_>, stop: &Stop, position: usize, last: usize) -> Html {
    let words = &view.words.phrases;
    let (class, mark) = match stop.kind {
        Kind::StepUp => ("up", Some(words.path_up)),
        Kind::Start => ("start", Some(words.path_start)),
        Kind::Then => ("then", None),
        Kind::StepDown => ("down", None),
        Kind::Last => ("last", None),
    };
    html! {
        <li class={classes(&[Some("stop"), Some(class)])}>
            { marker(stop.kind, position == 0, position == last) }
            if let Some(mark) = mark { <p class="mark">{ mark }</p> }
            <p class="stop-name">{ stop.name }</p>
            <p class="stop-text">
                { stop.text }
                if stop.offer == Offer::No { { " · " }{ words.path_not_here } }
            </p>
        </li>
    }
}

/// Draws a dot on a line. The line has no fixed length: it is as long as the text beside it.
fn marker(kind: Kind, is_first: bool, is_last: bool) -> Html {
    html! {
        <svg class="marker" width="28" height="100%" aria-hidden="true" focusable="false">
            if !is_first {
                <line class="way-line" x1="14" y1="0" x2="14" y2="22" />
            }
            if !is_last {
                <line class="way-line" x1="14" y1="22" x2="14" y2="100%" />
            }
            <circle class="dot" cx="14" cy="22" r={if kind == Kind::Start { "12" } else { "9" }} />
            { match kind {
                Kind::Start => html! { <circle class="eye" cx="14" cy="22" r="4" /> },
                Kind::StepUp => html! { <path class="glyph" d="M14 26v-8M10.5 21.5 14 18l3.5 3.5" /> },
                Kind::Then | Kind::StepDown | Kind::Last => Html::default(),
            } }
        </svg>
    }
}
