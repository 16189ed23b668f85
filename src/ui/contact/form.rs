//! The form fields of one contact method, each with label, hint and error.

use html::{classes, html};
use yew::{Html, SubmitEvent};

use i18n::Voice;
use i18n::phrases::Phrases;
use journey::{
    Asked, ContactMsg, Field, FieldError, FieldErrorKind, Msg, PartOfDay, Tick, asked, asks_time,
};
use site::ContactWay;

use super::super::parts::choices::option_class;
use super::super::view::{View, fill};

/// Draws the form of one contact method.
pub(super) fn form(view: &View<'_>, way: ContactWay, flaws: &[FieldError], name: &str) -> Html {
    let words = &view.words.phrases;
    let submit = view.send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::Contact(ContactMsg::Check)
    });
    let consent = match way {
        ContactWay::Text => words.contact_consent_text,
        ContactWay::Call | ContactWay::Meeting | ContactWay::ShortCall | ContactWay::Message => {
            words.contact_consent
        }
    };
    let consent = match &view.site.consent {
        Some(own) => own.clone(),
        None => fill(consent, &[("name", name)]),
    };
    let is_other = view.voice() == Voice::SomeoneElse;
    html! {
        // `novalidate`: our own words report the browser's validation errors. `method="dialog"` never
        // navigates, even if the script fails.
        <form class="contact-form" method="dialog" novalidate=true onsubmit={submit} autocomplete="off"
            aria-labelledby="contact-title">
            <p class="hint">{ words.contact_promise }</p>
            { for asked(way).iter().map(|(field, need)| control(view, *field, *need, flaws)) }
            if asks_time(way) { { time(view) } }
            <div class="contact-ticks">
                { tick(view, Tick::MayLeave, words.contact_may_leave, None) }
                { tick(view, Tick::AddResult, words.contact_add_result, None) }
                { tick(view, Tick::AddAnswers, words.contact_add_answers, None) }
                if is_other { <p class="hint">{ words.contact_add_other }</p> }
                { tick(view, Tick::Consent, &consent, flaw_of(flaws, Field::Consent)) }
            </div>
            { links(view, name) }
            <div class="go">
                <button type="submit" class="secondary">{ words.contact_next }</button>
                <button type="button" class="quiet-button"
                    onclick={view.sends(Msg::Contact(ContactMsg::Close))}>
                    { words.contact_close }
                </button>
            </div>
        </form>
    }
}

fn control(view: &View<'_>, field: Field, need: Asked, flaws: &[FieldError]) -> Html {
    let words = &view.words.phrases;
    let code = field.code();
    let id = format!("contact-{code}");
    let flaw = flaw_of(flaws, field);
    let label = match need {
        Asked::Optional => fill(words.contact_optional, &[("label", label(words, field))]),
        Asked::Required | Asked::Either => label(words, field).to_owned(),
    };
    let hints = hints(words, field, need);
    let hint_id = (!hints.is_empty()).then(|| format!("{id}-hint"));
    let (fewest, most) = field.bounds();
    let (kind, complete) = match field {
        Field::Name => ("text", "name"),
        Field::Phone => ("tel", "tel"),
        Field::Email => ("email", "email"),
        Field::Days | Field::Message | Field::Consent => ("text", "off"),
    };
    let value = view.model.contact.fields.text(field).to_owned();
    let required = need == Asked::Required;
    let invalid = flaw.is_some().then_some("true");
    let described = described(hint_id.clone(), flaw);
    html! {
        <div class="field">
            <label for={id.clone()}>
                <span>{ label }</span>
                if field == Field::Message {
                    <textarea id={id} name={code} rows="4" maxlength={most.to_string()} {value} {required}
                        autocomplete={complete} aria-invalid={invalid} aria-describedby={described} />
                } else {
                    <input type={kind} id={id} name={code} minlength={fewest.to_string()}
                        maxlength={most.to_string()} {value} {required}
                        autocomplete={complete} aria-invalid={invalid} aria-describedby={described} />
                }
            </label>
            if let Some(hint_id) = hint_id { <p class="hint" id={hint_id}>{ hints.join(" ") }</p> }
            { error_message(words, flaw) }
        </div>
    }
}

fn label(words: &Phrases, field: Field) -> &'static str {
    match field {
        Field::Name => words.contact_name,
        Field::Phone => words.contact_phone,
        Field::Email => words.contact_email,
        Field::Days => words.contact_days,
        Field::Message => words.contact_words,
        Field::Consent => "",
    }
}

