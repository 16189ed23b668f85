//! Internationalization (i18n): the texts of one locale, which the page loads beside the wasm
//! module.
//!
//! Texts are serialized as a flat list in a fixed order ([`wire`]); [`filling`] replaces
//! placeholders in braces. The crate contains no thresholds and no clinical claims. Start at
//! [`Words`].

pub mod phrases;

pub mod filling;

pub mod wire;

mod locale;

mod said;

mod words;

pub use said::{Said, SaidList, Voice};
pub use words::*;

/// Strips the examples from an option: everything from a colon or "such as" on.
pub fn short_option(option: &str) -> &str {
    let name = option.split(", such as ").next().unwrap_or(option);
    name.split(": ").next().unwrap_or(name)
}
