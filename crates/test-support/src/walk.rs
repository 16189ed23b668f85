//! A person who answers page by page.

use std::collections::BTreeSet;

use assessment::{Answer, ItemIndex, ItemKind, PageIndex, Response};
use journey::{Model, Msg, Screen, update};

/// Goes on from where the journey stands to the review, giving the answers of the sheet on each page,
/// and lists the pages on the way. What the sheet leaves open is left empty.
pub fn walk(model: &mut Model, answers: &Response) -> Vec<PageIndex> {
    let mut pages: Vec<PageIndex> = Vec::new();
    // More steps than there can be: a walk in circles is a failure, and never a hang.
    for _ in 0..200 {
        match model.screen().clone() {
            Screen::Review => return pages,
            Screen::Page(page) if pages.last() != Some(&page) => {
                pages.push(page);
                give_page(model, page, answers);
            }
            Screen::Start => {
                give(model, model.who_for(), answers);
            }
            Screen::Page(_) | Screen::Help(_) | Screen::Standing => {}
            Screen::Result => break,
        }
        update(model, Msg::Continue);
    }
    panic!("the walk stands at {:?} after {pages:?}", model.screen());
}

/// Gives the sheet's answers to what a page asks and has no answer yet, and to what they open there.
pub fn give_page(model: &mut Model, page: PageIndex, answers: &Response) {
    let mut given = BTreeSet::new();
    let next = |model: &Model, given: &BTreeSet<ItemIndex>| {
        let mut items = model.items_on(page).into_iter();
        items.find(|index| !given.contains(index))
    };
    while let Some(index) = next(model, &given) {
        given.insert(index);
        if model.answer(index).is_none() {
            give(model, index, answers);
        }
    }
}

/// Gives the sheet's answer to one item, as it is done on screen.
pub fn give(model: &mut Model, index: ItemIndex, answers: &Response) {
    let item = model.questionnaire.item(index).unwrap();
    match answers.get(item.link_id) {
        None => {}
        Some(Answer::Unsure) => drop(update(model, Msg::Unsure(index))),
        Some(Answer::Declined) => drop(update(model, Msg::Declined(index))),
        Some(Answer::Chosen(options)) => {
            for position in options.indices() {
                let msg = match item.kind {
                    ItemKind::ChooseOne | ItemKind::Scale => Msg::Chose(index, position),
                    ItemKind::ChooseMany => Msg::Toggled(index, position),
                };
                update(model, msg);
            }
        }
    }
}
