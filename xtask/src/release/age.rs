//! Refuses a release if a crisis line number was last checked more than half a year ago.

use std::time::{SystemTime, UNIX_EPOCH};

use serde::Deserialize;

use crate::files;
use command_support::failure::Failure;
use command_support::workspace::Workspace;

/// Maximum age of a row, in days.
const OLDEST: i64 = 180;

#[derive(Deserialize)]
struct Lines {
    #[serde(default)]
    line: Vec<Line>,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    checked_on: String,
}

/// Fails if a row is too old or has no date.
pub fn refuse_old_lines(workspace: &Workspace) -> Result<(), Failure> {
    let folder = workspace.content().join("crisis");
    let unread = |why: String| {
        Failure::work(
            format!("The crisis lines cannot be read: {why}."),
            "Mend crates/content/crisis/, then run this again.",
        )
    };
    let mut old = Vec::new();
    for file in files::below(&folder).map_err(|error| unread(error.to_string()))? {
        let text =
            std::fs::read_to_string(&file.path).map_err(|error| unread(error.to_string()))?;
        let lines: Lines = toml::from_str(&text).map_err(|error| unread(error.to_string()))?;
        old.extend(too_old(&lines, today()));
    }
    if old.is_empty() {
        return Ok(());
    }
    Err(Failure::work(
        format!(
            "These crisis lines were last checked more than {OLDEST} days ago: {}.",
            old.join(", ")
        ),
        "Check each number at its source, write the day into crates/content/crisis/, then run this again.",
    ))
}

fn too_old(lines: &Lines, today: i64) -> Vec<String> {
    let is_old = |line: &&Line| {
        let age = day(&line.checked_on).and_then(|day| today.checked_sub(day));
        age.is_none_or(|age| age > OLDEST)
    };
    let old = lines.line.iter().filter(is_old);
    old.map(|line| line.id.clone()).collect()
}

/// Days since 1970-01-01.
fn today() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        i64::try_from(since.as_secs() / 86_400).unwrap_or(0)
    })
}

/// Days from 1970-01-01 to a date such as 2026-11-21.
fn day(iso: &str) -> Option<i64> {
    let mut parts = iso.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // In a year that starts in March, the leap day is the last day.
    let (year, month) = if month < 3 {
        (year - 1, month + 9)
    } else {
        (year, month - 3)
    };
    let leap_days = year / 4 - year / 100 + year / 400;
    let from_march = (153 * month + 2) / 5;
    // 719,468 days lie between March 1 of year 0 and January 1, 1970.
    Some(365 * year + leap_days + from_march + day - 1 - 719_468)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_leap_years() {
        assert_eq!(day("1970-01-01"), Some(0));
        assert_eq!(day("2000-03-01"), Some(11_017));
        assert_eq!(day("2024-02-29"), Some(19_782));
        assert_eq!(day("2026-11-21"), Some(20_778));
        assert_eq!(day("2026-13-01"), None);
        assert_eq!(day("soon"), None);
    }

    #[test]
    fn a_row_is_refused_after_half_a_year_and_without_a_day() {
        let lines = |day: &str| Lines {
            line: vec![Line {
                id: "x".into(),
                checked_on: day.into(),
            }],
        };
        let today = day("2026-11-28").unwrap();
        assert!(too_old(&lines("2026-06-01"), today).is_empty());
        assert_eq!(too_old(&lines("2026-05-31"), today), ["x"]);
        assert_eq!(too_old(&lines("once"), today), ["x"]);
    }

    #[test]
    fn the_lines_of_this_project_say_their_day() {
        let workspace = Workspace::find().unwrap();
        let text = std::fs::read_to_string(workspace.content().join("crisis/us.toml")).unwrap();
        let lines: Lines = toml::from_str(&text).unwrap();
        assert!(!lines.line.is_empty());
        assert!(
            lines
                .line
                .iter()
                .all(|line| day(&line.checked_on).is_some())
        );
    }
}
