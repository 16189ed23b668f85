//! Tests that the parser, the JSON schema and this command agree.

#![allow(clippy::indexing_slicing)]

use boon::{Compiler, Draft, SchemaIndex, Schemas};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, proptest};
use proptest::test_runner::RngSeed;
use serde_json::{Map, Value, json};
use site::{KEYS, MAX_DEPTH, Warning, settings};

use super::document::{parse, to_json};
use super::look;
use super::problem::By;

const SCHEMA: &str = include_str!("../../../static/site.schema.json");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

/// The schema, compiled by an independent JSON Schema validator.
fn compiled() -> (Schemas, SchemaIndex) {
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.set_default_draft(Draft::V7);
    let name = "https://footing.example/site.schema.json";
    compiler.add_resource(name, schema()).unwrap();
    let index = compiler.compile(name, &mut schemas).unwrap();
    (schemas, index)
}

fn warnings(value: &Value) -> Vec<Warning> {
    let text = value.to_string();
    let root = parse(&text).unwrap();
    settings(&to_json(&root, MAX_DEPTH)).1
}

/// Settings with a value at a key such as `contact.ways`, and the other keys that its object
/// requires.
fn under(part: &str, key: &str, value: Value) -> Value {
    if part.is_empty() {
        return json!({ key: value });
    }
    let mut inner = Map::new();
    let schema = schema();
    let properties = &schema["properties"][part];
    for needed in properties["required"].as_array().into_iter().flatten() {
        let name = needed.as_str().unwrap();
        inner.insert(
            name.into(),
            properties["properties"][name]["examples"][0].clone(),
        );
    }
    inner.insert(key.into(), value);
    json!({ part: inner })
}

/// Every known key with its schema.
fn keys() -> Vec<(&'static str, &'static str, Value)> {
    let schema = schema();
    let inner = |part: &str, key: &str| {
        let at = if part.is_empty() {
            &schema
        } else {
            &schema["properties"][part]
        };
        at["properties"][key].clone()
    };
    let keys = KEYS
        .iter()
        .flat_map(|(part, keys)| keys.iter().map(|key| (*part, *key)));
    keys.map(|(part, key)| (part, key, inner(part, key)))
        .collect()
}

#[test]
fn parser_and_schema_have_the_same_keys() {
    let schema = schema();
    let known = |at: &Value| {
        let mut keys: Vec<String> = at["properties"]
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect();
        keys.sort();
        keys
    };
    for (part, keys) in KEYS {
        let at = if part.is_empty() {
            &schema
        } else {
            &schema["properties"][part]
        };
        let mut read: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
        read.sort();
        assert_eq!(known(at), read, "{part}");
        assert_eq!(at["additionalProperties"], json!(false), "{part}");
    }
    // The schema has no object that the parser does not know.
    for (key, inner) in schema["properties"].as_object().unwrap() {
        let is_object = inner.get("properties").is_some();
        assert_eq!(is_object, KEYS.iter().any(|(part, _)| part == key), "{key}");
    }
}

#[test]
fn every_example_passes_parser_and_schema() {
    let (schemas, index) = compiled();
    let mut examples = 0;
    for (part, key, inner) in keys()
        .into_iter()
        .filter(|(_, _, inner)| inner.get("properties").is_none())
    {
        let listed = inner["examples"].as_array().unwrap();
        assert!(!listed.is_empty(), "{part}.{key}");
        for example in listed {
            let whole = under(part, key, example.clone());
            assert_eq!(warnings(&whole), [], "{whole}");
            assert!(schemas.validate(&whole, index).is_ok(), "{whole}");
            examples += 1;
        }
    }
    assert!(examples > 30);
}

#[test]
fn hostile_values_fail_parser_and_schema() {
    let (schemas, index) = compiled();
    let hostile = [
        json!("javascript:alert(1)"),
        json!("<script>alert(1)</script>"),
        json!("data:text/html,<script>alert(1)</script>"),
        json!("//evil.example/x"),
        json!("http://evil.example/"),
        json!("https://evil.example/ onload=x"),
        json!("https://user@evil.example/"),
        json!("../../secret"),
        json!("\u{202e}evil"),
        json!("a\nb"),
        json!(""),
        json!("x".repeat(5_000)),
        json!(7),
        json!(null),
        json!([[]]),
        json!([{}]),
        json!([7]),
        json!([""]),
        json!(vec!["a"; 65]),
        json!({ "__proto__": "x" }),
    ];
    // Free text may contain anything; it is always escaped.
    let words = ["name", "words", "consent", "$schema"];
    for (part, key, _) in keys() {
        for value in &hostile {
            let is_line = value.as_str().is_some_and(|text| {
                !text.is_empty() && text.len() < 100 && !text.contains(['\n', '\u{202e}'])
            });
            let whole = under(part, key, value.clone());
            if words.contains(&key) && is_line {
                assert_eq!(warnings(&whole), [], "{whole}");
            } else {
                let start: String = whole.to_string().chars().take(200).collect();
                assert_ne!(warnings(&whole), [], "{start}");
                assert!(schemas.validate(&whole, index).is_err(), "{start}");
            }
        }
    }
}

