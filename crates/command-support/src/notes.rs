//! What tests note for the tables at the end of a test run.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use crate::workspace::Workspace;

/// What the check withstood in a test run, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withstood {
    /// Faults put into files, storage or the module.
    Faults,
    /// Steps of random walks.
    Steps,
    /// Inputs made up by a fuzz target.
    Inputs,
    /// Attacks with a test of what stops them.
    Attacks,
}

impl Withstood {
    /// All, in the order of the table.
    pub const ALL: [Withstood; 4] = [
        Withstood::Faults,
        Withstood::Steps,
        Withstood::Inputs,
        Withstood::Attacks,
    ];

    /// Name in the report and in the table.
    pub fn name(self) -> &'static str {
        match self {
            Withstood::Faults => "faults survived",
            Withstood::Steps => "steps walked",
            Withstood::Inputs => "inputs fuzzed",
            Withstood::Attacks => "attacks refused",
        }
    }
}

/// Notes what was withstood. Call it once the test has passed. Without the project around it nothing is noted.
pub fn withstood(what: Withstood, count: usize) {
    if let Ok(workspace) = Workspace::find() {
        // A table without a line is no reason to fail a test.
        let _ = append(
            &workspace.withstood_report(),
            &format!("{}\t{count}\n", what.name()),
        );
    }
}

/// Appends a line to a report, in one write: tests of several threads and processes share the file.
pub fn append(report: &Path, line: &str) -> io::Result<()> {
    if let Some(folder) = report.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().create(true).append(true).open(report)?;
    file.write_all(line.as_bytes())
}
