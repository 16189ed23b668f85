//! The result, in the order of V02: safety, start, today, why, alternatives, what this cannot know.

use yew::{Html, html};

use assessment::{Alert, FirstStep, HelpId, LevelOfCare, PointsTo, Recommendation, assess};
use i18n::Voice;
use journey::{Msg, Pace};

use super::advice::{for_supporters, for_young_people, made_for_you, safety, ways_round};
use super::change::{changes, clearer_with};
use super::contact::contact;
use super::fit::site_fit;
use super::help;
use super::level::{first_step_name, level};
use super::matters::matters;
use super::pace::pace;
use super::parts::card::cards;
use super::parts::line::lines;
use super::parts::steps::steps;
use super::pictures::compare::compare;
use super::pictures::over_time::over_time;
use super::pictures::path::path;
use super::pictures::profile::profile;
use super::pictures::week::week;
use super::signs::signs;
use super::take_along::{sheet, take_along};
use super::view::{View, fill};
use super::why::why;

/// Draws the result. It is worked out anew every time, never stored.
pub fn result(view: &View<'_>) -> Html {
    let result = assess(view.model.questionnaire, &view.model.response);
    let body = if result.headline.is_emergency() {
        emergency(view, &result)
    } else {
        suggestion(view, &result)
    };
    let words = &view.words.phrases;
    let overdue = view.today > view.model.questionnaire.review_by;
    html! {
        <div class="result">
            <nav class="back">
                <button type="button" class="quiet-button" onclick={view.sends(Msg::Back)}>
                    <span aria-hidden="true">{ "← " }</span>{ words.back }
                </button>
            </nav>
            <p class="provenance">
                { fill(words.rules_of, &[("date", &view.day(result.version))]) }{ " · " }{ words.not_reviewed }
            </p>
            if overdue { <p class="notice-line">{ words.overdue }</p> }
            { body }
            { over_time(view, &result) }
            { take_along(view, &result) }
            { ending(view) }
            { sheet(view, &result) }
        </div>
    }
}

/// Its own page: help first, and nothing beside it; the rest below, for later.
fn emergency(view: &View<'_>, result: &Recommendation) -> Html {
    let screens: Vec<HelpId> = of(result, Alert::EmergencyNow)
        .into_iter()
        .map(|(help, _)| help)
        .collect();
    html! {
        <>
            { help::body(view, &screens) }
            if result.do_not_stop_alone {
                <section class="card">{ do_not_stop(view) }</section>
            }
            { signs(view, result) }
            { safety(view, result) }
            { cards(view, &of(result, Alert::ContactFirst)) }
            { cards(view, &of(result, Alert::SupportCard)) }
            <details class="card later">
                <summary>{ view.words.phrases.for_later }</summary>
                <div class="columns">
                    <div>{ why(view, result) }{ profile(view, result) }</div>
                    <div>
                        { care(view, result) }
                        { made_for_you(view, result) }
                        { for_supporters(view, result) }
                        { for_young_people(view, result) }
                        { limits(view, result) }
                    </div>
                </div>
            </details>
        </>
    }
}

/// The help of one urgency.
fn of(result: &Recommendation, alert: Alert) -> Vec<(HelpId, Alert)> {
    result
        .help
        .iter()
        .copied()
        .filter(|(_, of)| *of == alert)
        .collect()
}

fn suggestion(view: &View<'_>, result: &Recommendation) -> Html {
    let contact_first = result.alert == Alert::ContactFirst;
    let calls_now = view.model.pace == Some(Pace::CallNow);
    html! {
        <>
            if contact_first {
                { cards(view, &of(result, Alert::ContactFirst)) }
            }
            { hero(view, result) }
            { signs(view, result) }
            { cards(view, &of(result, Alert::SupportCard)) }
            if result.guidance.danger_open {
                <section class="card help-card support">
                    <h2>{ view.words.phrases.in_danger }</h2>
                    { lines(view, &view.words.everywhere) }
                </section>
            }
            <div class="columns">
                <div>
                    // Where the choice of a pace stands stays as it is, and with it the focus.
                    if calls_now { { contact(view, result) } }
                    { today(view, result) }
                    { site_fit(view, result) }
                    if !calls_now { { contact(view, result) } }
                    { safety(view, result) }
                    { for_supporters(view, result) }
                    { for_young_people(view, result) }
                    { path(view, result) }
                    { why(view, result) }
                    { changes(view, result) }
                    { matters(view) }
                    { ways_round(view, result) }
                </div>
                <div>
                    { profile(view, result) }
                    { care(view, result) }
                    { week(view, result) }
                    { made_for_you(view, result) }
                    { limits(view, result) }
                </div>
            </div>
            { compare(view, result) }
        </>
    }
}

