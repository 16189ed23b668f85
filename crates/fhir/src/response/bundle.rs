//! Finds the one `QuestionnaireResponse`: alone, or inside a Bundle.

use serde_json::Value;

use super::check_modifiers;
use super::error::{ResponseError, error, shown};

const RESPONSE: &str = "QuestionnaireResponse";

/// The only accepted Bundle type: others request an action or hold a history.
const COLLECTION: &str = "collection";

/// Returns the response with its path, empty if it is not in a Bundle. Ignores the other resources
/// of a Bundle, but rejects modifiers that change the meaning of the response.
pub(super) fn find(sent: &Value) -> Result<(String, &Value), ResponseError> {
    let kind = sent.get("resourceType");
    match kind.and_then(Value::as_str) {
        Some(RESPONSE) => Ok((String::new(), sent)),
        Some("Bundle") => inside(sent),
        Some(_) | None => {
            let found = shown(kind);
            Err(error(
                "resourceType",
                format!("found {found}, expected \"{RESPONSE}\", or \"Bundle\" with one inside"),
            ))
        }
    }
}

fn inside(bundle: &Value) -> Result<(String, &Value), ResponseError> {
    check_modifiers("", bundle)?;
    let kind = bundle.get("type");
    if kind.and_then(Value::as_str) != Some(COLLECTION) {
        let found = shown(kind);
        return Err(error(
            "type",
            format!("found {found}, expected \"{COLLECTION}\""),
        ));
    }
    let entries = bundle.get("entry");
    let Some(list) = entries.and_then(Value::as_array) else {
        let found = shown(entries);
        return Err(error(
            "entry",
            format!("found {found}, expected a list with one {RESPONSE} in it"),
        ));
    };
    let mut found = None;
    for (position, entry) in list.iter().enumerate() {
        let Some(resource) = entry
            .get("resource")
            .filter(|resource| is_response(resource))
        else {
            continue;
        };
        let path = format!("entry[{position}]");
        check_modifiers(&path, entry)?;
        let path = format!("{path}.resource");
        if found.is_some() {
            return Err(error(&path, format!("a second {RESPONSE}, expected one")));
        }
        found = Some((path, resource));
    }
    found.ok_or_else(|| error("entry", format!("no {RESPONSE} in it, expected one")))
}

fn is_response(resource: &Value) -> bool {
    resource.get("resourceType").and_then(Value::as_str) == Some(RESPONSE)
}
