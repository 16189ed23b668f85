//! The text of a printed page.

use std::fs;
use std::process::Command;

use crate::environment::Environment;

/// The pages of a PDF as text, each by itself.
///
/// # Panics
///
/// If the PDF cannot be read.
pub fn pages_of(pdf: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("printed.pdf");
    fs::write(&file, pdf).unwrap();
    let output = Command::new(Environment::read().pdftotext)
        .args(["-layout", "-enc", "UTF-8"])
        .arg(&file)
        .arg("-")
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    // A page ends with a form feed.
    text.trim_end_matches('\u{c}')
        .split('\u{c}')
        .map(str::to_owned)
        .collect()
}
