//! Tells `cargo xtask test` which check saw how many states, for its table at the end.

use std::fs::{self, OpenOptions};
use std::io::Write;

use command_support::workspace::Workspace;

/// Notes that a check saw this many states of the screens in a locale. Call it once the check has passed.
pub fn checked(check: &str, locale: &str, states: usize) {
    let report = Workspace::find().unwrap().checked_report();
    fs::create_dir_all(report.parent().unwrap()).unwrap();
    let mut file = OpenOptions::new()
        .create(true)
        .append(true)
        .open(report)
        .unwrap();
    // In one write: tests of several threads share the file.
    file.write_all(format!("{check}\t{locale}\t{states}\n").as_bytes())
        .unwrap();
}
