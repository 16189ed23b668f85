//! One object of the settings, key by key.

use super::Warning;
use super::given::JsonValue;
use super::text;

/// One object of the settings.
pub(super) struct Part<'a> {
    /// The key it stands under; empty for the outermost.
    path: &'static str,
    given: &'a JsonValue,
    warnings: &'a mut Vec<Warning>,
}

impl<'a> Part<'a> {
    /// Takes an object up, and tells of keys that nothing reads.
    pub(super) fn new(
        path: &'static str,
        given: &'a JsonValue,
        known: &[&str],
        warnings: &'a mut Vec<Warning>,
    ) -> Part<'a> {
        for key in given.keys().filter(|key| !known.contains(key)) {
            warnings.push(Warning::Unknown(named(path, text::shown(key).as_str())));
        }
        Part {
            path,
            given,
            warnings,
        }
    }

    /// Reads a value, if it is there. What cannot be read is told, and left out.
    ///
    /// A function, not a closure: the module that visitors load holds it once for each kind of value.
    pub(super) fn take<T>(&mut self, key: &str, read: fn(&JsonValue) -> Option<T>) -> Option<T> {
        let value = read(self.given.get(key)?);
        if value.is_none() {
            self.warnings.push(Warning::Unfit(named(self.path, key)));
        }
        value
    }

    /// Reads a value that has to be there.
    pub(super) fn need<T>(&mut self, key: &str, read: fn(&JsonValue) -> Option<T>) -> Option<T> {
        if self.given.get(key).is_none() {
            self.warnings.push(Warning::Unfit(named(self.path, key)));
        }
        self.take(key, read)
    }

    /// Takes up an object inside this one.
    pub(super) fn part(&mut self, key: &'static str, known: &[&str]) -> Option<Part<'_>> {
        match self.given.get(key)? {
            inner @ JsonValue::Map(_) => Some(Part::new(key, inner, known, self.warnings)),
            JsonValue::Text(_) | JsonValue::Flag(_) | JsonValue::List(_) | JsonValue::Other => {
                self.warnings.push(Warning::Unfit(key.to_owned()));
                None
            }
        }
    }
}

/// A list whose every entry can be read. One that cannot spoils it: half a list would say "no" of the
/// rest.
pub(super) fn list<T>(given: &JsonValue, read: fn(&JsonValue) -> Option<T>) -> Option<Vec<T>> {
    match given {
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
