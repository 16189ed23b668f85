//! What must hold for every set of answers, with the tests that keep it.

use std::path::Path;

use serde::Deserialize;

use super::logic::load;
use super::problem::Problem;

/// `invariants.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InvariantsFile {
    /// Every invariant.
    pub invariant: Vec<Invariant>,
}

/// One invariant.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invariant {
    /// The stable name.
    pub id: String,
    /// What must hold.
    pub says: String,
    /// The tests that keep it.
    #[serde(default)]
    pub tests: Vec<Guard>,
    /// What no test covers yet, and why.
    pub not_yet: Option<String>,
}

/// Tests of one file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guard {
    /// The file, from the root.
    pub file: String,
    /// The names of the tests in it.
    pub names: Vec<String>,
}

/// Reads the invariants of a content folder.
pub fn invariants(folder: &Path) -> Result<Vec<Invariant>, Vec<Problem>> {
    let mut problems = Vec::new();
    let file = load::<InvariantsFile>(folder, "invariants.toml", &mut problems);
    file.map(|file| file.body.invariant).ok_or(problems)
}
