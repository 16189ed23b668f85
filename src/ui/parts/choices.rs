//! A question with its options.

use html::{classes, html};
use yew::{Callback, Html, KeyboardEvent};

use assessment::{Answer, Item, ItemIndex, ItemKind};
use i18n::{ItemWords, Said};
use journey::Msg;

use super::super::view::View;

/// How densely a question is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Density {
    /// Full-width rows, one below the other.
    Rows,
    /// Small options side by side.
    Chips,
}

/// The heading of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// The only question of the page: its legend is the page's heading.
    Page,
    /// One of several questions on the page.
    Part,
    /// A later row of a table: the first row has stated the question.
    Row,
    /// One of several questions inside a section with its own heading.
    Inside,
}

/// Draws a question as a fieldset.
pub fn choices(view: &View<'_>, index: ItemIndex, heading: Heading) -> Html {
    let Some((item, said)) = view.item(index) else {
        return Html::default();
    };
    let density = density(item, heading);
    let id = item.link_id.0;
    let text = view.say(said.text);
    let legend = match heading {
        Heading::Page => html! { <h1 id="question-title" tabindex="-1">{ text }</h1> },
        Heading::Part => html! { <h2>{ text }</h2> },
        Heading::Row => html! {
            <h2><span class="unseen">{ text }</span><span aria-hidden="true">{ said.short }</span></h2>
        },
        Heading::Inside => html! { <h3>{ text }</h3> },
    };
    let hint = match said.hint {
        Some(hint) => Some(view.say(hint)),
        None if item.kind == ItemKind::ChooseMany => Some(view.words.phrases.choose_any),
        None => None,
    };
    let hint_id = format!("{id}-hint");
    let described = hint.is_some().then(|| hint_id.clone());
    let density_class = match density {
        Density::Rows => "rows",
        Density::Chips => "chips",
    };
    html! {
        <fieldset key={id} class={classes(&[Some("choices"), Some(density_class), skip_class(view, index, heading)])} aria-describedby={described}>
            <legend>{ legend }</legend>
            if let Some(hint) = hint {
                <p class="hint" id={hint_id}>{ hint }</p>
            }
            <div class="options" onkeydown={number_keys(view, index)}>
                { options(view, index, item, said) }
                { match heading {
                    Heading::Page => standing(view, index, item),
                    Heading::Part | Heading::Row => skip(view, index, item),
                    // Questions that only change words need no "skip" answers.
                    Heading::Inside => Html::default(),
                } }
            </div>
            if view.model.contradicts(index) {
                <p class="notice-line" role="status">{ view.words.phrases.do_not_fit }</p>
            }
        </fieldset>
    }
}

/// Draws why a page asks its questions, as a `details` disclosure.
pub fn why(view: &View<'_>, items: &[ItemIndex]) -> Html {
    let asked = items.iter().filter_map(|index| view.item(*index));
    let alone = items.len() == 1;
    html! {
        <details class="why">
            <summary>{ view.words.phrases.why_we_ask }</summary>
            { for asked.map(|(_, said)| html! {
                <p>
                    if !alone { <b>{ said.short }{ ": " }</b> }
                    { view.say(said.why) }
                </p>
            }) }
        </details>
    }
}

fn options(view: &View<'_>, index: ItemIndex, item: &Item, said: &ItemWords) -> Html {
    let answer = view.model.answer(index);
    let draw = |(position, text): (u8, &Said)| {
        let chosen = match answer {
            Some(Answer::Chosen(options)) => options.has(position),
            Some(Answer::Unsure | Answer::Declined) | None => false,
        };
        let msg = match item.kind {
            ItemKind::ChooseMany => Msg::Toggled(index, position),
            ItemKind::ChooseOne | ItemKind::Scale => Msg::Chose(index, position),
        };
        option(
            view,
            item,
            &position.to_string(),
            view.say(text),
            chosen,
            msg,
            option_class(chosen),
        )
    };
    let mut drawn: Vec<Html> = (0_u8..).zip(&said.options).map(draw).collect();
    if item.kind == ItemKind::Scale {
        // The data runs from mild to severe, 10 to 0; people read a scale from 0 to 10.
        drawn.reverse();
    }
    html! { <>{ for drawn }</> }
}

