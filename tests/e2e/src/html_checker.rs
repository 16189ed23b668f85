//! The W3C's checker of HTML (Nu Html Checker), run once for many pages.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use crate::environment::{npm, path};

/// An error in the HTML of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HtmlError {
    /// Name of the page.
    pub page: String,
    /// What is wrong, in the checker's words, and the HTML around it.
    pub text: String,
}

#[derive(Deserialize)]
struct Output {
    messages: Vec<Message>,
}

#[derive(Deserialize)]
struct Message {
    #[serde(rename = "type")]
    kind: String,
    url: String,
    message: String,
    #[serde(default)]
    extract: String,
}

/// Checks whole pages by name, and returns all errors. Warnings are advice on style, and about files that a page
/// loads from a server.
///
/// # Panics
///
/// If the checker does not run: see [`crate::Environment::read`].
pub fn html_errors(pages: &BTreeMap<String, String>) -> Vec<HtmlError> {
    let folder = tempfile::tempdir().unwrap();
    for (name, html) in pages {
        std::fs::write(folder.path().join(name), html).unwrap();
    }
    let output = Command::new(path("FOOTING_JAVA"))
        .arg("-jar")
        .arg(npm("vnu-jar/build/dist/vnu.jar"))
        .args(["--format", "json", "--exit-zero-always"])
        .args(pages.keys().map(|name| folder.path().join(name)))
        .output()
        .unwrap_or_else(|error| panic!("java does not start: {error}"));
    let told = String::from_utf8_lossy(&output.stderr);
    let Output { messages } =
        serde_json::from_str(&told).unwrap_or_else(|error| panic!("{error}: {told}"));
    let errors = messages.into_iter().filter(|one| one.kind != "info");
    errors
        .map(|one| HtmlError {
            page: Path::new(&one.url)
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
            text: format!("{}: {}", one.message, one.extract.trim()),
        })
        .collect()
}
