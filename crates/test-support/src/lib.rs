//! Shared test support: clinical stories, random answers, copies of content folders.
//!
//! A development dependency only: it is part of neither the page nor a command.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "helpers of tests"
)]

pub mod browser;

pub mod draft;

pub mod large;

pub mod markup;

pub mod sheets;

pub mod stories;

pub mod walk;

use std::path::PathBuf;

/// The root folder of the project.
pub fn root() -> PathBuf {
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    own.join("../..")
}

/// The content folder.
pub fn content_folder() -> PathBuf {
    root().join("crates/content")
}
