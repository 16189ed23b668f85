//! A page of questions.

use yew::{Html, SubmitEvent, html};

use crate::assessment::{Alert, ItemIndex, PageIndex};
use crate::journey::{Msg, Notice};

use super::parts::card;
use super::parts::choices::{Heading, choices, why};
use super::parts::line::lines;
use super::parts::notice;
use super::parts::progress::progress;
use super::view::View;

/// Draws one page: progress, questions, cards that belong to the answers, Back and Continue.
pub fn question(view: &View<'_>, page: PageIndex) -> Html {
    let items = view.model.items_on(page);
    let submit = view.send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::Continue
    });
    let words = &view.words.phrases;
    let questions = match items.as_slice() {
        [only] => choices(view, *only, Heading::Page),
        several => parts(view, page, several),
    };
    html! {
        <form class="page" onsubmit={submit}>
            <nav class="back">
                <button type="button" class="quiet-button" onclick={view.sends(Msg::Back)}>
                    <span aria-hidden="true">{ "← " }</span>{ words.back }
                </button>
            </nav>
            { progress(view, page) }
            if let Some(Notice::Unanswered(open)) = &view.model.notice {
                { notice::unanswered(view, open) }
            }
            { questions }
            <div class="cards" aria-live="polite">{ cards(view, page) }</div>
            <div class="go">
                <button class="primary" type="submit">{ words.continue_ }</button>
                <p class="key-hint">{ words.number_keys }</p>
            </div>
        </form>
    }
}

fn parts(view: &View<'_>, page: PageIndex, items: &[ItemIndex]) -> Html {
    let heading = view
        .words
        .pages
        .get(usize::from(page.0))
        .map_or("", |said| view.say(said));
    html! {
        <>
            <h1 tabindex="-1">{ heading }</h1>
            { why(view, items) }
            { for items.iter().map(|index| choices(view, *index, Heading::Part)) }
        </>
    }
}

/// Help that the answers on this page call for, in place. Emergency lines stay while the danger
/// question is open.
fn cards(view: &View<'_>, page: PageIndex) -> Html {
    let flags = view.model.red_flags_on(page);
    let mut drawn = Vec::new();
    for flag in &flags {
        if !drawn.iter().any(|(help, _)| *help == flag.help) {
            drawn.push((flag.help, flag.alert));
        }
    }
    let emergency = drawn.iter().any(|(_, alert)| *alert == Alert::EmergencyNow);
    html! {
        <>
            if view.model.is_danger_open() && !emergency {
                <section class="card help-card support">
                    <h2>{ view.words.phrases.in_danger }</h2>
                    { lines(view, &view.words.everywhere) }
                </section>
            }
            { card::cards(view, &drawn) }
        </>
    }
}
