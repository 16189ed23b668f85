//! Update function: applies a message to the state.

use assessment::{Answer, ItemIndex, Response};
use fhir::read_response;

use super::difference::Difference;
use super::model::{Loading, Model, Refusal, mildest};
use super::msg::Msg;

/// Applies a message. Cannot fail: a rejected file changes no answer, and its error is shown.
pub fn update(model: &mut Model, msg: Msg) {
    match msg {
        Msg::Answered(item, choice) => give(model, item, choice.answer()),
        Msg::Toggled(item, position) => toggle(model, item, position),
        Msg::AllMildest => {
            let mildest = mildest(model.questionnaire);
            record(model, mildest);
        }
        Msg::AllEmpty => record(model, Response::default()),
        Msg::OnlyAsked(only) => model.only_asked = only,
        Msg::Code(code) => {
            let read = result_code::decode(model.questionnaire, &code);
            put(model, code, read.map_err(Refusal::Code));
        }
        Msg::Loaded(name, read) => load(model, name, read),
    }
}

fn give(model: &mut Model, index: ItemIndex, answer: Option<Answer>) {
    let Some(item) = model.questionnaire.item(index) else {
        return;
    };
    let mut response = model.response.clone();
    match answer {
        // Ignore options that do not exist.
        Some(Answer::Chosen(options)) if item.tidy(options).is_empty() => return,
        Some(answer) => response.set(item.link_id, answer),
        None => response.clear(item.link_id),
    }
    record(model, response);
}

/// Toggles an option as the check does: an exclusive option and the others deselect each other.
fn toggle(model: &mut Model, index: ItemIndex, position: u8) {
    let mut check = journey::Model::new(model.questionnaire);
    check.response = model.response.clone();
    journey::update(&mut check, journey::Msg::Toggled(index, position));
    record(model, check.response);
}

fn load(model: &mut Model, name: String, read: Result<String, Refusal>) {
    let read =
        read.and_then(|text| read_response(model.questionnaire, &text).map_err(Refusal::Response));
    put(model, name, read);
}

/// Puts what was read in place of the answers, and says what came of it.
fn put(model: &mut Model, name: String, read: Result<Response, Refusal>) {
    match read {
        Ok(response) => {
            record(model, response);
            model.loading = Loading::Done(name);
        }
        Err(refusal) => model.loading = Loading::Refused(name, refusal),
    }
}

/// Replaces the answers and records the difference.
fn record(model: &mut Model, response: Response) {
    let before = model.result();
    model.response = response;
    model.difference = Some(Difference::between(&before, &model.result()));
    // The answers no longer come from a file, and its error no longer applies.
    model.loading = Loading::Nothing;
}
