//! What must hold whatever the input is, for everything that reads text from elsewhere.
//!
//! Each target is one function from bytes to nothing that panics when a promise is broken. The
//! fuzzer runs them on inputs of its own making; `tests/fuzzing.rs` runs them on the seeds with
//! every test run.

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
