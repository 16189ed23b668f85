//! Property tests: any input parses to a response that can be assessed, or gives a printable error.

use std::sync::LazyLock;

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use serde_json::{Map, Value, json};

use crate::stories::{Story, stories};
use crate::{answer_item, read, with_items};
use content::questionnaire;
use fhir::{ASKED_DECLINED, ASKED_UNKNOWN, DATA_ABSENT_REASON, option_system};

use fuzz_checks::read_response;

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_121),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_bytes_are_parsed_or_rejected(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        read_response::run(&bytes);
    }

    /// Brackets, names and numbers in any order: almost JSON.
    #[test]
    fn any_json_fragments_are_parsed_or_rejected(
        pieces in proptest::collection::vec(any::<Index>(), 0..60),
    ) {
        let text: String = pieces.iter().map(|piece| *piece.get(PIECES)).collect();
        read_response::run(text.as_bytes());
        let inside = format!("{{\"resourceType\":\"QuestionnaireResponse\",\"item\":[{text}]}}");
        read_response::run(inside.as_bytes());
    }

    /// JSON trees with FHIR's keys at wrong positions.
    #[test]
    fn any_json_is_parsed_or_rejected(item in trees(), items in any::<bool>(), answer in trees()) {
        let whole = if items {
            json!({ "resourceType": "QuestionnaireResponse", "item": [item, { "linkId": "mood", "answer": [answer] }] })
        } else {
            item
        };
        read_response::run(whole.to_string().as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_121),
        ..ProptestConfig::default()
    })]

    #[test]
    fn damaged_story_is_parsed_or_rejected(
        story in any::<Index>(),
        damage in proptest::collection::vec((any::<Index>(), any::<Damage>()), 1..6),
    ) {
        let mut response = written(story);
        for (position, damage) in &damage {
            damage.make(&mut response, *position);
        }
        read_response::run(response.to_string().as_bytes());
    }

    #[test]
    fn damaged_bundle_is_parsed_or_rejected(
        story in any::<Index>(),
        damage in proptest::collection::vec((any::<Index>(), any::<Damage>()), 1..6),
    ) {
        let observation = json!({ "resource": { "resourceType": "Observation" } });
        let mut bundle = json!({
            "resourceType": "Bundle",
            "type": "collection",
            "entry": [observation, { "fullUrl": "urn:x", "resource": written(story) }],
        });
        for (position, damage) in &damage {
            damage.make(&mut bundle, *position);
        }
        read_response::run(bundle.to_string().as_bytes());
    }

    #[test]
    fn truncated_or_garbled_story_is_parsed_or_rejected(
        story in any::<Index>(),
        position in any::<Index>(),
        byte in any::<u8>(),
        breaks_off in any::<bool>(),
    ) {
        let mut bytes = written(story).to_string().into_bytes();
        let position = position.index(bytes.len());
        if breaks_off {
            bytes.truncate(position);
        } else {
            bytes[position] = byte;
        }
        read_response::run(&bytes);
    }

    /// A lost item loses its answer and changes no other.
    #[test]
    fn removing_one_item_removes_one_answer(
        story in any::<Index>(),
        position in any::<Index>(),
    ) {
        let whole = written(story);
        let mut items = whole["item"].as_array().unwrap().clone();
        let gone = items.remove(position.index(items.len()));
        let (whole, rest) = (read(&whole).unwrap(), read(&with_items(&items)).unwrap());
        for (link_id, answer) in whole.iter() {
            let expected = (gone["linkId"] != link_id.0).then_some(answer);
            assert_eq!(rest.get(link_id), expected, "{}", link_id.0);
        }
        assert_eq!(rest.iter().count() + 1, whole.iter().count());
    }
}

const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\"linkId\":",
    "\"answer\":[",
    "\"valueCoding\":{",
    "\"code\":",
    "\"item\":[",
    "\"mood\"",
    "\"some-days\"",
    "\"\\ud800\"",
    "\\u0000",
    "null",
    "0",
    "-",
    "1e999",
    "true",
    " ",
    "\n",
    "\u{feff}",
    "é",
];

