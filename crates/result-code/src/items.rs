//! Encodes answers as digits: one for each shown item, in the order of the questionnaire.

use assessment::{
    Answer, Item, ItemIndex, ItemKind, LinkId, Options, Questionnaire, Response, SortedSet, shown,
};

use super::big_number::BigNumber;

/// Number of answers besides the options: unanswered, "not sure", "rather not say".
const STANDING: u32 = 3;

/// Returns the digit and radix of every shown item. Leaves out answers to hidden items, which do not count.
pub(crate) fn digits(questionnaire: &Questionnaire, response: &Response) -> Vec<(u32, u32)> {
    let shown = shown(questionnaire, response, &everything(questionnaire));
    let items = questionnaire
        .indexed_items()
        .filter(|(index, _)| shown.contains(index));
    items
        .map(|(_, item)| (digit(item, response), radix(item)))
        .collect()
}

/// Decodes the digits. Which items are shown depends only on earlier answers, so each item is known to be
/// shown by the time its digit is read.
pub(crate) fn response(questionnaire: &Questionnaire, number: &mut BigNumber) -> Response {
    let everything = everything(questionnaire);
    let mut response = Response::default();
    for (index, item) in questionnaire.indexed_items() {
        let is_shown =
            |index: ItemIndex| shown(questionnaire, &response, &everything).contains(&index);
        if is_shown(index) {
            let digit = number.pop(radix(item));
            if let Some(answer) = answer(item, digit) {
                response.set(item.link_id, answer);
            }
        }
    }
    response
}

fn everything(questionnaire: &Questionnaire) -> SortedSet<LinkId> {
    let mut all = SortedSet::new();
    all.extend(questionnaire.items.iter().map(|item| item.link_id));
    all
}

/// Returns the number of possible answers to an item. Sets of options are numbered from one: the empty set
/// means unanswered.
fn radix(item: &Item) -> u32 {
    let options = u32::try_from(item.options.len()).unwrap_or(0);
    match item.kind {
        ItemKind::ChooseOne | ItemKind::Scale => options.saturating_add(STANDING),
        ItemKind::ChooseMany => {
            let sets = 1_u32.checked_shl(options).unwrap_or(0);
            sets.saturating_sub(1).saturating_add(STANDING)
        }
    }
}

fn digit(item: &Item, response: &Response) -> u32 {
    match response.get(item.link_id) {
        None => 0,
        Some(Answer::Unsure) => 1,
        Some(Answer::Declined) => 2,
        Some(Answer::Chosen(options)) => match item.kind {
            ItemKind::ChooseOne | ItemKind::Scale => options
                .last()
                .map_or(0, |option| u32::from(option).saturating_add(STANDING)),
            ItemKind::ChooseMany => options.0.saturating_add(STANDING).saturating_sub(1),
        },
    }
}

fn answer(item: &Item, digit: u32) -> Option<Answer> {
    match digit {
        0 => None,
        1 => Some(Answer::Unsure),
        2 => Some(Answer::Declined),
        of => {
            let of = of.saturating_sub(STANDING);
            Some(Answer::Chosen(match item.kind {
                ItemKind::ChooseOne | ItemKind::Scale => Options::only(u8::try_from(of).ok()?),
                ItemKind::ChooseMany => Options(of.saturating_add(1)),
            }))
        }
    }
}
