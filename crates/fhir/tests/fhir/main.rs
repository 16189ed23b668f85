//! FHIR export and import: the Questionnaire, and QuestionnaireResponses, well formed and not.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use assessment::{Alert, Answer, Item, ItemKind, LevelOfCare, Response, assess};
use content::questionnaire;
use content_compiler::author;
use fhir::{
    ASKED_DECLINED, ASKED_UNKNOWN, DATA_ABSENT_REASON, ORDINAL_VALUE, ResponseError,
    evidence_system, option_system, read_response,
};
use i18n::Words;
use serde_json::{Value, json};

mod anything;

mod bundles;

mod enabled;

mod refused;

mod written;

use test_support::sheets;

use test_support::stories;

use stories::stories;

const EXCLUSIVE: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";

#[test]
fn questionnaire_has_every_item_once_in_order() {
    let written = written();
    assert_eq!(written["resourceType"], "Questionnaire");
    assert_eq!(written["url"], questionnaire().url);
    assert_eq!(written["version"], questionnaire().version);
    let found: Vec<&str> = items(&written).map(|item| text(&item["linkId"])).collect();
    let expected: Vec<&str> = questionnaire()
        .items
        .iter()
        .map(|item| item.link_id.0)
        .collect();
    assert_eq!(found, expected);
    assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), found.len());
}

#[test]
fn every_item_has_evidence_id_and_text() {
    let written = written();
    for (item, ours) in items(&written).zip(questionnaire().items) {
        assert_eq!(
            item["code"],
            json!([{ "system": evidence_system(questionnaire().url), "code": ours.code }]),
        );
        assert!(!text(&item["text"]).is_empty());
        assert_eq!(item["type"], "choice");
        assert_eq!(item["repeats"], ours.kind == ItemKind::ChooseMany);
    }
}

#[test]
fn options_are_in_order_of_concern_with_rank() {
    let written = written();
    for (item, ours) in items(&written).zip(questionnaire().items) {
        let own: Vec<&Value> = options(item).filter(|option| is_own(option)).collect();
        let codes: Vec<&str> = own.iter().map(|option| code(option)).collect();
        assert_eq!(codes, ours.options, "{}", ours.link_id.0);
        for (index, option) in (0_u8..).zip(own) {
            let rank = match ours.kind {
                ItemKind::ChooseOne | ItemKind::Scale => index + ours.first_rank,
                // Every choice adds one rank; "none" adds nothing.
                ItemKind::ChooseMany => u8::from(!ours.exclusive.has(index)),
            };
            assert_eq!(
                ordinal_value(option),
                Some(i64::from(rank)),
                "{}",
                ours.link_id.0
            );
            assert!(!text(&option["valueCoding"]["display"]).is_empty());
        }
    }
}

#[test]
fn data_absent_options_have_fhir_codes_and_no_rank() {
    let written = written();
    for item in items(&written) {
        let data_absent: Vec<&Value> = options(item).filter(|option| !is_own(option)).collect();
        let codes: Vec<&str> = data_absent.iter().map(|option| code(option)).collect();
        assert_eq!(codes, [ASKED_UNKNOWN, ASKED_DECLINED]);
        for option in data_absent {
            assert_eq!(option["valueCoding"]["system"], DATA_ABSENT_REASON);
            assert_eq!(ordinal_value(option), None);
        }
    }
}

#[test]
fn exclusive_options_have_the_extension() {
    let written = written();
    for (item, ours) in items(&written).zip(questionnaire().items) {
        for option in options(item) {
            let alone = match ours.option_index(code(option)).filter(|_| is_own(option)) {
                Some(index) => ours.exclusive.has(index),
                None => ours.kind == ItemKind::ChooseMany,
            };
            assert_eq!(
                extension(option, EXCLUSIVE).is_some(),
                alone,
                "{}",
                ours.link_id.0
            );
        }
    }
}

