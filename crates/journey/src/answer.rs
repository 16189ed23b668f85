//! Records answers.

use assessment::{Answer, ItemIndex, ItemKind, Options, RuleIndex};

use super::effect::Effect;
use super::model::{Model, Screen};

/// Records the answer to one item. Unknown items and options are ignored.
pub(super) fn record(model: &mut Model, index: ItemIndex, answer: Answer) -> Vec<Effect> {
    let item = model.questionnaire.item(index).filter(|item| match answer {
        // An empty selection clears the answer. Unknown options are ignored.
        Answer::Chosen(options) => options.is_empty() || !item.tidy(options).is_empty(),
        Answer::Unsure | Answer::Declined => true,
    });
    if let Some(item) = item {
        model.response.set(item.link_id, answer);
        model.notice = None;
        // A red flag that is withdrawn is shown again if it comes back.
        let raised: Vec<RuleIndex> = model.red_flags().iter().map(|flag| flag.rule).collect();
        model.message.retain(|rule| raised.contains(rule));
    }
    Vec::new()
}

/// Toggles one option of an item. An exclusive option and the rest deselect each other.
pub(super) fn toggle(model: &mut Model, index: ItemIndex, place: u8) -> Vec<Effect> {
    let Some(item) = model.questionnaire.item(index) else {
        return Vec::new();
    };
    if item.kind != ItemKind::ChooseMany {
        return record(model, index, Answer::Chosen(Options::only(place)));
    }
    let before = match model.response.get(item.link_id) {
        Some(Answer::Chosen(options)) => options,
        Some(Answer::Unsure | Answer::Declined) | None => Options(0),
    };
    let this = Options::only(place);
    let after = if before.has(place) {
        before.without(this)
    } else if item.exclusive.has(place) {
        this
    } else {
        before.without(item.exclusive).with(this)
    };
    record(model, index, Answer::Chosen(after))
}

pub(super) fn number_key(model: &mut Model, index: ItemIndex, number: u8) -> Vec<Effect> {
    let Some(item) = model.questionnaire.item(index) else {
        return Vec::new();
    };
    let place = match item.kind {
        // On a scale the number is the answer itself, not an option index.
        ItemKind::Scale => item.option_index(&number.to_string()),
        ItemKind::ChooseOne | ItemKind::ChooseMany => number.checked_sub(1),
    };
    match place {
        Some(place) if usize::from(place) < item.options.len() => {
            toggle(model, index, place);
            vec![Effect::FocusOption(index, place)]
        }
        Some(_) | None => Vec::new(),
    }
}

/// Gives the same answer to every unanswered question on the screen. Follow-up questions that appear as a
/// result stay open: the person has not seen them yet.
pub(super) fn record_rest(model: &mut Model, answer: Answer) -> Vec<Effect> {
    let &Screen::Page(part) = model.screen() else {
        return Vec::new();
    };
    let mut open = model.items_in(part);
    open.retain(|index| model.answer(*index).is_none());
    for index in open {
        record(model, index, answer);
    }
    Vec::new()
}
