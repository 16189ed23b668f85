//! The core of the suite, for every engine: Chromium, Firefox and WebKitGTK.
//!
//! `cargo xtask test` runs it three times, with `FOOTING_ENGINE` set. It uses no command of a single
//! driver: `src/docs/browsers.md` lists what the drivers cannot do.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod countries;
mod embedded;
mod first_pages;
mod history;
mod keeping;
mod languages;
mod leaving;
mod older_browsers;
mod whole_run;
