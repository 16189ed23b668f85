//! Footing in a real browser.
//!
//! What the tests in `tests/` stand on, in reading order: a [`walk`](Walk) through the check with
//! the keyboard, told by a [`Vignette`]; under it a [`Session`], one browser with a fresh profile;
//! under that the driver and the [`Server`] that hands out the built page and remembers every
//! request. Things are found by their role and visible text, as a person would find them, never by
//! class. Nothing here sleeps: what takes time is waited for.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "that is how a test fails"
)]

mod walk;

mod screen;

mod vignette;

mod words;

mod session;

mod demo;

mod host;

mod visit;

mod recorder;

mod hurry;

mod embedded;

mod browser;

mod focus;

mod role;

mod command;

mod stage;

mod axe;

mod specimens;

mod driver;

mod lforms;

mod validators;

mod pdf;

mod server;

mod site;

mod endpoint;

mod nginx;

mod wordpress;

mod apache;

mod head;

mod release;

mod trap;

mod traces;

mod file;

mod folder;

mod environment;

mod semaphore;

pub use apache::{Apache, let_all_read};
pub use axe::{Axe, Violation};
pub use browser::Scripts;
pub use demo::Demo;
pub use embedded::CHOICES;
pub use endpoint::{Arrival, Endpoint};
pub use environment::{Environment, same_core};
pub use focus::Focus;
pub use folder::copy_folder;
pub use head::head_of;
pub use host::Host;
pub use lforms::{Asked, LForms};
pub use nginx::{Nginx, free_port};
pub use pdf::{pages_of, pictures_of};
pub use recorder::{RECORDER, saw_no_answer};
pub use release::Release;
pub use role::Role;
pub use screen::{Choice, Question, Screen};
pub use server::{Pages, Request, Server};
pub use session::{ConsoleLine, Session};
pub use site::Site;
pub use specimens::Specimens;
pub use stage::{Scheme, Size, Stage};
pub use trap::Trap;
pub use validators::{Remark, remarks};
pub use vignette::{Expectation, Given, Vignette, stories};
pub use visit::{Check, Visit, host_page};
pub use walk::Walk;
pub use wordpress::WordPress;
pub use words::{paper, words};
