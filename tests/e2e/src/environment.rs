//! Where the page and the browser are: `cargo xtask test` tells.

use std::path::PathBuf;

/// What the browser tests need around them.
#[derive(Clone, Debug)]
pub struct Environment {
    /// The built page.
    pub dist: PathBuf,
    /// What steers the browser.
    pub chromedriver: PathBuf,
    /// The browser.
    pub chromium: PathBuf,
    /// What reads the text of a PDF.
    pub pdftotext: PathBuf,
}

impl Environment {
    /// Reads the variables.
    ///
    /// # Panics
    ///
    /// If one is not set: without them there is nothing to test, and a test that tests nothing
    /// must not pass.
    pub fn read() -> Environment {
        Environment {
            dist: path("FOOTING_DIST"),
            chromedriver: path("FOOTING_CHROMEDRIVER"),
            chromium: path("FOOTING_CHROMIUM"),
            pdftotext: path("FOOTING_PDFTOTEXT"),
        }
    }
}

/// The core of the check as JavaScript alone. Only what compares it needs it.
///
/// # Panics
///
/// If the variable is not set: see [`Environment::read`].
pub fn same_core() -> PathBuf {
    path("FOOTING_SAME_CORE")
}

/// A file of what npm installed for the tests: `xtask/npm/test` names the packages.
///
/// # Panics
///
/// If the variable is not set: see [`Environment::read`].
pub(crate) fn npm(file: &str) -> PathBuf {
    path("FOOTING_NPM").join(file)
}

pub(crate) fn path(variable: &str) -> PathBuf {
    match std::env::var_os(variable).filter(|value| !value.is_empty()) {
        Some(value) => value.into(),
        None => panic!(
            "{variable} is not set. `cargo xtask test` and `cargo xtask gallery` build the page, \
             find a browser, and set it."
        ),
    }
}
