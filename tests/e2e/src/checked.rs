//! Tells `cargo xtask test` which check saw how many states, for its table at the end.

use command_support::notes::append;
use command_support::workspace::Workspace;

/// Notes that a check saw this many states of the screens in a locale. Call it once the check has passed.
pub fn checked(check: &str, locale: &str, states: usize) {
    let report = Workspace::find().unwrap().checked_report();
    append(&report, &format!("{check}\t{locale}\t{states}\n")).unwrap();
}
