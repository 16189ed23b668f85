//! Where a person tells that a suggestion looks wrong. Nothing of the answers goes along.

/// A way to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// An address for mail.
    Mail(String),
    /// A page to open.
    Page(String),
}