#[test]
fn questionnaire_has_no_subject_and_no_author() {
    let written = written().to_string();
    assert!(!written.contains("\"subject\"") && !written.contains("\"author\""));
}

#[test]
fn first_option_everywhere_gives_no_treatment() {
    let result = assess(
        questionnaire(),
        &answered_with(|options| options.first().copied()),
    );
    assert_eq!(result.level, Some(LevelOfCare::NoneIndicated));
    assert_eq!(result.alert, Alert::None);
    assert_eq!(result.unanswered, []);
}

#[test]
fn last_option_everywhere_gives_emergency() {
    let result = assess(
        questionnaire(),
        &answered_with(|options| options.last().copied()),
    );
    assert_eq!(result.alert, Alert::EmergencyNow);
    assert_eq!(result.headline.code(), "emergency");
}

#[test]
fn every_story_survives_round_trip_as_response() {
    for story in stories() {
        let items: Vec<Value> = story
            .response
            .iter()
            .map(|(link_id, answer)| answer_item(link_id.0, answer))
            .collect();
        // Flat, without the code systems, and nested in groups of three.
        let mut bare = items.clone();
        for item in &mut bare {
            for answer in item["answer"].as_array_mut().unwrap() {
                answer["valueCoding"]
                    .as_object_mut()
                    .unwrap()
                    .remove("system");
            }
        }
        let groups: Vec<Value> = items
            .chunks(3)
            .enumerate()
            .map(|(index, items)| json!({ "linkId": format!("group-{index}"), "item": items }))
            .collect();
        for items in [items.clone(), bare, groups] {
            assert_eq!(
                read(&with_items(&items)),
                Ok(story.response.clone()),
                "{}",
                story.name
            );
        }
    }
}

#[test]
fn item_without_answer_is_read_as_empty() {
    for item in [
        json!({ "linkId": "mood" }),
        json!({ "linkId": "mood", "answer": [] }),
    ] {
        assert_eq!(read(&with_items(&[item])), Ok(Response::default()));
    }
    assert_eq!(
        read(&json!({ "resourceType": "QuestionnaireResponse" })),
        Ok(Response::default())
    );
}

#[test]
fn canonical_without_version_or_missing_is_accepted() {
    let mut response = with_items(&[]);
    response["questionnaire"] = questionnaire().url.into();
    assert!(read(&response).is_ok());
    response.as_object_mut().unwrap().remove("questionnaire");
    assert!(read(&response).is_ok());
}

/// FHIR nests follow-up items below the answer or below the item.
#[test]
fn items_are_read_at_every_position_fhir_allows() {
    let flat = with_items(&[coded("mood", &["some-days"]), coded("age", &["18-to-64"])]);
    let expected = read(&flat).unwrap();
    assert_eq!(expected.iter().count(), 2);
    let mut below_item = coded("mood", &["some-days"]);
    below_item["item"] = json!([coded("age", &["18-to-64"])]);
    let mut below_answer = coded("mood", &["some-days"]);
    below_answer["answer"][0]["item"] = json!([coded("age", &["18-to-64"])]);
    for item in [below_item, below_answer] {
        assert_eq!(read(&with_items(&[item])).unwrap(), expected);
    }
    let mut wrong = coded("mood", &["some-days"]);
    wrong["answer"][0]["item"] = json!([coded("ages", &["18-to-64"])]);
    let error = read(&with_items(&[wrong])).unwrap_err();
    assert_eq!(error.location, "item[0].answer[0].item[0].linkId");
}

#[test]
fn ignores_additional_elements_without_modifiers() {
    let mut response = with_items(&[coded("mood", &["some-days"])]);
    let expected = read(&response).unwrap();
    response["subject"] = json!({ "reference": "Patient/1" });
    response["author"] = json!({ "reference": "Patient/1" });
    response["authored"] = "2026-11-21".into();
    response["meta"] = json!({ "versionId": "1" });
    response["text"] = json!({ "status": "generated", "div": "<div/>" });
    response["contained"] = json!([written()]);
    response["extension"] = json!([{ "url": "https://other.example/x", "valueString": "x" }]);
    response["item"][0]["text"] = "How was your mood?".into();
    response["item"][0]["extension"] = response["extension"].clone();
    response["item"][0]["answer"][0]["extension"] = response["extension"].clone();
    response["item"][0]["answer"][0]["valueCoding"]["display"] = "Some days".into();
    assert_eq!(read(&response).unwrap(), expected);
}

