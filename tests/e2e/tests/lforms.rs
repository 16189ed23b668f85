//! Our Questionnaire and QuestionnaireResponse in LForms, a third-party form renderer: it shows the
//! same questions and answers, enables the same questions, and its responses can be imported.

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

/// Converts our response to the form in which LForms' items are compared.
fn items_of(written: &Value) -> Vec<ShownItem> {
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

fn answered(items: &[ShownItem]) -> Vec<ShownItem> {
    let answered = items.iter().filter(|item| !item.marks.is_empty());
    answered.cloned().collect()
}

/// Stories in which an empty answer enables further questions, because it counts as its most
/// careful option. FHIR's `enableWhen` evaluates answers only, so LForms does not show these
/// questions.
const ENABLED_BY_GAP: [&str; 2] = [
    "37-daughter-cannot-be-woken-after-opioids",
    "61-sheet-left-nearly-empty",
];

#[test]
fn lforms_shows_and_returns_the_answers_of_every_story() {
    let session = Session::start(Scripts::On);
    let lforms = LForms::open(&session);
    let form = form();
    let mut wrong = Vec::new();
    let mut enabled_by_gap = BTreeSet::new();
    for story in stories() {
        let written = written(&story.response);
        lforms.draw(&form, Some(&written));
        let (shown, ours) = (lforms.shown(), items_of(&written));
        if answered(&shown) != answered(&ours) {
            wrong.push(format!("{}: shows {shown:?}, written {ours:?}", story.name));
        }
        if shown != ours {
            enabled_by_gap.insert(story.name.clone());
        }
        let back = read_response(questionnaire(), &lforms.response().to_string());
        if back.as_ref() != Ok(&story.response) {
            wrong.push(format!("{}: sends back {back:?}", story.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(
        enabled_by_gap,
        BTreeSet::from(ENABLED_BY_GAP.map(str::to_owned))
    );
    let errors = session
        .console()
        .into_iter()
        .filter(|line| line.level == "SEVERE");
    assert_eq!(errors.collect::<Vec<_>>(), []);
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
    assert_same_questions(&lforms);

    lforms.choose("substances", &own, "cannabis");
    lforms.wait_until_gone("days-cannabis");
    assert_eq!(lforms.link_ids(), before);

    // "Not sure" enables the same questions as the option that it counts as. LForms does not
    // enforce that it excludes other options, so the import rejects a response with both.
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
        .find(|item| item.link_id == "substances")
        .unwrap();
    let standing = (DATA_ABSENT_REASON.to_owned(), ASKED_UNKNOWN.to_owned());
    assert_eq!(substances.marks, [standing]);
}

/// Asserts that LForms shows the questions that we ask after the same answers.
fn assert_same_questions(lforms: &LForms<'_>) {
    let response = read_response(questionnaire(), &lforms.response().to_string()).unwrap();
    let ours = items_of(&written(&response)).into_iter();
    assert_eq!(
        lforms.link_ids(),
        ours.map(|item| item.link_id).collect::<Vec<_>>()
    );
}