/// Draws the two answers that every question has, "not sure" and "rather not say", less prominently.
fn standing(view: &View<'_>, index: ItemIndex, item: &Item) -> Html {
    let words = &view.words.phrases;
    let answer = view.model.answer(index);
    let unsure = answer == Some(Answer::Unsure);
    let declined = answer == Some(Answer::Declined);
    let quiet = |chosen| {
        if chosen {
            "option quiet chosen"
        } else {
            "option quiet"
        }
    };
    html! {
        <>
            { option(view, item, "unsure", words.unsure, unsure, Msg::Unsure(index), quiet(unsure)) }
            { option(
                view, item, "declined", words.declined, declined, Msg::Declined(index), quiet(declined),
            ) }
        </>
    }
}

/// Draws these two answers behind a `details` disclosure, for pages with several questions. The closed
/// disclosure shows the given answer.
fn skip(view: &View<'_>, index: ItemIndex, item: &Item) -> Html {
    let words = &view.words.phrases;
    let given = match view.model.answer(index) {
        Some(Answer::Unsure) => Some(words.unsure),
        Some(Answer::Declined) => Some(words.declined),
        Some(Answer::Chosen(_)) | None => None,
    };
    html! {
        <details class={classes(&[Some("skip"), given.map(|_| "given")])}>
            <summary>{ given.unwrap_or(words.skip) }</summary>
            <div class="skip-answers">{ standing(view, index, item) }</div>
        </details>
    }
}

/// Class of a fieldset with "Skip" beside its legend. The style needs no `:has`, which costs time on every
/// click.
fn skip_class(view: &View<'_>, index: ItemIndex, heading: Heading) -> Option<&'static str> {
    if !matches!(heading, Heading::Part | Heading::Row) {
        return None;
    }
    match view.model.answer(index) {
        Some(Answer::Unsure | Answer::Declined) => Some("with-skip skip-given"),
        Some(Answer::Chosen(_)) | None => Some("with-skip"),
    }
}

/// Class of a label with its radio button or checkbox.
pub fn option_class(chosen: bool) -> &'static str {
    if chosen { "option chosen" } else { "option" }
}

fn option(
    view: &View<'_>,
    item: &Item,
    name: &str,
    text: &'static str,
    chosen: bool,
    msg: Msg,
    class: &'static str,
) -> Html {
    let id = format!("{}-{name}", item.link_id.0);
    let kind = match item.kind {
        ItemKind::ChooseMany if name != "unsure" && name != "declined" => "checkbox",
        ItemKind::ChooseMany | ItemKind::ChooseOne | ItemKind::Scale => "radio",
    };
    // A name makes a group of radio buttons; checkboxes are none, and "Not sure" beside them is.
    let group = (kind == "radio").then_some(item.link_id.0);
    html! {
        <label class={class} for={id.clone()}>
            <input type={kind} id={id} name={group} checked={chosen} onchange={view.sends(msg)} />
            <span>{ text }</span>
        </label>
    }
}

/// Handles number keys while the focus is inside the options.
pub fn number_keys(view: &View<'_>, index: ItemIndex) -> Callback<KeyboardEvent> {
    let send = view.send.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        if let Some(number) = event
            .key()
            .parse::<u8>()
            .ok()
            .filter(|number| (1..=9).contains(number))
        {
            event.prevent_default();
            send.emit(Msg::NumberKey(index, number));
        }
    })
}

/// A question alone on its page gets rows; several questions, or a scale, get chips.
fn density(item: &Item, heading: Heading) -> Density {
    match heading {
        Heading::Page if item.kind != ItemKind::Scale => Density::Rows,
        Heading::Page | Heading::Part | Heading::Row | Heading::Inside => Density::Chips,
    }
}
