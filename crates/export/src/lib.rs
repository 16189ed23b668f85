//! Exports of a result: a summary to print or copy, text to read aloud, JSON for the command line,
//! and a FHIR Bundle.
//!
//! Pure formatting of the recommendation: nothing here decides, stores or sends anything.

mod answers;

mod bundle;

mod for_the_person;

mod over_time;

mod recommendation;

mod sensitivity;

mod spoken;

mod summary;

pub use answers::{answer, voice_of};
pub use bundle::{bundle, bundle_text};
pub use over_time::{over_time, place_to_start};
pub use recommendation::{alert_text, first_step_text, recommendation, sign_text};
pub use sensitivity::sensitivity;
pub use spoken::spoken;
pub use summary::{Section, Summary, summary};
