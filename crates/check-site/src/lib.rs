//! Validates a `site.json` and reports all problems at once.
//!
//! Uses the page's own parser, so that the two never disagree. Adds line and column, suggestions,
//! and extra checks.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::panic,
        reason = "that is how a test fails"
    )
)]

mod document;
mod expected;
mod extra_checks;
mod problem;
mod reader;
#[cfg(test)]
mod tests;

use std::path::Path;

use jsonc_parser::common::Ranged;
use site::MAX_BYTES;

use command_support::failure::Failure;
use command_support::input::{self, Input};
use command_support::terminal::{complain, say};
use problem::{Problem, messages};

/// Validates a settings file; prints the problems, or the keys that it sets.
pub fn check_site(file: &Path) -> Result<(), Failure> {
    let input = Input {
        what: "settings file",
        most: u64::try_from(MAX_BYTES).unwrap_or(u64::MAX),
    };
    let text = input.read(file)?;
    let name = input::name_of(file);
    let folder = (!input::is_standard_input(file)).then(|| file.parent().unwrap_or(file));
    let (text, problems) = look(&text, folder);
    if problems.is_empty() {
        say(format_args!("{name}: no problems found."));
        say(summary(text));
        return Ok(());
    }
    for line in messages(&name, text, &problems) {
        complain(line);
    }
    let count = problems.len();
    let problems = if count == 1 { "problem" } else { "problems" };
    Err(Failure::input(
        format!("{name} has {count} {problems}."),
        "Mend the places above. Until then the page leaves out what it cannot use.",
    ))
}

/// The problems of a watched file as lines; empty if there are none.
pub fn messages_of(file: &Path, bytes: &[u8]) -> Vec<String> {
    let name = input::name_of(file);
    match std::str::from_utf8(bytes) {
        Ok(text) if text.len() <= MAX_BYTES => {
            let (text, problems) = look(text, file.parent());
            messages(&name, text, &problems)
        }
        Ok(_) => vec![format!("{name} is larger than {MAX_BYTES} bytes.")],
        Err(_) => vec![format!("{name} is not UTF-8 text.")],
    }
}

/// Finds all problems. Returns them with the text that their positions refer to.
pub fn look<'a>(text: &'a str, folder: Option<&Path>) -> (&'a str, Vec<Problem>) {
    // Some editors write a byte order mark (BOM); browsers skip it too.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let problems = match document::parse(text) {
        Ok(root) => {
            let mut found = reader::problems(&root);
            found.extend(extra_checks::problems(&root, folder));
            found
        }
        Err(problem) => vec![problem],
    };
    (text, problems)
}

/// Lists the keys that a file sets.
fn summary(text: &str) -> String {
    let root = document::parse(text);
    let keys = root.iter().flat_map(|root| document::properties(root));
    let keys: Vec<&str> = keys
        .filter(|key| key.name.as_str() != "$schema" && key.end() > key.start())
        .map(|key| key.name.as_str())
        .collect();
    if keys.is_empty() {
        "It sets nothing: every default stands.".into()
    } else {
        format!("It sets {}.", keys.join(", "))
    }
}
