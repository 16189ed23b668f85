//! Untyped JSON value of the settings, before validation.

/// Maximum length of a text, in characters.
pub const MAX_TEXT_LEN: usize = 2000;

/// Maximum number of entries of a list or an object.
pub const MAX_ENTRIES: usize = 64;

/// Maximum nesting depth: the day of an opening is inside the root object, `hours`, `open` and the
/// interval.
pub const MAX_DEPTH: u8 = 5;

/// JSON value within the limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonValue {
    /// String, at most [`MAX_TEXT_LEN`] characters.
    Text(String),
    /// Boolean.
    Flag(bool),
    /// Array.
    List(Vec<JsonValue>),
    /// Object, with its entries in order.
    Map(Vec<(String, JsonValue)>),
    /// Number, `null`, or a value above the limits.
    Other,
}

impl JsonValue {
    /// Returns the text of a string.
    pub fn text(&self) -> Option<&str> {
        match self {
            JsonValue::Text(text) => Some(text),
            JsonValue::Flag(_) | JsonValue::List(_) | JsonValue::Map(_) | JsonValue::Other => None,
        }
    }

    /// Returns the entries of an array; an empty slice for any other value.
    pub fn list(&self) -> &[JsonValue] {
        match self {
            JsonValue::List(entries) => entries,
            JsonValue::Text(_) | JsonValue::Flag(_) | JsonValue::Map(_) | JsonValue::Other => &[],
        }
    }

    /// Looks up a key of an object.
    pub fn get(&self, key: &str) -> Option<&JsonValue> {
        let found = self.entries().iter().find(|(name, _)| name == key);
        found.map(|(_, value)| value)
    }

    /// Iterates over the keys of an object.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries().iter().map(|(name, _)| name.as_str())
    }

    fn entries(&self) -> &[(String, JsonValue)] {
        match self {
            JsonValue::Map(entries) => entries,
            JsonValue::Text(_) | JsonValue::Flag(_) | JsonValue::List(_) | JsonValue::Other => &[],
        }
    }
}