/// One of the stories as a response.
fn written(story: Index) -> Value {
    // Cached: every case needs one of many files.
    static WRITTEN: LazyLock<Vec<Value>> = LazyLock::new(|| {
        let write = |story: &Story| {
            let items = story.response.iter();
            let items: Vec<Value> = items
                .map(|(link_id, answer)| answer_item(link_id.0, answer))
                .collect();
            with_items(&items)
        };
        stories().iter().map(write).collect()
    });
    story.get(WRITTEN.as_slice()).clone()
}

/// A mutation of one value of a JSON tree.
#[derive(Clone, Copy, Debug)]
enum Damage {
    Lose,
    Double,
    Wrap,
    Replace(u8),
}

impl proptest::arbitrary::Arbitrary for Damage {
    type Parameters = ();
    type Strategy = proptest::strategy::BoxedStrategy<Damage>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        prop_oneof![
            Just(Damage::Lose),
            Just(Damage::Double),
            Just(Damage::Wrap),
            any::<u8>().prop_map(Damage::Replace),
        ]
        .boxed()
    }
}

impl Damage {
    fn make(self, tree: &mut Value, position: Index) {
        let mut pointers = Vec::new();
        collect(tree, String::new(), &mut pointers);
        let pointer: &String = position.get(&pointers);
        let Some(value) = tree.pointer_mut(pointer) else {
            return;
        };
        match (self, &mut *value) {
            (Damage::Lose, Value::Array(list)) => drop(list.pop()),
            (Damage::Lose, Value::Object(object)) => {
                let key = object.keys().next_back().cloned();
                key.map(|key| object.remove(&key));
            }
            (Damage::Double, Value::Array(list)) => list.extend(list.clone()),
            (Damage::Wrap, value) => *value = json!([value]),
            (Damage::Lose | Damage::Double, value) => *value = Value::Null,
            (Damage::Replace(dice), value) => *value = leaf(usize::from(dice)),
        }
    }
}

/// Collects a JSON pointer to every value in the tree.
fn collect(value: &Value, here: String, pointers: &mut Vec<String>) {
    match value {
        Value::Array(list) => {
            for (position, value) in list.iter().enumerate() {
                collect(value, format!("{here}/{position}"), pointers);
            }
        }
        Value::Object(object) => {
            for (key, value) in object {
                collect(value, format!("{here}/{key}"), pointers);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    pointers.push(here);
}

/// A leaf: a text that is valid at some position, or a value that is valid nowhere.
fn leaf(dice: usize) -> Value {
    let items = questionnaire().items;
    let item = &items[dice % items.len()];
    match dice % 15 {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(-1),
        3 => json!(1e300),
        4 => "".into(),
        5 => item.link_id.0.into(),
        6 => item.options[dice % item.options.len()].into(),
        7 => ASKED_UNKNOWN.into(),
        8 => ASKED_DECLINED.into(),
        9 => DATA_ABSENT_REASON.into(),
        10 => option_system(questionnaire().url).into(),
        11 => "Bundle".into(),
        12 => "collection".into(),
        13 => "QuestionnaireResponse".into(),
        _ => "entered-in-error".into(),
    }
}

fn trees() -> impl Strategy<Value = Value> {
    const KEYS: &[&str] = &[
        "resourceType",
        "type",
        "entry",
        "resource",
        "questionnaire",
        "status",
        "item",
        "linkId",
        "answer",
        "valueCoding",
        "code",
        "system",
        "modifierExtension",
    ];
    let leaves = any::<usize>().prop_map(leaf);
    leaves.prop_recursive(6, 60, 5, |inner| {
        let pair = (prop::sample::select(KEYS), inner.clone());
        prop_oneof![
            proptest::collection::vec(inner, 0..5).prop_map(Value::Array),
            proptest::collection::vec(pair, 0..5).prop_map(|pairs| {
                let pairs = pairs
                    .into_iter()
                    .map(|(key, value)| (key.to_owned(), value));
                Value::Object(pairs.collect::<Map<_, _>>())
            }),
        ]
    })
}
