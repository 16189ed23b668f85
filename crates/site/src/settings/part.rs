//! Reader for one JSON object of the settings.

use super::Warning;
use super::json_value::JsonValue;
use super::text;

/// Reader for one JSON object; collects warnings.
pub(super) struct Part<'a> {
    /// Key of the object; empty for the outermost.
    path: &'static str,
    value: &'a JsonValue,
    warnings: &'a mut Vec<Warning>,
}

impl<'a> Part<'a> {
    /// Creates a reader, and warns about unknown keys.
    pub(super) fn new(
        path: &'static str,
        value: &'a JsonValue,
        known: &[&str],
        warnings: &'a mut Vec<Warning>,
    ) -> Part<'a> {
        for key in value.keys().filter(|key| !known.contains(key)) {
            warnings.push(Warning::Unknown(named(path, text::shown(key).as_str())));
        }
        Part {
            path,
            value,
            warnings,
        }
    }

    /// Parses an optional value; warns about an invalid one and drops it.
    ///
    /// `read` is a function pointer, not a generic closure: fewer copies in the wasm module.
    pub(super) fn optional<T>(
        &mut self,
        key: &str,
        read: fn(&JsonValue) -> Option<T>,
    ) -> Option<T> {
        let value = read(self.value.get(key)?);
        if value.is_none() {
            self.warnings.push(Warning::Unfit(named(self.path, key)));
        }
        value
    }

    /// Parses a required value; warns if it is missing or invalid.
    pub(super) fn required<T>(
        &mut self,
        key: &str,
        read: fn(&JsonValue) -> Option<T>,
    ) -> Option<T> {
        if self.value.get(key).is_none() {
            self.warnings.push(Warning::Unfit(named(self.path, key)));
        }
        self.optional(key, read)
    }

    /// Creates a reader for an object inside this one.
    pub(super) fn part(&mut self, key: &'static str, known: &[&str]) -> Option<Part<'_>> {
        match self.value.get(key)? {
            inner @ JsonValue::Map(_) => Some(Part::new(key, inner, known, self.warnings)),
            JsonValue::Text(_) | JsonValue::Flag(_) | JsonValue::List(_) | JsonValue::Other => {
                self.warnings.push(Warning::Unfit(key.to_owned()));
                None
            }
        }
    }
}

/// Parses a list. One invalid entry makes the whole list invalid: a partial list would mean "no"
/// for the rest.
pub(super) fn list<T>(value: &JsonValue, read: fn(&JsonValue) -> Option<T>) -> Option<Vec<T>> {
    match value {
        JsonValue::List(entries) => entries.iter().map(read).collect(),
        JsonValue::Text(_) | JsonValue::Flag(_) | JsonValue::Map(_) | JsonValue::Other => None,
    }
}

fn named(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}
