//! FHIR R4 in and out: the questionnaire as others can render it, answers as others can send them.
//!
//! One room for the command line and the page. It converts by hand at the edge and knows no screen,
//! no file and no network. No subject and no name are ever written.
//! What is supported, and who has looked, stands in `src/docs/fhir-conformance.md`.
//! Start at [`questionnaire`], [`write_response`] and [`read_response`].

mod coding;

mod enable_when;

mod questionnaire;

mod response;

mod written_response;

pub use coding::coding;
pub use questionnaire::questionnaire;
pub use response::{ResponseError, read_response};
pub use written_response::write_response;

use assessment::Questionnaire;

/// FHIR's code for "asked, and the person does not know".
pub const ASKED_UNKNOWN: &str = "asked-unknown";

/// FHIR's code for "asked, and the person would rather not say".
pub const ASKED_DECLINED: &str = "asked-declined";

/// The code system of the two standing answers.
pub const DATA_ABSENT_REASON: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

/// FHIR's extension for the place of a code in an order of concern.
pub const ORDINAL_VALUE: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

/// The code system of our own options: one per questionnaire, codes are the option codes.
pub fn option_system(url: &str) -> String {
    [url, "/options"].concat()
}

/// The code system of the evidence file's question ids.
pub fn evidence_system(url: &str) -> String {
    [url, "/evidence"].concat()
}

/// The code system of what a recommendation holds and says: one code per output and per value.
pub fn output_system(url: &str) -> String {
    [url, "/outputs"].concat()
}

/// The name of a questionnaire with its version, as FHIR joins them.
pub fn canonical(questionnaire: &Questionnaire) -> String {
    [questionnaire.url, "|", questionnaire.version].concat()
}
