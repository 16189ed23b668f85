//! Export of answers and results: round trips preserve the answers, and nothing identifies a
//! person.

use std::collections::BTreeSet;

use assessment::{
    Answer, GapPolicy, LevelOfCare, LinkId, Options, Recommendation, Response, ScoredAnswers,
    assess,
};
use content::questionnaire;
use export::{bundle, bundle_text};
use fhir::{DATA_ABSENT_REASON, ORDINAL_VALUE, canonical, output_system, write_response};
use i18n::Voice;
use proptest::prelude::{ProptestConfig, any, proptest};
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

use crate::sheets::{Paper, chosen, papers};
use crate::stories::stories;
use crate::{items, read, text, words};

const DAY: &str = "2026-11-22";

fn response_of(response: &Response) -> Value {
    write_response(questionnaire(), response, words(), Some(DAY))
}

fn bundle_of(response: &Response) -> Value {
    let result = assess(questionnaire(), response);
    bundle(questionnaire(), response, &result, words(), Some(DAY))
}

#[test]
fn exports_are_written_as_serde_json_writes_the_same_values() {
    for story in stories() {
        let result = assess(questionnaire(), &story.response);
        for day in [None, Some(DAY)] {
            let args = (questionnaire(), &story.response, words());
            let written = bundle_text(args.0, args.1, &result, args.2, day);
            let read: Value = serde_json::from_str(&written).unwrap();
            assert_eq!(written, read.to_string());
        }
    }
}

/// The answers to enabled items, without combinations that the screens do not allow.
fn asked(response: &Response) -> Response {
    let scored = ScoredAnswers::read(questionnaire(), response, GapPolicy::PerItem);
    let mut asked = Response::default();
    for (index, item) in questionnaire().indexed_items() {
        match response
            .get(item.link_id)
            .filter(|_| scored.get(index).shown)
        {
            Some(Answer::Chosen(options)) => {
                asked.set(item.link_id, Answer::Chosen(item.tidy(options)));
            }
            Some(data_absent) => asked.set(item.link_id, data_absent),
            None => {}
        }
    }
    asked
}

/// The whole recommendation as text, to compare two.
fn whole(result: &Recommendation) -> String {
    format!("{result:?}")
}

fn assert_round_trip(response: &Response) {
    let written = response_of(response);
    let back = read(&written).unwrap();
    assert_eq!(back, asked(response));
    let result = assess(questionnaire(), response);
    assert_eq!(whole(&assess(questionnaire(), &back)), whole(&result));
    assert_eq!(read(&bundle_of(response)), Ok(back));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_122),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_answers_survive_round_trip_with_same_result(paper in papers()) {
        assert_round_trip(&paper.response());
    }

    /// Answers no screen can produce: several to a single-choice item, and unknown options.
    #[test]
    fn invalid_answers_survive_round_trip_normalized(
        paper in papers(),
        bits in proptest::collection::vec((any::<Index>(), any::<u32>()), 1..20),
    ) {
        let mut response = paper.response();
        for (index, bits) in bits {
            let item = index.get(questionnaire().items);
            response.set(item.link_id, Answer::Chosen(Options(bits)));
        }
        assert_round_trip(&response);
    }

    /// Answers to items that were disabled afterwards are not exported.
    #[test]
    fn writes_exactly_the_enabled_items(paper in papers()) {
        let response = paper.response();
        let scored = paper.sheet();
        let shown: Vec<&str> = questionnaire()
            .indexed_items()
            .filter(|(index, _)| scored.get(*index).shown)
            .map(|(_, item)| item.link_id.0)
            .collect();
        let written = response_of(&response);
        let found: Vec<&str> = items(&written).map(|item| text(&item["linkId"])).collect();
        assert_eq!(found, shown);
    }
}

#[test]
fn empty_and_single_answer_survive_round_trip() {
    assert_round_trip(&Response::default());
    for item in questionnaire().items {
        for answer in [
            Answer::Unsure,
            Answer::Declined,
            Answer::Chosen(item.most_careful()),
        ] {
            let mut response = Response::default();
            response.set(item.link_id, answer);
            assert_round_trip(&response);
        }
    }
}

