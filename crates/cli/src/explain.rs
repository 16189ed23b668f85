//! `assess --explain`: how one set of answers came to its result, rule by rule.

use std::path::Path;

use rulebook::explanation;

use crate::assess::response_in;
use crate::method;
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
