//! Schema of `invariants.toml`: safety invariants with the tests that check them.

use std::path::Path;

use serde::Deserialize;

use super::logic::load;
use super::problem::Problem;

/// Schema of `invariants.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InvariantsFile {
    /// Every invariant.
    pub invariant: Vec<Invariant>,
}

/// Invariant with its tests.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invariant {
    /// Stable id.
    pub id: String,
    /// What must hold.
    pub says: String,
    /// Tests that check it.
    #[serde(default)]
    pub tests: Vec<Guard>,
    /// The part that no test covers yet, and why.
    pub not_yet: Option<String>,
}

/// Tests of one file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guard {
    /// Path, relative to the repository root.
    pub file: String,
    /// Names of the tests in this file.
    pub names: Vec<String>,
}

/// Loads the invariants of a content folder.
pub fn invariants(folder: &Path) -> Result<Vec<Invariant>, Vec<Problem>> {
    let mut problems = Vec::new();
    let file = load::<InvariantsFile>(folder, "invariants.toml", &mut problems);
    file.map(|file| file.body.invariant).ok_or(problems)
}
