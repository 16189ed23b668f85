//! Form controls with label, hint and validation feedback.

use html::html;
use yew::{Event, Html, InputEvent};

use super::color;
use super::event;
use super::field::Field;
use super::msg::{Msg, Pick};
use super::problem::problem;
use super::view::View;
use super::words;

/// A checkbox.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) text: &'static str,
    pub(super) ticked: bool,
    pub(super) msg: Msg,
}

/// Renders a single-line text field.
pub(super) fn line(view: &View<'_>, field: Field, kind: &'static str) -> Html {
    let feedback = Feedback::of(view, field);
    html! {
        <div class="setup-field">
            <label for={field.id()}>{ words::label(field) }</label>
            { feedback.hint() }
            <input type={kind} id={field.id()} value={view.model.typed(field).to_owned()}
                oninput={typed(view, field)} aria-describedby={feedback.described()}
                aria-invalid={feedback.invalid()} autocomplete="off" spellcheck="false" />
            { feedback.problem() }
        </div>
    }
}

/// Renders a text area.
pub(super) fn lines(view: &View<'_>, field: Field) -> Html {
    let feedback = Feedback::of(view, field);
    html! {
        <div class="setup-field">
            <label for={field.id()}>{ words::label(field) }</label>
            { feedback.hint() }
            <textarea id={field.id()} rows="3" value={view.model.typed(field).to_owned()}
                oninput={typed(view, field)} aria-describedby={feedback.described()}
                aria-invalid={feedback.invalid()} autocomplete="off" spellcheck="false" />
            { feedback.problem() }
        </div>
    }
}

/// Renders a color as text field and picker, with its contrast.
pub(super) fn color(view: &View<'_>, field: Field) -> Html {
    let verdict = color::verdict(view.model, field);
    let mut feedback = Feedback::of(view, field);
    if let Some(verdict) = &verdict {
        // The contrast feedback replaces the less specific problem.
        feedback.problem = None;
        feedback.contrast = Some((verdict.text.clone(), verdict.instead.is_some()));
    }
    let instead = verdict.and_then(|verdict| verdict.instead).map(|color| {
        let text = words::USE_INSTEAD.replace("{color}", &color.to_string());
        html! {
            <button type="button" class="secondary"
                onclick={view.sends(Msg::Typed(field, color.to_string()))}>{ text }</button>
        }
    });
    let typed_color = view.model.text(field);
    let is_color = site::Rgb::read(typed_color).is_some();
    let shown = if is_color {
        typed_color
    } else {
        color::own(field)
    };
    html! {
        <div class="setup-field">
            <label for={field.id()}>{ words::label(field) }</label>
            { feedback.hint() }
            <div class="setup-color">
                <input type="text" id={field.id()} value={view.model.typed(field).to_owned()}
                    oninput={typed(view, field)} aria-describedby={feedback.described()}
                    aria-invalid={feedback.invalid()} autocomplete="off" spellcheck="false" />
                <input type="color" aria-label={format!("{}: {}", words::PICK_COLOR, words::label(field))}
                    value={shown.to_owned()} oninput={typed(view, field)} />
            </div>
            { feedback.problem() }
            { instead }
        </div>
    }
}

/// Renders a `<select>`. Each entry has a value, a text, and whether it is selected.
pub(super) fn list(
    view: &View<'_>,
    pick: Pick,
    label: &'static str,
    hint: Option<&'static str>,
    entries: &[(&'static str, impl AsRef<str>, bool)],
) -> Html {
    let id = format!("pick-{}", event::name(pick));
    let hint_id = format!("{id}-hint");
    let options = entries.iter().map(|(name, text, picked)| {
        html! { <option value={*name} selected={*picked}>{ text.as_ref().to_owned() }</option> }
    });
    let picked = view
        .send
        .reform(move |event: Event| Msg::Picked(pick, event::picked(&event)));
    html! {
        <div class="setup-field">
            <label for={id.clone()}>{ label }</label>
            if let Some(hint) = hint { <p class="hint" id={hint_id.clone()}>{ hint }</p> }
            // After a choice by hand the browser ignores `selected`, so a new key recreates the
            // element.
            <select key={view.model.openings} id={id} onchange={picked} aria-describedby={hint.map(|_| hint_id)}>{ for options }</select>
        </div>
    }
}

/// Renders a group of checkboxes under a heading.
pub(super) fn ticks(
    view: &View<'_>,
    heading: &'static str,
    hint: Option<&'static str>,
    entries: Vec<Entry>,
) -> Html {
    let boxes = entries.into_iter().map(|entry| {
        html! {
            <label class="setup-tick" for={entry.id.clone()}>
                <input type="checkbox" id={entry.id} checked={entry.ticked}
                    onchange={view.sends(entry.msg)} />
                <span>{ entry.text }</span>
            </label>
        }
    });
    html! {
        <fieldset class="setup-ticks">
            <legend>{ heading }</legend>
            if let Some(hint) = hint { <p class="hint">{ hint }</p> }
            <div>{ for boxes }</div>
        </fieldset>
    }
}

fn typed(view: &View<'_>, field: Field) -> yew::Callback<InputEvent> {
    view.send
        .reform(move |event: InputEvent| Msg::Typed(field, event::typed(&event)))
}

/// Hint and validation feedback of a field.
struct Feedback {
    field: Field,
    hint: Option<&'static str>,
    problem: Option<String>,
    /// Text on the contrast of a color, and whether it is too low.
    contrast: Option<(String, bool)>,
}

impl Feedback {
    fn of(view: &View<'_>, field: Field) -> Feedback {
        Feedback {
            field,
            hint: words::hint(field),
            problem: problem(view.model, field),
            contrast: None,
        }
    }

    fn id(&self, what: &str) -> String {
        format!("{}-{what}", self.field.id())
    }

    fn hint(&self) -> Html {
        match self.hint {
            Some(hint) => html! { <p class="hint" id={self.id("hint")}>{ hint }</p> },
            None => Html::default(),
        }
    }

    fn described(&self) -> Option<String> {
        let hint = self.hint.map(|_| self.id("hint"));
        let problem = self.message().map(|_| self.id("problem"));
        let ids: Vec<String> = hint.into_iter().chain(problem).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn invalid(&self) -> Option<&'static str> {
        self.message().filter(|(_, wrong)| *wrong).map(|_| "true")
    }

    fn message(&self) -> Option<(&str, bool)> {
        let contrast = self.contrast.as_ref();
        let contrast = contrast.map(|(text, wrong)| (text.as_str(), *wrong));
        contrast.or(self.problem.as_deref().map(|text| (text, true)))
    }

    /// Renders the feedback. A symbol repeats what its color means.
    fn problem(&self) -> Html {
        let Some((text, wrong)) = self.message() else {
            return Html::default();
        };
        let (class, sign) = if wrong {
            ("setup-problem", "▲ ")
        } else {
            ("setup-fine", "✓ ")
        };
        html! {
            <p class={class} id={self.id("problem")}><span aria-hidden="true">{ sign }</span>{ text.to_owned() }</p>
        }
    }
}
