//! The inspection panel: what the page has requested, what it may do, what it has saved.
//!
//! This module draws only the empty panel. `static/inspect.js` fills the elements marked with `data-inspect`
//! from what the browser reports; nothing here knows the values.

use html::html;
use yew::Html;

use super::view::{Readiness, View, fill};

/// Draws the panel in the footer of every screen.
pub fn inspect(view: &View<'_>) -> Html {
    // The panel needs the script that fills it.
    match view.readiness {
        Readiness::Running => {}
        Readiness::Static => return Html::default(),
    }
    let words = &view.words.phrases;
    let position = |name: &'static str| {
        html! { <dd data-inspect={name} data-none={words.inspect_none} tabindex="0"></dd> }
    };
    let facts = [
        (words.inspect_answers, "answers"),
        (words.inspect_cookies, "cookies"),
        (words.inspect_other, "other"),
        (words.inspect_files, "files"),
    ];
    html! {
        <details class="fold inspect">
            <summary>{ words.inspect_title }</summary>
            <p>{ words.inspect_lead }</p>
            <h2>{ words.inspect_asked }</h2>
            <p>{ words.inspect_asked_text }</p>
            <p><b data-inspect="count" data-text={words.inspect_count}></b></p>
            <ol data-inspect="asked" data-text={words.inspect_row} tabindex="0"
                aria-label={words.inspect_asked}></ol>
            <h2>{ words.inspect_may }</h2>
            <p>{ words.inspect_may_text }</p>
            <ul data-inspect="policies" tabindex="0" aria-label={words.inspect_may}></ul>
            <h2>{ words.inspect_kept }</h2>
            <dl>
                { for facts.into_iter().map(|(term, name)| html! {
                    <div><dt>{ term }</dt>{ position(name) }</div>
                }) }
            </dl>
            <p>{ words.inspect_files_text }</p>
            <button type="button" class="quiet-button" data-inspect="remove">
                { words.inspect_remove }
            </button>
            <h2>{ words.inspect_offline }</h2>
            <p>{ words.inspect_offline_text }</p>
            <h2>{ words.inspect_tools }</h2>
            <ol>
                <li>{ words.inspect_tools_open }</li>
                <li>{ words.inspect_tools_network }</li>
                <li>{ words.inspect_tools_storage }</li>
            </ol>
            <h2>{ words.inspect_build }</h2>
            <p>{ words.inspect_build_text }</p>
            <p>{ fill(words.provenance, &[("date", &view.day(view.model.questionnaire.version))]) }</p>
            <ul data-inspect="build" tabindex="0" aria-label={words.inspect_build}></ul>
        </details>
    }
}
