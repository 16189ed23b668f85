//! View of the tools that set all answers: two buttons and a file input. Also the filter.

use html::html;
use yew::Html;

use edge::{FileError, shown};

use super::model::{Loading, Refusal};
use super::msg::Msg;
use super::view::View;
use super::{event, words};

/// Renders the tools.
pub(super) fn tools(view: &View<'_>) -> Html {
    let only_asked = view
        .send
        .reform(|event| Msg::OnlyAsked(event::is_checked(&event)));
    let code = view.send.reform(|event| Msg::Code(event::typed(&event)));
    html! {
        <div class="bench-tools">
            <div class="bench-buttons" role="group" aria-label={words::TOOLS}>
                <button type="button" class="secondary" onclick={view.sends(Msg::AllMildest)}>
                    { words::ALL_MILDEST }
                </button>
                <button type="button" class="secondary" onclick={view.sends(Msg::AllEmpty)}>
                    { words::ALL_EMPTY }
                </button>
            </div>
            <div class="bench-file">
                <label for="file">{ words::LOAD }</label>
                <input type="file" id="file" accept="application/json,.json"
                    aria-describedby="file-hint" onchange={view.pick.clone()} />
                <p class="hint" id="file-hint">{ words::LOAD_HINT }</p>
            </div>
            <div class="bench-file">
                <label for="code">{ words::CODE }</label>
                <input type="text" id="code" autocomplete="off" autocapitalize="characters" spellcheck="false"
                    aria-describedby="code-hint" onchange={code} />
                <p class="hint" id="code-hint">{ words::CODE_HINT }</p>
            </div>
            <div role="status">{ loading(&view.model.loading) }</div>
            <label class="bench-check" for="only-asked">
                <input type="checkbox" id="only-asked"
                    checked={view.model.only_asked} onchange={only_asked} />
                <span>{ words::ONLY_ASKED }</span>
            </label>
        </div>
    }
}

fn loading(loading: &Loading) -> Html {
    match loading {
        Loading::Nothing => Html::default(),
        Loading::Done(name) => html! {
            <p class="bench-loaded">{ words::LOADED }{ " " }<b>{ shown(name) }</b>{ "." }</p>
        },
        Loading::Refused(name, refusal) => html! {
            <div class="notice-line bench-refused">
                <p><b>{ shown(name) }</b>{ " " }{ words::REFUSED }</p>
                { why(refusal) }
            </div>
        },
    }
}

fn why(refusal: &Refusal) -> Html {
    let (what, todo) = match refusal {
        Refusal::File(FileError::TooLarge) => {
            (html! { <p>{ words::TOO_LARGE }</p> }, words::TOO_LARGE_TODO)
        }
        Refusal::File(FileError::Unreadable) => (
            html! { <p>{ words::UNREADABLE }</p> },
            words::UNREADABLE_TODO,
        ),
        Refusal::Response(error) => (
            html! {
                <dl>
                    if !error.location.is_empty() {
                        <dt>{ words::PLACE }</dt>
                        <dd><code>{ error.location.clone() }</code></dd>
                    }
                    <dt>{ words::FOUND }</dt>
                    <dd>{ error.message.clone() }</dd>
                </dl>
            },
            words::RESPONSE_TODO,
        ),
        Refusal::Code(error) => (html! { <p>{ error.to_string() }</p> }, error.advice()),
    };
    html! { <>{ what }<p>{ todo }</p></> }
}
