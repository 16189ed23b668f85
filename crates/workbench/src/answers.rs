//! View of every question in order, by section.

use html::html;
use yew::Html;

use assessment::ItemIndex;

use super::control::control;
use super::view::View;

/// Renders the questions.
pub(super) fn answers(view: &View<'_>) -> Html {
    let sections = (0_u16..).zip(view.words.sections.iter().copied());
    html! { <>{ for sections.map(|(section, name)| self::section(view, section, name)) }</> }
}

fn section(view: &View<'_>, section: u16, name: &'static str) -> Html {
    let items: Vec<ItemIndex> = view
        .model
        .questionnaire
        .indexed_items()
        .filter(|(_, item)| {
            let page = view.model.questionnaire.pages.get(usize::from(item.page.0));
            page.is_some_and(|page| page.section == section)
        })
        .map(|(index, _)| index)
        .filter(|index| !view.model.only_asked || view.evaluation.scored.get(*index).shown)
        .collect();
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <section class="bench-section">
            <h3>{ name }</h3>
            { for items.into_iter().map(|index| control(view, index)) }
        </section>
    }
}
