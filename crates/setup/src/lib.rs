//! Setup page for site owners: a form for the settings, and files and snippets to copy or download.
//!
//! Companion page `setup.html` with its own WebAssembly module, which visitors never load. It
//! parses the input with [`site::settings`], as the check does with `site.json`, renders the
//! preview with [`footing::ui::screen`], and gets the headers from [`site::hosting`]. Stores and
//! sends nothing. Start at [`Model`], then [`update()`], then the outputs: [`site_json`],
//! [`snippet`].

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
