//! Progress by section; never a promised count.

use html::html;
use yew::Html;

use assessment::PageIndex;

use super::super::view::{View, fill};

/// Draws one bar per section, and the name of the current section.
pub fn progress(view: &View<'_>, page: PageIndex) -> Html {
    let questionnaire = view.model.questionnaire;
    let section = questionnaire
        .pages
        .get(usize::from(page.0))
        .map_or(0, |page| page.section);
    let name = view
        .words
        .sections
        .get(usize::from(section))
        .copied()
        .unwrap_or_default();
    let current = section.saturating_add(1).to_string();
    let total = questionnaire.sections.len().to_string();
    let text = fill(
        view.words.phrases.progress,
        &[("current", &current), ("total", &total), ("name", name)],
    );
    let bars = view.model.progress();
    html! {
        <div class="progress">
            <div class="bars" aria-hidden="true">
                { for bars.iter().zip(0_u16..).map(|(done, index)| html! {
                    // Tenths as a class: the CSP blocks style attributes.
                    <span class={format!("bar done-{}", done.div_euclid(10))}
                        data-here={(index == section).then_some("true")}></span>
                }) }
            </div>
            <p class="section-name">{ text }</p>
        </div>
    }
}
