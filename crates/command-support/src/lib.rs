//! What the commands share: errors in two halves, the terminal, input of bounded length, programs that
//! they start, and the folders of the project.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::panic,
        reason = "that is how a test fails"
    )
)]

pub mod failure;

pub mod input;

pub mod program;

pub mod terminal;

pub mod workspace;