#[test]
fn ignores_byte_order_mark() {
    let response = with_items(&[coded("mood", &["some-days"])]);
    assert_eq!(
        read_response(questionnaire(), &format!("\u{feff}{response}")),
        read(&response)
    );
}

/// Answers every item of the written Questionnaire with one of its ranked options.
fn answered_with(choose: impl for<'a> Fn(&[&'a str]) -> Option<&'a str>) -> Response {
    let written = written();
    let items: Vec<Value> = items(&written)
        .map(|item| {
            let ranked: Vec<&str> = options(item)
                .filter(|option| ordinal_value(option).is_some())
                .map(code)
                .collect();
            coded(text(&item["linkId"]), &[choose(&ranked).unwrap()])
        })
        .collect();
    read(&with_items(&items)).unwrap()
}

static ENGLISH: LazyLock<Words> = LazyLock::new(|| {
    let folder = test_support::root().join("crates/content");
    author::words(&folder, "en").unwrap()
});

fn words() -> &'static Words {
    &ENGLISH
}

fn written() -> Value {
    fhir::questionnaire(questionnaire(), words())
}

fn read(response: &Value) -> Result<Response, ResponseError> {
    read_response(questionnaire(), &response.to_string())
}

fn with_items(items: &[Value]) -> Value {
    json!({
        "resourceType": "QuestionnaireResponse",
        "questionnaire": format!("{}|{}", questionnaire().url, questionnaire().version),
        "status": "completed",
        "item": items,
    })
}

fn answer_item(link_id: &str, answer: Answer) -> Value {
    let item: &Item = questionnaire()
        .item(questionnaire().find(link_id).unwrap())
        .unwrap();
    let coding =
        |system: &str, code: &str| json!({ "valueCoding": { "system": system, "code": code } });
    let answers: Vec<Value> = match answer {
        Answer::Unsure => vec![coding(DATA_ABSENT_REASON, ASKED_UNKNOWN)],
        Answer::Declined => vec![coding(DATA_ABSENT_REASON, ASKED_DECLINED)],
        Answer::Chosen(options) => {
            let system = option_system(questionnaire().url);
            options
                .indices()
                .map(|option| coding(&system, item.options[usize::from(option)]))
                .collect()
        }
    };
    json!({ "linkId": link_id, "answer": answers })
}

fn coded(link_id: &str, codes: &[&str]) -> Value {
    let answers: Vec<Value> = codes
        .iter()
        .map(|code| json!({ "valueCoding": { "code": code } }))
        .collect();
    json!({ "linkId": link_id, "answer": answers })
}

fn items(written: &Value) -> impl Iterator<Item = &Value> {
    written["item"].as_array().unwrap().iter()
}

fn options(item: &Value) -> impl Iterator<Item = &Value> {
    item["answerOption"].as_array().unwrap().iter()
}

fn code(option: &Value) -> &str {
    text(&option["valueCoding"]["code"])
}

fn is_own(option: &Value) -> bool {
    option["valueCoding"]["system"] == option_system(questionnaire().url)
}

fn ordinal_value(option: &Value) -> Option<i64> {
    extension(option, ORDINAL_VALUE).and_then(|extension| extension["valueDecimal"].as_i64())
}

fn extension<'a>(option: &'a Value, url: &str) -> Option<&'a Value> {
    let extensions = option["extension"].as_array()?;
    extensions.iter().find(|extension| extension["url"] == url)
}

fn text(value: &Value) -> &str {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value} is no text"))
}
