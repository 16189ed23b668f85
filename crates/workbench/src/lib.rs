//! A bench for those who challenge the rules: every answer by hand or from a file, and what follows.
//!
//! The second page of the library, `workbench.html`, with a module of its own, so that visitors never
//! load it. It reads and weighs with the same functions as the check: [`fhir::read_response`],
//! [`assessment::assess`]. Nothing entered here is kept or sent.
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

mod review;

pub use difference::{Difference, Moved};
pub use model::MAX_BYTES;
pub use model::{Loading, Model, Refusal};
pub use mount::{MountError, mount};
pub use msg::{Choice, Msg};
pub use render::{placeholder, render, without_scripts};
pub use update::update;
pub use words::FAILED;
