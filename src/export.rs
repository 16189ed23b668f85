//! The result as something to take along: today as JSON for the command line.
//!
//! Everything is made from the recommendation and the words; nothing here decides anything, keeps
//! anything or sends anything. Printed pages, text and FHIR bundles belong here too.

mod recommendation;

mod sensitivity;

pub use recommendation::{alert_text, first_step_text, recommendation};
pub use sensitivity::sensitivity;
