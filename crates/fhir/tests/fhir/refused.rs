//! Rejected responses: the error has the path and what was expected, and nothing panics.

use assessment::{Answer, Response};
use content::questionnaire;
use fhir::{ASKED_DECLINED, ASKED_UNKNOWN, ResponseError, option_system, read_response};
use serde_json::json;

use crate::{answer_item, coded, read, with_items};

#[test]
fn invalid_json_error_has_line_and_column() {
    let error = read_response(questionnaire(), "{\n  \"resourceType\": oops\n}").unwrap_err();
    assert_eq!(error.location, "line 2, column 19");
    assert!(
        error
            .message
            .contains("a QuestionnaireResponse was expected"),
        "{error}"
    );
    for text in ["", "[", "\u{0}", "{\"a\":1}}", "\"\\ud800\""] {
        let error = read_response(questionnaire(), text).unwrap_err();
        assert!(
            !error.location.is_empty() && !error.message.is_empty(),
            "{error}"
        );
    }
}

#[test]
fn other_resource_types_are_rejected() {
    for (value, found) in [
        (json!({ "resourceType": "Patient" }), "\"Patient\""),
        (json!({}), "nothing"),
        (json!([]), "nothing"),
        (json!(null), "nothing"),
        (json!({ "resourceType": 7 }), "a number"),
    ] {
        let error = read(&value).unwrap_err();
        assert_eq!(error.location, "resourceType");
        assert_eq!(
            error.message,
            format!(
                "found {found}, expected \"QuestionnaireResponse\", or \"Bundle\" with one inside"
            )
        );
    }
}

#[test]
fn other_questionnaire_or_version_is_rejected() {
    let mut response = with_items(&[]);
    response["questionnaire"] = "https://other.example/q|1".into();
    let error = read(&response).unwrap_err();
    assert_eq!(error.location, "questionnaire");
    assert!(
        error.message.contains("'https://other.example/q'"),
        "{error}"
    );
    response["questionnaire"] = format!("{}|1999-12-31", questionnaire().url).into();
    let error = read(&response).unwrap_err();
    assert_eq!(error.location, "questionnaire");
    assert!(error.message.contains("'1999-12-31'"), "{error}");
    response["questionnaire"] = json!(7);
    assert_eq!(read(&response).unwrap_err().location, "questionnaire");
}

/// The first edition asked some of the same questions in other words, so its answers are not
/// reused.
#[test]
fn first_edition_is_rejected_with_items_to_ask_again() {
    let mut response = with_items(&[
        json!({ "linkId": "readiness", "answer": [{ "valueCoding": { "code": "5" } }] }),
        json!({ "linkId": "group", "item": [coded("health-signs", &["none"])] }),
        coded("mood", &["some-days"]),
    ]);
    response["item"][2]["answer"][0]["item"] = json!([coded("perception", &["past"])]);
    response["questionnaire"] = format!("{}|2026-11-21", questionnaire().url).into();
    let error = read(&response).unwrap_err();
    assert_eq!(error.location, "questionnaire");
    for expected in [
        "version '2026-11-21', an earlier edition",
        questionnaire().version,
        "nothing was carried over",
        "asked again: readiness, perception, health-signs",
    ] {
        assert!(error.message.contains(expected), "{expected}: {error}");
    }
    // Unchanged items are not listed, and none is listed twice.
    assert!(!error.message.contains("mood"), "{error}");
    response["item"] = json!(vec![coded("health-signs", &["none"]); 1_000]);
    assert!(read(&response).unwrap_err().message.len() < 400);
    // A later version is not an earlier edition.
    response["questionnaire"] = format!("{}|2999-01-01", questionnaire().url).into();
    let error = read(&response).unwrap_err();
    assert!(error.message.contains("'2999-01-01', expected"), "{error}");
}

