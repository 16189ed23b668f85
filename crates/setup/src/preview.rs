//! Preview of the check with these settings, rendered by its own screens and inert.

use html::html;
use yew::{Callback, Html};

use assessment::{Answer, Options};
use footing::ui::{self, Readiness, screen};
use journey::Screen;
use site::{Scheme, WeekMinute};

use super::choice::PreviewScreen;
use super::msg::Msg;
use super::view::View;
use super::words;

/// Answers of a person with five symptoms, safe at home: a result that most centers can treat.
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

/// Renders the preview with controls for screen and color scheme.
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
            // Focusable to scroll by keyboard; the content is inert.
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
            <input type="radio" name={name} id={id} checked={picked} onchange={view.sends(msg)} />
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
            // Wednesday at 10:00, when most centers are open.
            model.now = WeekMinute::of(2, 10, 0);
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
        readiness: Readiness::Running,
        send: &Callback::noop(),
    })
}

/// Sets [`ANSWERS`], and the mildest answer to every other item.
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
