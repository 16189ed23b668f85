//! One question with its choices.

use yew::{Callback, Html, KeyboardEvent, classes, html};

use assessment::{Answer, Item, ItemIndex, ItemKind};
use i18n::{ItemWords, Said};
use journey::Msg;

use super::super::view::View;

/// How much room a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Density {
    /// Whole rows, one under the other.
    Rows,
    /// Small choices side by side.
    Chips,
}

/// What stands as the question's heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// The only question of the page: its legend is the page's heading.
    Page,
    /// One of several.
    Part,
    /// A later row of a table: the first one has said what is asked.
    Row,
    /// One of several inside a section with a heading of its own.
    Inside,
}

/// Draws one question.
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
        <fieldset key={id} class={classes!("choices", density_class)} aria-describedby={described}>
            <legend>{ legend }</legend>
            if let Some(hint) = hint {
                <p class="hint" id={hint_id}>{ hint }</p>
            }
            if heading == Heading::Page {
                { why(view, &[index]) }
            }
            <div class="options" onkeydown={number_keys(view, index)}>
                { options(view, index, item, said) }
                { match heading {
                    Heading::Page => standing(view, index, item),
                    Heading::Part | Heading::Row => skip(view, index, item),
                    // What only changes words needs no way round an answer.
                    Heading::Inside => Html::default(),
                } }
            </div>
            if view.model.contradicts(index) {
                <p class="notice-line" role="status">{ view.words.phrases.do_not_fit }</p>
            }
        </fieldset>
    }
}

/// Why the questions of a page are asked, on demand.
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
            "option",
        )
    };
    let mut drawn: Vec<Html> = (0_u8..).zip(&said.options).map(draw).collect();
    if item.kind == ItemKind::Scale {
        // The data goes from mild to grave, 10 to 0; people read a scale from 0 to 10.
        drawn.reverse();
    }
    html! { <>{ for drawn }</> }
}

/// The two answers that are always there, and always quieter.
fn standing(view: &View<'_>, index: ItemIndex, item: &Item) -> Html {
    let words = &view.words.phrases;
    let answer = view.model.answer(index);
    let unsure = answer == Some(Answer::Unsure);
    let declined = answer == Some(Answer::Declined);
    html! {
        <>
            { option(view, item, "unsure", words.unsure, unsure, Msg::Unsure(index), "option quiet") }
            { option(
                view, item, "declined", words.declined, declined, Msg::Declined(index), "option quiet",
            ) }
        </>
    }
}

/// The standing answers one press away, where several questions share a page. Closed, it shows which of
/// them was given.
fn skip(view: &View<'_>, index: ItemIndex, item: &Item) -> Html {
    let words = &view.words.phrases;
    let given = match view.model.answer(index) {
        Some(Answer::Unsure) => Some(words.unsure),
        Some(Answer::Declined) => Some(words.declined),
        Some(Answer::Chosen(_)) | None => None,
    };
    html! {
        <details class={classes!("skip", given.map(|_| "given"))}>
            <summary>{ given.unwrap_or(words.skip) }</summary>
            <div class="skip-answers">{ standing(view, index, item) }</div>
        </details>
    }
}

fn option(
    view: &View<'_>,
    item: &Item,
    name: &str,
    text: &str,
    chosen: bool,
    msg: Msg,
    class: &'static str,
) -> Html {
    let id = format!("{}-{name}", item.link_id.0);
    let kind = match item.kind {
        ItemKind::ChooseMany if name != "unsure" && name != "declined" => "checkbox",
        ItemKind::ChooseMany | ItemKind::ChooseOne | ItemKind::Scale => "radio",
    };
    html! {
        <label class={class} for={id.clone()}>
            <input type={kind} id={id} name={item.link_id.0} checked={chosen} onchange={view.sends(msg)} />
            <span>{ text }</span>
        </label>
    }
}

/// Number keys choose, while the focus is inside the options.
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

/// A question that has the page for itself has room; several share it, and a scale is one line.
fn density(item: &Item, heading: Heading) -> Density {
    match heading {
        Heading::Page if item.kind != ItemKind::Scale => Density::Rows,
        Heading::Page | Heading::Part | Heading::Row | Heading::Inside => Density::Chips,
    }
}
