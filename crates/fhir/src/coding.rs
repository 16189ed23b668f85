//! FHIR Coding: a code with its system and display text.

use serde_json::{Value, json};

use super::JsonText;

/// Builds a FHIR Coding.
pub(super) fn coding(system: &str, code: &str, display: &str) -> Value {
    json!({ "code": code, "display": display, "system": system })
}

/// Writes a FHIR Coding.
pub(super) fn write_coding(json: &mut JsonText, system: &str, code: &str, display: &str) {
    json.object();
    json.field("code", code);
    json.field("display", display);
    json.field("system", system);
    json.end_object();
}
