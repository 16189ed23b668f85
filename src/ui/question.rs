//! A page of questions.

use html::html;
use yew::{Html, SubmitEvent};

use assessment::{Alert, ItemIndex};
use journey::{Ahead, Msg, PagePart};

use super::parts::card;
use super::parts::choices::{Heading, choices, why};
use super::parts::line::lines;
use super::parts::notice;
use super::parts::progress::progress;
use super::parts::waiting::waiting;
use super::standing::settled;
use super::view::{View, fill};

/// Draws a page: progress, questions, cards for the answers, Back and Continue.
pub fn question(view: &View<'_>, part: PagePart) -> Html {
    let mut parts = view.model.parts(part.page);
    let count = parts.len();
    let at = usize::from(part.part);
    let items = if at < count {
        parts.swap_remove(at)
    } else {
        Vec::new()
    };
    let submit = view.send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::Continue
    });
    let words = &view.words.phrases;
    html! {
        <form class="page" onsubmit={submit} autocomplete="off" aria-labelledby="question-title">
            <div class="where">
                <nav class="back">
                    <button type="button" class="quiet-button" onclick={view.sends(Msg::Back)}>
                        <span aria-hidden="true">{ "← " }</span>{ words.back }
                    </button>
                </nav>
                { progress(view, part.page) }
            </div>
            { notice::notice(view) }
            { questions(view, part, count, &items) }
            <div class="cards" aria-live="polite">{ cards(view, &items) }</div>
            <div class="go">
                <button class="primary" type="submit">{ words.continue_ }</button>
                if let Some(ahead) = view.model.ahead(part) {
                    <p class="ahead">{ comes(view, ahead) }</p>
                }
                { waiting(view) }
            </div>
            <p class="key-hint number-keys">{ words.number_keys }</p>
        </form>
    }
}

/// Draws one question whose text is the page heading, or several below a separate heading.
fn questions(view: &View<'_>, part: PagePart, count: usize, items: &[ItemIndex]) -> Html {
    let is_one = items.len() == 1;
    let title = view.words.pages.get(usize::from(part.page.0));
    let title = title.filter(|_| !is_one);
    let table = |index: &ItemIndex| view.item(*index).and_then(|(item, _)| item.table);
    let mut table_before = None;
    // A keyed list: when an answer adds another question, the other elements are reused and keep the focus.
    let drawn: Html = items
        .iter()
        .map(|index| {
            let table = table(index);
            let is_later_row = table.is_some() && table == table_before;
            table_before = table;
            let heading = match (is_one, is_later_row) {
                (true, _) => Heading::Page,
                (false, true) => Heading::Row,
                (false, false) => Heading::Part,
            };
            choices(view, *index, heading)
        })
        .collect();
    html! {
        <>
            if let Some(title) = title {
                <div class="titled">
                    <h1 id="question-title" tabindex="-1">{ view.say(title) }{ position(view, part, count) }</h1>
                    { why(view, items) }
                </div>
            }
            { drawn }
            <div class="more-ways">
                { if is_one { why(view, items) } else { rest(view, items) } }
                { so_far(view) }
            </div>
        </>
    }
}

/// Draws the position of a part among the parts of its page.
fn position(view: &View<'_>, part: PagePart, count: usize) -> Html {
    let number = part.part.saturating_add(1).to_string();
    let values = [("part", number.as_str()), ("parts", &count.to_string())];
    html! {
        if count > 1 {
            { " " }<span class="part">{ fill(view.words.phrases.page_part, &values) }</span>
        }
    }
}

/// Draws the button to the interim result, or to the result itself if the remaining questions cannot change
/// it.
fn so_far(view: &View<'_>) -> Html {
    match view.model.standing() {
        None => Html::default(),
        Some(standing) if standing.is_settled() => settled(view),
        Some(_) => html! {
            <button type="button" class="quiet-button" onclick={view.sends(Msg::Standing)}>
                { view.words.phrases.standing_open }
            </button>
        },
    }
}

/// Draws the buttons that answer every unanswered question with "not sure" or "rather not say".
fn rest(view: &View<'_>, items: &[ItemIndex]) -> Html {
    let words = &view.words.phrases;
    let all_answered = items
        .iter()
        .all(|index| view.model.answer(*index).is_some());
    let button = |text: &'static str, msg: Msg| {
        html! { <button type="button" class="rest-answer" onclick={view.sends(msg)}>{ text }</button> }
    };
    html! {
        <details class="rest">
            <summary>{ words.leave_rest }</summary>
            <div class="rest-answers">
                { button(words.unsure, Msg::RestUnsure) }
                { button(words.declined, Msg::RestDeclined) }
            </div>
            <p role="status">{ if all_answered { words.leave_rest_done } else { "" } }</p>
        </details>
    }
}

/// Describes what comes after this page. Answers can still change it, so a count is "about".
fn comes(view: &View<'_>, ahead: Ahead) -> String {
    let words = &view.words.phrases;
    match ahead {
        Ahead::Pages(1) => words.ahead_page.to_owned(),
        Ahead::Pages(count) => fill(words.ahead_pages, &[("count", &count.to_string())]),
        Ahead::Section(section) => {
            let name = view.words.sections.get(usize::from(section));
            let name = name.copied().unwrap_or_default();
            fill(words.ahead_section, &[("name", name)])
        }
        Ahead::Review => words.ahead_review.to_owned(),
    }
}

/// Draws help cards for the answers on this screen. Emergency lines stay while the danger question is
/// unanswered.
fn cards(view: &View<'_>, items: &[ItemIndex]) -> Html {
    let flags = view.model.red_flags_of(items);
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
