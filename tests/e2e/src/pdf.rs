//! Printed pages: their text, and a picture.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::environment::Environment;

/// The pages of a PDF as text, each by itself.
///
/// # Panics
///
/// If the PDF cannot be read.
pub fn pages_of(pdf: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = written(pdf, folder.path());
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

/// The pages of a PDF as pictures, as PNG.
///
/// # Panics
///
/// If the PDF cannot be read.
pub fn pictures_of(pdf: &[u8]) -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let file = written(pdf, folder.path());
    // Poppler brings it along with the tool for text.
    let output = Command::new(Environment::read().pdftotext.with_file_name("pdftoppm"))
        .args(["-png", "-r", "48"])
        .args([&file, &folder.path().join("page")])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let entries = fs::read_dir(folder.path()).unwrap().flatten();
    let mut pages: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    pages.retain(|file| file.extension().is_some_and(|kind| kind == "png"));
    // Their numbers have as many digits as the last one needs.
    pages.sort();
    pages.iter().map(|page| fs::read(page).unwrap()).collect()
}

fn written(pdf: &[u8], folder: &Path) -> PathBuf {
    let file = folder.join("printed.pdf");
    fs::write(&file, pdf).unwrap();
    file
}
