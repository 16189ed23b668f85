//! Footing: a private self-check that suggests where to start with addiction treatment.
//!
//! This crate is the Yew widget: its screens and the browser layer. Questions, rules, state machine and
//! exports are separate crates in `crates/`; `src/docs/architecture.md` is the map.

pub mod ui;

pub mod browser;

pub mod docs;