#[test]
fn retired_item_is_rejected_even_without_version() {
    let mut response = with_items(&[
        coded("mood", &["some-days"]),
        coded("shaky-recovery", &["yes"]),
    ]);
    response.as_object_mut().unwrap().remove("questionnaire");
    for retired in questionnaire().edition.retired {
        response["item"][1]["linkId"] = (*retired).into();
        let error = read(&response).unwrap_err();
        assert_eq!(error.location, "item[1].linkId");
        assert_eq!(
            error.message,
            format!(
                "'{retired}' was asked in an earlier edition, expected an item of version '{}'",
                questionnaire().version,
            )
        );
    }
    assert!(questionnaire().edition.retired.len() >= 6);
}

#[test]
fn unknown_item_error_has_link_id_and_path() {
    let mood = answer_item("mood", Answer::Unsure);
    let mut moods = mood.clone();
    moods["linkId"] = "moods".into();
    let error = read(&with_items(&[
        mood,
        json!({ "linkId": "group", "item": [moods] }),
    ]))
    .unwrap_err();
    assert_eq!(error.location, "item[1].item[0].linkId");
    assert!(error.message.contains("'moods'"), "{error}");
    assert_eq!(
        error.to_string(),
        format!("{}: {}", error.location, error.message)
    );
}

#[test]
fn unknown_option_error_has_path_and_known_options() {
    let error = read(&with_items(&[coded("mood", &["blue"])])).unwrap_err();
    assert_eq!(error.location, "item[0].answer[0].valueCoding.code");
    assert!(
        error.message.contains("'blue'") && error.message.contains("some-days"),
        "{error}"
    );
    // Another item's option is no option here.
    let error = read(&with_items(&[coded("mood", &["within-5-days"])])).unwrap_err();
    assert_eq!(error.location, "item[0].answer[0].valueCoding.code");
}

#[test]
fn code_of_another_system_is_rejected() {
    let mut item = coded("mood", &["some-days"]);
    item["answer"][0]["valueCoding"]["system"] = "http://snomed.info/sct".into();
    let error = read(&with_items(&[item.clone()])).unwrap_err();
    assert_eq!(error.location, "item[0].answer[0].valueCoding.system");
    item["answer"][0]["valueCoding"]["system"] = json!(7);
    assert_eq!(
        read(&with_items(&[item])).unwrap_err().location,
        "item[0].answer[0].valueCoding.system"
    );
    // A data-absent code is not one of our options.
    let mut item = coded("mood", &[ASKED_UNKNOWN]);
    item["answer"][0]["valueCoding"]["system"] = option_system(questionnaire().url).into();
    assert_eq!(
        read(&with_items(&[item])).unwrap_err().location,
        "item[0].answer[0].valueCoding.code"
    );
}

#[test]
fn second_answer_to_single_choice_is_rejected() {
    for (item, location) in [
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
        assert_eq!(error.location, location, "{error}");
    }
    assert!(read(&with_items(&[coded("substances", &["alcohol", "opioids"])])).is_ok());
}

#[test]
fn duplicate_item_is_rejected() {
    let mood = answer_item("mood", Answer::Unsure);
    let error = read(&with_items(&[mood.clone(), mood])).unwrap_err();
    assert_eq!(error.location, "item[1].linkId");
    assert!(error.message.contains("'mood'"), "{error}");
}

#[test]
fn wrong_json_type_error_has_path() {
    for (items, location) in [
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
        assert_eq!(read(&response).unwrap_err().location, location);
    }
}

