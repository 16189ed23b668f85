//! Footing in a real browser.
//!
//! Layers under the tests in `tests/`, top first: [`Walk`] answers the check by keyboard as a
//! [`Vignette`] says, [`Session`] is one browser with a fresh profile, and [`Server`] serves the
//! built page and records every request. Elements are located by ARIA role and visible text, as
//! people find them, never by class. Nothing sleeps: tests poll for a condition.

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

mod checked;

mod click_through;

mod embedded;

mod bidi;

mod browser;

mod capabilities;

mod engine;

mod display;

mod focus;

mod role;

mod command;

mod viewport;

mod page_tool;

mod axe;

mod equal_access;

mod html_checker;

mod specimens;

mod driver;

mod lforms;

mod validators;

mod pdf;

mod server;

mod serving;

mod site;

mod endpoint;

mod contact_visit;

mod nginx;

mod wordpress;

mod apache;

mod head;

mod release;

mod bundler_project;

mod trap;

mod traces;

mod trouble;

mod file;

mod folder;

mod environment;

mod semaphore;

pub use apache::{Apache, make_readable};
pub use axe::{Axe, Violation};
pub use browser::Scripts;
pub use bundler_project::BundlerProject;
pub use checked::checked;
pub use contact_visit::ContactVisit;
pub use demo::Demo;
pub use embedded::CHOICES;
pub use endpoint::{Endpoint, ReceivedRequest};
pub use engine::Engine;
pub use environment::{Environment, same_core};
pub use equal_access::{EqualAccess, Finding, NoFault, Occurred};
pub use focus::Focus;
pub use folder::copy_folder;
pub use head::head_of;
pub use host::Host;
pub use html_checker::{HtmlError, html_errors};
pub use lforms::{LForms, ShownItem};
pub use nginx::{Nginx, free_port};
pub use pdf::{pages_of, pictures_of};
pub use recorder::{RECORDER, assert_saw_no_answer};
pub use release::Release;
pub use role::Role;
pub use screen::{Choice, Question, Screen};
pub use server::{Fault, Pages, Request, Server};
pub use serving::Serving;
pub use session::{ConsoleLine, Session};
pub use site::Site;
pub use specimens::{OTHER_LANGUAGES, Specimens, is_checked_in_other_languages};
pub use trap::Trap;
pub use validators::{Remark, remarks};
pub use viewport::{Scheme, Size, Viewport};
pub use vignette::{Expectation, StoryAnswer, Vignette, stories};
pub use visit::{Check, Visit, host_page};
pub use walk::Walk;
pub use wordpress::WordPress;
pub use words::{locales, onward, paper, words, words_in};
