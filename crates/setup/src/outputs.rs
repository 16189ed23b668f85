//! View of the outputs to copy or download.

use html::html;
use yew::Html;

use site::hosting::ServerKind;

use super::msg::Msg;
use super::output::Output;
use super::view::View;
use super::{snippet, words};

/// Renders every output with its buttons.
pub(super) fn outputs(view: &View<'_>) -> Html {
    let kinds = ServerKind::ALL.map(|kind| {
        let id = format!("server-{kind:?}").to_lowercase();
        html! {
            <label class="setup-tick" for={id.clone()}>
                <input type="radio" name="server" id={id} checked={view.model.server == kind}
                    onchange={view.sends(Msg::Server(kind))} />
                <span>{ kind.name() }</span>
            </label>
        }
    });
    let server = view.model.server;
    let files = server.files(&view.model.hosting());
    let files = files.iter().enumerate().map(|(position, file)| {
        html! { <div>{ text(view, Output::Headers(server, position), file.name) }</div> }
    });
    html! {
        <section class="setup-outputs" aria-labelledby="outputs-heading">
            <h2 id="outputs-heading">{ words::OUTPUTS }</h2>
            { part(view, Output::SiteJson, words::SITE_JSON, words::SITE_JSON_HINT) }
            { part(view, Output::Snippet, words::SNIPPET, words::SNIPPET_HINT) }
            if snippet::style(view.model).is_some() {
                { part(view, Output::Style, words::STYLE, words::STYLE_HINT) }
            }
            <div class="setup-output">
                <h3>{ words::HEADERS }</h3>
                <p class="hint">{ words::HEADERS_HINT }</p>
                <fieldset class="setup-choices"><legend>{ words::SERVER }</legend>{ for kinds }</fieldset>
                <p class="hint">{ words::server_hint(server) }</p>
                { for files }
            </div>
            { part(view, Output::PolicyLines, words::POLICY, words::POLICY_HINT) }
        </section>
    }
}

fn part(view: &View<'_>, output: Output, heading: &'static str, hint: &'static str) -> Html {
    html! {
        <div class="setup-output">
            <h3>{ heading }</h3>
            <p class="hint">{ hint }</p>
            { text(view, output, heading) }
        </div>
    }
}

/// Renders one output. It is focusable, so that it can be scrolled and selected by keyboard.
fn text(view: &View<'_>, output: Output, name: &'static str) -> Html {
    let message = match view.model.copied {
        Some((copied, true)) if copied == output => words::COPIED,
        Some((copied, false)) if copied == output => words::NOT_COPIED,
        Some(_) | None => "",
    };
    html! {
        <>
            <pre id={output.id()} tabindex="0" role="region" aria-label={name}>
                <code>{ output.text(view.model, view.words) }</code>
            </pre>
            <div class="setup-buttons">
                <button type="button" class="secondary" onclick={view.sends(Msg::Copy(output))}
                    aria-label={format!("{}: {name}", words::COPY)}>{ words::COPY }</button>
                <button type="button" class="secondary" onclick={view.sends(Msg::Save(output))}
                    aria-label={format!("{}: {name}", words::DOWNLOAD)}>{ words::DOWNLOAD }</button>
                <span role="status">{ message }</span>
            </div>
        </>
    }
}
