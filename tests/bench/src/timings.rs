//! What building costs by crate, from the report of `cargo build --timings`.

use std::collections::BTreeMap;
use std::path::Path;

use command_support::failure::Failure;
use serde::{Deserialize, Serialize};

use crate::table::Table;

/// How many crates the table names.
const HEAVIEST: usize = 12;

/// What a build from nothing costs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Timings {
    /// What was built.
    pub name: String,
    /// Seconds from start to end.
    pub seconds: f64,
    /// Seconds of work by crate with its version, build scripts included; the longest first.
    pub crates: Vec<(String, f64)>,
}

/// One step of the build.
#[derive(Clone, Debug, Deserialize)]
struct Unit {
    name: String,
    version: String,
    start: f64,
    duration: f64,
}

/// Reads the report of a build.
pub fn read(name: &str, report: &Path) -> Result<Timings, Failure> {
    let text = std::fs::read_to_string(report).map_err(|error| {
        Failure::work(
            format!("{} cannot be read: {error}.", report.display()),
            "Run `cargo xtask bench --build`, which builds first.",
        )
    })?;
    timings(name, &text).ok_or_else(|| {
        Failure::work(
            format!("{} holds no times of crates.", report.display()),
            "This cargo writes another kind of report: mend tests/bench/src/timings.rs.",
        )
    })
}

fn timings(name: &str, report: &str) -> Option<Timings> {
    let (_, data) = report.split_once("const UNIT_DATA = ")?;
    let mut units = serde_json::Deserializer::from_str(data).into_iter::<Vec<Unit>>();
    let units = units.next()?.ok()?;
    let mut crates: BTreeMap<String, f64> = BTreeMap::new();
    for unit in &units {
        let own = format!("{} {}", unit.name, unit.version);
        *crates.entry(own).or_default() += unit.duration;
    }
    let mut crates: Vec<(String, f64)> = crates.into_iter().collect();
    crates.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let ends = units.iter().map(|unit| unit.start + unit.duration);
    Some(Timings {
        name: name.to_owned(),
        seconds: ends.fold(0.0, f64::max),
        crates,
    })
}

/// The heaviest crates of each build, side by side.
pub fn table(builds: &[Timings]) -> Table {
    let headings = builds.iter().flat_map(|build| {
        let whole = format!("{}: {:.0} s in all", build.name, build.seconds);
        [whole, "s".to_owned()]
    });
    let mut table = Table::new(std::iter::once(String::new()).chain(headings));
    for rank in 0..HEAVIEST {
        let cells = builds.iter().flat_map(|build| {
            let heavy = build.crates.get(rank);
            heavy.map_or([String::new(), String::new()], |(name, seconds)| {
                [name.clone(), format!("{seconds:.1}")]
            })
        });
        table.row(std::iter::once((rank + 1).to_string()).chain(cells));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = r#"<script>
const UNIT_DATA = [
  {"i": 0, "name": "syn", "version": "2.0.0", "mode": "todo", "target": "", "start": 0.0, "duration": 4.5},
  {"i": 1, "name": "yew", "version": "0.23.0", "mode": "run-custom-build", "target": "", "start": 4.5, "duration": 0.5},
  {"i": 2, "name": "yew", "version": "0.23.0", "mode": "todo", "target": "", "start": 5.0, "duration": 6.0}
];
const CONCURRENCY_DATA = [];
</script>"#;

    #[test]
    fn crates_are_ranked_with_their_build_scripts() {
        let build = timings("widget", REPORT).unwrap();
        assert_eq!(build.crates[0], ("yew 0.23.0".to_owned(), 6.5));
        assert_eq!(build.crates[1], ("syn 2.0.0".to_owned(), 4.5));
        assert!((build.seconds - 11.0).abs() < 1e-9);
        let table = table(&[build]);
        assert_eq!(table.rows()[0], ["", "widget: 11 s in all", "s"]);
        assert_eq!(table.rows()[1], ["1", "yew 0.23.0", "6.5"]);
        assert_eq!(table.rows().len(), 1 + HEAVIEST);
    }

    #[test]
    fn another_kind_of_report_is_told() {
        assert_eq!(timings("widget", "<html>"), None);
    }
}
