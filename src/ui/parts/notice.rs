//! What happened and what to do now, above the question.

use yew::{Html, html};

use crate::assessment::ItemIndex;

use super::super::view::View;

/// Says that answers are open, and names each.
pub fn unanswered(view: &View<'_>, items: &[ItemIndex]) -> Html {
    let words = &view.words.phrases;
    let named = items.iter().filter_map(|index| view.item(*index));
    html! {
        <section class="notice" tabindex="-1" aria-labelledby="notice-title">
            <h2 id="notice-title">{ words.unanswered_what }</h2>
            <ul>{ for named.map(|(_, said)| html! { <li>{ said.short }</li> }) }</ul>
            <p>{ words.unanswered_todo }</p>
        </section>
    }
}
