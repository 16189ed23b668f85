//! The commands that show what the library knows.

use std::io::Read;
use std::path::Path;

use footing::assessment::assess as suggest;
use footing::content::author;
use footing::content::words::Words;
use footing::{content, export, fhir};

use crate::failure::Failure;
use crate::terminal::say;
use crate::workspace::Workspace;

/// A response may hold this many bytes: far more than every answer with its words, far less than
/// would tire this computer.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Reads a FHIR QuestionnaireResponse, and writes the recommendation as JSON.
pub fn assess(workspace: &Workspace, file: &Path) -> Result<(), Failure> {
    let name = if file == Path::new("-") {
        "standard input".into()
    } else {
        file.display().to_string()
    };
    let text = read(file, &name)?;
    let questionnaire = content::questionnaire();
    let response = fhir::read_response(questionnaire, &text).map_err(|error| {
        Failure::input(
            format!("{name}: {error}."),
            "Mend that place, or make a new response from `cargo xtask questionnaire`.",
        )
    })?;
    let words = words_of(workspace, "en")?;
    let recommendation = suggest(questionnaire, &response);
    print(&export::recommendation(&recommendation, &words))
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

fn read(file: &Path, name: &str) -> Result<String, Failure> {
    let unreadable = |error: std::io::Error| {
        Failure::input(
            format!("{name} cannot be read: {error}."),
            "Name a QuestionnaireResponse as a JSON file, or `-` for standard input.",
        )
    };
    let mut bytes = Vec::new();
    if name == "standard input" {
        std::io::stdin()
            .take(MOST_BYTES + 1)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
    } else {
        let file = std::fs::File::open(file).map_err(unreadable)?;
        file.take(MOST_BYTES + 1)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
    }
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MOST_BYTES) {
        return Err(Failure::input(
            format!("{name} is larger than {MOST_BYTES} bytes."),
            "A QuestionnaireResponse of this questionnaire is much smaller; check the file.",
        ));
    }
    String::from_utf8(bytes).map_err(|error| {
        Failure::input(
            format!(
                "{name} is not UTF-8 text, from byte {} on.",
                error.utf8_error().valid_up_to()
            ),
            "Save it as UTF-8 JSON.",
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
