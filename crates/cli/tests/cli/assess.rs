//! End-to-end tests of `footing assess` and `questionnaire`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use content::questionnaire;
use content_compiler::author;
use fhir::write_response;
use i18n::Words;
use serde_json::{Value, json};

use super::{footing, printed};

/// Parses the printed recommendation or questionnaire.
fn json_of(arguments: &[&str], input: &[u8]) -> Value {
    serde_json::from_str(&printed(footing(arguments, input))).unwrap()
}

fn words() -> Words {
    let content = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../content");
    author::words(&content, "en").unwrap()
}

fn response(answers: impl Iterator<Item = (String, Vec<String>)>) -> Vec<u8> {
    let items: Vec<Value> = answers
        .map(|(link_id, codes)| {
            let codings = codes
                .iter()
                .map(|code| json!({ "valueCoding": { "code": code } }));
            json!({ "linkId": link_id, "answer": codings.collect::<Vec<_>>() })
        })
        .collect();
    json!({ "resourceType": "QuestionnaireResponse", "item": items })
        .to_string()
        .into_bytes()
}

/// Runs every clinical story, including the example cases in C.8 of the evidence file, through the command
/// line. The expected values come directly from the stories' files.
#[test]
fn every_story_prints_its_outputs_and_the_rules_behind_them() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/vignettes");
    let stories = vignettes::read(questionnaire(), &folder).unwrap();
    assert!(stories.len() >= 140, "{} stories", stories.len());
    for story in stories {
        let name = &story.name;
        let file = folder.join(format!("{name}.toml"));
        let written: toml::Table = toml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let expect = written["expect"].as_table().unwrap();
        let sheet = write_response(questionnaire(), &story.response, &words(), None);
        let found = json_of(&["assess", "-"], sheet.to_string().as_bytes());

        let rank = |output: &str| found[output]["rank"].as_i64();
        assert_eq!(
            found["headline"]["code"].as_str(),
            expect["headline"].as_str(),
            "{name}"
        );
        assert!(
            !found["headline"]["text"].as_str().unwrap().contains('{'),
            "{name}"
        );
        for output in ["alert", "first_step", "urgency"] {
            assert_eq!(
                rank(output),
                expect[output].as_integer(),
                "{name}: {output}"
            );
        }
        let level = expect.get("level").and_then(toml::Value::as_integer);
        assert_eq!(rank("level"), level, "{name}");
        for (area, rating) in expect["ratings"].as_table().unwrap() {
            assert_eq!(
                found["ratings"][area].as_i64(),
                rating.as_integer(),
                "{name}: {area}"
            );
        }
        let listed = |list: &str| -> Vec<&str> {
            let list = expect.get(list).and_then(toml::Value::as_array);
            let list = list.into_iter().flatten();
            list.map(|code| code.as_str().unwrap()).collect()
        };
        for list in ["fired", "advice", "add_ons"] {
            let codes = found[list].as_array().unwrap();
            for code in listed(list) {
                assert!(codes.contains(&json!(code)), "{name}: {list} {code}");
            }
        }
        let signs = found["signs"].as_array().unwrap();
        let named: BTreeSet<String> = signs
            .iter()
            .map(|sign| {
                assert!(!sign["text"].as_str().unwrap().is_empty(), "{name}: {sign}");
                let part = |key: &str| sign[key].as_str().unwrap().to_owned();
                [part("item"), part("code")].join(".")
            })
            .collect();
        let expected = listed("signs").into_iter().map(str::to_owned);
        assert_eq!(named, expected.collect(), "{name}");
        for reason in found["reasons"].as_array().unwrap() {
            assert!(
                !reason["text"].as_str().unwrap().is_empty(),
                "{name}: {reason}"
            );
            assert!(
                !reason["sources"].as_array().unwrap().is_empty(),
                "{name}: {reason}"
            );
            assert!(
                !reason["answers"].as_array().unwrap().is_empty(),
                "{name}: {reason}"
            );
        }
    }
}

