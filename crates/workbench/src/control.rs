//! Form control of one question.

use html::{classes, html};
use yew::virtual_dom::VTag;
use yew::{Callback, Html};

use assessment::{Answer, Item, ItemIndex, ItemKind, Value};
use i18n::ItemWords;

use super::msg::{Choice, Msg};
use super::view::{View, answer_id, in_rulebook};
use super::{event, words};

/// Renders one question with its answer.
pub(super) fn control(view: &View<'_>, index: ItemIndex) -> Html {
    let Some((item, said)) = view.item(index) else {
        return Html::default();
    };
    let value = view.evaluation.scored.get(index);
    let note = note(view, said, value);
    let note_id = note.is_some().then(|| format!("{}-note", answer_id(item)));
    let body = match item.kind {
        ItemKind::ChooseOne | ItemKind::Scale => one(view, index, (item, said), note_id.clone()),
        ItemKind::ChooseMany => several(view, index, (item, said), note_id.clone()),
    };
    html! {
        <div class={classes(&[Some("bench-item"), (!value.shown).then_some("not-asked")])} key={item.link_id.0}>
            <p class="bench-code">{ in_rulebook(item.code, item.code) }</p>
            { body }
            if let Some(note) = note {
                <p class="bench-counts" id={note_id}>{ note }</p>
            }
        </div>
    }
}

/// Explains what the answer counts as, where that differs from the choice.
fn note(view: &View<'_>, said: &ItemWords, value: Value) -> Option<String> {
    if !value.shown {
        return Some(words::NOT_ASKED.to_owned());
    }
    let counts = if value.raised {
        words::RAISED
    } else {
        value.missing.map(|_| words::COUNTS_AS)?
    };
    Some(format!("{counts} {}", view.options(said, value.chosen)))
}

fn one(
    view: &View<'_>,
    index: ItemIndex,
    (item, said): (&Item, &ItemWords),
    note: Option<String>,
) -> Html {
    let given = match view.given(index) {
        None => Choice::Empty,
        Some(Answer::Unsure) => Choice::Unsure,
        Some(Answer::Declined) => Choice::Declined,
        Some(Answer::Chosen(options)) => options.last().map_or(Choice::Empty, Choice::Option),
    };
    let phrases = &view.words.phrases;
    let no_answers = [
        (Choice::Empty, words::LEFT_EMPTY),
        (Choice::Unsure, phrases.unsure),
        (Choice::Declined, phrases.declined),
    ];
    let own = (0_u8..).zip(&said.options);
    let own = own.map(|(position, option)| (Choice::Option(position), view.say(option)));
    let chosen = view.send.clone();
    let onchange = Callback::from(move |event| {
        if let Some(choice) = Choice::named(&event::value(&event)) {
            chosen.emit(Msg::Answered(index, choice));
        }
    });
    let id = answer_id(item);
    html! {
        <>
            <label for={id.clone()}>{ view.say(said.text) }</label>
            <select {id} aria-describedby={note} autocomplete="off" {onchange}>
                { for no_answers.into_iter().chain(own).map(|(choice, text)| {
                    option(choice, text, choice == given)
                }) }
            </select>
        </>
    }
}

/// Renders an `<option>`. `selected` is set as a DOM property: after a choice by hand the browser
/// ignores the attribute, and "set all answers" would not show.
fn option(choice: Choice, text: &'static str, is_chosen: bool) -> Html {
    let mut option = VTag::new("option");
    option.add_attribute("value", choice.name());
    option.add_property("selected", is_chosen);
    option.add_child(text.into());
    option.into()
}

fn several(
    view: &View<'_>,
    index: ItemIndex,
    (item, said): (&Item, &ItemWords),
    note: Option<String>,
) -> Html {
    let given = view.given(index);
    let id = answer_id(item);
    let own = (0_u8..).zip(&said.options).map(|(position, option)| {
        let checked = match given {
            Some(Answer::Chosen(options)) => options.has(position),
            Some(Answer::Unsure | Answer::Declined) | None => false,
        };
        let msg = Msg::Toggled(index, position);
        check(
            view,
            format!("{id}-{position}"),
            view.say(option),
            checked,
            msg,
        )
    });
    let phrases = &view.words.phrases;
    let no_answers = [
        (Choice::Unsure, phrases.unsure),
        (Choice::Declined, phrases.declined),
    ];
    let no_answers = no_answers.into_iter().map(|(choice, text)| {
        let checked = given == choice.answer();
        let next = if checked { Choice::Empty } else { choice };
        let name = format!("{id}-{}", choice.name());
        check(view, name, text, checked, Msg::Answered(index, next))
    });
    html! {
        <fieldset id={id.clone()} aria-describedby={note} tabindex="-1">
            <legend>{ view.say(said.text) }</legend>
            { for own }
            { for no_answers }
        </fieldset>
    }
}

fn check(view: &View<'_>, id: String, text: &'static str, checked: bool, msg: Msg) -> Html {
    html! {
        <label class="bench-check" for={id.clone()}>
            <input type="checkbox" {id} {checked} onchange={view.sends(msg)} />
            <span>{ text }</span>
        </label>
    }
}