#[test]
fn too_deep_nesting_is_rejected_with_path() {
    // Deeper than any parser should follow, and deeper than any questionnaire of ours.
    for depth in [10_000, 100, 40] {
        let open = "{\"linkId\":\"group\",\"item\":[".repeat(depth);
        let close = "]}".repeat(depth);
        let text =
            format!("{{\"resourceType\":\"QuestionnaireResponse\",\"item\":[{open}{close}]}}");
        let error = read_response(questionnaire(), &text).unwrap_err();
        assert!(
            error.location.starts_with("line 1, column ")
                || error.location.starts_with("item[0].item"),
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
fn five_thousand_items_are_parsed_or_rejected() {
    let many = |item: &str| read_many(item, 5_000);
    let twice = many(&answer_item("mood", Answer::Unsure).to_string()).unwrap_err();
    assert_eq!(twice.location, "item[1].linkId");
    let unknown = many("{\"linkId\":\"x\",\"answer\":[]}").unwrap_err();
    assert_eq!(unknown.location, "item[0].linkId");
    assert_eq!(
        many("{\"linkId\":\"group\",\"item\":[]}"),
        Ok(Response::default())
    );
}

/// The parser counts while it reads, so the rest never gets into memory.
#[test]
fn million_items_exceed_value_limit() {
    for item in ["{\"linkId\":\"group\",\"item\":[]}", "{}", "[]", "0"] {
        let error = read_many(item, 1_000_000).unwrap_err();
        assert!(error.location.starts_with("line 1, column "), "{error}");
        assert_eq!(
            error.message, "more than 50000 values, expected far fewer",
            "{item}"
        );
    }
}

#[test]
fn five_thousand_answers_are_parsed() {
    let answers = vec!["{\"valueCoding\":{\"code\":\"alcohol\"}}"; 5_000].join(",");
    let text = format!(
        "{{\"resourceType\":\"QuestionnaireResponse\",\
         \"item\":[{{\"linkId\":\"substances\",\"answer\":[{answers}]}}]}}",
    );
    assert_eq!(
        read_response(questionnaire(), &text).unwrap(),
        read(&with_items(&[coded("substances", &["alcohol"])])).unwrap()
    );
}

fn read_many(item: &str, count: usize) -> Result<Response, ResponseError> {
    let items = vec![item; count].join(",");
    let text = format!("{{\"resourceType\":\"QuestionnaireResponse\",\"item\":[{items}]}}");
    read_response(questionnaire(), &text)
}

/// Parsers differ in which of the two values they use.
#[test]
fn duplicate_key_is_rejected() {
    for (text, key) in [
        (
            r#"{"resourceType":"QuestionnaireResponse","resourceType":"QuestionnaireResponse"}"#,
            "resourceType",
        ),
        (
            r#"{"resourceType":"QuestionnaireResponse","item":[],"item":[]}"#,
            "item",
        ),
        (
            r#"{"resourceType":"QuestionnaireResponse","item":[{"linkId":"mood","linkId":"age"}]}"#,
            "linkId",
        ),
        // The same key, escaped.
        (
            r#"{"resourceType":"QuestionnaireResponse","item":[{"linkId":"mood","link\u0049d":"age"}]}"#,
            "linkId",
        ),
        (
            r#"{"resourceType":"QuestionnaireResponse","text":{"div":1,"div":2}}"#,
            "div",
        ),
    ] {
        let error = read_response(questionnaire(), text).unwrap_err();
        assert!(error.location.starts_with("line 1, column "), "{error}");
        assert_eq!(
            error.message,
            format!("the key '{key}' stands twice, expected once")
        );
    }
}

#[test]
fn nesting_is_bounded_in_ignored_elements() {
    let nested = |open: &str, close: &str, depth: usize| {
        let (open, close) = (open.repeat(depth), close.repeat(depth));
        let text =
            format!("{{\"resourceType\":\"QuestionnaireResponse\",\"text\":{open}0{close}}}");
        read_response(questionnaire(), &text)
    };
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        assert_eq!(nested(open, close, 90), Ok(Response::default()));
        for depth in [101, 128, 100_000] {
            let error = nested(open, close, depth).unwrap_err();
            assert!(error.location.starts_with("line 1, column "), "{error}");
            assert_eq!(error.message, "nested more than 100 deep, expected less");
        }
    }
}

#[test]
fn empty_text_has_its_own_error() {
    for text in ["", " \n\t", "\u{feff}"] {
        let error = read_response(questionnaire(), text).unwrap_err();
        assert!(error.message.starts_with("nothing is here"), "{error}");
    }
}

#[test]
fn huge_numbers_are_rejected() {
    let with = |number: &str| {
        let text = format!(
            "{{\"resourceType\":\"QuestionnaireResponse\",\"item\":[{{\"linkId\":{number}}}]}}"
        );
        read_response(questionnaire(), &text).unwrap_err()
    };
    let digits = "9".repeat(100_000);
    for number in ["0", "-1", "18446744073709551616", "1e308", "1e-400", "-0.0"] {
        let error = with(number);
        assert_eq!(error.location, "item[0].linkId", "{number}");
        assert_eq!(
            error.message,
            "found a number, expected the name of an item"
        );
    }
    for number in ["1e400", "-1e999999999999", &digits] {
        let error = with(number);
        assert!(error.location.starts_with("line 1, column "), "{error}");
        assert!(error.message.contains("number out of range"), "{error}");
        assert!(error.to_string().len() < 200, "{error}");
    }
}

#[test]
fn withdrawn_response_is_rejected() {
    let mut response = with_items(&[answer_item("mood", Answer::Unsure)]);
    for status in ["in-progress", "completed", "amended", "stopped"] {
        response["status"] = status.into();
        assert!(read(&response).is_ok(), "{status}");
    }
    for (status, found) in [
        (json!("entered-in-error"), "taken back"),
        (json!("Completed"), "\"Completed\""),
        (json!(""), "\"\""),
        (json!(null), "null"),
        (json!(["completed"]), "a list"),
    ] {
        response["status"] = status;
        let error = read(&response).unwrap_err();
        assert_eq!(error.location, "status");
        assert!(
            error.message.contains(found) && error.message.contains("amended"),
            "{error}"
        );
    }
}

/// FHIR: an application that does not know a modifier must not use the element that contains it.
#[test]
fn modifiers_are_rejected_at_every_level() {
    let modifier = json!([{ "url": "https://other.example/not", "valueBoolean": true }]);
    let whole = || with_items(&[coded("mood", &["some-days"])]);
    for (pointer, location) in [
        ("", "modifierExtension"),
        ("/item/0", "item[0].modifierExtension"),
        ("/item/0/answer/0", "item[0].answer[0].modifierExtension"),
    ] {
        let mut response = whole();
        response.pointer_mut(pointer).unwrap()["modifierExtension"] = modifier.clone();
        let error = read(&response).unwrap_err();
        assert_eq!(error.location, location);
        assert!(error.message.contains("not known here"), "{error}");
    }
    let mut group = json!({ "linkId": "group", "item": [] });
    group["modifierExtension"] = modifier;
    let error = read(&with_items(&[group])).unwrap_err();
    assert_eq!(error.location, "item[0].modifierExtension");
    let mut response = whole();
    response["implicitRules"] = "https://other.example/rules".into();
    assert_eq!(read(&response).unwrap_err().location, "implicitRules");
}

/// Control characters could drive a terminal or hide text.
#[test]
fn error_escapes_control_characters() {
    let error = read(&with_items(&[
        json!({ "linkId": "\u{1b}[2Jmood\r\n\u{202e}\u{7}" }),
    ]))
    .unwrap_err();
    assert_eq!(
        error.message,
        "there is no item '\\u{1b}[2Jmood\\r\\n\\u{202e}\\u{7}', expected one of the questionnaire"
    );
    let text = "{\"resourceType\":\"QuestionnaireResponse\",\"\\u001b[2J\":1,\"\\u001b[2J\":2}";
    let error = read_response(questionnaire(), text).unwrap_err();
    assert!(!error.to_string().contains('\u{1b}'), "{error}");
}

#[test]
fn error_truncates_long_text() {
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
            error.location
        );
    }
}
