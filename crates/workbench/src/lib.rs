//! Workbench for reviewers of the rules: set answers by hand or from a file, and see the results.
//!
//! Companion page `workbench.html` with its own WebAssembly module, which visitors never load. Uses
//! the same functions as the check: [`fhir::read_response`], [`assessment::assess`]. Stores and
//! sends nothing.
//! Start at [`Model`], then [`update()`].

mod model;

mod msg;

mod update;

mod difference;

mod view;

mod frame;

mod tools;

mod answers;

mod control;

mod outputs;

mod ratings;

mod range;

mod fired;

mod open;

mod words;

mod app;

mod event;

mod mount;

mod render;

pub use difference::{Difference, Moved};
pub use model::MAX_BYTES;
pub use model::{Loading, Model, Refusal};
pub use mount::{MountError, mount};
pub use msg::{Choice, Msg};
pub use render::{placeholder, render, without_scripts};
pub use update::update;
pub use words::FAILED;