#[test]
fn low_contrast_color_gets_the_nearest_valid_color() {
    let (_, problems) = look(
        r##"{ "colours": { "accent": "#88aacc", "accent_dark": "#222222" } }"##,
        None,
    );
    let [light, dark] = &problems[..] else {
        unreachable!("{problems:?}")
    };
    assert!(
        light.happened.contains("#88aacc has a contrast of 2.0"),
        "{light:?}"
    );
    assert!(
        light.advice.contains("The nearest color that passes is #"),
        "{light:?}"
    );
    assert!(dark.happened.contains("to 1 on #"), "{dark:?}");
    let nearest = dark
        .advice
        .split_once('#')
        .unwrap()
        .1
        .split(',')
        .next()
        .unwrap();
    let mended = format!("{{ \"colours\": {{ \"accent_dark\": \"#{nearest}\" }} }}");
    assert_eq!(look(&mended, None).1, []);
}

/// Invalid input, with the expected problem and advice.
#[test]
fn advice_suggests_the_intended_value() {
    for (typed, advice) in [
        (r#"{ "nmae": "Harbor" }"#, "Did you mean \"name\"?"),
        (
            r#"{ "endpoint": "https://f.example/" }"#,
            "\"endpoint\" stands inside \"contact\".",
        ),
        (
            r#"{ "name": "H", "programs": { "phone": "988" } }"#,
            "\"phone\" stands outside of \"programs\".",
        ),
        (
            r#"{ "name": "H", "programs": { "levels": ["outpatiant"] } }"#,
            "Did you mean \"outpatient\"?",
        ),
        (r#"{ "region": "us" }"#, "Did you mean \"US\"?"),
        (
            r#"{ "partners": ["https://a.example/x"] }"#,
            "Write \"https://a.example\"",
        ),
        (
            r#"{ "privacy_link": "http://a.example/p" }"#,
            "Write \"https://a.example/p\"",
        ),
        (
            r#"{ "privacy_link": "a.example/p" }"#,
            "Write \"https://a.example/p\"",
        ),
        (
            r#"{ "privacy_link": "javascript:x" }"#,
            "Expected: the center's page about privacy",
        ),
        (
            r#"{ "name": "H", "phone": 5550100199 }"#,
            "Expected: the number to call",
        ),
        (
            r#"{ "name": "H", "contact": { "endpoint": "https://f.example/" } }"#,
            "Add \"ways\"",
        ),
        (
            r#"{ "name": "H", "contact": { "ways": ["call"] } }"#,
            "Expected: the address that requests go to",
        ),
        (
            r#"{ "name": "H", "phone": "988", "phone": "911" }"#,
            "Take one of them out.",
        ),
        (r#"{ "phone": "988" }"#, "Add the center's name."),
        (
            r#"{ "name": "H", "hours": { "zone": "America/New_Yrok", "words": "9 to 5", "open": [["mon", "09:00", "17:00"]] } }"#,
            "Did you mean \"America/New_York\"?",
        ),
        (
            r#"{ "name": "H", "hours": { "zone": "America/New_York", "words": "9 to 5", "open": [["mon", "9:00", "17:00"]] } }"#,
            "Expected: a list of openings",
        ),
        ("[]", "Put everything between { and }."),
        ("", "Begin with {}."),
        (r#"{ "name": "H", }"#, "Take the last comma out."),
        (r#"{ name: "H" }"#, "Put the key into double quotes."),
        ("{ // x\n}", "Take the comment out."),
        ("{ \"name\": \"a\tb\" }", "Mend this place"),
    ] {
        let (_, problems) = look(typed, None);
        assert!(
            problems.len() == 1 && problems[0].advice.contains(advice),
            "{typed}: {problems:?}"
        );
    }
}

#[test]
fn reports_only_the_invalid_entries_of_a_list() {
    let text = r#"{ "programs": { "levels": ["outpatient", "x", 7, "residential"] } }"#;
    let (_, problems) = look(text, None);
    let found: Vec<usize> = problems
        .iter()
        .filter(|problem| problem.by == By::Reader)
        .map(|problem| problem.at)
        .collect();
    assert_eq!(
        found,
        [text.find("\"x\"").unwrap(), text.find('7').unwrap()]
    );
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 500,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_128),
        ..ProptestConfig::default()
    })]

    /// The command reports a parser problem exactly if the page warns, at least one for each
    /// warning, and each at a valid position in the text.
    #[test]
    fn command_and_page_agree_on_any_settings(value in anything()) {
        let text = value.to_string();
        let warned = warnings(&value).len();
        let (text, problems) = look(&text, None);
        let found = problems.iter().filter(|problem| problem.by == By::Reader).count();
        assert!(found >= warned && (warned > 0 || found == 0), "{text}: {problems:?}");
        assert!(problems.iter().all(|problem| text.is_char_boundary(problem.at)));
    }
}

/// Settings of known keys, examples of the schema, and arbitrary values.
fn anything() -> impl Strategy<Value = Value> {
    let mut names: Vec<String> = KEYS
        .iter()
        .flat_map(|(_, keys)| keys.iter())
        .map(|key| (*key).to_owned())
        .collect();
    names.extend(KEYS.iter().map(|(part, _)| (*part).to_owned()));
    names.push("programs.levels".into());
    let examples: Vec<Value> = keys()
        .iter()
        .flat_map(|(_, _, inner)| inner["examples"].as_array().cloned().unwrap_or_default())
        .collect();
    let key = proptest::prop_oneof![
        4 => proptest::sample::select(names),
        1 => any::<String>(),
    ];
    let leaf = proptest::prop_oneof![
        4 => proptest::sample::select(examples),
        1 => any::<String>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => any::<i32>().prop_map(Value::from),
        1 => Just(Value::Null),
    ];
    leaf.prop_recursive(4, 60, 8, move |inner| {
        proptest::prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::vec((key.clone(), inner), 0..8)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}
