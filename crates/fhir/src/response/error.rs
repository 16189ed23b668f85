//! The error for a response that cannot be read: where, and what was expected there.

use std::fmt;

use serde_json::Value;

/// Maximum number of characters of the input that a message quotes.
const MAX_LEN: usize = 80;

/// Error at one element of the response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseError {
    /// Path of the element, such as `item[3].answer[0].valueCoding.code`.
    pub location: String,
    /// What was found and what was expected.
    pub message: String,
}

impl fmt::Display for ResponseError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.location, self.message)
    }
}

impl ResponseError {
    /// Prefixes the path with that of the enclosing element.
    pub(super) fn inside(self, location: &str) -> ResponseError {
        if location.is_empty() {
            return self;
        }
        ResponseError {
            location: [location, ".", &self.location].concat(),
            ..self
        }
    }
}

pub(super) fn error(location: &str, message: impl Into<String>) -> ResponseError {
    ResponseError {
        location: location.to_owned(),
        message: message.into(),
    }
}

/// Describes the value that was found: its type, or the start of a text.
pub(super) fn shown(value: Option<&Value>) -> String {
    match value {
        None => "nothing".into(),
        Some(Value::Null) => "null".into(),
        Some(Value::Bool(_)) => "true or false".into(),
        Some(Value::Number(_)) => "a number".into(),
        Some(Value::Array(_)) => "a list".into(),
        Some(Value::Object(_)) => "an object".into(),
        Some(Value::String(text)) => format!("\"{}\"", short(text)),
    }
}

/// Truncates a text and escapes control characters, which a terminal would obey or hide.
pub(super) fn short(text: &str) -> String {
    let mut letters = text.escape_debug();
    let mut short: String = letters.by_ref().take(MAX_LEN).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}
