//! Bundles that come in: one response inside is read as if it stood alone, anything else is refused.

use assessment::assess;
use content::questionnaire;
use export::bundle;
use serde_json::{Value, json};

use crate::stories::stories;
use crate::{coded, read, with_items, words};

fn around(resources: &[Value]) -> Value {
    let entries: Vec<Value> = resources
        .iter()
        .map(|resource| json!({ "resource": resource }))
        .collect();
    json!({ "resourceType": "Bundle", "type": "collection", "entry": entries })
}

#[test]
fn every_story_comes_out_of_its_bundle_as_it_went_in() {
    for story in stories() {
        let result = assess(questionnaire(), &story.response);
        let written = bundle(questionnaire(), &story.response, &result, words(), None);
        assert_eq!(read(&written), Ok(story.response), "{}", story.name);
    }
}

#[test]
fn the_response_may_stand_anywhere_in_it() {
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
        assert_eq!(read(&around(&resources)), Ok(expected.clone()));
    }
}

#[test]
fn anything_but_one_response_is_refused_with_its_place() {
    let response = with_items(&[]);
    let nested = around(&[around(std::slice::from_ref(&response))]);
    let mut no_entry = around(&[]);
    no_entry.as_object_mut().unwrap().remove("entry");
    let mut no_list = around(&[]);
    no_list["entry"] = json!({ "resource": response });
    for (sent, location, message) in [
        (around(&[]), "entry", "no QuestionnaireResponse in it"),
        (nested, "entry", "no QuestionnaireResponse in it"),
        (no_entry, "entry", "found nothing, expected a list"),
        (no_list, "entry", "found an object, expected a list"),
        (
            around(&[response.clone(), json!({}), response.clone()]),
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
fn a_bundle_that_asks_for_something_to_be_done_is_refused() {
    for kind in [
        json!("transaction"),
        json!("history"),
        json!(null),
        json!(7),
    ] {
        let mut sent = around(&[with_items(&[])]);
        sent["type"] = kind;
        let error = read(&sent).unwrap_err();
        assert_eq!(error.location, "type");
        assert!(error.message.contains("expected \"collection\""), "{error}");
    }
    let mut sent = around(&[with_items(&[])]);
    sent.as_object_mut().unwrap().remove("type");
    assert_eq!(read(&sent).unwrap_err().location, "type");
}

#[test]
fn what_changes_the_meaning_of_the_response_is_refused_around_it_too() {
    let mut sent = around(&[json!({}), with_items(&[])]);
    sent["implicitRules"] = "https://other.example/rules".into();
    assert_eq!(read(&sent).unwrap_err().location, "implicitRules");
    let mut sent = around(&[json!({}), with_items(&[])]);
    sent["entry"][1]["modifierExtension"] = json!([]);
    assert_eq!(
        read(&sent).unwrap_err().location,
        "entry[1].modifierExtension"
    );
}

#[test]
fn a_mistake_inside_is_told_with_its_whole_place() {
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
        let sent = around(&[
            json!({ "resourceType": "Observation" }),
            with_items(&[item]),
        ]);
        assert_eq!(read(&sent).unwrap_err().location, location);
    }
    let mut response = with_items(&[]);
    response["status"] = "entered-in-error".into();
    let error = read(&around(&[response.clone()])).unwrap_err();
    assert_eq!(error.location, "entry[0].resource.status");
    response["status"] = "completed".into();
    response["questionnaire"] = "https://other.example/q".into();
    let error = read(&around(&[response])).unwrap_err();
    assert_eq!(error.location, "entry[0].resource.questionnaire");
}
