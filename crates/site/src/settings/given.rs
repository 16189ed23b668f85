//! What stands in the settings, before anyone has looked at what it means.

/// The longest text that is looked at, in characters.
pub const LONGEST_TEXT: usize = 2000;

/// The most entries of a list or an object that are looked at.
pub const MOST_ENTRIES: usize = 64;

/// How deep values lie at most that are looked at: the day of an opening lies in the whole, in
/// `hours`, in `open` and in its stretch.
pub const DEEPEST: u8 = 5;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// A text, no longer than [`LONGEST_TEXT`].
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// A list.
    List(Vec<Given>),
    /// An object.
    Map(Vec<(String, Given)>),
    /// A number, nothing, or more than is looked at.
    Other,
}

impl Given {
    /// The text it is.
    pub fn text(&self) -> Option<&str> {
        match self {
            Given::Text(text) => Some(text),
            Given::Flag(_) | Given::List(_) | Given::Map(_) | Given::Other => None,
        }
    }

    /// The entries of a list; nothing of anything else.
    pub fn list(&self) -> &[Given] {
        match self {
            Given::List(entries) => entries,
            Given::Text(_) | Given::Flag(_) | Given::Map(_) | Given::Other => &[],
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Given> {
        let found = self.entries().iter().find(|(name, _)| name == key);
        found.map(|(_, value)| value)
    }

    /// The keys of an object.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries().iter().map(|(name, _)| name.as_str())
    }

    fn entries(&self) -> &[(String, Given)] {
        match self {
            Given::Map(entries) => entries,
            Given::Text(_) | Given::Flag(_) | Given::List(_) | Given::Other => &[],
        }
    }
}
