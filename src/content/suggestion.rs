//! What was probably meant by a name that is not known.

use std::collections::BTreeMap;

/// Says that a name is not known, and which one was probably meant.
pub fn unknown<'a>(what: &str, name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let mut scored: BTreeMap<usize, &str> = BTreeMap::new();
    for candidate in known {
        scored.entry(distance(name, candidate)).or_insert(candidate);
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

/// The Levenshtein distance between two names.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (above, left) in one.chars().enumerate() {
        let mut diagonal = above;
        let mut before = above.saturating_add(1);
        let mut next = vec![before];
        for (up, right) in row.iter().skip(1).zip(other.chars()) {
            let kept = diagonal.saturating_add(usize::from(left != right));
            before = kept.min(before.saturating_add(1)).min(up.saturating_add(1));
            diagonal = *up;
            next.push(before);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}
