//! The commands that show what the library knows.

use std::path::Path;

use footing::assessment::{Response, assess as suggest};
use footing::content::author;
use footing::content::words::Words;
use footing::{content, export, fhir};

use crate::failure::Failure;
use crate::input::{self, Input};
use crate::terminal::say;
use crate::workspace::Workspace;

/// A response that answers everything, with the words of every answer and the whole questionnaire
/// inside, holds less than a tenth of this.
const RESPONSE: Input = Input {
    what: "QuestionnaireResponse",
    most: 4 * 1024 * 1024,
};

/// Reads a FHIR QuestionnaireResponse, and writes the recommendation as JSON.
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

/// Writes the whole questionnaire as a FHIR Questionnaire.
pub fn questionnaire(workspace: &Workspace, locale: &str) -> Result<(), Failure> {
    let words = words_of(workspace, locale)?;
    print(&fhir::questionnaire(content::questionnaire(), &words))
}

/// Writes the words of each language as the page loads them.
pub fn words(workspace: &Workspace) -> Result<(), Failure> {
    for locale in author::locales(&workspace.content()) {
        say(words_json(&words_of(workspace, &locale)?)?);
    }
    Ok(())
}

/// The words of one language, read from their files.
pub fn words_of(workspace: &Workspace, locale: &str) -> Result<Words, Failure> {
    let folder = workspace.content();
    let known = author::locales(&folder);
    if !known.iter().any(|name| name == locale) {
        return Err(Failure::input(
            format!("There are no words for the language '{locale}'."),
            format!("Choose one of: {}.", known.join(", ")),
        ));
    }
    author::words(&folder, locale).map_err(|problems| {
        let lines: Vec<String> = problems
            .iter()
            .map(|problem| format!("src/content/{problem}"))
            .collect();
        Failure::work(
            format!("The content has mistakes.\n{}", lines.join("\n")),
            "Mend these lines, then run the command again.",
        )
    })
}

/// The words of one language as the page loads them: a list of texts in a fixed order.
pub fn words_json(words: &Words) -> Result<String, Failure> {
    serde_json::to_string(&words.write()).map_err(|error| {
        Failure::work(
            format!("The words cannot be written: {error}."),
            "Report this: it is a bug.",
        )
    })
}

fn print(value: &serde_json::Value) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|error| {
        Failure::work(
            format!("The result cannot be written: {error}."),
            "Report this: it is a bug.",
        )
    })?;
    say(text);
    Ok(())
}