fn hints(words: &Phrases, field: Field, need: Asked) -> Vec<&'static str> {
    let either =
        (need == Asked::Either && field == Field::Phone).then_some(words.contact_either_hint);
    let abroad = (field == Field::Phone).then_some(words.contact_phone_hint);
    abroad.into_iter().chain(either).collect()
}

/// Draws the choice of a time of day, as buttons large enough for a thumb.
fn time(view: &View<'_>) -> Html {
    let words = &view.words.phrases;
    let chosen = view.model.contact.fields.time;
    let drawn = PartOfDay::ALL.map(|part| {
        let text = match part {
            PartOfDay::Any => words.contact_time_any,
            PartOfDay::Morning => words.contact_time_morning,
            PartOfDay::Afternoon => words.contact_time_afternoon,
            PartOfDay::Evening => words.contact_time_evening,
        };
        let id = format!("contact-time-{}", part.code());
        html! {
            <label class={option_class(part == chosen)} for={id.clone()}>
                <input type="radio" {id} name="best_time" checked={part == chosen}
                    onchange={view.sends(Msg::Contact(ContactMsg::Time(part)))} />
                <span>{ text }</span>
            </label>
        }
    });
    html! {
        <fieldset class="choices chips">
            <legend>{ words.contact_time }</legend>
            <div class="options">{ for drawn }</div>
        </fieldset>
    }
}

fn tick(view: &View<'_>, tick: Tick, text: &str, flaw: Option<FieldError>) -> Html {
    let id = format!("contact-{}", tick.code());
    let is_ticked = view.model.contact.fields.has(tick);
    html! {
        <>
            <label class={classes(&[Some(option_class(is_ticked)), flaw.map(|_| "invalid")])} for={id.clone()}>
                <input type="checkbox" {id} name={tick.code()} checked={is_ticked}
                    required={tick == Tick::Consent}
                    aria-invalid={flaw.is_some().then_some("true")}
                    aria-describedby={described(None, flaw)}
                    onchange={view.sends(Msg::Contact(ContactMsg::Ticked(tick)))} />
                <span>{ text.to_owned() }</span>
            </label>
            { error_message(&view.words.phrases, flaw) }
        </>
    }
}

/// Draws links to the center's privacy policy and terms, if the site has them.
fn links(view: &View<'_>, name: &str) -> Html {
    let words = &view.words.phrases;
    let pages = [
        (&view.site.privacy_link, words.contact_privacy),
        (&view.site.terms_link, words.contact_terms),
    ];
    let links = pages.into_iter().filter_map(|(page, text)| {
        let page = page.clone()?;
        Some(html! {
            <p>
                <a href={page} target="_blank" rel="noreferrer noopener">
                    { fill(text, &[("name", name)]) }
                </a>
            </p>
        })
    });
    html! { <div class="contact-links">{ for links }</div> }
}

/// Returns the `aria-describedby` ids of a control: its hint and its error.
fn described(hint: Option<String>, flaw: Option<FieldError>) -> Option<String> {
    let error = flaw.map(error_id);
    let ids: Vec<String> = hint.into_iter().chain(error).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn error_id(FieldError(field, _): FieldError) -> String {
    format!("contact-{}-error", field.code())
}

fn flaw_of(flaws: &[FieldError], field: Field) -> Option<FieldError> {
    flaws
        .iter()
        .copied()
        .find(|FieldError(other, _)| *other == field)
}

/// Draws an error: what is wrong, and what to do now.
fn error_message(words: &Phrases, flaw: Option<FieldError>) -> Html {
    let Some(flaw) = flaw else {
        return Html::default();
    };
    let (what, todo) = match flaw {
        FieldError(Field::Consent, _) => (words.contact_consent_what, words.contact_consent_todo),
        FieldError(_, FieldErrorKind::NoWayBack) => {
            (words.contact_either_what, words.contact_either_todo)
        }
        FieldError(Field::Email, _) => (words.contact_email_what, words.contact_email_todo),
        FieldError(Field::Phone, FieldErrorKind::Missing) => {
            (words.contact_phone_what, words.contact_phone_todo)
        }
        FieldError(Field::Name, _) => (words.contact_name_what, words.contact_name_todo),
        FieldError(Field::Message, _) => (words.contact_message_what, words.contact_message_todo),
        FieldError(Field::Phone | Field::Days, _) => {
            (words.contact_short_what, words.contact_short_todo)
        }
    };
    html! {
        <p class="field-error" id={error_id(flaw)}><b>{ what }</b>{ " " }{ todo }</p>
    }
}
