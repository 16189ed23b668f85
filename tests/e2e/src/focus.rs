//! The focused element.

use crate::role::Role;

/// Focused element as a screen reader announces it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus {
    /// Computed role.
    pub role: String,
    /// Accessible name.
    pub name: String,
    /// Legend of the question around the element.
    pub question: Option<String>,
    /// Whether the element is a checked option.
    pub is_chosen: bool,
}

impl Focus {
    /// Whether the element has this role and name.
    pub fn is_on(&self, role: Role, name: &str) -> bool {
        role.is(&self.role) && self.name == name
    }
}
