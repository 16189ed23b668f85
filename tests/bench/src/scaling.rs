//! How the time of a function grows with the questionnaire, from the results of Criterion.

use std::collections::BTreeMap;
use std::path::Path;

use command_support::failure::Failure;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use walkdir::WalkDir;

use crate::statistics::exponent;
use crate::table::Table;

/// Times of one function by size of the questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scaling {
    /// Function.
    pub name: String,
    /// Items (and as many rules) with the median time in nanoseconds.
    pub times: BTreeMap<u32, f64>,
}

impl Scaling {
    /// Exponent `k` of the power law that fits: 1 is linear, 2 quadratic.
    pub fn exponent(&self) -> Option<f64> {
        let points = self.times.iter();
        let points: Vec<(f64, f64)> = points
            .map(|(size, time)| (f64::from(*size), *time))
            .collect();
        exponent(&points)
    }
}

/// Reads the results that Criterion has left in a folder, by name of the function.
pub fn read(folder: &Path) -> Result<Vec<Scaling>, Failure> {
    let mut found: BTreeMap<String, BTreeMap<u32, f64>> = BTreeMap::new();
    for entry in WalkDir::new(folder).into_iter().flatten() {
        let file = entry.path();
        if !file.ends_with("new/benchmark.json") {
            continue;
        }
        let (about, estimates) = (json(file)?, json(&file.with_file_name("estimates.json"))?);
        if let Some((name, size, time)) = result(&about, &estimates) {
            found.entry(name).or_default().insert(size, time);
        }
    }
    if found.is_empty() {
        return Err(Failure::input(
            format!("{} has no results.", folder.display()),
            "Run `cargo xtask bench --core`, which runs the benches first.",
        ));
    }
    let found = found.into_iter();
    Ok(found.map(|(name, times)| Scaling { name, times }).collect())
}

/// Function, size and median time of one result.
fn result(about: &Value, estimates: &Value) -> Option<(String, u32, f64)> {
    let name = about.get("group_id")?.as_str()?;
    let size = about.get("value_str")?.as_str()?.parse().ok()?;
    let time = estimates.get("median")?.get("point_estimate")?.as_f64()?;
    Some((name.to_owned(), size, time))
}

/// One row for each function: time by size, and the fitted exponent.
pub fn table(scalings: &[Scaling]) -> Table {
    let sizes = scalings.iter().flat_map(|scaling| scaling.times.keys());
    let sizes: std::collections::BTreeSet<u32> = sizes.copied().collect();
    let headings = sizes.iter().map(|size| format!("{size} items and rules"));
    let mut table = Table::new(
        std::iter::once("function".to_owned())
            .chain(headings)
            .chain(["exponent".to_owned()]),
    );
    for scaling in scalings {
        let times = sizes.iter().map(|size| {
            let time = scaling.times.get(size);
            time.map_or("-".to_owned(), |time| duration(*time))
        });
        let exponent = scaling.exponent();
        let exponent = exponent.map_or("-".to_owned(), |exponent| format!("{exponent:.2}"));
        table.row(
            std::iter::once(scaling.name.clone())
                .chain(times)
                .chain([exponent]),
        );
    }
    table
}

/// Writes nanoseconds with three digits or more.
fn duration(nanoseconds: f64) -> String {
    match nanoseconds {
        time if time < 1e3 => format!("{time:.0} ns"),
        time if time < 1e6 => format!("{:.1} µs", time / 1e3),
        time if time < 1e9 => format!("{:.1} ms", time / 1e6),
        time => format!("{:.1} s", time / 1e9),
    }
}

fn json(file: &Path) -> Result<Value, Failure> {
    let text = std::fs::read_to_string(file);
    let value = text.map(|text| serde_json::from_str(&text).unwrap_or_default());
    value.map_err(|error| {
        Failure::work(
            format!("{} cannot be read: {error}.", file.display()),
            "Delete its folder, then run this again.",
        )
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn results_of_criterion_are_read_from_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        for (size, time) in [(30, 100.0), (300, 1_000.0), (3_000, 10_000.0)] {
            let new = folder.path().join(format!("assess/{size}/new"));
            std::fs::create_dir_all(&new).unwrap();
            let about = json!({ "group_id": "assess", "value_str": size.to_string() });
            let estimates = json!({ "median": { "point_estimate": time } });
            std::fs::write(new.join("benchmark.json"), about.to_string()).unwrap();
            std::fs::write(new.join("estimates.json"), estimates.to_string()).unwrap();
        }
        let scalings = read(folder.path()).unwrap();
        assert_eq!(
            table(&scalings).rows()[1],
            ["assess", "100 ns", "1.0 µs", "10.0 µs", "1.00"]
        );
    }

    #[test]
    fn an_empty_folder_is_a_matter_of_input() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(read(folder.path()).unwrap_err().exit_code(), 2);
    }
}
