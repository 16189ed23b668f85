//! How a response that cannot be read is told.

use std::fmt;

use serde_json::Value;

/// What was found is told up to this many letters.
const MAX_LEN: usize = 80;

/// Something in the response cannot be read: where, and what was expected there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseError {
    /// The place, such as `item[3].answer[0].valueCoding.code`.
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
    /// The same, told from further out.
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

/// What was found, in short: never a long or hostile text in full.
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

/// The beginning of a text, with what a terminal would obey or hide written out.
pub(super) fn short(text: &str) -> String {
    let mut letters = text.escape_debug();
    let mut short: String = letters.by_ref().take(MAX_LEN).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}
