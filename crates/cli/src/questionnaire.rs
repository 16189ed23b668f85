//! `questionnaire`: prints the whole questionnaire as a FHIR Questionnaire.

use command_support::failure::Failure;
use command_support::workspace::Workspace;

use crate::output::print;
use crate::words::words_of;

/// Prints the whole questionnaire as a FHIR Questionnaire.
pub fn questionnaire(workspace: &Workspace, locale: &str) -> Result<(), Failure> {
    let words = words_of(workspace, locale)?;
    print(&fhir::questionnaire(content::questionnaire(), &words))
}