/// The suggestion at a glance.
fn hero(view: &View<'_>, result: &Recommendation) -> Html {
    let Some(headline) = view.words.headline_words(result) else {
        return Html::default();
    };
    let words = &view.words.phrases;
    let title = view.words.headline(result, view.voice());
    let urgency = view.words.urgency.get(usize::from(result.urgency.rank()));
    // Under another headline the line follows it (V12, V08).
    let many_open = result.talk_first && result.headline.points_to != PointsTo::Helpline;
    html! {
        <section class="card hero">
            <h1 tabindex="-1">{ title }</h1>
            if let Some(urgency) = urgency { <p class="badge">{ urgency }</p> }
            <p class="lead">{ view.say(headline.lead) }</p>
            if result.do_not_stop_alone { { do_not_stop(view) } }
            if many_open { <p>{ words.talk_first_line }</p> }
            if result.level.is_none() { <p>{ words.under_18_line }</p> }
            if result.guidance.age_assumed { <p>{ words.age_notice }</p> }
            if view.voice() == Voice::SomeoneElse { <p>{ words.second_hand }</p> }
        </section>
    }
}

/// The one warning that stands in the first lines (V03).
fn do_not_stop(view: &View<'_>) -> Html {
    let words = &view.words.phrases;
    let warning = match view.voice() {
        Voice::Self_ => words.do_not_stop,
        Voice::SomeoneElse => words.do_not_stop_other,
    };
    html! {
        <p class="warning"><b>{ warning }</b>{ " " }{ words.do_not_stop_why }</p>
    }
}

fn today(view: &View<'_>, result: &Recommendation) -> Html {
    let Some(headline) = view.words.headline_words(result) else {
        return Html::default();
    };
    let words = &view.words.phrases;
    html! {
        <section class="card">
            <h2>{ words.today_title }</h2>
            if result.alert == Alert::ContactFirst { <p>{ words.today_after_call }</p> }
            { steps(view, &headline.today) }
            // A site's own number stands in its own panel, with this one beside it.
            if view.site.name.is_none() {
                { lines(view, &["samhsa"]) }
            }
            { pace(view, result) }
        </section>
    }
}

/// What the suggested care is like, and what usually follows.
fn care(view: &View<'_>, result: &Recommendation) -> Html {
    let Some(suggested) = result.level else {
        return Html::default();
    };
    let is_nothing =
        suggested == LevelOfCare::NoneIndicated && result.first_step == FirstStep::None;
    if is_nothing || !result.guidance.tell_level {
        // The first line has said it all.
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
        <section class="card">
            <h2>{ words.level_title }</h2>
            if result.headline.points_to == PointsTo::Helpline { <p>{ words.careful_assumption }</p> }
            if let Some(first) = first {
                <p class="eyebrow">{ words.first_step_label }</p>
                { level(view, first, first_step_name(view, result)) }
            }
            if shows_level { { level(view, suggested.code(), None) } }
            if let Some(next) = next {
                <h3>{ words.next_level_title }</h3>
                <p>{ fill(words.next_level_text, &[("level", view.words.in_a_sentence(next.code()))]) }</p>
            }
        </section>
    }
}

/// What this does not know: open answers with the range they leave, and the limits of the whole.
fn limits(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    let open: Vec<&str> = result
        .unanswered
        .iter()
        .filter_map(|(link_id, _)| view.model.questionnaire.find(link_id.0))
        .filter_map(|index| view.item(index))
        .map(|(_, said)| said.short)
        .collect();
    let range = result.range.zip(result.level).map(|(range, _)| {
        let (mild, careful) = (range.mildest.level, range.most_careful.level);
        if mild == careful {
            return words.range_same.to_owned();
        }
        fill(
            words.range_text,
            &[
                ("mildest", view.words.in_a_sentence(mild.code())),
                ("careful", view.words.in_a_sentence(careful.code())),
            ],
        )
    });
    html! {
        <section class="card">
            <h2>{ words.limits_title }</h2>
            <p>{ words.limits_text }</p>
            <p>{ words.limits_not_validated }</p>
            // In a new tab, so that the answers stay; without the rule in the address, which the
            // browser would remember.
            <p><a href={format!("{}method.html", view.host.base)} target="_blank" rel="noopener">{ words.how_this_works }</a></p>
            if !open.is_empty() {
                <h3>{ words.range_title }</h3>
                if let Some(range) = range { <p>{ range }</p> }
                { clearer_with(view) }
                <details><summary>{ words.range_list }</summary><p>{ open.join(", ") }</p></details>
            }
        </section>
    }
}

/// Where to find care, whoever runs this page; and the ways on from here.
fn ending(view: &View<'_>) -> Html {
    let words = &view.words.phrases;
    let neutral = ["samhsa", "find-treatment"];
    let hint = if view.model.keeping.is_on() {
        words.start_over_hint_kept
    } else {
        words.start_over_hint
    };
    html! {
        <>
            <section class="card">
                <h2>{ words.find_care_title }</h2>
                <p>{ words.find_care_text }</p>
                { lines(view, &neutral) }
                <p class="provenance">
                    { fill(words.lines_checked, &[("date", &view.day(view.words.lines_checked_on))]) }
                </p>
            </section>
            <div class="go">
                <button type="button" class="secondary" onclick={view.sends(Msg::Review)}>
                    { words.change_answers }
                </button>
                <button type="button" class="quiet-button" onclick={view.sends(Msg::StartOver)}>
                    { words.start_over }
                </button>
                <p class="key-hint">{ hint }</p>
            </div>
        </>
    }
}
