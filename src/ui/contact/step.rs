//! The steps of a contact request: the fields, the lines to confirm, and the outcome.

use html::html;
use yew::Html;

use assessment::Recommendation;
use contact::{as_text, payload};
use i18n::phrases::Phrases;
use journey::{ContactMsg, Copying, Line, Lines, Msg, SendFailure, Step, Tick};
use site::{ContactWay, Endpoint};

use super::super::view::{View, fill};
use super::form::form;
use super::{phone, title};

/// Draws the current step. Its heading gets the focus; a `role="status"` region announces other changes.
pub(super) fn step(
    view: &View<'_>,
    result: &Recommendation,
    way: ContactWay,
    endpoint: &Endpoint,
    name: &str,
) -> Html {
    let words = &view.words.phrases;
    let (heading, status, body) = match &view.model.contact.step {
        Step::Closed => return Html::default(),
        Step::Filling(_, flaws) => {
            let status = if flaws.is_empty() {
                ""
            } else {
                words.contact_missing_what
            };
            (title(words, way), status, form(view, way, flaws, name))
        }
        Step::Confirming(_) => {
            let lines = payload(way, view.model, result, view.words);
            let body = confirm(view, &lines, endpoint);
            (words.contact_confirm_title, "", body)
        }
        Step::Sending(_, lines) => (
            words.contact_sending,
            words.contact_sending_text,
            sending(words, lines),
        ),
        Step::Sent(_, lines) => (words.contact_sent_title, "", sent(view, lines, name)),
        Step::Failed(_, lines, reason, copying) => {
            let body = failed(view, lines, *reason, *copying, name);
            let copied = match copying {
                Copying::Done => words.contact_copied,
                Copying::No | Copying::ByHand => "",
            };
            (words.contact_failed_title, copied, body)
        }
    };
    html! {
        <div class="contact-open">
            <h3 id="contact-step" tabindex="-1">{ heading }</h3>
            <p class="contact-status" role="status">{ status }</p>
            { body }
        </div>
    }
}

/// Draws every line and the recipient. Send passes on exactly the lines shown here.
fn confirm(view: &View<'_>, lines: &Lines, endpoint: &Endpoint) -> Html {
    let words = &view.words.phrases;
    html! {
        <>
            <p>{ fill(words.contact_confirm_lead, &[("host", endpoint.host())]) }</p>
            if view.model.contact.fields.has(Tick::AddAnswers) {
                <p class="warning">{ words.contact_confirm_answers }</p>
            }
            { drawn(lines) }
            <div class="go">
                { press(view, "primary", words.contact_send, ContactMsg::Send(lines.clone())) }
                { press(view, "quiet-button", words.contact_edit, ContactMsg::Edit) }
                { press(view, "quiet-button", words.contact_close, ContactMsg::Close) }
            </div>
        </>
    }
}

fn sending(words: &Phrases, lines: &Lines) -> Html {
    html! {
        <>
            { drawn(lines) }
            <div class="go">
                <button type="button" class="primary" disabled=true>{ words.contact_sending }</button>
            </div>
        </>
    }
}

fn sent(view: &View<'_>, lines: &Lines, name: &str) -> Html {
    let words = &view.words.phrases;
    html! {
        <>
            <p>{ fill(words.contact_sent_text, &[("name", name)]) }</p>
            <p class="line-ways">{ phone(view) }</p>
            <p class="eyebrow">{ words.contact_lines }</p>
            { drawn(lines) }
            <div class="go">{ press(view, "secondary", words.contact_close, ContactMsg::Close) }</div>
        </>
    }
}

/// Draws a failure: what happened, what to do now, and all the lines.
fn failed(
    view: &View<'_>,
    lines: &Lines,
    reason: SendFailure,
    copying: Copying,
    name: &str,
) -> Html {
    let words = &view.words.phrases;
    let (what, todo) = match reason {
        SendFailure::Refused => (words.contact_refused_what, words.contact_refused_todo),
        SendFailure::Trouble => (words.contact_trouble_what, words.contact_trouble_todo),
        SendFailure::TimedOut => (words.contact_timeout_what, words.contact_unsure_todo),
        SendFailure::NoAnswer => (words.contact_no_answer_what, words.contact_unsure_todo),
        SendFailure::NotStarted => (
            words.contact_not_started_what,
            words.contact_not_started_todo,
        ),
    };
    let text = as_text(lines);
    html! {
        <>
            <p class="notice-line">
                <b>{ fill(what, &[("name", name)]) }</b>{ " " }{ todo }{ " " }{ words.contact_kept }
            </p>
            <p class="line-ways">{ phone(view) }</p>
            if reason.may_have_arrived() { <p>{ words.contact_twice }</p> }
            <div class="go">
                { press(view, "secondary", words.contact_again, ContactMsg::Send(lines.clone())) }
                { press(view, "secondary", words.contact_copy, ContactMsg::Copy(text.clone())) }
                { press(view, "quiet-button", words.contact_edit, ContactMsg::Edit) }
                { press(view, "quiet-button", words.contact_close, ContactMsg::Close) }
            </div>
            if copying == Copying::ByHand {
                <div class="field">
                    <label for="contact-copy">
                        <span>{ words.contact_by_hand_what }{ " " }{ words.contact_by_hand_todo }</span>
                        <textarea id="contact-copy" rows="8" readonly=true value={text} />
                    </label>
                </div>
            }
            <p class="eyebrow">{ words.contact_lines_unsure }</p>
            { drawn(lines) }
        </>
    }
}

fn press(view: &View<'_>, class: &'static str, text: &'static str, msg: ContactMsg) -> Html {
    html! {
        <button type="button" {class} onclick={view.sends(Msg::Contact(msg))}>{ text }</button>
    }
}

fn drawn(lines: &[Line]) -> Html {
    html! {
        <dl class="contact-lines">
            { for lines.iter().map(|line| html! {
                <div><dt>{ line.key }</dt><dd>{ &line.value }</dd></div>
            }) }
        </dl>
    }
}
