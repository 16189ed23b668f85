//! Tells how one sheet of answers came to its result, rule by rule.

use std::path::Path;

use footing::rulebook::explanation;

use crate::content::response_in;
use crate::failure::Failure;
use crate::rulebook;
use crate::terminal::say;
use crate::workspace::Workspace;

/// Reads a FHIR QuestionnaireResponse, and prints the trace of its result.
pub fn explain(workspace: &Workspace, file: &Path) -> Result<(), Failure> {
    let response = response_in(file)?;
    let rulebook = rulebook::read(workspace)?;
    say(explanation(&rulebook, &response).trim_end());
    Ok(())
}
