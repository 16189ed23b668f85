//! A page with questions higher than a phone screen and a half is asked in parts.

use assessment::{Answer, Options, PageIndex};
use content::questionnaire;
use journey::{Ahead, Model, Msg, PagePart, Screen, update};

use crate::{index, item, on, page_named, stories};

/// On the page about how much and when, with every substance chosen.
fn with_every_substance() -> Model {
    let mut model = Model::new(questionnaire());
    let substances = item(index("substances"));
    let chosen = substances.all_options().without(substances.exclusive);
    model
        .response
        .set(substances.link_id, Answer::Chosen(chosen));
    while model.screen() != &on("use") {
        update(&mut model, Msg::Continue);
    }
    model
}

/// Answers everything on the screen that is open, and continues.
fn answer_and_continue(model: &mut Model) {
    let &Screen::Page(here) = model.screen() else {
        panic!("no page but {:?}", model.screen());
    };
    for index in model.items_in(here) {
        if model.answer(index).is_none() {
            let mildest = Answer::Chosen(Options::only(0));
            model.response.set(item(index).link_id, mildest);
        }
    }
    update(model, Msg::Continue);
}

#[test]
fn a_long_page_is_asked_in_parts_that_hold_each_question_once() {
    let mut model = with_every_substance();
    let page = page_named("use");
    let parts = model.parts(page);
    assert!(parts.len() > 3, "{parts:?}");
    assert_eq!(parts.concat(), model.items_on(page));
    for part in 0..u8::try_from(parts.len()).unwrap() {
        assert_eq!(model.screen(), &Screen::Page(PagePart { page, part }));
        answer_and_continue(&mut model);
    }
    let is_later = matches!(model.screen(), Screen::Page(next) if next.page > page);
    assert!(is_later, "{:?}", model.screen());
    update(&mut model, Msg::Back);
    let part = u8::try_from(parts.len() - 1).unwrap();
    assert_eq!(model.screen(), &Screen::Page(PagePart { page, part }));
}

/// `tests/e2e/tests/question_heights.rs` measures the pixels.
#[test]
fn no_part_is_empty_and_one_question_is_one_part() {
    let mut split = 0;
    for story in stories() {
        let mut model = Model::new(questionnaire());
        model.response = story.response.clone();
        for page in (0_u16..).take(questionnaire().pages.len()).map(PageIndex) {
            let parts = model.parts(page);
            assert!(parts.iter().all(|part| !part.is_empty()));
            if model.items_on(page).len() < 2 {
                assert!(parts.len() < 2, "{page:?}");
            }
            split += usize::from(parts.len() > 1);
        }
    }
    assert!(split > 50, "{split} pages of all stories are in parts");
}

#[test]
fn leaving_the_rest_open_answers_the_part_on_the_screen_alone() {
    let mut model = with_every_substance();
    let page = page_named("use");
    let parts = model.parts(page);
    update(&mut model, Msg::RestUnsure);
    assert!(
        parts[0]
            .iter()
            .all(|index| model.answer(*index) == Some(Answer::Unsure))
    );
    let later = parts[1..].concat();
    assert!(later.iter().all(|index| model.answer(*index).is_none()));
}

#[test]
fn each_part_counts_as_a_page() {
    let mut model = with_every_substance();
    let page = page_named("use");
    let parts = model.parts(page).len();
    let Some(Ahead::Pages(before)) = model.ahead(page.into()) else {
        panic!("nothing ahead of {page:?}");
    };
    let of_page = model.pages_left().into_iter();
    assert_eq!(of_page.filter(|part| part.page == page).count(), parts);
    let done = model.progress();
    answer_and_continue(&mut model);
    assert_eq!(
        model.ahead(PagePart { page, part: 1 }),
        Some(Ahead::Pages(before - 1))
    );
    assert!(model.progress() > done, "{done:?}");
    assert_eq!(
        model
            .pages_left()
            .iter()
            .filter(|part| part.page == page)
            .count(),
        parts - 1
    );
}

#[test]
fn a_change_leads_through_all_parts_of_its_page_and_then_to_the_review() {
    let mut model = with_every_substance();
    while model.screen() != &Screen::Review {
        match model.screen() {
            Screen::Page(_) => answer_and_continue(&mut model),
            Screen::Start
            | Screen::Help(_)
            | Screen::Standing
            | Screen::Review
            | Screen::Result => drop(update(&mut model, Msg::Continue)),
        }
    }
    let page = page_named("use");
    update(&mut model, Msg::Change(page));
    for part in 0..u8::try_from(model.parts(page).len()).unwrap() {
        assert_eq!(model.screen(), &Screen::Page(PagePart { page, part }));
        update(&mut model, Msg::Continue);
    }
    assert_eq!(model.screen(), &Screen::Review);
}

/// Fewer answers on an earlier page can make a part of the trail go away.
#[test]
fn the_browser_never_shows_a_part_that_is_gone() {
    let mut model = with_every_substance();
    let page = page_named("use");
    let first = model.position();
    answer_and_continue(&mut model);
    answer_and_continue(&mut model);
    let third = model.position();
    assert_eq!(model.screen(), &Screen::Page(PagePart { page, part: 2 }));
    while model.screen() != &on("substances") {
        update(&mut model, Msg::Back);
    }
    let cannabis = item(index("substances")).option_index("cannabis").unwrap();
    model.response.set(
        item(index("substances")).link_id,
        Answer::Chosen(Options::only(cannabis)),
    );
    update(&mut model, Msg::WentTo(u16::try_from(third).unwrap()));
    assert_eq!(model.screen(), &Screen::Page(page.into()));
    assert_eq!(model.position(), first);
}
