//! The interim result.

use assessment::{Answer, Options, assess};
use content::questionnaire;
use journey::{Effect, Model, Msg, PagePart, Screen, update};

use crate::{MOVED, TO_RESULT, at, index, item, on, story};

#[test]
fn where_it_stands_is_told_once_the_danger_pages_are_done() {
    let story = story("16-");
    for page in ["about", "right-now"] {
        let mut model = at(page, &story.response);
        assert_eq!(model.standing(), None, "{page}");
        assert_eq!(update(&mut model, Msg::Standing), []);
        assert_eq!(model.screen(), &on(page));
    }
    let model = at("substances", &story.response);
    assert!(model.standing().is_some());
    // A change leads back to the review, which shows every answer.
    let mut model = crate::at_review(&story);
    update(&mut model, Msg::Change(crate::page_named("home")));
    assert_eq!(model.standing(), None);
}

#[test]
fn going_on_and_back_lead_to_the_page_and_lose_nothing() {
    for way in [Msg::Continue, Msg::Back] {
        let mut model = at("thoughts", &story("16-").response);
        update(&mut model, Msg::Chose(index("suicide-attempt"), 0));
        let before = (model.response.clone(), model.reached.clone());
        assert_eq!(update(&mut model, Msg::Standing), MOVED);
        assert_eq!(model.screen(), &Screen::Standing);
        assert_eq!(
            update(&mut model, way),
            [Effect::Go(-1), Effect::FocusHeading]
        );
        assert_eq!(model.screen(), &on("thoughts"));
        assert_eq!((model.response, model.reached), before);
    }
}

#[test]
fn the_result_comes_at_once_only_where_nothing_left_can_change_it() {
    let mut model = at("substances", &story("16-").response);
    assert_eq!(update(&mut model, Msg::Finish), []);
    assert_eq!(model.screen(), &on("substances"));
    let mut model = settled();
    assert!(model.standing().unwrap().is_settled());
    let early = assess(questionnaire(), &model.response);
    assert_eq!(update(&mut model, Msg::Finish), TO_RESULT);
    assert_eq!(model.screen(), &Screen::Result);
    // Even the most severe remaining answers change nothing.
    for (_, item) in questionnaire().items_on(crate::page_named("home")) {
        model
            .response
            .set(item.link_id, Answer::Chosen(item.most_careful()));
    }
    let whole = assess(questionnaire(), &model.response);
    assert_eq!(whole.outputs(), early.outputs());
    assert_eq!(whole.headline, early.headline);
}

#[test]
fn the_pages_left_are_those_that_still_ask_something() {
    let model = settled();
    assert_eq!(
        model.pages_left(),
        [PagePart::from(crate::page_named("home"))]
    );
}

/// A journey on the last page, with the highest level and a crisis line already settled.
fn settled() -> Model {
    let mut model = Model::new(questionnaire());
    let codes = [
        ("substances", "cannabis"),
        ("suicidal-thoughts", "thoughts-of-suicide"),
        ("health-conditions", "unstable-or-in-hospital-for-it"),
        ("more-than-planned", "yes"),
        ("cannot-cut-down", "yes"),
        ("strong-pull", "yes"),
        ("duties-slip", "yes"),
    ];
    for (link_id, code) in codes {
        let option = item(index(link_id)).option_index(code).unwrap();
        let chosen = Answer::Chosen(Options::only(option));
        model.response.set(item(index(link_id)).link_id, chosen);
    }
    while model.screen() != &on("home") {
        if let Screen::Page(page) = model.screen().clone() {
            for asked in model.items_in(page) {
                if model.answer(asked).is_none() {
                    update(&mut model, Msg::Chose(asked, 0));
                }
            }
        }
        update(&mut model, Msg::Continue);
    }
    model
}
