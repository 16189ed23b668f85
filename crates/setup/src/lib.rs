//! A page for site owners: settings by form, and what to copy or download beside it.
//!
//! The third page of the library, `setup.html`, with a module of its own, so that visitors never load
//! it. What is typed is read by the same function as a finished `site.json`
//! ([`site::settings`]), drawn by the same screens ([`footing::ui::screen`]), and the headers come
//! from [`site::hosting`]. Nothing entered here is kept or sent.
//! Start at [`Model`], then [`update()`], then what is written of it: [`site_json`], [`snippet`].

mod field;

mod choice;

mod model;

mod msg;

mod update;

mod draft;

mod opening;

mod problem;

mod color;

mod snippet;

mod output;

mod view;

mod frame;

mod form;

mod control;

mod preview;

mod outputs;

mod words;

mod app;

mod event;

mod paint;

mod mount;

mod render;

pub use choice::{Ability, Mode, PreviewScreen, Theme};
pub use draft::{draft, site_json};
pub use field::Field;
pub use model::Model;
pub use mount::{MountError, mount};
pub use msg::{Msg, Pick};
pub use opening::{Opening, Refusal};
pub use problem::problem;
pub use render::{placeholder, render, without_scripts};
pub use snippet::snippet;
pub use update::update;
pub use words::FAILED;
