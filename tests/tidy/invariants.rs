//! Parser for the list of invariants in `architecture.md` and the tests that it names.

/// Entries of the list under the heading "Invariants", each joined into one line.
pub(crate) fn invariants(text: &str) -> Vec<String> {
    let mut entries: Vec<String> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with('#') {
            inside = line.trim_start_matches('#').trim() == "Invariants";
        } else if inside && line.starts_with("- ") {
            entries.push(line.to_owned());
        } else if let Some(entry) = entries
            .last_mut()
            .filter(|_| inside && line.starts_with("  "))
        {
            entry.push(' ');
            entry.push_str(line.trim());
        }
    }
    entries
}

/// Pairs of file and test that an entry names.
pub(crate) fn tests_named_in(entry: &str) -> Vec<(String, String)> {
    let mut tests = Vec::new();
    let mut file = None;
    for (position, part) in entry.split('`').enumerate() {
        match (position % 2, &file) {
            (1, _) if part.ends_with(".rs") => file = Some(part.to_owned()),
            (1, Some(file)) => tests.push((file.clone(), part.to_owned())),
            // A closing parenthesis ends the tests of a file.
            (0, Some(_)) if part.contains(')') => file = None,
            _ => {}
        }
    }
    tests
}

#[test]
fn parses_invariants_with_their_tests() {
    let text = "# A\n- no\n\n## Invariants\n\n- One never\n  happens. (`tests/a.rs`: `x`, `y`) (`tests/b.rs`: `z`)\n- Two.\n\n## After\n- no\n";
    let entries = invariants(text);
    assert_eq!(entries.len(), 2);
    let named: Vec<String> = tests_named_in(&entries[0])
        .iter()
        .map(|(file, test)| format!("{file} {test}"))
        .collect();
    assert_eq!(named, ["tests/a.rs x", "tests/a.rs y", "tests/b.rs z"]);
    assert_eq!(tests_named_in(&entries[1]), []);
}
