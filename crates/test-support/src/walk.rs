//! Simulates a person who answers page by page.

use std::collections::BTreeSet;

use assessment::{Answer, ItemIndex, ItemKind, Questionnaire, Response};
use journey::{Model, Msg, PagePart, Screen, update};

/// Returns the pages, part by part, that a person with these answers goes through before the review.
pub fn pages_of(questionnaire: &'static Questionnaire, answers: &Response) -> Vec<PagePart> {
    walk(&mut Model::new(questionnaire), answers)
}

/// Continues to the review with these answers and returns the pages on the path. Items without an
/// answer stay empty.
pub fn walk(model: &mut Model, answers: &Response) -> Vec<PagePart> {
    let mut pages: Vec<PagePart> = Vec::new();
    // Bounded, so that a cycle fails instead of hanging.
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

/// Answers every unanswered item of a page or its part, including those that the answers enable.
pub fn give_page(model: &mut Model, page: PagePart, answers: &Response) {
    let mut given = BTreeSet::new();
    let next = |model: &Model, given: &BTreeSet<ItemIndex>| {
        let mut items = model.items_in(page).into_iter();
        items.find(|index| !given.contains(index))
    };
    while let Some(index) = next(model, &given) {
        given.insert(index);
        if model.answer(index).is_none() {
            give(model, index, answers);
        }
    }
}

/// Answers one item with the messages that a screen sends.
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
