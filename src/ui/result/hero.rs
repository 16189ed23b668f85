//! The hero of the result: what to do, how soon, where now, and what not to do.

use html::html;
use yew::Html;

use assessment::{Alert, FirstStep, LevelOfCare, PointsTo, Recommendation, Urgency};
use i18n::{HelpWords, Voice};
use site::{Act, act};

use super::super::parts::card::reach;
use super::super::parts::line::with_number;
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
            <h1 tabindex="-1">{ heading(&title) }</h1>
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

/// Draws a title such as "A place to start: outpatient care" on two lines, the second one large.
fn heading(title: &str) -> Html {
    match title.split_once(": ") {
        Some((lead, name)) => html! {
            <><span class="kicker">{ format!("{lead}: ") }</span><span class="name">{ name.to_owned() }</span></>
        },
        None => html! { { title.to_owned() } },
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

/// A number to call: the number, what the button says, and a line below it.
struct Call<'a> {
    number: &'a str,
    title: Html,
    about: String,
}

/// Draws whom to call: the site, a help line, or the person's own doctor, whose number nobody here knows.
/// Where the matter cannot wait, the emergency room stands below.
fn main_act(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    let cannot_wait =
        result.first_step >= FirstStep::WithdrawalCheck || result.urgency >= Urgency::Today;
    let talks = wants_to_talk(view, result);
    let names_doctor = result.headline.points_to == PointsTo::Doctor;
    let act = act(view.site, result, view.model.now);
    let call = match act {
        Act::CallSite => site_call(view),
        Act::CallHelpline | Act::EmergencyRoom => line_call(view, talks),
    };
    // Some countries have no line to look for treatment.
    let own_doctor = !talks && (names_doctor || call.is_none());
    let call = call.filter(|_| !own_doctor);
    let talks_elsewhere = talks && call.is_none();
    let door = cannot_wait || act == Act::EmergencyRoom;
    let is_hospital_stay =
        result.first_step == FirstStep::None && result.level >= Some(LevelOfCare::MedicalInpatient);
    let can = if own_doctor || is_hospital_stay {
        words.act_emergency_room_doctor
    } else {
        words.act_emergency_room_can
    };
    let doctor = match view.voice() {
        Voice::Self_ => words.act_doctor,
        Voice::SomeoneElse => words.act_doctor_other,
    };
    html! {
        <>
            if let Some(call) = call {
                <a class="act main-act" href={contact::tel(call.number)}>
                    <b>{ call.title }</b><span>{ call.about }</span>
                </a>
            }
            if talks_elsewhere {
                <p class="main-act">{ reach(view, "lifeline") }</p>
            }
            if own_doctor {
                <p class="main-act"><b>{ doctor }</b>{ " " }{ words.act_doctor_how }</p>
            }
            if door {
                <p>{ words.act_else }{ " " }<b>{ words.act_emergency_room }</b>{ " " }{ can }</p>
            } else if own_doctor && view.words.lines.get("samhsa").is_some() {
                <p>{ words.act_no_doctor }{ " " }{ reach(view, "samhsa") }</p>
            }
        </>
    }
}

/// Whether a card below offers the crisis line: then the first number is that one, unless withdrawal comes
/// first.
fn wants_to_talk(view: &View<'_>, result: &Recommendation) -> bool {
    let helps = result.help.iter();
    let offers_line = helps
        .filter_map(|(help, _)| view.words.help.get(help.0))
        .any(|help| help.lines.first() == Some(&"lifeline"));
    offers_line && result.first_step == FirstStep::None
}

fn site_call<'a>(view: &View<'a>) -> Option<Call<'a>> {
    let (site, words) = (view.site, &view.words.phrases);
    let number = site.phone.as_deref()?;
    let open = site.hours.as_ref().zip(view.model.now);
    let open = open.is_some_and(|(hours, now)| hours.is_open(now));
    let hours = if open { words.hours_open } else { "" };
    let name = site.name.as_deref().unwrap_or_default();
    Some(Call {
        number,
        title: html! { { fill(words.act_call, &[("name", name)]) } },
        about: format!("{} {hours}", view.words.beside(number)),
    })
}

fn line_call<'a>(view: &View<'a>, talks: bool) -> Option<Call<'a>> {
    let words = &view.words.phrases;
    let name = if talks { "lifeline" } else { "samhsa" };
    let line = view.words.lines.get(name)?;
    let number = line.call?;
    Some(Call {
        number,
        title: with_number(words.call, number),
        about: match line.hours {
            Some(hours) => format!(
                "{}. {}",
                line.name,
                fill(words.line_hours, &[("hours", hours)])
            ),
            None => format!("{}: {}", line.name, words.act_any_hour),
        },
    })
}
