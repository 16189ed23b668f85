//! FHIR Coding: a code with its system and display text.

use serde_json::{Map, Value};

/// Builds a FHIR Coding.
pub fn coding(system: &str, code: &str, display: &str) -> Value {
    let mut coding = Map::new();
    coding.insert("system".to_owned(), system.into());
    coding.insert("code".to_owned(), code.into());
    coding.insert("display".to_owned(), display.into());
    Value::Object(coding)
}
