//! What the tests of several crates share: clinical stories, random answers, drafts of content folders.
//!
//! A development dependency only: nothing of it is in the page or in a command.

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
