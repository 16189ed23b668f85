//! Event replay: what was done before the module ran comes to the same as if the module had run.

use assessment::Answer;
use content::questionnaire;
use journey::{Model, Msg, Screen, replay, update};

fn run(messages: &[Msg]) -> Model {
    let mut model = Model::new(questionnaire());
    for msg in messages {
        update(&mut model, msg.clone());
    }
    model
}

fn assert_same(events: &str, messages: &[Msg]) -> Model {
    let (replayed, ran) = (replay(questionnaire(), events), run(messages));
    assert_eq!(replayed.screen(), ran.screen(), "{events}");
    assert_eq!(replayed.response, ran.response, "{events}");
    assert_eq!(replayed.position(), ran.position(), "{events}");
    replayed
}

#[test]
fn replayed_events_come_to_the_same_model() {
    let who = questionnaire().find("who-for").unwrap();
    let age = questionnaire().find("age").unwrap();
    assert_same("", &[]);
    assert_same("who-for-1", &[Msg::Chose(who, 1)]);
    let at_age = [Msg::Chose(who, 0), Msg::Continue, Msg::Chose(age, 2)];
    let model = assert_same("who-for-0 continue age-2", &at_age);
    assert!(matches!(model.screen(), Screen::Page(_)));
    let changed = [
        Msg::Chose(who, 0),
        Msg::Continue,
        Msg::Unsure(age),
        Msg::Back,
        Msg::Chose(who, 1),
        Msg::Continue,
        Msg::Declined(age),
    ];
    let model = assert_same(
        "who-for-0 continue age-unsure back who-for-1 continue age-declined",
        &changed,
    );
    assert!(model.is_for_someone_else());
    assert_eq!(model.answer(age), Some(Answer::Declined));
    let forward = [at_age.as_slice(), &[Msg::Back, Msg::WentTo(1)]].concat();
    assert_same("who-for-0 continue age-2 back forward", &forward);
}

#[test]
fn what_no_page_records_is_ignored() {
    for hostile in [
        "age-99",
        "age-",
        "-1",
        "nothing-0",
        "age-0x",
        "  ",
        "back",
        "forward",
        "age-256",
    ] {
        let model = replay(questionnaire(), hostile);
        assert_eq!(*model.screen(), Screen::Start, "{hostile}");
        assert_eq!(
            model.response,
            Model::new(questionnaire()).response,
            "{hostile}"
        );
    }
}
