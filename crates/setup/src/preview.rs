//! The check itself, drawn from the settings by its own screens, and kept from answering.

use yew::{Callback, Html, html};

use assessment::{Answer, Options};
use footing::ui::{self, Readiness, screen};
use journey::Screen;
use site::{Scheme, WeekMinute};

use super::choice::PreviewScreen;
use super::msg::Msg;
use super::view::View;
use super::words;

/// Someone with five signs, at home and safe: a result that most centers can help with.
const ANSWERS: &[(&str, &[&str])] = &[
    ("substances", &["stimulants"]),
    ("days-stimulants", &["4-12-days"]),
    ("stimulant-source", &["not-as-prescribed"]),
    ("barriers", &["work"]),
    ("more-than-planned", &["yes"]),
    ("cannot-cut-down", &["yes"]),
    ("much-time", &["yes"]),
    ("strong-pull", &["yes"]),
    ("duties-slip", &["yes"]),
];

/// Draws the preview with what it can be looked at in.
pub(super) fn preview(view: &View<'_>) -> Html {
    let model = view.model;
    let screens = PreviewScreen::ALL.map(|shown| {
        let msg = Msg::Look(shown);
        choice(
            view,
            "screen",
            shown.code(),
            words::screen(shown),
            model.screen == shown,
            msg,
        )
    });
    let schemes = [
        (Scheme::Light, "light", words::LIGHT),
        (Scheme::Dark, "dark", words::DARK),
    ]
    .map(|(scheme, code, text)| {
        let msg = Msg::Light(scheme);
        choice(view, "scheme", code, text, model.scheme == scheme, msg)
    });
    let scheme = match model.scheme {
        Scheme::Light => "setup-preview on-light",
        Scheme::Dark => "setup-preview on-dark",
    };
    html! {
        <section class="setup-shown" aria-labelledby="preview-heading">
            <h2 id="preview-heading">{ words::PREVIEW }</h2>
            <p class="hint">{ words::PREVIEW_HINT }</p>
            <div class="setup-choices">
                <fieldset><legend>{ words::PREVIEW_SCREEN }</legend>{ for screens }</fieldset>
                <fieldset><legend>{ words::PREVIEW_SCHEME }</legend>{ for schemes }</fieldset>
            </div>
            // It can be scrolled by wheel and by key; what is in it cannot be reached.
            <div class={scheme} ref={view.preview.clone()} tabindex="0" role="region"
                aria-label={words::PREVIEW_REGION}>
                <div inert=true>{ drawn(view) }</div>
            </div>
        </section>
    }
}

fn choice(
    view: &View<'_>,
    name: &'static str,
    code: &'static str,
    text: &'static str,
    picked: bool,
    msg: Msg,
) -> Html {
    let id = format!("preview-{code}");
    html! {
        <label class="setup-tick" for={id.clone()}>
            <input type="radio" name={name} id={id} checked={picked} onchange={view.sends(msg)}
                autocomplete="off" />
            <span>{ text }</span>
        </label>
    }
}

fn drawn(view: &View<'_>) -> Html {
    let mut model = journey::Model::new(content::questionnaire());
    match view.model.screen {
        PreviewScreen::Start => {}
        PreviewScreen::Result => {
            answer(&mut model);
            model.show(Screen::Result);
        }
    }
    screen(&ui::View {
        model: &model,
        words: view.words,
        site: view.site,
        today: view.today,
        host: &ui::HostContext {
            is_preview: true,
            ..ui::HostContext::default()
        },
        // A Wednesday at ten: when most centers answer.
        now: WeekMinute::of(2, 10, 0),
        readiness: Readiness::Running,
        send: &Callback::noop(),
    })
}

/// Fills the sheet: what is named above, and the mildest of all else.
fn answer(model: &mut journey::Model) {
    let questionnaire = model.questionnaire;
    for (link_id, codes) in ANSWERS {
        let Some(index) = questionnaire.find(link_id) else {
            continue;
        };
        let Some(item) = questionnaire.item(index) else {
            continue;
        };
        for position in codes.iter().filter_map(|code| item.option_index(code)) {
            let answer = Answer::Chosen(Options::only(position));
            model.response.set(item.link_id, answer);
        }
    }
    for (index, item) in questionnaire.indexed_items() {
        if model.response.get(item.link_id).is_none() && model.shown().contains(&index) {
            journey::update(model, journey::Msg::Chose(index, 0));
        }
    }
}
