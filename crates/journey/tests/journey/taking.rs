//! Exporting the result: the effects for the browser, and what the page shows about the outcome.

use assessment::{Day, Response, SortedSet};
use content::questionnaire;
use journey::saved::SavedAnswers;
use journey::{Effect, Export, ExportInput, ExportOutcome, Model, Msg, Screen, update};

use crate::choose;

/// The input of an export of the current answers.
fn input(model: &Model) -> ExportInput {
    ExportInput {
        response: model.response.clone(),
        earlier: Vec::new(),
    }
}

fn at_the_result() -> Model {
    let mut model = Model::new(questionnaire());
    model.show(Screen::Result);
    model
}

#[test]
fn only_a_result_can_be_taken_along() {
    let mut model = Model::new(questionnaire());
    assert_eq!(update(&mut model, Msg::Export(Export::Copy)), []);
    let mut model = at_the_result();
    for take in [
        Export::Print,
        Export::Copy,
        Export::SaveText,
        Export::SaveFhir,
        Export::ReadAloud,
        Export::StopReading,
    ] {
        assert_eq!(
            update(&mut model, Msg::Export(take)),
            [Effect::Export(take, input(&model))]
        );
    }
}

/// The effect carries everything the text is created from, so that the browser layer needs no other source.
#[test]
fn results_over_time_take_the_earlier_answers_along_and_no_other_export_does() {
    let mut model = at_the_result();
    choose(&mut model, "mood", "some-days");
    model.storage.earlier = vec![SavedAnswers {
        on: Day::read("2026-11-01").unwrap(),
        rules: questionnaire().version.to_owned(),
        finished: true,
        response: Response::default(),
        reached: SortedSet::new(),
        outdated: false,
    }];
    let over_time = update(&mut model, Msg::Export(Export::SaveOverTime));
    let all = ExportInput {
        earlier: model.storage.earlier.clone(),
        ..input(&model)
    };
    assert!(!all.response.is_empty());
    assert_eq!(over_time, [Effect::Export(Export::SaveOverTime, all)]);
    let text = update(&mut model, Msg::Export(Export::SaveText));
    assert_eq!(text, [Effect::Export(Export::SaveText, input(&model))]);
}

#[test]
fn text_to_select_needs_nothing_of_the_browser() {
    let mut model = at_the_result();
    assert_eq!(update(&mut model, Msg::Export(Export::ShowText)), []);
    assert_eq!(model.taken, Some((Export::ShowText, ExportOutcome::Done)));
}

#[test]
fn what_became_of_it_is_told_until_something_else_happens() {
    let mut model = at_the_result();
    update(&mut model, Msg::Took(Export::Copy, ExportOutcome::Refused));
    assert_eq!(model.taken, Some((Export::Copy, ExportOutcome::Refused)));
    update(&mut model, Msg::Export(Export::SaveText));
    assert_eq!(model.taken, None);
    update(&mut model, Msg::Took(Export::SaveText, ExportOutcome::Done));
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
