//! Shared code of the commands: errors in two halves, terminal output, bounded input, child
//! processes, and the folders of the project.

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

pub mod notes;

pub mod program;

pub mod soak;

pub mod terminal;

pub mod workspace;
