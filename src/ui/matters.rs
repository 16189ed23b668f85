//! Draws the questions about what matters to the person, asked on the result.

use html::html;
use yew::{Callback, Html, SubmitEvent};

use assessment::{ItemIndex, PageIndex};

use super::parts::choices::{Heading, choices};
use super::view::View;

/// Draws what matters to the person. Asked on the result, where the answers take effect; they never change
/// the recommendation.
pub fn matters(view: &View<'_>) -> Html {
    let questionnaire = view.model.questionnaire;
    let pages = (0_u16..).map(PageIndex).zip(questionnaire.pages);
    let mut pages = pages.filter(|(_, page)| page.after_result);
    let Some((page, _)) = pages.next() else {
        return Html::default();
    };
    let heading = view.words.pages.get(usize::from(page.0));
    let items: Vec<ItemIndex> = questionnaire
        .items_on(page)
        .map(|(index, _)| index)
        .collect();
    html! {
        // No submit button: an answer counts at once. `autocomplete` is off, so the browser remembers none of
        // them.
        <form class="matters" autocomplete="off" aria-labelledby="matters-title"
            onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
            <h3 id="matters-title">{ heading.map_or("", |said| view.say(said)) }</h3>
            { for items.iter().map(|index| choices(view, *index, Heading::Inside)) }
        </form>
    }
}
