//! `assess --explain` and `explain`: trace a result, rule by rule.

use std::path::Path;

use assessment::assess;
use rulebook::explanation;

use crate::assess::response_in;
use crate::method;
use crate::words::words_of;
use command_support::failure::Failure;
use command_support::terminal::say;
use command_support::workspace::Workspace;

/// Reads a FHIR QuestionnaireResponse, and prints the trace of its result.
pub fn explain(workspace: &Workspace, file: &Path) -> Result<(), Failure> {
    let response = response_in(file)?;
    let rulebook = method::read(workspace)?;
    say(explanation(&rulebook, &response).trim_end());
    Ok(())
}

/// Decodes a result code, and prints the clinician page and the trace.
pub fn explain_code(workspace: &Workspace, code: &str) -> Result<(), Failure> {
    let questionnaire = content::questionnaire();
    let response = result_code::decode(questionnaire, code)
        .map_err(|error| Failure::input(error.to_string(), error.advice()))?;
    let words = words_of(workspace, "en")?;
    let result = assess(questionnaire, &response);
    say(export::summary(questionnaire, &response, &result, &words).text());
    let rulebook = method::read(workspace)?;
    say(explanation(&rulebook, &response).trim_end());
    Ok(())
}
