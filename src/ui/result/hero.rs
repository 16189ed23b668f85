//! The hero of the result: what to do, how soon, where now, and what not to do.

use yew::{Html, html};

use assessment::{Alert, FirstStep, PointsTo, Recommendation, Urgency};
use i18n::{HelpWords, Voice};
use site::{Act, act};

use super::super::view::{View, fill};

/// Draws the hero.
pub(super) fn hero(view: &View<'_>, result: &Recommendation) -> Html {
    let Some(headline) = view.words.headline_words(result) else {
        return Html::default();
    };
    let words = &view.words.phrases;
    let title = view.words.headline(result, view.voice());
    let urgency = view.words.urgency.get(usize::from(result.urgency.rank()));
    let urgent = result
        .help
        .iter()
        .filter(|(_, alert)| *alert >= Alert::ContactFirst);
    let urgent: Vec<&HelpWords> = urgent
        .filter_map(|(help, _)| view.words.help.get(help.0))
        .collect();
    // An urgent card above has the call to action; one without a crisis line also replaces the lead.
    let doctor_card = urgent.first().is_some_and(|help| help.lines.is_empty());
    // Under another headline, the sentence to talk to someone first follows (V12, V08).
    let many_open = result.talk_first && result.headline.points_to != PointsTo::Helpline;
    html! {
        <section class="card hero">
            <h1 tabindex="-1">{ title }</h1>
            if let Some(urgency) = urgency { <p class="badge">{ urgency }</p> }
            if !doctor_card { <p class="lead">{ view.say(headline.lead) }</p> }
            if urgent.is_empty() { { main_act(view, result) } }
            if result.do_not_stop_alone { { do_not_stop(view) } }
            if many_open { <p>{ words.talk_first_line }</p> }
            if result.level.is_none() { <p>{ words.under_18_line }</p> }
            if result.guidance.age_assumed { <p>{ words.age_notice }</p> }
        </section>
    }
}

/// Draws the only warning in the first lines (V03).
pub(super) fn do_not_stop(view: &View<'_>) -> Html {
    let words = &view.words.phrases;
    let warning = match view.voice() {
        Voice::Self_ => words.do_not_stop,
        Voice::SomeoneElse => words.do_not_stop_other,
    };
    html! {
        <p class="warning"><b>{ warning }</b>{ " " }{ words.do_not_stop_why }</p>
    }
}

/// Draws the number to call, or the emergency room. If the matter cannot wait, shows the emergency room
/// beside the number.
fn main_act(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    let site = view.site;
    let cannot_wait =
        result.first_step >= FirstStep::WithdrawalCheck || result.urgency >= Urgency::Today;
    let (call, door) = match act(site, result, view.model.now) {
        Act::CallSite => {
            let name = site.name.as_deref().unwrap_or_default();
            let open = site.hours.as_ref().zip(view.model.now);
            let open = open.is_some_and(|(hours, now)| hours.is_open(now));
            let hours = if open { words.hours_open } else { "" };
            let number = site.phone.as_deref().unwrap_or_default();
            let title = fill(words.act_call, &[("name", name)]);
            (
                Some((number, title, format!("{number} {hours}"))),
                cannot_wait,
            )
        }
        Act::CallHelpline => {
            let line = view.words.lines.get("samhsa");
            let call = line.and_then(|line| {
                let title = fill(words.call, &[("number", line.call?)]);
                Some((
                    line.call?,
                    title,
                    format!("{}: {}", line.name, words.act_any_hour),
                ))
            });
            (call, cannot_wait)
        }
        Act::EmergencyRoom => (None, true),
    };
    let can = match result.headline.points_to {
        PointsTo::Doctor => words.act_emergency_room_doctor,
        PointsTo::Emergency | PointsTo::Helpline | PointsTo::Program => {
            words.act_emergency_room_can
        }
    };
    let only_door = call.is_none();
    html! {
        <>
            if let Some((number, title, about)) = call {
                <a class="act" href={contact::tel(number)}>
                    <b>{ title }</b><span>{ about }</span>
                </a>
            }
            if door {
                <p class={if only_door { "act door" } else { "" }}>
                    if !only_door { { words.act_else }{ " " } }
                    <b>{ words.act_emergency_room }</b>{ " " }{ can }
                </p>
            }
        </>
    }
}
