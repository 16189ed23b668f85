//! Text and images of PDF pages, by poppler.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::environment::Environment;

/// Extracts the text of each page of a PDF.
///
/// # Panics
///
/// If the PDF cannot be read.
pub fn pages_of(pdf: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = write_pdf(pdf, folder.path());
    let output = Command::new(Environment::read().pdftotext)
        .args(["-layout", "-enc", "UTF-8"])
        .arg(&file)
        .arg("-")
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    // `pdftotext` ends each page with a form feed.
    text.trim_end_matches('\u{c}')
        .split('\u{c}')
        .map(str::to_owned)
        .collect()
}

/// Renders each page of a PDF as PNG.
///
/// # Panics
///
/// If the PDF cannot be read.
pub fn pictures_of(pdf: &[u8]) -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let file = write_pdf(pdf, folder.path());
    // Part of the same package as `pdftotext`.
    let output = Command::new(Environment::read().pdftotext.with_file_name("pdftoppm"))
        .args(["-png", "-r", "48"])
        .args([&file, &folder.path().join("page")])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let entries = fs::read_dir(folder.path()).unwrap().flatten();
    let mut pages: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    pages.retain(|file| file.extension().is_some_and(|kind| kind == "png"));
    // Page numbers are zero-padded, so that names sort in page order.
    pages.sort();
    pages.iter().map(|page| fs::read(page).unwrap()).collect()
}

fn write_pdf(pdf: &[u8], folder: &Path) -> PathBuf {
    let file = folder.join("printed.pdf");
    fs::write(&file, pdf).unwrap();
    file
}
