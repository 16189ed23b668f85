//! Advice for these answers that waits for review: what it would say, and who has not signed it off.

use std::sync::OnceLock;

use html::html;
use yew::Html;

use assessment::{HeldAdvice, Questionnaire, Recommendation, assess};
use i18n::AddOnWords;

use super::view::View;
use super::words;

/// Draws it. No visitor's page can: the words are in this module alone.
pub(super) fn review(view: &View<'_>) -> Html {
    let result = assess(waiting_alone(), &view.model.response);
    let found = found(&result);
    html! {
        <section class="bench-part" aria-labelledby="review-heading">
            <h2 id="review-heading">{ words::REVIEW }</h2>
            if found.is_empty() {
                <p>{ words::REVIEW_NONE }</p>
            } else {
                <p>{ words::REVIEW_LEAD }</p>
                <ul class="bench-list">{ for found.into_iter().map(|row| row_of(view, row)) }</ul>
            }
        </section>
    }
}

type Row = &'static (HeldAdvice, AddOnWords);

fn row_of(view: &View<'_>, (held, said): Row) -> Html {
    let advice = &held.advice;
    let roles: Vec<&str> = held.waits_for.iter().map(|role| role.code()).collect();
    let sources: Vec<&str> = advice.sources.iter().map(|source| source.0).collect();
    let (roles, sources) = (roles.join(", "), sources.join(", "));
    html! {
        <li>
            <code>{ format!("{} {}", advice.kind.code(), advice.id) }</code>{ ": " }
            <b>{ view.say(said.title) }{ "." }</b>{ " " }<span>{ view.say(said.text) }</span>{ " " }
            <i>{ format!("{} {roles}. {sources}", words::WAITS_FOR) }</i>
        </li>
    }
}

fn found(result: &Recommendation) -> Vec<Row> {
    let places = result.advice.iter().map(|(index, _)| usize::from(index.0));
    let rows = content::awaiting_review();
    places.filter_map(|place| rows.get(place)).collect()
}

/// The same questions and rules, with nothing but the advice that waits.
fn waiting_alone() -> &'static Questionnaire {
    static ALONE: OnceLock<Questionnaire> = OnceLock::new();
    ALONE.get_or_init(|| {
        let rows = content::awaiting_review().iter();
        let advice: Vec<_> = rows.map(|(held, _)| held.advice).collect();
        Questionnaire {
            advice: advice.leak(),
            ..*content::questionnaire()
        }
    })
}
