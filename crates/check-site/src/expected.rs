//! Looks up what a key expects in `static/site.schema.json`.

use std::sync::LazyLock;

use serde_json::Value;

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    let text = include_str!("../../../static/site.schema.json");
    // A test ensures that the schema parses.
    serde_json::from_str(text).unwrap_or_default()
});

/// The schema of a key such as `contact.ways`.
fn schema(path: &str) -> Option<&'static Value> {
    let mut at: &'static Value = &SCHEMA;
    for key in path.split('.') {
        at = at.get("properties")?.get(key)?;
    }
    Some(at)
}

/// Describes the value that a key expects, with an example.
pub fn expected(path: &str) -> String {
    let described = schema(path).and_then(|schema| schema.get("description")?.as_str());
    let example = schema(path).and_then(|schema| schema.get("examples")?.get(0));
    match (described, example) {
        (Some(described), Some(example)) => {
            format!("Expected: {described}. For example {example}.")
        }
        (Some(described), None) => format!("Expected: {described}."),
        (None, _) => "The README lists what fits.".into(),
    }
}

/// The `enum` values of a key or of its list entries; empty if it has none.
pub fn words(path: &str) -> Vec<&'static str> {
    let Some(schema) = schema(path) else {
        return Vec::new();
    };
    let values = schema
        .get("enum")
        .or_else(|| schema.get("items")?.get("enum"));
    let words = values.and_then(Value::as_array).into_iter().flatten();
    words.filter_map(Value::as_str).collect()
}

/// The nearest known word by edit distance, if it is near enough.
pub fn meant<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.to_lowercase().replace(['_', ' '], "-");
    let typed = plain(typed);
    let distances = known.into_iter().map(|word| {
        let distance = strsim::damerau_levenshtein(&typed, &plain(word));
        (distance, word)
    });
    let (distance, word) = distances.min_by_key(|(distance, _)| *distance)?;
    // At most a third of the letters may be wrong.
    (distance <= 1.max(word.chars().count() / 3)).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schema_describes_every_key() {
        for (part, keys) in site::KEYS {
            for key in keys {
                let path = if part.is_empty() {
                    (*key).to_owned()
                } else {
                    format!("{part}.{key}")
                };
                assert!(expected(&path).starts_with("Expected: "), "{path}");
            }
        }
        assert_eq!(words("region"), site::COUNTRIES);
        assert!(words("contact.ways").contains(&"short-call"));
    }

    #[test]
    fn suggests_near_words_only() {
        assert_eq!(meant("nmae", ["phone", "name"]), Some("name"));
        assert_eq!(meant("text number", ["text_number"]), Some("text_number"));
        assert_eq!(
            meant("Outpatient", ["outpatient", "residential"]),
            Some("outpatient")
        );
        assert_eq!(meant("colors", ["colours", "consent"]), Some("colours"));
        assert_eq!(meant("favorite", ["name", "hours"]), None);
    }
}
