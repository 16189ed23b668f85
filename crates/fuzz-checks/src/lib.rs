//! What must hold whatever the input is, for everything that reads text from elsewhere.
//!
//! Each target is one function from bytes to nothing that panics when a promise is broken. The fuzzer
//! (`tests/fuzz`) runs them on inputs of its own making; the tests run them on seeds and on what was
//! found before.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a broken promise is told by a panic"
)]

pub mod content;

pub mod journey;

pub mod read_response;

pub mod seeds;

pub mod site;

pub mod words;

/// A target: its name and what it runs.
pub type Target = (&'static str, fn(&[u8]));

/// Every target by name.
pub const TARGETS: [Target; 5] = [
    ("content", content::run),
    ("journey", journey::run),
    ("read_response", read_response::run),
    ("site", site::run),
    ("words", words::run),
];
