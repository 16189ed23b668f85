//! View of the gaps: questions that are asked and have no definite answer, with what each counts
//! as.

use html::html;
use yew::Html;

use super::view::{View, answer_id};
use super::words;

/// Renders the open questions.
pub(super) fn open(view: &View<'_>) -> Html {
    let rows = view
        .result
        .unanswered
        .iter()
        .filter_map(|(link_id, missing)| {
            let (index, said) = view.named(*link_id)?;
            let (item, _) = view.item(index)?;
            let counts = view.options(said, view.evaluation.scored.get(index).chosen);
            Some(html! {
                <li key={link_id.0}>
                    <a href={format!("#{}", answer_id(item))}>{ item.code }{ " " }{ said.short }</a>
                    { ": " }{ view.missing(*missing) }{ ". " }{ words::COUNTS_AS }{ " " }{ counts }
                </li>
            })
        });
    let rows: Vec<Html> = rows.collect();
    html! {
        <section class="bench-part" aria-labelledby="open-heading">
            <h2 id="open-heading">{ words::OPEN }{ " (" }{ rows.len() }{ ")" }</h2>
            if rows.is_empty() {
                <p>{ words::OPEN_NONE }</p>
            } else {
                <ul class="bench-list">{ for rows }</ul>
            }
        </section>
    }
}
