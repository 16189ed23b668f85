//! A page of questions.

use yew::{Html, SubmitEvent, html};

use assessment::{Alert, ItemIndex, PageIndex};
use journey::Msg;

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
    html! {
        <form class="page" onsubmit={submit} autocomplete="off" aria-labelledby="question-title">
            <nav class="back">
                <button type="button" class="quiet-button" onclick={view.sends(Msg::Back)}>
                    <span aria-hidden="true">{ "← " }</span>{ words.back }
                </button>
            </nav>
            { progress(view, page) }
            { notice::notice(view) }
            { questions(view, page, &items) }
            <div class="cards" aria-live="polite">{ cards(view, page) }</div>
            <div class="go">
                <button class="primary" type="submit">{ words.continue_ }</button>
                <p class="key-hint">{ words.number_keys }</p>
            </div>
        </form>
    }
}

/// One question, whose words are the heading of the page, or several below a heading of their own.
fn questions(view: &View<'_>, page: PageIndex, items: &[ItemIndex]) -> Html {
    let is_one = items.len() == 1;
    let (title, heading) = if is_one {
        (None, Heading::Page)
    } else {
        (view.words.pages.get(usize::from(page.0)), Heading::Part)
    };
    // A list of its own, told apart by their keys: where an answer brings up another question, every other
    // stays the element it is, and keeps the focus.
    let drawn: Html = items
        .iter()
        .map(|index| choices(view, *index, heading))
        .collect();
    html! {
        <>
            if let Some(title) = title {
                <h1 id="question-title" tabindex="-1">{ view.say(title) }</h1>
                { why(view, items) }
            }
            { drawn }
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
