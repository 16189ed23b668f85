//! Fuzz targets: what must hold for any input to every parser of untrusted text.
//!
//! Each target is a function of bytes that panics on a violation. The fuzzer (`tests/fuzz`) runs
//! them on generated inputs; the tests run them on the seeds and the corpus.

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

pub mod replay;

pub mod result_code;

pub mod saved;

pub mod seeds;

pub mod site;

pub mod words;

/// A target: name and function.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 8] = [
    ("content", content::run),
    ("journey", journey::run),
    ("read_response", read_response::run),
    ("replay", replay::run),
    ("result_code", result_code::run),
    ("saved", saved::run),
    ("site", site::run),
    ("words", words::run),
];
