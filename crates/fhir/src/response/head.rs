//! Validates the `status` of a response and the questionnaire it answers.

use std::collections::BTreeSet;

use serde_json::Value;

use assessment::Questionnaire;

use super::error::{ResponseError, error, short, shown};

/// The accepted FHIR status codes.
const STATUSES: [&str; 4] = ["in-progress", "completed", "amended", "stopped"];

/// FHIR's status code for a response that was withdrawn as a mistake.
const ENTERED_IN_ERROR: &str = "entered-in-error";

/// Checks that the response answers this questionnaire and was not withdrawn.
pub(super) fn check(questionnaire: &Questionnaire, response: &Value) -> Result<(), ResponseError> {
    check_status(response.get("status"))?;
    check_canonical(questionnaire, response)
}

/// Accepts a missing status: FHIR requires it, but some senders leave it out, which is harmless.
fn check_status(status: Option<&Value>) -> Result<(), ResponseError> {
    let Some(status) = status else { return Ok(()) };
    let code = status.as_str();
    if code.is_some_and(|code| STATUSES.contains(&code)) {
        return Ok(());
    }
    let found = if code == Some(ENTERED_IN_ERROR) {
        format!("these answers were taken back (\"{ENTERED_IN_ERROR}\")")
    } else {
        format!("found {}", shown(Some(status)))
    };
    let known = STATUSES.join(", ");
    Err(error("status", format!("{found}, expected one of {known}")))
}

fn check_canonical(questionnaire: &Questionnaire, response: &Value) -> Result<(), ResponseError> {
    let Some(named) = response.get("questionnaire") else {
        return Ok(());
    };
    let Some(canonical) = named.as_str() else {
        return Err(error(
            "questionnaire",
            format!("found {}, expected a text", shown(Some(named))),
        ));
    };
    let (url, version) = canonical
        .split_once('|')
        .map_or((canonical, None), |(url, version)| (url, Some(version)));
    if url != questionnaire.url {
        return Err(error(
            "questionnaire",
            format!(
                "these are answers to '{}', expected '{}'",
                short(url),
                questionnaire.url
            ),
        ));
    }
    match version {
        Some(version) if version < questionnaire.edition.since => Err(error(
            "questionnaire",
            format!(
                "these are answers to version '{}', an earlier edition, expected '{}'; nothing was carried over, and these questions have to be asked again: {}",
                short(version),
                questionnaire.version,
                not_carried_over(questionnaire, response),
            ),
        )),
        Some(version) if version != questionnaire.version => Err(error(
            "questionnaire",
            format!(
                "these are answers to version '{}', expected '{}'",
                short(version),
                questionnaire.version
            ),
        )),
        Some(_) | None => Ok(()),
    }
}

/// Lists the items of a response to an earlier edition that were retired or changed their meaning.
fn not_carried_over(questionnaire: &Questionnaire, response: &Value) -> String {
    let edition = &questionnaire.edition;
    let mut sent = BTreeSet::new();
    collect_names(response, &mut sent);
    let changed = edition.asked_again.iter().map(|item| item.0);
    let names = edition.retired.iter().copied().chain(changed);
    let names: Vec<&str> = names.filter(|name| sent.contains(name)).collect();
    if names.is_empty() {
        return "those that are new".to_owned();
    }
    names.join(", ")
}

/// Collects every link id. The recursion is bounded by the depth limit of the JSON parser.
fn collect_names<'a>(value: &'a Value, names: &mut BTreeSet<&'a str>) {
    for list in ["item", "answer"] {
        let inside = value.get(list).and_then(Value::as_array);
        for inside in inside.into_iter().flatten() {
            names.extend(inside.get("linkId").and_then(Value::as_str));
            collect_names(inside, names);
        }
    }
}
