//! Saving answers on the device: the offer in the footer, and the saved answers on the start screen.

use assessment::Day;
use html::html;
use yew::{Html, SubmitEvent};

use i18n::phrases::Phrases;
use journey::saved::SavedAnswers;
use journey::{Lock, Msg, SavedState, Screen, Span, Storage, StorageMsg, StorageNote};

use super::parts::choices::option_class;
use super::view::{View, fill};

/// Draws the saved answers on the start screen: resume, answer again, erase.
pub fn found(view: &View<'_>) -> Html {
    let storage = &view.model.storage;
    let body = match unbusy(&storage.state) {
        SavedState::Offered(until, sheets, lock) => offer(view, *until, sheets, *lock),
        SavedState::Locked(_) => unlock(view),
        SavedState::Newer => html! { <p>{ view.words.phrases.kept_newer }</p> },
        SavedState::Unreadable => html! { <p>{ view.words.phrases.kept_unreadable }</p> },
        SavedState::Unavailable | SavedState::Off | SavedState::On(..) | SavedState::Busy(_) => {
            let Some(note) = storage.note else {
                return Html::default();
            };
            return html! {
                <p class="notice-line" role="status">{ said(&view.words.phrases, note) }</p>
            };
        }
    };
    html! {
        <section class="card kept">
            <h2>{ view.words.phrases.kept_title }</h2>
            { body }
            if !matches!(unbusy(&storage.state), SavedState::Locked(_)) { { note(view) } }
            { erase(view) }
        </section>
    }
}

fn offer(view: &View<'_>, until: Day, sheets: &[SavedAnswers], lock: Lock) -> Html {
    let words = &view.words.phrases;
    let Some(newest) = sheets.last() else {
        return Html::default();
    };
    let days = [
        ("date", view.day(&newest.on.to_string())),
        ("until", view.day(&until.to_string())),
    ];
    let days: Vec<(&str, &str)> = days.iter().map(|(key, day)| (*key, day.as_str())).collect();
    let line = match lock {
        Lock::None => words.kept_line,
        Lock::Passphrase => words.kept_line_locked,
    };
    let other_rules = newest.rules != view.model.questionnaire.version;
    html! {
        <>
            <p>{ fill(line, &days) }</p>
            if other_rules { <p>{ words.kept_other_rules }</p> }
            <div class="take-ways">
                { button(view, "primary", words.kept_go_on, StorageMsg::GoOn) }
                if sheets.iter().any(|sheet| sheet.finished) {
                    { button(view, "secondary", words.kept_again, StorageMsg::Again) }
                }
            </div>
        </>
    }
}

fn unlock(view: &View<'_>) -> Html {
    let words = &view.words.phrases;
    let open = view.send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::Storage(StorageMsg::Unlock)
    });
    html! {
        <form onsubmit={open} autocomplete="off" aria-label={words.kept_open}>
            <p>{ words.kept_locked }</p>
            { passphrase(view, "current-password") }
            { note(view) }
            <button type="submit" class="primary">{ words.kept_open }</button>
            { busy(view) }
        </form>
    }
}

/// Draws the offer to save, below every screen with answers to save.
pub fn keep(view: &View<'_>) -> Html {
    let words = &view.words.phrases;
    match view.model.screen() {
        Screen::Start => return Html::default(),
        Screen::Page(_) | Screen::Help(_) | Screen::Standing | Screen::Review | Screen::Result => {}
    }
    let storage = &view.model.storage;
    let body = match unbusy(&storage.state) {
        SavedState::Off => ask(view, storage),
        SavedState::On(until, lock) => on(view, *until, *lock),
        SavedState::Unavailable => html! { <p>{ words.keep_refused }</p> },
        SavedState::Offered(..) | SavedState::Locked(_) | SavedState::Busy(_) => {
            others(view, words.keep_other_first)
        }
        SavedState::Newer => others(view, words.kept_newer),
        SavedState::Unreadable => others(view, words.kept_unreadable),
    };
    html! {
        // Starts open only if there is a note to read.
        <details class="fold keep" open={storage.note.is_some()}>
            <summary>{ if storage.is_on() { words.keep_title_on } else { words.keep_title } }</summary>
            { body }
        </details>
    }
}

/// Draws a message that existing saved answers have to be unlocked or erased first.
fn others(view: &View<'_>, message: &'static str) -> Html {
    html! { <><p>{ message }</p>{ note(view) }{ erase(view) }</> }
}

