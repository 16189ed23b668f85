//! Import of Bundles: exactly one response is read as if it were alone, anything else is rejected.

use assessment::assess;
use content::questionnaire;
use export::bundle;
use serde_json::{Value, json};

use crate::stories::stories;
use crate::{coded, read, with_items, words};

fn bundle_of(resources: &[Value]) -> Value {
    let entries: Vec<Value> = resources
        .iter()
        .map(|resource| json!({ "resource": resource }))
        .collect();
    json!({ "resourceType": "Bundle", "type": "collection", "entry": entries })
}

#[test]
fn every_story_survives_round_trip_as_bundle() {
    for story in stories() {
        let result = assess(questionnaire(), &story.response);
        let written = bundle(questionnaire(), &story.response, &result, words(), None);
        assert_eq!(read(&written), Ok(story.response), "{}", story.name);
    }
}

#[test]
fn response_is_found_at_any_position_in_bundle() {
    let response = with_items(&[coded("mood", &["some-days"])]);
    let expected = read(&response).unwrap();
    let patient = json!({ "resourceType": "Patient" });
    for resources in [
        vec![response.clone()],
        vec![patient.clone(), response.clone()],
        vec![
            json!({ "resourceType": "Bundle" }),
            response,
            patient,
            json!(null),
        ],
    ] {
        assert_eq!(read(&bundle_of(&resources)), Ok(expected.clone()));
    }
}

#[test]
fn bundle_without_exactly_one_response_is_rejected_with_path() {
    let response = with_items(&[]);
    let nested = bundle_of(&[bundle_of(std::slice::from_ref(&response))]);
    let mut no_entry = bundle_of(&[]);
    no_entry.as_object_mut().unwrap().remove("entry");
    let mut no_list = bundle_of(&[]);
    no_list["entry"] = json!({ "resource": response });
    for (sent, location, message) in [
        (bundle_of(&[]), "entry", "no QuestionnaireResponse in it"),
        (nested, "entry", "no QuestionnaireResponse in it"),
        (no_entry, "entry", "found nothing, expected a list"),
        (no_list, "entry", "found an object, expected a list"),
        (
            bundle_of(&[response.clone(), json!({}), response.clone()]),
            "entry[2].resource",
            "a second QuestionnaireResponse, expected one",
        ),
    ] {
        let error = read(&sent).unwrap_err();
        assert_eq!(error.location, location, "{error}");
        assert!(error.message.contains(message), "{error}");
    }
}

#[test]
fn bundle_of_another_type_is_rejected() {
    for kind in [
        json!("transaction"),
        json!("history"),
        json!(null),
        json!(7),
    ] {
        let mut sent = bundle_of(&[with_items(&[])]);
        sent["type"] = kind;
        let error = read(&sent).unwrap_err();
        assert_eq!(error.location, "type");
        assert!(error.message.contains("expected \"collection\""), "{error}");
    }
    let mut sent = bundle_of(&[with_items(&[])]);
    sent.as_object_mut().unwrap().remove("type");
    assert_eq!(read(&sent).unwrap_err().location, "type");
}

#[test]
fn modifiers_on_the_bundle_are_rejected() {
    let mut sent = bundle_of(&[json!({}), with_items(&[])]);
    sent["implicitRules"] = "https://other.example/rules".into();
    assert_eq!(read(&sent).unwrap_err().location, "implicitRules");
    let mut sent = bundle_of(&[json!({}), with_items(&[])]);
    sent["entry"][1]["modifierExtension"] = json!([]);
    assert_eq!(
        read(&sent).unwrap_err().location,
        "entry[1].modifierExtension"
    );
}

#[test]
fn error_inside_bundle_has_full_path() {
    for (item, location) in [
        (
            coded("agee", &["18-to-64"]),
            "entry[1].resource.item[0].linkId",
        ),
        (
            coded("age", &["old"]),
            "entry[1].resource.item[0].answer[0].valueCoding.code",
        ),
    ] {
        let sent = bundle_of(&[
            json!({ "resourceType": "Observation" }),
            with_items(&[item]),
        ]);
        assert_eq!(read(&sent).unwrap_err().location, location);
    }
    let mut response = with_items(&[]);
    response["status"] = "entered-in-error".into();
    let error = read(&bundle_of(&[response.clone()])).unwrap_err();
    assert_eq!(error.location, "entry[0].resource.status");
    response["status"] = "completed".into();
    response["questionnaire"] = "https://other.example/q".into();
    let error = read(&bundle_of(&[response])).unwrap_err();
    assert_eq!(error.location, "entry[0].resource.questionnaire");
}
