//! Paths of the built page and tools, from environment variables that `cargo xtask test` sets.

use std::path::PathBuf;

/// Files and programs that the browser tests need.
#[derive(Clone, Debug)]
pub struct Environment {
    /// Folder of the built page.
    pub dist: PathBuf,
    /// The `pdftotext` program.
    pub pdftotext: PathBuf,
}

impl Environment {
    /// Reads the environment variables.
    ///
    /// # Panics
    ///
    /// If one is not set: a test that has nothing to test must not pass.
    pub fn read() -> Environment {
        Environment {
            dist: path("FOOTING_DIST"),
            pdftotext: path("FOOTING_PDFTOTEXT"),
        }
    }
}

/// Path of the check's core compiled to JavaScript, for the comparison with native code.
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
