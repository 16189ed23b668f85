//! View of the last change, the headline and the outputs, each with rank, code and text.

use html::html;
use yew::Html;

use assessment::LevelOfCare;
use export::{alert_text, first_step_text};
use i18n::{Voice, Words};

use super::view::{View, in_rulebook};
use super::words;

/// Renders the result in short and the last change in a live region, which screen readers announce.
pub(super) fn status(view: &View<'_>) -> Html {
    let result = view.result;
    let outputs = result.outputs();
    let now = [
        (words::ALERT, outputs.alert.rank()),
        (words::FIRST_STEP, outputs.first_step.rank()),
        (words::LEVEL, outputs.level.rank()),
        (words::URGENCY, outputs.urgency.rank()),
    ];
    html! {
        <div class="bench-status">
            <p class="bench-now">
                <a class="bench-jump" href="#result-heading">{ words::RESULT }</a>{ " " }
                <code>{ result.headline.code() }</code>
                { for now.map(|(what, rank)| html! { <>{ " " }<span>{ what }{ " " }<b>{ rank }</b></span></> }) }
            </p>
            <p class="bench-change" role="status">
                <b>{ words::CHANGE }{ ":" }</b>{ " " }<span>{ change(view) }</span>
            </p>
        </div>
    }
}

/// Renders codes in order, or a text if there are none.
fn codes(codes: impl Iterator<Item = &'static str>) -> Html {
    let codes: Vec<&str> = codes.collect();
    if codes.is_empty() {
        return html! { { words::NOTHING } };
    }
    html! { <code>{ codes.join(", ") }</code> }
}

/// Describes the effect of the last change.
fn change(view: &View<'_>) -> String {
    match &view.model.difference {
        None => words::NO_CHANGE_YET.to_owned(),
        Some(difference) => difference.sentence(),
    }
}

/// Renders the outputs.
pub(super) fn outputs(view: &View<'_>) -> Html {
    let (said, result) = (view.words, view.result);
    let outputs = result.outputs();
    let voice = if result.guidance.second_hand {
        Voice::SomeoneElse
    } else {
        Voice::Self_
    };
    let (alert, step, urgency) = (outputs.alert, outputs.first_step, outputs.urgency);
    let urgent = said
        .urgency
        .get(usize::from(urgency.rank()))
        .copied()
        .unwrap_or_default();
    let next = match result.next_level {
        Some(level) => ranked(level.rank(), level.code(), level_name(said, level)),
        None => html! { { words::NEXT_LEVEL_NONE } },
    };
    html! {
        <section class="bench-part" aria-labelledby="result-heading">
            <h2 id="result-heading">{ words::RESULT }</h2>
            <p class="bench-headline">{ said.headline(result, voice) }</p>
            <dl class="bench-facts">
                <dt>{ words::HEADLINE }</dt>
                <dd><code>{ result.headline.code() }</code></dd>
                <dt>{ words::ALERT }</dt>
                <dd>{ ranked(alert.rank(), alert.code(), alert_text(alert, &said.phrases)) }</dd>
                <dt>{ words::FIRST_STEP }</dt>
                <dd>{ ranked(step.rank(), step.code(), first_step_text(step, &said.phrases)) }</dd>
                <dt>{ words::LEVEL }</dt>
                <dd>
                    if result.level.is_none() { { words::LEVEL_HIDDEN }{ " " } }
                    { ranked(outputs.level.rank(), outputs.level.code(), level_name(said, outputs.level)) }
                </dd>
                <dt>{ words::NEXT_LEVEL }</dt>
                <dd>{ next }</dd>
                <dt>{ words::URGENCY }</dt>
                <dd>{ ranked(urgency.rank(), urgency.code(), urgent) }</dd>
                <dt>{ words::ADD_ONS }</dt>
                <dd>{ add_ons(view) }</dd>
                <dt>{ words::SIGNS }</dt>
                <dd>{ codes(result.signs.iter().map(|sign| sign.code)) }</dd>
                <dt>{ words::ADVICE }</dt>
                <dd>{ codes(result.advice.iter().map(|(_, id)| *id)) }</dd>
                <dt>{ words::HELP }</dt>
                <dd>{ help(view) }</dd>
                <dt>{ words::DO_NOT_STOP }</dt>
                <dd>{ if result.do_not_stop_alone { words::YES } else { words::NO } }</dd>
                <dt>{ words::CHANGE }</dt>
                <dd>{ change(view) }</dd>
            </dl>
        </section>
    }
}

fn ranked(rank: u8, code: &'static str, text: &'static str) -> Html {
    html! { <><b>{ rank }</b>{ " " }<code>{ code }</code>{ ": " }{ text }</> }
}

fn level_name(said: &Words, level: LevelOfCare) -> &'static str {
    said.levels.get(level.code()).map_or("", |level| level.name)
}

fn add_ons(view: &View<'_>) -> Html {
    if view.result.add_ons.is_empty() {
        return html! { { words::OPEN_NONE } };
    }
    let rows = view.result.add_ons.iter().map(|add_on| {
        let said = view.words.add_ons.get(usize::from(add_on.rank()));
        let title = said.map_or("", |said| view.say(said.title));
        html! { <li><code>{ add_on.code() }</code>{ ": " }{ title }</li> }
    });
    html! { <ul class="bench-list">{ for rows }</ul> }
}

fn help(view: &View<'_>) -> Html {
    if view.result.help.is_empty() {
        return html! { { words::OPEN_NONE } };
    }
    let rows = view.result.help.iter().map(|(help, alert)| {
        let title = view
            .words
            .help
            .get(help.0)
            .map_or("", |said| view.say(said.title));
        html! {
            <li>
                { in_rulebook(&format!("help-{}", help.0), help.0) }{ ": " }{ title }
                { format!(" ({} {})", words::ALERT.to_lowercase(), alert.rank()) }
            </li>
        }
    });
    html! { <ul class="bench-list">{ for rows }</ul> }
}
