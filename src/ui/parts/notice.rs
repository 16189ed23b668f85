//! The notice above the question: what happened and what to do now.

use html::html;
use yew::Html;

use assessment::ItemIndex;

use super::super::view::View;
use journey::Notice;

/// Draws the current notice.
pub fn notice(view: &View<'_>) -> Html {
    match &view.model.notice {
        None => Html::default(),
        Some(Notice::Unanswered(items)) => unanswered(view, items),
        Some(Notice::QuestionsChanged) => html! {
            <p class="notice-line" role="status">{ view.words.phrases.kept_changed }</p>
        },
    }
}

/// Draws the notice about unanswered questions, and names each.
fn unanswered(view: &View<'_>, items: &[ItemIndex]) -> Html {
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
