//! Responses that cannot be read: the error names the place and what was expected, and nothing fails.

use footing::assessment::{Answer, Response};
use footing::content::questionnaire;
use footing::fhir::{ASKED_DECLINED, ASKED_UNKNOWN, option_system, read_response};
use serde_json::json;

use crate::{answer_item, coded, read, with_items};

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
