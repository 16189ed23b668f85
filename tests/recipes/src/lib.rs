//! What the test of the recipes stands on: the text of `CONTRIBUTING.md`, a copy of the project to perform
//! them on, and the checks that need no build.
//!
//! A development tool only: it is part of neither the page nor a command. Start at [`guide`].

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of a test"
)]

pub mod check;

pub mod guide;

pub mod story;

pub mod tree;
