//! Changing an answer from the review, and who the answers are about.

use assessment::{Answer, LinkId, Options};
use content::questionnaire;
use journey::{Model, Msg, Screen, update};

use crate::{MOVED, at_review, index, on, page, story};

#[test]
fn a_change_returns_to_the_review_and_keeps_later_answers() {
    let mut model = at_review(&story("16-"));
    let answers = model.response.clone();
    update(&mut model, Msg::Change(page("age")));
    assert_eq!(model.screen(), &on("about"));
    assert!(model.is_returning());
    update(&mut model, Msg::Chose(index("age"), 1));
    assert_eq!(update(&mut model, Msg::Continue), MOVED);
    assert_eq!(model.screen(), &Screen::Review);
    assert!(!model.is_returning());
    let mut expected = answers;
    expected.set(LinkId("age"), Answer::Chosen(Options::only(1)));
    assert_eq!(model.response, expected);
}

#[test]
fn a_change_that_is_gone_back_to_returns_to_the_review_again() {
    let mut model = at_review(&story("16-"));
    update(&mut model, Msg::Change(page("mood")));
    update(&mut model, Msg::Continue);
    update(&mut model, Msg::Back);
    assert_eq!(model.screen(), &on("mind"));
    update(&mut model, Msg::Chose(index("mood"), 2));
    update(&mut model, Msg::Continue);
    assert_eq!(model.screen(), &Screen::Review);
    // Before the first visit to the review, Continue leads to the next question.
    for _ in 0..3 {
        update(&mut model, Msg::Back);
    }
    assert_eq!(model.screen(), &on("home"));
    assert!(!model.is_returning());
}

#[test]
fn a_change_of_a_late_answer_asks_nothing_else() {
    let mut model = at_review(&story("16-"));
    update(&mut model, Msg::Change(page("mood")));
    update(&mut model, Msg::Chose(index("mood"), 1));
    update(&mut model, Msg::Continue);
    assert_eq!(model.screen(), &Screen::Review);
}

#[test]
fn a_change_of_an_early_answer_asks_only_what_became_new() {
    let mut model = at_review(&story("16-"));
    let before = model.response.clone();
    update(&mut model, Msg::Change(page("substances")));
    update(&mut model, Msg::Toggled(index("substances"), 8));
    update(&mut model, Msg::Continue);
    let mut asked = Vec::new();
    while let Screen::Page(page) = model.screen().clone() {
        asked.push(questionnaire().pages[usize::from(page.page.0)].id);
        for item in model.items_in(page) {
            assert_eq!(model.answer(item), None, "only what is new is asked");
            update(&mut model, Msg::Chose(item, 0));
        }
        update(&mut model, Msg::Continue);
    }
    assert_eq!(asked, ["use", "control", "risks"]);
    assert_eq!(model.screen(), &Screen::Review);
    for (link_id, answer) in before
        .iter()
        .filter(|(link_id, _)| link_id.0 != "substances")
    {
        assert_eq!(model.response.get(link_id), Some(answer), "{}", link_id.0);
    }
}

#[test]
fn what_was_answered_before_is_there_again_when_its_question_is() {
    let mut model = at_review(&story("04-"));
    let before = model.response.clone();
    let substances = index("substances");
    for position in [0, 1] {
        update(&mut model, Msg::Change(page("substances")));
        update(&mut model, Msg::Toggled(substances, position));
        update(&mut model, Msg::Continue);
        assert_eq!(model.screen(), &Screen::Review);
    }
    assert_eq!(model.response, before);
}

#[test]
fn who_it_is_for_is_chosen_at_the_start_and_not_asked_again() {
    let mut model = Model::new(questionnaire());
    update(&mut model, Msg::Chose(index("who-for"), 1));
    assert!(model.is_for_someone_else());
    update(&mut model, Msg::Continue);
    assert_eq!(model.items_on(page("age")), [index("age")]);
}

#[test]
fn who_it_is_for_is_asked_on_the_first_page_where_it_was_left_open() {
    let mut model = Model::new(questionnaire());
    update(&mut model, Msg::Continue);
    assert_eq!(
        model.items_on(page("age")),
        [index("who-for"), index("age")]
    );
    assert!(!model.is_for_someone_else());
}

#[test]
fn who_it_is_for_can_be_changed_from_the_review() {
    let mut model = at_review(&story("16-"));
    update(&mut model, Msg::Change(page("who-for")));
    assert_eq!(
        model.items_on(page("who-for")),
        [index("who-for"), index("age")]
    );
    update(&mut model, Msg::Chose(index("who-for"), 1));
    update(&mut model, Msg::Continue);
    assert_eq!(model.screen(), &Screen::Review);
    assert!(model.is_for_someone_else());
}
