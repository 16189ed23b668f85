//! Our Questionnaire and QuestionnaireResponse in a form that others wrote: LForms shows the same
//! questions with the same answers, opens what an answer opens, and what it sends back is read.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use assessment::Response;
use content::questionnaire;
use e2e::{LForms, Scripts, Session, ShownItem, stories, words};
use fhir::{ASKED_UNKNOWN, DATA_ABSENT_REASON, option_system, read_response, write_response};
use serde_json::Value;

fn form() -> Value {
    fhir::questionnaire(questionnaire(), words())
}

fn written(response: &Response) -> Value {
    write_response(questionnaire(), response, words(), Some("2026-11-22"))
}

/// What we wrote, in the shape of what LForms shows.
fn asked(written: &Value) -> Vec<ShownItem> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let items = written["item"].as_array().unwrap().iter();
    items
        .map(|item| {
            let answers = item["answer"].as_array().map_or(&[][..], Vec::as_slice);
            let codings = answers.iter().map(|answer| &answer["valueCoding"]);
            ShownItem {
                link_id: text(&item["linkId"]),
                marks: codings
                    .map(|coding| (text(&coding["system"]), text(&coding["code"])))
                    .collect(),
            }
        })
        .collect()
}

fn answered(asked: &[ShownItem]) -> Vec<ShownItem> {
    let answered = asked.iter().filter(|asked| !asked.marks.is_empty());
    answered.cloned().collect()
}

/// Stories in which a question was left empty that leads to others: we go on to ask them, as its most
/// careful reading says; FHIR's conditions know only answers, so LForms does not.
const OPENED_BY_SILENCE: [&str; 2] = [
    "37-daughter-cannot-be-woken-after-opioids",
    "61-sheet-left-nearly-empty",
];

#[test]
fn lforms_shows_and_returns_the_answers_of_every_story() {
    let session = Session::start(Scripts::On);
    let lforms = LForms::open(&session);
    let form = form();
    let mut wrong = Vec::new();
    let mut opened_by_silence = BTreeSet::new();
    for story in stories() {
        let written = written(&story.response);
        lforms.draw(&form, Some(&written));
        let (shown, ours) = (lforms.shown(), asked(&written));
        if answered(&shown) != answered(&ours) {
            wrong.push(format!("{}: shows {shown:?}, written {ours:?}", story.name));
        }
        if shown != ours {
            opened_by_silence.insert(story.name.clone());
        }
        let back = read_response(questionnaire(), &lforms.response().to_string());
        if back.as_ref() != Ok(&story.response) {
            wrong.push(format!("{}: sends back {back:?}", story.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(
        opened_by_silence,
        BTreeSet::from(OPENED_BY_SILENCE.map(str::to_owned))
    );
    let complaints = session
        .console()
        .into_iter()
        .filter(|line| line.level == "SEVERE");
    assert_eq!(complaints.collect::<Vec<_>>(), []);
    assert!(
        lforms
            .requests()
            .iter()
            .any(|path| path.ends_with("/main.js"))
    );
}

#[test]
fn answers_changed_in_lforms_enable_the_same_questions() {
    let session = Session::start(Scripts::On);
    let lforms = LForms::open(&session);
    let story = stories().into_iter().next().unwrap();
    lforms.draw(&form(), Some(&written(&story.response)));
    let before = lforms.link_ids();
    assert!(!before.iter().any(|name| name == "days-cannabis"));

    let own = option_system(questionnaire().url);
    lforms.choose("substances", &own, "cannabis");
    lforms.wait_for("days-cannabis");
    shows_what_we_would_ask(&lforms);

    lforms.choose("substances", &own, "cannabis");
    lforms.wait_until_gone("days-cannabis");
    assert_eq!(lforms.link_ids(), before);

    // A standing answer opens what the option it counts as opens. LForms does not keep apart what stands
    // alone, so a person could send both; then it is refused, not guessed at.
    lforms.choose("substances", DATA_ABSENT_REASON, ASKED_UNKNOWN);
    lforms.wait_for("last-unknown");
    let error = read_response(questionnaire(), &lforms.response().to_string()).unwrap_err();
    assert!(
        error.message.contains("a standing answer beside others"),
        "{error}"
    );
    lforms.choose("substances", &own, "alcohol");
    lforms.wait_until_gone("days-alcohol");
    let shown = lforms.shown();
    let substances = shown
        .iter()
        .find(|asked| asked.link_id == "substances")
        .unwrap();
    let standing = (DATA_ABSENT_REASON.to_owned(), ASKED_UNKNOWN.to_owned());
    assert_eq!(substances.marks, [standing]);
}

/// Holds what LForms shows against what we would ask after the same answers.
fn shows_what_we_would_ask(lforms: &LForms<'_>) {
    let response = read_response(questionnaire(), &lforms.response().to_string()).unwrap();
    let ours = asked(&written(&response)).into_iter();
    assert_eq!(
        lforms.link_ids(),
        ours.map(|asked| asked.link_id).collect::<Vec<_>>()
    );
}
