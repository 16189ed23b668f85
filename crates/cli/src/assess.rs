//! `assess`: reads a FHIR QuestionnaireResponse and prints the recommendation as JSON.

use std::path::Path;

use assessment::{Response, assess as suggest};

use command_support::failure::Failure;
use command_support::input::{self, Input};
use command_support::workspace::Workspace;

use crate::output::print;
use crate::words::words_of;

/// Input size limit. A complete response, with the text of every answer and the questionnaire as a contained
/// resource, uses less than a tenth of it.
const RESPONSE: Input = Input {
    what: "QuestionnaireResponse",
    most: 4 * 1024 * 1024,
};

/// Reads a FHIR QuestionnaireResponse, and prints the recommendation as JSON.
pub fn assess(workspace: &Workspace, file: &Path) -> Result<(), Failure> {
    let response = response_in(file)?;
    let words = words_of(workspace, "en")?;
    let questionnaire = content::questionnaire();
    let recommendation = suggest(questionnaire, &response);
    let mut written = export::recommendation(&recommendation, &words);
    if let Some(written) = written.as_object_mut() {
        let sensitivity = export::sensitivity(questionnaire, &response, &recommendation);
        written.insert("sensitivity".to_owned(), sensitivity);
    }
    print(&written)
}

/// Reads a FHIR QuestionnaireResponse, alone or in a Bundle.
pub fn response_in(file: &Path) -> Result<Response, Failure> {
    let text = RESPONSE.read(file)?;
    let name = input::name_of(file);
    fhir::read_response(content::questionnaire(), &text).map_err(|error| {
        Failure::input(
            format!("{name}: {error}."),
            "Mend that place, or make a new response from `cargo xtask questionnaire`.",
        )
    })
}