fn ask(view: &View<'_>, storage: &Storage) -> Html {
    let words = &view.words.phrases;
    let start = view.send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::Storage(StorageMsg::Start)
    });
    let spans = Span::ALL.map(|span| {
        let days = span.days().to_string();
        let id = format!("keep-days-{days}");
        html! {
            <label class={option_class(span == storage.span)} for={id.clone()}>
                <input type="radio" {id} name="keep-days" checked={span == storage.span}
                    onchange={view.sends(Msg::Storage(StorageMsg::Span(span)))} />
                <span>{ fill(words.keep_days, &[("days", &days)]) }</span>
            </label>
        }
    });
    let locks = Msg::Storage(StorageMsg::Locks(!storage.locks));
    html! {
        <form onsubmit={start} autocomplete="off" aria-label={words.keep_start}>
            <p>{ words.keep_lead }</p>
            <fieldset class="choices chips">
                <legend>{ words.keep_span }</legend>
                <div class="options">{ for spans }</div>
            </fieldset>
            if storage.can_lock {
                <label class={option_class(storage.locks)} for="keep-locks">
                    <input type="checkbox" id="keep-locks" checked={storage.locks}
                        onchange={view.sends(locks)} />
                    <span>{ words.keep_locks }</span>
                </label>
            }
            if storage.locks && storage.can_lock {
                <p>{ words.keep_passphrase_hint }</p>
                { passphrase(view, "new-password") }
            } else {
                <p>{ words.keep_plain }</p>
            }
            { note(view) }
            <button type="submit" class="secondary">{ words.keep_start }</button>
            { busy(view) }
        </form>
    }
}

fn on(view: &View<'_>, until: Day, lock: Lock) -> Html {
    let words = &view.words.phrases;
    let line = match lock {
        Lock::None => words.keep_on,
        Lock::Passphrase => words.keep_on_locked,
    };
    let elsewhere = view.model.storage.note == Some(StorageNote::Elsewhere);
    html! {
        <>
            <p role="status">{ fill(line, &[("until", &view.day(&until.to_string()))]) }</p>
            { note(view) }
            if elsewhere {
                <div class="take-ways">
                    { button(view, "secondary", words.keep_replace, StorageMsg::Replace) }
                    { button(view, "quiet-button", words.keep_let_be, StorageMsg::LetBe) }
                </div>
            } else {
                { erase(view) }
            }
        </>
    }
}

/// Draws the passphrase field. Only `src/browser` reads its value.
fn passphrase(view: &View<'_>, complete: &'static str) -> Html {
    let words = &view.words.phrases;
    let flawed = view.model.storage.note.is_some_and(is_flaw);
    html! {
        <div class="field">
            <label for="keep-passphrase">
                <span>{ words.keep_passphrase }</span>
                <input type="password" id="keep-passphrase" minlength="8" required={true}
                    autocomplete={complete} autocapitalize="off" spellcheck="false"
                    aria-invalid={flawed.then_some("true")} aria-describedby={flawed.then_some(NOTE)} />
            </label>
        </div>
    }
}

fn erase(view: &View<'_>) -> Html {
    button(
        view,
        "quiet-button",
        view.words.phrases.keep_erase,
        StorageMsg::Erase,
    )
}

fn button(view: &View<'_>, class: &'static str, text: &'static str, msg: StorageMsg) -> Html {
    html! {
        <button type="button" {class}
            onclick={view.sends(Msg::Storage(msg))}>
            { text }
        </button>
    }
}

fn note(view: &View<'_>) -> Html {
    let note = view.model.storage.note;
    let message = note.map_or("", |note| said(&view.words.phrases, note));
    let class = match note {
        None | Some(StorageNote::Erased | StorageNote::Expired) => "took",
        Some(
            StorageNote::NotErased
            | StorageNote::Refused
            | StorageNote::Full
            | StorageNote::Elsewhere
            | StorageNote::TooShort
            | StorageNote::Wrong,
        ) => "took field-error",
    };
    html! { <p role="status" id={NOTE} {class}>{ message }</p> }
}

/// The id of the line that reports the outcome.
const NOTE: &str = "keep-note";

/// Whether the note is about the typed passphrase.
fn is_flaw(note: StorageNote) -> bool {
    matches!(note, StorageNote::TooShort | StorageNote::Wrong)
}

/// Draws the busy status. No button is disabled meanwhile, because a disabled button would lose the focus.
fn busy(view: &View<'_>) -> Html {
    let message = if view.model.storage.is_busy() {
        view.words.phrases.keep_busy
    } else {
        ""
    };
    html! { <p role="status" class="took">{ message }</p> }
}

fn said(words: &Phrases, note: StorageNote) -> &'static str {
    match note {
        StorageNote::Erased => words.keep_erased,
        StorageNote::NotErased => words.keep_not_erased,
        StorageNote::Expired => words.kept_expired,
        StorageNote::Refused => words.keep_refused,
        StorageNote::Full => words.keep_full,
        StorageNote::Elsewhere => words.keep_elsewhere,
        StorageNote::TooShort => words.keep_too_short,
        StorageNote::Wrong => words.kept_wrong,
    }
}

/// Returns the state to draw while the browser is busy: the same as before, so that the passphrase field
/// stays in the DOM.
fn unbusy(state: &SavedState) -> &SavedState {
    let SavedState::Busy(next) = state else {
        return state;
    };
    if matches!(**next, SavedState::On(..)) {
        &SavedState::Off
    } else {
        next
    }
}
