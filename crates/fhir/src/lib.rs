//! FHIR R4 import and export: a Questionnaire for other renderers, and QuestionnaireResponses.
//!
//! Shared by the command line and the page. Knows no screen, no file and no network, and never
//! writes a subject or a name.
//! `src/docs/fhir-conformance.md` lists what is supported and how it was validated.
//! Start at [`questionnaire`], [`write_response`] and [`read_response`].

mod coding;

mod enable_when;

mod json_text;

mod questionnaire;

mod response;

mod written_response;

use coding::coding;
pub use json_text::JsonText;
pub use questionnaire::questionnaire;
pub use response::{ResponseError, read_response};
pub use written_response::{write_response, write_response_to};

use assessment::Questionnaire;

/// FHIR's code for "asked, and the person does not know".
pub const ASKED_UNKNOWN: &str = "asked-unknown";

/// FHIR's code for "asked, and the person would rather not say".
pub const ASKED_DECLINED: &str = "asked-declined";

/// The code system of the two missing-data answers, "not sure" and "rather not say".
pub const DATA_ABSENT_REASON: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

/// FHIR extension that gives an option its rank in the order of concern.
pub const ORDINAL_VALUE: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

/// Code system of the questionnaire's own options; its codes are the option codes.
pub fn option_system(url: &str) -> String {
    [url, "/options"].concat()
}

/// Code system of the question ids in the clinical evidence.
pub fn evidence_system(url: &str) -> String {
    [url, "/evidence"].concat()
}

/// Code system of a recommendation: one code per output and per value.
pub fn output_system(url: &str) -> String {
    [url, "/outputs"].concat()
}

/// Canonical URL of a questionnaire with its version: `url|version`.
pub fn canonical(questionnaire: &Questionnaire) -> String {
    [questionnaire.url, "|", questionnaire.version].concat()
}
