//! Third-party FHIR R4 validators accept everything we write, and reject broken resources.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};

use assessment::assess;
use content::questionnaire;
use e2e::{Remark, remarks, stories, words};
use export::bundle;
use fhir::write_response;
use serde_json::{Value, json};

/// Possible values of `authored`: a date, a date and time, or absent.
const TIMES: [Option<&str>; 3] = [Some("2026-11-22"), Some("2026-11-22T09:30:00-05:00"), None];

/// Message that is no mistake of ours: validator, severity, match on the text, reason.
type Exception = (&'static str, &'static str, fn(&str) -> bool, &'static str);

const EXCEPTIONS: [Exception; 3] = [
    (
        "medplum",
        "warning",
        |text| text.starts_with("Invalid reference: got \"urn:uuid:"),
        "it does not look inside a Bundle for what a reference points to",
    ),
    (
        "lantana",
        "info",
        |text| text.starts_with("Value set ") && text.ends_with(" could not be found."),
        "it holds no such list; FHIR gives these lists as examples",
    ),
    (
        "lantana",
        "warning",
        |text| text.contains(questionnaire().url) && text.ends_with(" not found in value set"),
        "our own codes, where FHIR only prefers a list",
    ),
];

fn reason(remark: &Remark) -> Option<&'static str> {
    let found = EXCEPTIONS.iter().find(|(by, severity, matches, _)| {
        remark.by == *by && remark.severity == *severity && matches(&remark.text)
    });
    found.map(|(.., reason)| *reason)
}

fn form() -> Value {
    fhir::questionnaire(questionnaire(), words())
}

/// Response and bundle of the story at this index.
fn exports(position: usize) -> (Value, Value) {
    let response = &stories()[position].response;
    let result = assess(questionnaire(), response);
    let day = TIMES[0];
    (
        write_response(questionnaire(), response, words(), day),
        bundle(questionnaire(), response, &result, words(), day),
    )
}

#[test]
fn both_validators_accept_the_questionnaire_and_all_exports() {
    let mut resources = BTreeMap::from([("questionnaire".to_owned(), form())]);
    for (position, story) in stories().iter().enumerate() {
        let (response, authored) = (&story.response, TIMES[position % TIMES.len()]);
        let result = assess(questionnaire(), response);
        let name = &story.name;
        resources.insert(
            format!("{name}: response"),
            write_response(questionnaire(), response, words(), authored),
        );
        resources.insert(
            format!("{name}: bundle"),
            bundle(questionnaire(), response, &result, words(), authored),
        );
    }
    assert!(resources.len() > 2 * 270, "{} resources", resources.len());
    let remarks = remarks(&resources);
    assert!(resources.keys().eq(remarks.keys()));
    let mut wrong = Vec::new();
    let mut reasons = BTreeSet::new();
    for (name, remarks) in &remarks {
        for remark in remarks {
            match reason(remark) {
                Some(reason) => drop(reasons.insert(reason)),
                None => wrong.push(format!("{name}: {remark:?}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // An unused exception would hide the next mistake.
    assert_eq!(reasons.len(), EXCEPTIONS.len(), "{reasons:?}");
}

/// The validator that must find a mistake, its name, and a function that makes it.
type Mistake = (&'static str, &'static str, fn(&mut Value));

const IN_QUESTIONNAIRE: [Mistake; 6] = [
    ("medplum", "no status", |it| remove(it, "status")),
    ("lantana", "no such status", |it| {
        it["status"] = json!("ready")
    }),
    ("lantana", "no such type of item", |it| {
        it["item"][0]["type"] = json!("radio")
    }),
    ("medplum", "options for a text", |it| {
        it["item"][0]["type"] = json!("display")
    }),
    ("medplum", "a day that is none", |it| {
        it["date"] = json!("22.11.2026")
    }),
    ("medplum", "an element that is none", |it| {
        it["color"] = json!("blue")
    }),
];

const IN_RESPONSE: [Mistake; 7] = [
    ("lantana", "no such status", |it| {
        it["status"] = json!("done")
    }),
    ("medplum", "an item without a name", |it| {
        remove(&mut it["item"][0], "linkId")
    }),
    ("medplum", "items below item and answer", |it| {
        it["item"][0]["item"] = json!([{ "linkId": "below" }]);
    }),
    ("medplum", "two values in one answer", |it| {
        it["item"][0]["answer"][0]["valueString"] = json!("me");
    }),
    ("medplum", "an answer that says nothing", |it| {
        remove(&mut it["item"][0]["answer"][0], "valueCoding");
    }),
    ("lantana", "a number in quotes", |it| {
        it["item"][0]["answer"][0] = json!({ "valueDecimal": "1" });
    }),
    ("medplum", "a text that is null", |it| {
        it["item"][0]["text"] = Value::Null
    }),
];

const IN_BUNDLE: [Mistake; 8] = [
    ("lantana", "no such type", |it| it["type"] = json!("pile")),
    ("medplum", "a count outside a search", |it| {
        it["total"] = json!(3)
    }),
    ("medplum", "one address for two", |it| {
        it["entry"][2]["fullUrl"] = it["entry"][1]["fullUrl"].clone();
    }),
    ("medplum", "an observation of nothing", |it| {
        remove(&mut it["entry"][1]["resource"], "code")
    }),
    ("lantana", "no such status of an observation", |it| {
        it["entry"][1]["resource"]["status"] = json!("maybe");
    }),
    ("lantana", "no such status of the response inside", |it| {
        it["entry"][0]["resource"]["status"] = json!("done");
    }),
    ("medplum", "one category that is no list", |it| {
        let category = it["entry"][1]["resource"]["category"][0].clone();
        it["entry"][1]["resource"]["category"] = category;
    }),
    ("medplum", "a resource that is none", |it| {
        it["entry"][1]["resource"]["resourceType"] = json!("Feeling");
    }),
];

fn remove(value: &mut Value, name: &str) {
    value.as_object_mut().unwrap().remove(name).unwrap();
}

#[test]
fn validators_reject_broken_resources() {
    let (response, bundle) = exports(0);
    let whole = [
        ("questionnaire", form(), &IN_QUESTIONNAIRE[..]),
        ("response", response, &IN_RESPONSE[..]),
        ("bundle", bundle, &IN_BUNDLE[..]),
    ];
    let mut resources = BTreeMap::new();
    let mut expected = Vec::new();
    for (kind, whole, mistakes) in &whole {
        for (by, mistake, make) in *mistakes {
            let mut broken = whole.clone();
            make(&mut broken);
            assert_ne!(broken, *whole, "{mistake}");
            let name = format!("{kind}: {mistake}");
            resources.insert(name.clone(), broken);
            expected.push((name, *by));
        }
    }
    let remarks = remarks(&resources);
    let mut missed = Vec::new();
    for (name, by) in expected {
        let found = remarks[&name]
            .iter()
            .any(|remark| remark.by == by && reason(remark).is_none());
        if !found {
            missed.push(format!("{name}: {by} says {:?}", remarks[&name]));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
