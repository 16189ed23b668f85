//! Footing: a private self-check that suggests where to start with addiction treatment.
//!
//! A visitor answers in the browser; the answers stay there. The rooms, in reading order, are below;
//! imports point from the later ones to the earlier ones, never back.

pub mod assessment;

pub mod content;

pub mod site;

pub mod journey;

pub mod fhir;

pub mod export;

pub mod contact;

pub mod hosting;

#[cfg(feature = "proof")]
pub mod proof;

#[cfg(feature = "browser")]
pub mod ui;

#[cfg(feature = "browser")]
pub mod browser;

#[cfg(feature = "browser")]
pub mod companion;

#[cfg(feature = "browser")]
pub mod workbench;

#[cfg(feature = "browser")]
pub mod setup;

#[cfg(feature = "author")]
pub mod vignettes;

#[cfg(feature = "author")]
pub mod markup;

#[cfg(feature = "author")]
pub mod rulebook;

#[cfg(feature = "author")]
pub mod paper;

pub mod docs;
