//! What the page of the check holds before its module runs, and where it cannot run.

use yew::html;

use footing::ui::Readiness;
use i18n::Words;
use journey::{Model, Msg, update};

use super::draw;
use crate::render;

/// Renders the error for questions that fail to load.
pub fn failed(words: &Words) -> String {
    let phrases = words.phrases.clone();
    render(move || {
        html! {
            <div id="footing-failed" class="page-note" role="alert">
                <p><b>{ phrases.failed_what }</b>{ " " }{ phrases.failed_todo }</p>
                <button type="button" id="footing-retry" class="secondary">{ phrases.retry }</button>
            </div>
        }
    })
}

/// Renders the static start screen: as the running one, in the loading state.
pub fn start(words: &Words) -> String {
    let model = Model::new(content::questionnaire());
    draw(words, model, Readiness::Static, "")
}

/// Renders the page after the start screen in the same state, for each answer to "Who is this for?". Each comes
/// with the id of its option.
pub fn after_start(words: &Words) -> Vec<(String, String)> {
    let questionnaire = content::questionnaire();
    let who = Model::new(questionnaire).who_for();
    let Some(item) = questionnaire.item(who) else {
        return Vec::new();
    };
    let places = (0_u8..).take(item.options.len());
    let pages = places.map(|place| {
        let mut model = Model::new(questionnaire);
        update(&mut model, Msg::Chose(who, place));
        update(&mut model, Msg::Continue);
        let id = format!("{}-{place}", item.link_id.0);
        (id, draw(words, model, Readiness::Static, ""))
    });
    pages.collect()
}