/// A question whose condition is more than a list of answers has an enableWhenExpression for renderers.
#[test]
fn the_questionnaire_is_printed_with_both_forms_of_conditions() {
    let questionnaire = json_of(&["questionnaire"], b"");
    let items = questionnaire["item"].as_array().unwrap();
    let flat = items.iter().filter(|item| item.get("enableWhen").is_some());
    let expressions = items.iter().filter(|item| {
        let extensions = item["extension"].as_array().unwrap();
        extensions.iter().any(|it| {
            let url = it["url"].as_str().unwrap();
            url.ends_with("sdc-questionnaire-enableWhenExpression")
        })
    });
    assert!(flat.count() > 20);
    assert!(expressions.count() > 3);
}

#[test]
fn the_first_ranked_option_everywhere_is_level_0_and_the_last_an_emergency() {
    let questionnaire = json_of(&["questionnaire"], b"");
    let items = questionnaire["item"].as_array().unwrap();
    let answers = |last: bool| {
        response(items.iter().map(|item| {
            let ranked = item["answerOption"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|option| {
                    option["extension"].as_array().is_some_and(|extensions| {
                        extensions
                            .iter()
                            .any(|it| it["url"].as_str().unwrap().ends_with("ordinalValue"))
                    })
                });
            let codes: Vec<&str> = ranked
                .map(|option| option["valueCoding"]["code"].as_str().unwrap())
                .collect();
            let code = if last { codes.last() } else { codes.first() };
            (
                item["linkId"].as_str().unwrap().to_owned(),
                vec![(*code.unwrap()).to_owned()],
            )
        }))
    };
    let mildest = json_of(&["assess", "-"], &answers(false));
    assert_eq!(mildest["level"]["rank"], 0);
    assert_eq!(mildest["alert"]["rank"], 0);
    let gravest = json_of(&["assess", "-"], &answers(true));
    assert_eq!(gravest["alert"]["rank"], 3);
}

/// A Bundle of type collection with the response and other resources.
fn collection(response: &[u8], others: &[Value]) -> Vec<u8> {
    let response: Value = serde_json::from_slice(response).unwrap();
    let others = others
        .iter()
        .map(|resource| json!({ "resource": resource }));
    let mut entries = vec![json!({ "resource": response })];
    entries.extend(others);
    json!({ "resourceType": "Bundle", "type": "collection", "entry": entries })
        .to_string()
        .into_bytes()
}

#[test]
fn a_bundle_comes_to_the_same_as_the_response_in_it() {
    let answers = [
        ("suicidal-thoughts", "plan-intent-or-right-now"),
        ("age", "18-to-64"),
    ];
    let response = response(
        answers
            .iter()
            .map(|(link_id, code)| ((*link_id).to_owned(), vec![(*code).to_owned()])),
    );
    let alone = json_of(&["assess", "-"], &response);
    let observation = json!({ "resourceType": "Observation", "status": "preliminary" });
    let bundle = collection(&response, &[observation]);
    assert_eq!(json_of(&["assess", "-"], &bundle), alone);
    let explained = |input: &[u8]| printed(footing(&["assess", "-", "--explain"], input));
    assert_eq!(explained(&bundle), explained(&response));
}

#[test]
fn both_forms_tell_the_same_rules() {
    let overdose = ("overdose".to_owned(), vec!["past-30-days".to_owned()]);
    let sheet = response([overdose].into_iter());
    let message = printed(footing(&["assess", "-", "--explain"], sheet.as_slice()));
    let json = json_of(&["assess", "-"], &sheet);
    let fired: Vec<&str> = json["fired"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    assert!(fired.contains(&"R14"), "{fired:?}");
    for rule in fired {
        assert!(message.contains(&format!("\n  {rule}: ")), "{rule}");
    }
}
