//! FHIR out and in: the questionnaire as others render it, and answers as others send them, well
//! formed and not.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeSet;
use std::path::Path;

use footing::assessment::{Alert, Answer, Item, ItemKind, LevelOfCare, Response, assess};
use footing::content::{author, questionnaire};
use footing::fhir::{
    ASKED_DECLINED, ASKED_UNKNOWN, DATA_ABSENT_REASON, ResponseError, evidence_system,
    option_system, read_response,
};
use serde_json::{Value, json};

#[path = "fixtures/stories.rs"]
mod stories;

use stories::stories;

const ORDINAL_VALUE: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
const EXCLUSIVE: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";

#[test]
fn the_questionnaire_holds_every_item_once_and_in_order() {
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
fn every_item_carries_its_evidence_id_and_its_words() {
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
fn options_stand_in_order_of_concern_each_with_its_rank() {
    let written = written();
    for (item, ours) in items(&written).zip(questionnaire().items) {
        let own: Vec<&Value> = options(item).filter(|option| is_own(option)).collect();
        let codes: Vec<&str> = own.iter().map(|option| code(option)).collect();
        assert_eq!(codes, ours.options, "{}", ours.link_id.0);
        for (place, option) in (0_u8..).zip(own) {
            let rank = match ours.kind {
                ItemKind::ChooseOne | ItemKind::Scale => place + ours.first_rank,
                // Each one chosen counts as one step up, and "none" as none.
                ItemKind::ChooseMany => u8::from(!ours.exclusive.has(place)),
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
fn the_two_standing_options_carry_fhirs_own_codes_and_no_rank() {
    let written = written();
    for item in items(&written) {
        let standing: Vec<&Value> = options(item).filter(|option| !is_own(option)).collect();
        let codes: Vec<&str> = standing.iter().map(|option| code(option)).collect();
        assert_eq!(codes, [ASKED_UNKNOWN, ASKED_DECLINED]);
        for option in standing {
            assert_eq!(option["valueCoding"]["system"], DATA_ABSENT_REASON);
            assert_eq!(ordinal_value(option), None);
        }
    }
}

#[test]
fn options_that_stand_alone_say_so() {
    let written = written();
    for (item, ours) in items(&written).zip(questionnaire().items) {
        for option in options(item) {
            let alone = match ours.place_of(code(option)).filter(|_| is_own(option)) {
                Some(place) => ours.exclusive.has(place),
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
fn questions_open_on_earlier_ones_only_and_on_answers_that_exist() {
    let written = written();
    let mut earlier: Vec<&Value> = Vec::new();
    for (item, ours) in items(&written).zip(questionnaire().items) {
        let conditions = item["enableWhen"].as_array().map_or(&[][..], Vec::as_slice);
        assert_eq!(
            conditions.is_empty(),
            ours.enable_when.is_empty(),
            "{}",
            ours.link_id.0
        );
        for condition in conditions {
            assert_eq!(item["enableBehavior"], "any");
            assert_eq!(condition["operator"], "=");
            let other = earlier
                .iter()
                .find(|other| other["linkId"] == condition["question"]);
            let other = other.unwrap_or_else(|| panic!("{}: {condition}", ours.link_id.0));
            let coding = &condition["answerCoding"];
            let known = options(other).any(|option| {
                option["valueCoding"]["system"] == coding["system"]
                    && option["valueCoding"]["code"] == coding["code"]
            });
            assert!(known, "{}: {condition}", ours.link_id.0);
        }
        earlier.push(item);
    }
}

/// Whoever renders the questionnaire asks the same questions as we do: a standing answer opens what
/// the option it counts as opens.
#[test]
fn a_standing_answer_opens_what_it_counts_as() {
    let written = written();
    let opens = |link_id: &str, answer: &str| -> BTreeSet<String> {
        items(&written)
            .filter(|item| {
                let conditions = item["enableWhen"].as_array().map_or(&[][..], Vec::as_slice);
                conditions.iter().any(|condition| {
                    condition["question"] == link_id && condition["answerCoding"]["code"] == answer
                })
            })
            .map(|item| text(&item["linkId"]).to_owned())
            .collect()
    };
    for item in questionnaire().items {
        let counts_as = item.options[usize::from(item.unsure_as.option)];
        for standing in [ASKED_UNKNOWN, ASKED_DECLINED] {
            assert_eq!(
                opens(item.link_id.0, standing),
                opens(item.link_id.0, counts_as),
                "{}",
                item.link_id.0
            );
        }
    }
    assert!(opens("substances", ASKED_UNKNOWN).contains("last-unknown"));
}

#[test]
fn no_person_stands_in_what_is_written() {
    let written = written().to_string();
    assert!(!written.contains("\"subject\"") && !written.contains("\"author\""));
}

#[test]
fn the_first_option_everywhere_points_to_no_treatment() {
    let result = assess(
        questionnaire(),
        &answered_with(|options| options.first().copied()),
    );
    assert_eq!(result.level, Some(LevelOfCare::NoneIndicated));
    assert_eq!(result.alert, Alert::None);
    assert_eq!(result.unanswered, []);
}

#[test]
fn the_last_option_everywhere_is_an_emergency() {
    let result = assess(
        questionnaire(),
        &answered_with(|options| options.last().copied()),
    );
    assert_eq!(result.alert, Alert::EmergencyNow);
    assert_eq!(result.headline.code(), "emergency");
}

#[test]
fn every_story_comes_back_from_a_response_as_it_went_in() {
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
            .map(|(place, items)| json!({ "linkId": format!("group-{place}"), "item": items }))
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
fn an_item_without_an_answer_was_left_empty() {
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
fn an_address_without_a_version_or_none_at_all_is_taken() {
    let mut response = with_items(&[]);
    response["questionnaire"] = questionnaire().url.into();
    assert!(read(&response).is_ok());
    response.as_object_mut().unwrap().remove("questionnaire");
    assert!(read(&response).is_ok());
}

#[test]
fn what_is_not_json_is_told_with_line_and_column() {
    let error = read_response(questionnaire(), "{\n  \"resourceType\": oops\n}").unwrap_err();
    assert_eq!(error.place, "line 2, column 19");
    assert!(
        error
            .message
            .contains("a QuestionnaireResponse was expected"),
        "{error}"
    );
    for text in ["", "[", "\u{0}", "{\"a\":1}}", "\"\\ud800\""] {
        let error = read_response(questionnaire(), text).unwrap_err();
        assert!(
            !error.place.is_empty() && !error.message.is_empty(),
            "{error}"
        );
    }
}

#[test]
fn another_kind_of_resource_is_refused() {
    for (value, found) in [
        (json!({ "resourceType": "Patient" }), "\"Patient\""),
        (json!({}), "nothing"),
        (json!([]), "nothing"),
        (json!(null), "nothing"),
        (json!({ "resourceType": 7 }), "a number"),
    ] {
        let error = read(&value).unwrap_err();
        assert_eq!(error.place, "resourceType");
        assert_eq!(
            error.message,
            format!("found {found}, expected \"QuestionnaireResponse\"")
        );
    }
}

#[test]
fn answers_to_another_questionnaire_or_version_are_refused() {
    let mut response = with_items(&[]);
    response["questionnaire"] = "https://other.example/q|1".into();
    let error = read(&response).unwrap_err();
    assert_eq!(error.place, "questionnaire");
    assert!(
        error.message.contains("'https://other.example/q'"),
        "{error}"
    );
    response["questionnaire"] = format!("{}|1999-12-31", questionnaire().url).into();
    let error = read(&response).unwrap_err();
    assert_eq!(error.place, "questionnaire");
    assert!(error.message.contains("'1999-12-31'"), "{error}");
    response["questionnaire"] = json!(7);
    assert_eq!(read(&response).unwrap_err().place, "questionnaire");
}

#[test]
fn an_unknown_item_is_named_with_its_place() {
    let mood = answer_item("mood", Answer::Unsure);
    let mut moods = mood.clone();
    moods["linkId"] = "moods".into();
    let error = read(&with_items(&[
        mood,
        json!({ "linkId": "group", "item": [moods] }),
    ]))
    .unwrap_err();
    assert_eq!(error.place, "item[1].item[0].linkId");
    assert!(error.message.contains("'moods'"), "{error}");
    assert_eq!(
        error.to_string(),
        format!("{}: {}", error.place, error.message)
    );
}

#[test]
fn an_unknown_option_is_named_with_its_place_and_what_is_known() {
    let error = read(&with_items(&[coded("mood", &["blue"])])).unwrap_err();
    assert_eq!(error.place, "item[0].answer[0].valueCoding.code");
    assert!(
        error.message.contains("'blue'") && error.message.contains("some-days"),
        "{error}"
    );
    // Another item's option is no option here.
    let error = read(&with_items(&[coded("mood", &["within-5-days"])])).unwrap_err();
    assert_eq!(error.place, "item[0].answer[0].valueCoding.code");
}

#[test]
fn a_code_of_another_system_is_refused() {
    let mut item = coded("mood", &["some-days"]);
    item["answer"][0]["valueCoding"]["system"] = "http://snomed.info/sct".into();
    let error = read(&with_items(&[item.clone()])).unwrap_err();
    assert_eq!(error.place, "item[0].answer[0].valueCoding.system");
    item["answer"][0]["valueCoding"]["system"] = json!(7);
    assert_eq!(
        read(&with_items(&[item])).unwrap_err().place,
        "item[0].answer[0].valueCoding.system"
    );
    // A standing answer is none of our options.
    let mut item = coded("mood", &[ASKED_UNKNOWN]);
    item["answer"][0]["valueCoding"]["system"] = option_system(questionnaire().url).into();
    assert_eq!(
        read(&with_items(&[item])).unwrap_err().place,
        "item[0].answer[0].valueCoding.code"
    );
}

#[test]
fn two_answers_are_refused_where_one_is_asked() {
    for (item, place) in [
        (
            coded("mood", &["some-days", "cannot-function"]),
            "item[0].answer[1]",
        ),
        (
            coded("mood", &["some-days", "some-days"]),
            "item[0].answer[1]",
        ),
        (
            coded("substances", &["none", "alcohol"]),
            "item[0].answer[1]",
        ),
        (
            coded("substances", &["alcohol", "none"]),
            "item[0].answer[1]",
        ),
        (
            coded("substances", &["alcohol", ASKED_UNKNOWN]),
            "item[0].answer[1]",
        ),
        (
            coded("substances", &[ASKED_DECLINED, "alcohol"]),
            "item[0].answer[0]",
        ),
    ] {
        let error = read(&with_items(&[item])).unwrap_err();
        assert_eq!(error.place, place, "{error}");
    }
    assert!(read(&with_items(&[coded("substances", &["alcohol", "opioids"])])).is_ok());
}

#[test]
fn an_item_that_is_answered_twice_is_refused() {
    let mood = answer_item("mood", Answer::Unsure);
    let error = read(&with_items(&[mood.clone(), mood])).unwrap_err();
    assert_eq!(error.place, "item[1].linkId");
    assert!(error.message.contains("'mood'"), "{error}");
}

#[test]
fn what_has_the_wrong_shape_is_named_with_its_place() {
    for (items, place) in [
        (json!("mood"), "item"),
        (json!(["mood"]), "item[0].linkId"),
        (json!([{ "linkId": 7 }]), "item[0].linkId"),
        (
            json!([{ "linkId": "mood", "answer": "some-days" }]),
            "item[0].answer",
        ),
        (
            json!([{ "linkId": "mood", "answer": ["some-days"] }]),
            "item[0].answer[0].valueCoding",
        ),
        (
            json!([{ "linkId": "mood", "answer": [{ "valueString": "x" }] }]),
            "item[0].answer[0].valueCoding",
        ),
        (
            json!([{ "linkId": "mood", "answer": [{ "valueCoding": {} }] }]),
            "item[0].answer[0].valueCoding.code",
        ),
        (json!([{ "linkId": "group", "item": 7 }]), "item[0].item"),
    ] {
        let mut response = with_items(&[]);
        response["item"] = items;
        assert_eq!(read(&response).unwrap_err().place, place);
    }
}

#[test]
fn hostile_nesting_is_refused_and_names_its_place() {
    // Deeper than any parser should follow, and deeper than any questionnaire of ours.
    for depth in [10_000, 100, 40] {
        let open = "{\"linkId\":\"group\",\"item\":[".repeat(depth);
        let close = "]}".repeat(depth);
        let text =
            format!("{{\"resourceType\":\"QuestionnaireResponse\",\"item\":[{open}{close}]}}");
        let error = read_response(questionnaire(), &text).unwrap_err();
        assert!(
            error.place.starts_with("line 1, column ") || error.place.starts_with("item[0].item"),
            "{error}"
        );
    }
    // Some nesting is fine.
    let open = "{\"linkId\":\"group\",\"item\":[".repeat(8);
    let text = format!(
        "{{\"resourceType\":\"QuestionnaireResponse\",\"item\":[{open}{}]}}",
        "]}".repeat(8)
    );
    assert!(read_response(questionnaire(), &text).is_ok());
}

#[test]
fn a_hundred_thousand_items_are_read_or_refused_without_harm() {
    let many = |item: &str| {
        let items = vec![item; 100_000].join(",");
        let text = format!("{{\"resourceType\":\"QuestionnaireResponse\",\"item\":[{items}]}}");
        read_response(questionnaire(), &text)
    };
    let twice = many(&answer_item("mood", Answer::Unsure).to_string()).unwrap_err();
    assert_eq!(twice.place, "item[1].linkId");
    let unknown = many("{\"linkId\":\"x\",\"answer\":[]}").unwrap_err();
    assert_eq!(unknown.place, "item[0].linkId");
    assert_eq!(
        many("{\"linkId\":\"group\",\"item\":[]}"),
        Ok(Response::default())
    );
}

#[test]
fn a_hundred_thousand_answers_are_read_without_harm() {
    let answers = vec!["{\"valueCoding\":{\"code\":\"alcohol\"}}"; 100_000].join(",");
    let text = format!(
        "{{\"resourceType\":\"QuestionnaireResponse\",\
         \"item\":[{{\"linkId\":\"substances\",\"answer\":[{answers}]}}]}}",
    );
    assert_eq!(
        read_response(questionnaire(), &text).unwrap(),
        read(&with_items(&[coded("substances", &["alcohol"])])).unwrap()
    );
}

#[test]
fn a_long_and_hostile_text_is_never_told_in_full() {
    let long = "x".repeat(1_000_000);
    for response in [
        json!({ "resourceType": long }),
        json!({ "resourceType": "QuestionnaireResponse", "questionnaire": long }),
        with_items(&[json!({ "linkId": long })]),
        with_items(&[coded("mood", &[&long])]),
        with_items(&[
            json!({ "linkId": "mood", "answer": [{ "valueCoding": { "system": long, "code": "x" } }] }),
        ]),
    ] {
        let error = read(&response).unwrap_err();
        assert!(
            error.to_string().len() < 1_000,
            "{} bytes at {}",
            error.to_string().len(),
            error.place
        );
    }
}

/// A response that chooses one option by its `ordinalValue` in every item of the written questionnaire.
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

fn written() -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content");
    let words = author::words(&folder, "en").unwrap();
    footing::fhir::questionnaire(questionnaire(), &words)
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
                .places()
                .map(|place| coding(&system, item.options[usize::from(place)]))
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
