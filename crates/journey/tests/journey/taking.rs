//! Taking the result along: what is asked of the browser, and what the page says of it.

use content::questionnaire;
use journey::{Effect, Model, Msg, Place, Take, Taken, update};

fn at_the_result() -> Model {
    let mut model = Model::new(questionnaire());
    model.show(Place::Result);
    model
}

#[test]
fn only_a_result_can_be_taken_along() {
    let mut model = Model::new(questionnaire());
    assert_eq!(update(&mut model, Msg::Take(Take::Copy)), []);
    let mut model = at_the_result();
    for take in [
        Take::Print,
        Take::Copy,
        Take::SaveText,
        Take::SaveFhir,
        Take::ReadAloud,
        Take::StopReading,
    ] {
        assert_eq!(update(&mut model, Msg::Take(take)), [Effect::Take(take)]);
    }
}

#[test]
fn text_to_select_needs_nothing_of_the_browser() {
    let mut model = at_the_result();
    assert_eq!(update(&mut model, Msg::Take(Take::ShowText)), []);
    assert_eq!(model.taken, Some((Take::ShowText, Taken::Done)));
}

#[test]
fn what_became_of_it_is_told_until_something_else_happens() {
    let mut model = at_the_result();
    update(&mut model, Msg::Took(Take::Copy, Taken::Refused));
    assert_eq!(model.taken, Some((Take::Copy, Taken::Refused)));
    update(&mut model, Msg::Take(Take::SaveText));
    assert_eq!(model.taken, None);
    update(&mut model, Msg::Took(Take::SaveText, Taken::Done));
    update(&mut model, Msg::Back);
    assert_eq!(model.taken, None, "another screen tells of the file");
}

#[test]
fn erasing_stops_the_voice_and_lets_go_of_files() {
    let mut model = at_the_result();
    let effects = update(&mut model, Msg::StartOver);
    assert_eq!(effects.first(), Some(&Effect::Forget));
    assert_eq!(model.taken, None);
}
