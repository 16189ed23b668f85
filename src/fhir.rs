//! FHIR R4 in and out: the questionnaire as others can render it, answers as others can send them.
//!
//! One room for the command line and the page. It converts by hand at the edge and knows no screen,
//! no file and no network. No subject and no name are ever written.
//! Start at [`questionnaire`] and [`read_response`].

mod questionnaire;

mod response;

pub use questionnaire::questionnaire;
pub use response::{ResponseError, read_response};

/// FHIR's code for "asked, and the person does not know".
pub const ASKED_UNKNOWN: &str = "asked-unknown";

/// FHIR's code for "asked, and the person would rather not say".
pub const ASKED_DECLINED: &str = "asked-declined";

/// The code system of the two standing answers.
pub const DATA_ABSENT_REASON: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

/// The code system of our own options: one per questionnaire, codes are the option codes.
pub fn option_system(url: &str) -> String {
    format!("{url}/options")
}

/// The code system of the evidence file's question ids.
pub fn evidence_system(url: &str) -> String {
    format!("{url}/evidence")
}
