//! Suggests the closest known name for an unknown one.

use std::collections::BTreeMap;

/// Formats a message that a name is unknown, with the closest known name.
pub fn unknown<'a>(what: &str, name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let mut scored: BTreeMap<usize, &str> = BTreeMap::new();
    for candidate in known {
        scored
            .entry(strsim::levenshtein(name, candidate))
            .or_insert(candidate);
    }
    match scored.first_key_value() {
        Some((_, nearest)) => {
            format!(
                "there is no {what} '{name}'; did you mean '{nearest}'? Otherwise add it first."
            )
        }
        None => format!("there is no {what} '{name}'; add it first."),
    }
}
