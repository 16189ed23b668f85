//! Where the focus is.

use crate::role::Role;

/// The element that answers the next key, as a screen reader tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus {
    /// Its role in the browser's words.
    pub role: String,
    /// Its accessible name.
    pub name: String,
    /// The question it belongs to, by the words of its legend.
    pub question: Option<String>,
    /// Whether it is a choice that is made.
    pub is_chosen: bool,
}

impl Focus {
    /// Whether the focus is on this.
    pub fn is_on(&self, role: Role, name: &str) -> bool {
        role.is(&self.role) && self.name == name
    }
}
