//! The review of all answers, with a link to change each.

use html::html;
use yew::Html;

use assessment::{ItemIndex, PageIndex};
use i18n::ItemWords;
use journey::Msg;

use super::view::View;

/// Draws the summary list.
pub fn review(view: &View<'_>) -> Html {
    let words = &view.words.phrases;
    let shown = view.model.shown();
    let open = shown.iter().any(|index| {
        view.item(*index).is_some_and(|(item, _)| item.rated) && view.model.answer(*index).is_none()
    });
    let pages = (0_u16..).map(PageIndex).zip(view.model.questionnaire.pages);
    let groups = pages.filter_map(|(page, _)| {
        let on_page = view
            .model
            .questionnaire
            .items_on(page)
            .map(|(index, _)| index);
        let items: Vec<ItemIndex> = on_page.filter(|index| shown.contains(index)).collect();
        (!items.is_empty()).then(|| group(view, page, &items))
    });
    html! {
        <div class="review">
            <nav class="back">
                <button type="button" class="quiet-button" onclick={view.sends(Msg::Back)}>
                    <span aria-hidden="true">{ "← " }</span>{ words.back }
                </button>
            </nav>
            <h1 tabindex="-1">{ words.review_title }</h1>
            <p class="lead">{ words.review_lead }</p>
            { super::parts::notice::notice(view) }
            if open { <p class="notice-line">{ words.review_left_empty }</p> }
            { for groups }
            <div class="go">
                <button type="button" class="primary" onclick={view.sends(Msg::Continue)}>
                    { words.see_result }
                </button>
            </div>
        </div>
    }
}

fn group(view: &View<'_>, page: PageIndex, items: &[ItemIndex]) -> Html {
    let heading = view
        .words
        .pages
        .get(usize::from(page.0))
        .map_or("", |said| view.say(said));
    let rows = items
        .iter()
        .filter_map(|index| view.item(*index).map(|(_, said)| (index, said)));
    let change = &view.words.phrases.change;
    html! {
        <section class="card answers">
            <h2>{ heading }</h2>
            <button type="button" class="change" aria-label={format!("{change}: {heading}")}
                onclick={view.sends(Msg::Change(page))}>
                { change }
            </button>
            <dl>
                { for rows.map(|(index, said)| html! {
                    <div><dt>{ said.short }</dt><dd>{ answer(view, *index, said) }</dd></div>
                }) }
            </dl>
        </section>
    }
}

/// Formats an answer in the words of its options.
pub fn answer(view: &View<'_>, index: ItemIndex, said: &ItemWords) -> String {
    export::answer(view.words, view.voice(), said, view.model.answer(index))
}