#[test]
fn response_has_questionnaire_and_date_and_no_person() {
    let written = response_of(&Response::default());
    assert_eq!(written["resourceType"], "QuestionnaireResponse");
    assert_eq!(written["questionnaire"], canonical(questionnaire()));
    assert_eq!(
        written["questionnaire"],
        format!("{}|{}", questionnaire().url, questionnaire().version)
    );
    assert_eq!(written["status"], "completed");
    assert_eq!(written["authored"], DAY);
    let without = write_response(questionnaire(), &Response::default(), words(), None);
    assert_eq!(without.get("authored"), None);
}

/// Allow-list of every JSON key in the export, so that a new one has to be added here.
#[test]
fn no_identifying_keys_are_written() {
    fn names<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
        match value {
            Value::Object(object) => {
                for (name, value) in object {
                    found.insert(name);
                    names(value, found);
                }
            }
            Value::Array(list) => list.iter().for_each(|value| names(value, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let bundles: Vec<Value> = stories()
        .iter()
        .map(|story| bundle_of(&story.response))
        .collect();
    let mut found = BTreeSet::new();
    bundles.iter().for_each(|bundle| names(bundle, &mut found));
    let expected = BTreeSet::from([
        "answer",
        "authored",
        "category",
        "code",
        "coding",
        "derivedFrom",
        "display",
        "effectiveDateTime",
        "entry",
        "extension",
        "fullUrl",
        "item",
        "language",
        "linkId",
        "method",
        "note",
        "questionnaire",
        "reference",
        "resource",
        "resourceType",
        "status",
        "system",
        "text",
        "type",
        "url",
        "valueCodeableConcept",
        "valueCoding",
        "valueDecimal",
        "version",
    ]);
    assert_eq!(found, expected);
}

/// FHIR forbids empty values; other validators do not find all of them.
#[test]
fn no_empty_values_are_written() {
    fn check(value: &Value) {
        match value {
            Value::Object(object) => {
                assert!(!object.is_empty());
                object.values().for_each(check);
            }
            Value::Array(list) => {
                assert!(!list.is_empty());
                list.iter().for_each(check);
            }
            Value::String(text) => {
                assert_eq!((text.trim(), text.is_empty()), (text.as_str(), false))
            }
            Value::Null => panic!("a null"),
            Value::Bool(_) | Value::Number(_) => {}
        }
    }
    check(&crate::written());
    for story in stories() {
        check(&bundle_of(&story.response));
    }
}

/// The same answers on another day differ in the date only: no random ids and no counter.
#[test]
fn bundle_is_deterministic_except_for_its_date() {
    for story in stories() {
        let result = assess(questionnaire(), &story.response);
        let later = bundle(
            questionnaire(),
            &story.response,
            &result,
            words(),
            Some("2031-01-02"),
        );
        let later = later.to_string().replace("2031-01-02", DAY);
        assert_eq!(
            bundle_of(&story.response).to_string(),
            later,
            "{}",
            story.name
        );
    }
}

#[test]
fn data_absent_answer_has_fhir_code_and_screen_text() {
    let mut response = Response::default();
    response.set(LinkId("age"), Answer::Unsure);
    response.set(LinkId("mood"), Answer::Declined);
    let written = response_of(&response);
    let phrases = &words().phrases;
    for (link_id, code, display) in [
        ("age", "asked-unknown", phrases.unsure),
        ("mood", "asked-declined", phrases.declined),
    ] {
        let coding = json!({ "system": DATA_ABSENT_REASON, "code": code, "display": display });
        assert_eq!(
            answers_to(&written, link_id),
            &json!([{ "valueCoding": coding }])
        );
    }
    let empty = items(&written)
        .find(|item| item["linkId"] == "who-for")
        .unwrap();
    assert_eq!(empty.get("answer"), None);
}

#[test]
fn response_uses_voice_of_the_screens() {
    for (code, voice) in [("self", Voice::Self_), ("someone-else", Voice::SomeoneElse)] {
        let paper = Paper(vec![None; questionnaire().items.len()]);
        let paper = paper.with(&[("who-for", chosen("who-for", &[code]))]);
        let mut response = paper.response();
        for item in questionnaire().items {
            if response.get(item.link_id).is_none() {
                response.set(item.link_id, Answer::Chosen(item.most_careful()));
            }
        }
        let written = response_of(&response);
        let by_name = |link_id: &str| {
            let index = questionnaire().find(link_id).unwrap();
            let index = usize::from(index.0);
            (&words().items[index], &questionnaire().items[index])
        };
        let mut other_words = 0;
        for item in items(&written) {
            let (said, ours) = by_name(text(&item["linkId"]));
            assert_eq!(item["text"], said.text.in_voice(voice));
            other_words += usize::from(said.text.1.is_some());
            for answer in item["answer"].as_array().unwrap() {
                let index = ours
                    .option_index(text(&answer["valueCoding"]["code"]))
                    .unwrap();
                let option = said.options[usize::from(index)];
                assert_eq!(answer["valueCoding"]["display"], option.in_voice(voice));
            }
        }
        assert!(other_words > 10, "{other_words}");
        let headline = bundle_of(&response)["entry"][1]["resource"]["valueCodeableConcept"].clone();
        let result = assess(questionnaire(), &response);
        assert_eq!(headline["text"], words().headline(&result, voice));
    }
}

#[test]
fn bundle_has_answers_and_every_output() {
    for story in stories() {
        let result = assess(questionnaire(), &story.response);
        let written = bundle_of(&story.response);
        assert_eq!(written["type"], "collection");
        let entries = written["entry"].as_array().unwrap();
        assert_eq!(entries[0]["resource"], response_of(&story.response));
        let found: Vec<(&str, &str)> = entries[1..].iter().map(output).collect();
        let mut expected = vec![
            ("headline", result.headline.code()),
            ("alert", result.alert.code()),
            ("first-step", result.first_step.code()),
        ];
        expected.extend(result.level.map(|level| ("level", level.code())));
        expected.extend(result.next_level.map(|level| ("next-level", level.code())));
        expected.push(("urgency", result.urgency.code()));
        let ratings = ["none", "some", "clear", "serious", "severe"];
        for (dimension, rating) in story.expect.ratings {
            expected.push((dimension.code(), ratings[usize::from(rating.rank())]));
        }
        expected.extend(
            result
                .add_ons
                .iter()
                .map(|add_on| ("add-on", add_on.code())),
        );
        let signs = result.signs.iter();
        let signs: Vec<String> = signs
            .map(|sign| format!("{}.{}", sign.item.0, sign.code))
            .collect();
        expected.extend(signs.iter().map(|sign| ("sign", sign.as_str())));
        assert_eq!(found, expected, "{}", story.name);
    }
}

/// Covers every sign of every item, in the voice of the answers.
#[test]
fn every_medical_sign_is_an_observation_with_text() {
    for (who, voice) in [("self", Voice::Self_), ("someone-else", Voice::SomeoneElse)] {
        let paper = Paper(vec![None; questionnaire().items.len()]);
        let mut paper = paper.with(&[("who-for", chosen("who-for", &[who]))]);
        for item in questionnaire().items {
            if item.link_id.0 != "who-for" {
                let worst = Some(Answer::Chosen(item.most_careful()));
                paper = paper.with(&[(item.link_id.0, worst)]);
            }
        }
        let written = bundle_of(&paper.response());
        let entries = written["entry"].as_array().unwrap();
        let mut signs = 0;
        for (item, said) in questionnaire().items.iter().zip(&words().items) {
            for index in item.signs.indices() {
                signs += 1;
                let option = item.options[usize::from(index)];
                let value = format!("{}.{option}", item.link_id.0);
                let own = entries[1..]
                    .iter()
                    .filter(|entry| output(entry) == ("sign", &value));
                let own: Vec<&Value> = own.collect();
                assert_eq!(own.len(), 1, "{value}");
                let text = &own[0]["resource"]["valueCodeableConcept"]["text"];
                assert_eq!(*text, said.options[usize::from(index)].in_voice(voice));
            }
        }
        assert!(signs >= 20, "{signs}");
    }
}

#[test]
fn every_observation_is_self_contained() {
    let system = output_system(questionnaire().url);
    let mut said = BTreeSet::new();
    for story in stories() {
        let result = assess(questionnaire(), &story.response);
        let written = bundle_of(&story.response);
        let entries = written["entry"].as_array().unwrap();
        let address = &entries[0]["fullUrl"];
        let addresses: BTreeSet<&str> = entries
            .iter()
            .map(|entry| text(&entry["fullUrl"]))
            .collect();
        assert_eq!(addresses.len(), entries.len(), "{}", story.name);
        for entry in &entries[1..] {
            let observation = &entry["resource"];
            assert_eq!(observation["resourceType"], "Observation");
            assert_eq!(observation["status"], "preliminary");
            assert_eq!(
                observation["derivedFrom"],
                json!([{ "reference": address }])
            );
            assert_eq!(observation["effectiveDateTime"], DAY);
            assert_eq!(observation["code"]["coding"][0]["system"], system);
            assert!(!text(&observation["code"]["text"]).is_empty());
            let value = &observation["valueCodeableConcept"];
            assert_eq!(value["coding"][0]["system"], system);
            assert!(!text(&value["text"]).is_empty(), "{observation}");
            let method = &observation["method"];
            assert_eq!(method["coding"][0]["version"], questionnaire().version);
            assert!(text(&method["text"]).contains(questionnaire().version));
            let notes: Vec<&str> = observation["note"]
                .as_array()
                .unwrap()
                .iter()
                .map(|note| text(&note["text"]))
                .collect();
            let phrases = &words().phrases;
            let mut expected = Vec::new();
            let is_second_hand = result.guidance.second_hand;
            if result.do_not_stop_alone && is_second_hand {
                expected.push(phrases.do_not_stop_other);
            } else if result.do_not_stop_alone {
                expected.push(phrases.do_not_stop);
            }
            expected.extend(result.talk_first.then_some(phrases.talk_first_line));
            let is_open = !result.unanswered.is_empty();
            expected.extend(is_open.then_some(phrases.review_left_empty));
            let age_is_open = result.guidance.age_assumed;
            expected.extend(age_is_open.then_some(phrases.age_notice));
            expected.extend(is_second_hand.then_some(phrases.second_hand));
            expected.extend([
                phrases.limits_text,
                phrases.not_diagnosis,
                phrases.limits_not_validated,
            ]);
            assert_eq!(notes, expected);
            said.extend(expected);
        }
    }
    // Every one of the nine notes occurs in some story.
    assert_eq!(said.len(), 9, "{said:?}");
}

#[test]
fn ordered_outputs_have_rank() {
    for story in stories() {
        let result = assess(questionnaire(), &story.response);
        let written = bundle_of(&story.response);
        for entry in &written["entry"].as_array().unwrap()[1..] {
            let (code, _) = output(entry);
            let rank = match code {
                "headline" | "add-on" | "sign" => None,
                "alert" => Some(result.alert.rank()),
                "first-step" => Some(result.first_step.rank()),
                "level" => result.level.map(|level| level.rank()),
                "next-level" => result.next_level.map(|level| level.rank()),
                "urgency" => Some(result.urgency.rank()),
                area => {
                    let ratings = &story.expect.ratings;
                    let (_, rating) = ratings.iter().find(|(it, _)| it.code() == area).unwrap();
                    Some(rating.rank())
                }
            };
            let coding = &entry["resource"]["valueCodeableConcept"]["coding"][0];
            let found = coding.get("extension").map(|extensions| {
                assert_eq!(extensions[0]["url"], ORDINAL_VALUE);
                u8::try_from(extensions[0]["valueDecimal"].as_u64().unwrap()).unwrap()
            });
            assert_eq!(found, rank, "{}: {code}", story.name);
        }
    }
}

#[test]
fn no_adult_level_is_exported_under_18() {
    let mut young = 0;
    for story in stories() {
        let result = assess(questionnaire(), &story.response);
        if result.level.is_some() {
            continue;
        }
        young += 1;
        let written = bundle_of(&story.response).to_string();
        for level in LevelOfCare::ALL {
            let (code, name) = (level.code(), words().levels.get(level.code()).unwrap().name);
            assert!(
                !written.contains(&format!("\"{code}\"")),
                "{}: {code}",
                story.name
            );
            assert!(
                !written.contains(&format!("\"{name}\"")),
                "{}: {name}",
                story.name
            );
        }
    }
    assert!(young >= 5, "{young}");
}

fn output(entry: &Value) -> (&str, &str) {
    let observation = &entry["resource"];
    let value = &observation["valueCodeableConcept"]["coding"][0];
    (
        text(&observation["code"]["coding"][0]["code"]),
        text(&value["code"]),
    )
}

fn answers_to<'a>(written: &'a Value, link_id: &str) -> &'a Value {
    let item = items(written).find(|item| item["linkId"] == link_id);
    &item.unwrap_or_else(|| panic!("{link_id} is not asked"))["answer"]
}
