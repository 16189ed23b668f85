//! The texts of one language (i18n), as the page loads them beside the module.
//!
//! Texts travel as a flat list in a fixed order ([`wire`]); placeholders in braces are filled by
//! [`filling`]. Thresholds and clinical claims never come here. Start at [`Words`].

pub mod phrases;

pub mod filling;

pub mod wire;

mod said;

mod words;

pub use said::{Said, SaidList, Voice};
pub use words::*;

/// An option without its examples, which stand behind a colon or "such as".
pub fn short_option(option: &str) -> &str {
    let name = option.split(", such as ").next().unwrap_or(option);
    name.split(": ").next().unwrap_or(name)
}
