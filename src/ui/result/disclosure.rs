//! A disclosure section (WAI-ARIA disclosure pattern): a heading whose button has `aria-expanded`.

use html::html;
use yew::Html;

use journey::{Msg, Section};

use super::super::view::View;

/// Draws a section with its one-line answer. Renders the body only while it is open.
pub(super) fn disclosure(
    view: &View<'_>,
    section: Section,
    title: &str,
    answer: &str,
    body: &dyn Fn() -> Html,
) -> Html {
    let code = section.code();
    let is_open = view.model.sections.has(section);
    let body_id = format!("{code}-body");
    html! {
        <section class={if is_open { "disclosure open" } else { "disclosure" }} key={code}>
            <h2>
                <button type="button" id={format!("{code}-title")} aria-expanded={is_open.to_string()}
                    aria-controls={is_open.then(|| body_id.clone())} onclick={view.sends(Msg::Sections(view.model.sections.toggled(section)))}>
                    { title.to_owned() }
                </button>
            </h2>
            <p class="answer">{ answer.to_owned() }</p>
            if is_open { <div class="body" id={body_id}>{ body() }</div> }
        </section>
    }
}
