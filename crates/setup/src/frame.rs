//! View of the whole page: introduction, form, preview, and outputs.

use html::html;
use yew::Html;

use edge::Skip;
use i18n::Words;

use super::view::View;
use super::{form, outputs, preview, words};

/// Renders the page.
pub(super) fn page(view: &View<'_>) -> Html {
    around(
        view.words,
        html! {
            <div class="setup-columns">
                { form::form(view) }
                <div class="setup-side">{ preview::preview(view) }</div>
                { outputs::outputs(view) }
            </div>
        },
    )
}

/// Renders the placeholder for before the module runs or where it fails.
pub(super) fn waiting(said: &Words) -> Html {
    around(
        said,
        html! {
            <p class="waiting" role="status" id="form" tabindex="-1">{ words::WAITING }</p>
        },
    )
}

fn around(said: &Words, body: Html) -> Html {
    let skip = Skip {
        text: words::SKIP,
        to: "#form",
    };
    let top = html! {
        <>
            <p class="brand">{ said.phrases.brand }</p>
            <a href="./">{ words::OPEN_CHECK }</a>
        </>
    };
    let body = html! {
        <>
            <div class="setup-intro">
                <h1>{ words::TITLE }</h1>
                <p class="lead">{ words::LEAD }</p>
                <p class="companion-note">{ words::NOTHING_SENT }</p>
            </div>
            { body }
        </>
    };
    edge::shell("setup", skip, top, body)
}
