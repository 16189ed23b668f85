//! What stands in the settings, before anyone has looked at what it means.

/// The longest text that is looked at, in characters.
pub const MAX_TEXT_LEN: usize = 2000;

/// The most entries of a list or an object that are looked at.
pub const MAX_ENTRIES: usize = 64;

/// How deep values lie at most that are looked at: the day of an opening lies in the whole, in
/// `hours`, in `open` and in its stretch.
pub const MAX_DEPTH: u8 = 5;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonValue {
    /// A text, no longer than [`MAX_TEXT_LEN`].
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// A list.
    List(Vec<JsonValue>),
    /// An object.
    Map(Vec<(String, JsonValue)>),
    /// A number, nothing, or more than is looked at.
    Other,
}

impl JsonValue {
    /// The text it is.
    pub fn text(&self) -> Option<&str> {
        match self {
            JsonValue::Text(text) => Some(text),
            JsonValue::Flag(_) | JsonValue::List(_) | JsonValue::Map(_) | JsonValue::Other => None,
        }
    }

    /// The entries of a list; nothing of anything else.
    pub fn list(&self) -> &[JsonValue] {
        match self {
            JsonValue::List(entries) => entries,
            JsonValue::Text(_) | JsonValue::Flag(_) | JsonValue::Map(_) | JsonValue::Other => &[],
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&JsonValue> {
        let found = self.entries().iter().find(|(name, _)| name == key);
        found.map(|(_, value)| value)
    }

    /// The keys of an object.
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
