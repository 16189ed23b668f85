//! The start screen: what the check is, what happens with answers, who it is for, help lines.

use html::html;
use yew::{Html, SubmitEvent};

use assessment::Answer;
use journey::Msg;
use site::LANGUAGES;

use super::parts::choices::{number_keys, option_class};
use super::parts::countries::countries;
use super::parts::languages::languages;
use super::parts::line::lines;
use super::parts::waiting::waiting;
use super::storage;
use super::view::{Readiness, View, fill};

/// Draws the start screen, identical before and after the module loads.
pub fn start(view: &View<'_>) -> Html {
    let words = &view.words.phrases;
    let minutes = [
        ("minutes", view.words.minutes),
        ("first", view.words.minutes_to_first_view),
    ];
    html! {
        <div class="start">
            <div class="choose-language">{ languages(view) }</div>
            { whose(view) }
            <h1 tabindex="-1">{ words.start_title }</h1>
            <p class="lead">{ words.start_lead }</p>
            <p class="minutes">{ fill(words.minutes, &minutes) }</p>
            { translation_note(view) }
            { storage::found(view) }
            <section class="card tint">
                <h2>{ words.answers_title }</h2>
                <p>{ words.answers_text }</p>
                { shared(view) }
            </section>
            { form(view) }
            <section class="card danger-lines">
                <h2>{ words.in_danger }</h2>
                { lines(view, &view.words.everywhere) }
                { countries(view) }
            </section>
            <p class="provenance">
                { fill(words.provenance, &[("date", &view.day(view.model.questionnaire.version))]) }
            </p>
        </div>
    }
}

/// Says that no native speaker has read a translation.
fn translation_note(view: &View<'_>) -> Html {
    let is_translation = view.words.language() != LANGUAGES[0].locale;
    html! {
        if is_translation && view.words.draft.is_some() {
            <p class="translation-note">{ view.words.phrases.translation_draft }</p>
        }
    }
}

/// Warns if scripts of the host page can read the answers, and links to a page where they cannot.
fn shared(view: &View<'_>) -> Html {
    let words = &view.words.phrases;
    if !view.host.isolation.is_shared() {
        return Html::default();
    }
    html! {
        <p class="shared">
            <b>{ words.answers_shared }</b>{ " " }
            <a href={view.host.base.clone()} target="_blank" rel="noopener noreferrer">{ words.answers_apart }</a>
        </p>
    }
}

/// Draws the site's name and logo, if it has them.
fn whose(view: &View<'_>) -> Html {
    let sign = view.site.name.as_ref().zip(view.site.logo.as_ref());
    html! {
        if let Some((name, logo)) = sign {
            <p class="whose"><img src={logo.clone()} alt="" /><span>{ name }</span></p>
        }
    }
}

fn form(view: &View<'_>) -> Html {
    let words = &view.words.phrases;
    let index = view.model.who_for();
    let Some((item, said)) = view.item(index) else {
        return Html::default();
    };
    let waits = view.readiness == Readiness::Static;
    let submit = view.send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::Continue
    });
    let options = (0_u8..).zip(&said.options).map(|(position, text)| {
        let id = format!("{}-{position}", item.link_id.0);
        let chosen = match view.model.answer(index) {
            Some(Answer::Chosen(options)) => options.has(position),
            Some(Answer::Unsure | Answer::Declined) | None => false,
        };
        html! {
            <label class={option_class(chosen)} for={id.clone()}>
                <input type="radio" id={id} name={item.link_id.0} checked={chosen} disabled={waits} onchange={view.sends(Msg::Chose(index, position))} />
                <span>{ &text.0 }</span>
            </label>
        }
    });
    html! {
        <form class="page" onsubmit={submit} autocomplete="off" aria-label={words.who_title}>
            <fieldset class="choices rows">
                <legend><h2>{ words.who_title }</h2></legend>
                <div class="options" onkeydown={number_keys(view, index)}>{ for options }</div>
            </fieldset>
            <div class="go">
                <button class="primary" type="submit" disabled={waits}>{ words.start }</button>
                { waiting(view) }
            </div>
        </form>
    }
}
