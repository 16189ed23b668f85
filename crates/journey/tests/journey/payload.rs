//! The payload of a contact request, line by line.

use assessment::assess;
use contact::{as_text, payload};
use content_compiler::author;
use i18n::Words;
use journey::{ContactMsg, Field, Lines, Model, PartOfDay, Screen, Tick};
use site::ContactWay;

use crate::contact::{at_result, say};
use crate::story;

#[test]
fn a_call_carries_what_was_typed_and_the_ticks_and_nothing_else() {
    let mut model = filled(at_result(), ContactWay::Call);
    assert_eq!(
        told(&model, ContactWay::Call),
        "way: call\nname: Kim <b>\nphone: +44 20 7946 0958\nbest_time: evening\n\
         may_leave_message: no\nconsent: yes\n"
    );
    say(&mut model, ContactMsg::Ticked(Tick::MayLeave));
    assert!(told(&model, ContactWay::Call).contains("may_leave_message: yes\n"));
}

#[test]
fn each_way_carries_only_the_fields_it_asks_for() {
    for (way, keys) in [
        (
            ContactWay::Call,
            "way name phone best_time may_leave_message consent",
        ),
        (ContactWay::Text, "way phone may_leave_message consent"),
        (
            ContactWay::Meeting,
            "way name phone email preferred_days may_leave_message consent",
        ),
        (
            ContactWay::ShortCall,
            "way name phone best_time may_leave_message consent",
        ),
        (
            ContactWay::Message,
            "way name phone email message may_leave_message consent",
        ),
    ] {
        let model = filled(at_result(), way);
        let lines = lines(&model, way);
        let carried: Vec<&str> = lines.iter().map(|line| line.key).collect();
        assert_eq!(carried.join(" "), keys);
    }
}

#[test]
fn what_is_left_open_is_left_out_and_blanks_around_words_are_cut() {
    let mut model = at_result();
    say(&mut model, ContactMsg::Open(ContactWay::Call));
    say(
        &mut model,
        ContactMsg::Typed(Field::Phone, "  555 010 0199 ".into()),
    );
    say(&mut model, ContactMsg::Typed(Field::Name, "   ".into()));
    assert_eq!(
        told(&model, ContactWay::Call),
        "way: call\nphone: 555 010 0199\nbest_time: any\nmay_leave_message: no\nconsent: no\n"
    );
}

#[test]
fn the_result_goes_along_in_words_where_it_is_ticked() {
    let mut model = filled(with_answers("04-"), ContactWay::Text);
    say(&mut model, ContactMsg::Ticked(Tick::AddResult));
    let told = told(&model, ContactWay::Text);
    let (_, added) = told.split_once("about: self\n").unwrap();
    let keys: Vec<&str> = added
        .lines()
        .map(|line| line.split(": ").next().unwrap())
        .collect();
    assert_eq!(
        keys,
        ["result", "first_step", "level", "how_soon", "rules_version"]
    );
    let result = assess(model.questionnaire, &model.response);
    let level = words()
        .levels
        .get(result.level.unwrap().code())
        .unwrap()
        .name;
    assert!(added.contains(&format!("level: {level}\n")), "{added}");
    assert!(added.contains(&format!("rules_version: {}\n", result.version)));
    assert!(!added.contains('{'), "{added}");
}

#[test]
fn the_answers_go_along_with_every_question_that_was_asked_where_they_are_ticked() {
    let mut model = filled(with_answers("04-"), ContactWay::Text);
    say(&mut model, ContactMsg::Ticked(Tick::AddAnswers));
    let lines = lines(&model, ContactWay::Text);
    let last = lines.last().unwrap();
    assert_eq!(last.key, "answers");
    assert_eq!(last.value.lines().count(), model.shown().len());
    for index in model.shown() {
        let short = words().items[usize::from(index.0)].short;
        let line = format!("{short}: ");
        assert!(
            last.value.lines().any(|told| told.starts_with(&line)),
            "{short}"
        );
    }
    assert!(
        lines.iter().all(|line| line.key != "level"),
        "only what is ticked"
    );
}

/// Even whom the answers are about is information about that person.
#[test]
fn for_someone_else_nothing_about_them_goes_along_unless_it_is_ticked() {
    let story = crate::stories()
        .into_iter()
        .find(|story| {
            let model = model_of(&story.response);
            let is_of_age = assess(model.questionnaire, &model.response).level.is_some();
            is_of_age && model.is_for_someone_else()
        })
        .unwrap();
    let mut model = filled(model_of(&story.response), ContactWay::Call);
    let mut own = filled(at_result(), ContactWay::Call);
    assert_eq!(told(&model, ContactWay::Call), told(&own, ContactWay::Call));
    say(&mut model, ContactMsg::Ticked(Tick::AddResult));
    say(&mut own, ContactMsg::Ticked(Tick::AddResult));
    assert!(told(&model, ContactWay::Call).contains("about: someone-else\n"));
    assert!(told(&own, ContactWay::Call).contains("about: self\n"));
}

#[test]
fn lines_end_the_same_way_on_every_device() {
    let mut model = at_result();
    say(&mut model, ContactMsg::Open(ContactWay::Message));
    say(
        &mut model,
        ContactMsg::Typed(Field::Message, "One\r\ntwo\nthree".into()),
    );
    assert!(told(&model, ContactWay::Message).contains("message: One\ntwo\nthree\n"));
}

fn filled(mut model: Model, way: ContactWay) -> Model {
    say(&mut model, ContactMsg::Open(way));
    for (field, text) in [
        (Field::Name, "Kim <b>"),
        (Field::Phone, "+44 20 7946 0958"),
        (Field::Email, "kim@mail.example"),
        (Field::Days, "Monday"),
        (Field::Message, "Hello"),
    ] {
        say(&mut model, ContactMsg::Typed(field, text.into()));
    }
    say(&mut model, ContactMsg::Time(PartOfDay::Evening));
    say(&mut model, ContactMsg::Ticked(Tick::Consent));
    model
}

fn with_answers(story_begins: &str) -> Model {
    model_of(&story(story_begins).response)
}

fn model_of(response: &assessment::Response) -> Model {
    let mut model = at_result();
    model.response = response.clone();
    model.show(Screen::Result);
    model
}

fn lines(model: &Model, way: ContactWay) -> Lines {
    let result = assess(model.questionnaire, &model.response);
    payload(way, model, &result, &words())
}

fn told(model: &Model, way: ContactWay) -> String {
    as_text(&lines(model, way))
}

fn words() -> Words {
    let content = test_support::root().join("crates/content");
    author::words(&content, "en").unwrap()
}
