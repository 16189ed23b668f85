//! Runs every clinical story in `tests/vignettes/` on the real content.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use footing::assessment::{Answer, Dimension, Options, Questionnaire, Response, assess};
use footing::content::questionnaire;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Vignette {
    #[serde(default)]
    case: Option<u8>,
    story: String,
    answers: BTreeMap<String, toml::Value>,
    expect: Expect,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    ratings: BTreeMap<String, u8>,
    alert: u8,
    first_step: u8,
    level: Option<u8>,
    #[serde(default)]
    level_hidden: bool,
    headline: String,
    #[serde(default)]
    fired: Vec<String>,
    #[serde(default)]
    add_ons: Vec<String>,
}

#[test]
fn every_story_comes_out_as_told() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vignettes");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let mut cases = Vec::new();
    let mut wrong = Vec::new();
    for file in &files {
        let text = std::fs::read_to_string(file).unwrap();
        let vignette: Vignette =
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        cases.extend(vignette.case);
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        wrong.extend(
            check(&vignette)
                .into_iter()
                .map(|line| format!("{name}: {line}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Every example case of the evidence file's C.8 is here.
    assert_eq!(cases, (1..=24).collect::<Vec<u8>>());
}

fn check(vignette: &Vignette) -> Vec<String> {
    assert!(!vignette.story.is_empty());
    let questionnaire = questionnaire();
    let result = assess(questionnaire, &response(questionnaire, &vignette.answers));
    let expect = &vignette.expect;
    let mut wrong = Vec::new();
    let mut compare = |what: &str, found: String, expected: String| {
        if found != expected {
            wrong.push(format!(
                "{what} is {found}, expected {expected} (fired: {:?})",
                result.fired
            ));
        }
    };
    for dimension in Dimension::ALL {
        if let Some(expected) = expect.ratings.get(dimension.code()) {
            let found = result.rating(dimension).rank();
            compare(dimension.code(), found.to_string(), expected.to_string());
        }
    }
    compare(
        "alert",
        result.alert.rank().to_string(),
        expect.alert.to_string(),
    );
    compare(
        "first step",
        result.first_step.rank().to_string(),
        expect.first_step.to_string(),
    );
    let level = result.level.map(|level| level.rank());
    compare("level", format!("{level:?}"), format!("{:?}", expect.level));
    compare(
        "level hidden",
        result.level.is_none().to_string(),
        expect.level_hidden.to_string(),
    );
    compare("headline", result.headline.code(), expect.headline.clone());
    for rule in &expect.fired {
        let fired = result.fired.iter().any(|fired| fired.0 == rule);
        compare(
            &format!("rule {rule} fired"),
            fired.to_string(),
            "true".into(),
        );
    }
    for add_on in &expect.add_ons {
        let there = result.add_ons.iter().any(|found| found.code() == add_on);
        compare(
            &format!("add-on {add_on}"),
            there.to_string(),
            "true".into(),
        );
    }
    wrong
}

fn response(questionnaire: &Questionnaire, answers: &BTreeMap<String, toml::Value>) -> Response {
    let mut response = Response::default();
    for (link_id, value) in answers {
        let index = questionnaire
            .find(link_id)
            .unwrap_or_else(|| panic!("no item {link_id}"));
        let item = questionnaire.item(index).unwrap();
        let place = |code: &str| {
            let place = item.place_of(code);
            Options::only(place.unwrap_or_else(|| panic!("no option {code} in {link_id}")))
        };
        let answer = match value {
            toml::Value::String(code) if code == "asked-unknown" => Answer::Unsure,
            toml::Value::String(code) if code == "asked-declined" => Answer::Declined,
            toml::Value::String(code) => Answer::Chosen(place(code)),
            toml::Value::Array(codes) => Answer::Chosen(
                codes
                    .iter()
                    .map(|code| place(code.as_str().unwrap()))
                    .fold(Options(0), Options::with),
            ),
            toml::Value::Integer(_)
            | toml::Value::Float(_)
            | toml::Value::Boolean(_)
            | toml::Value::Datetime(_)
            | toml::Value::Table(_) => panic!("{link_id}: {value} is no answer"),
        };
        response.set(item.link_id, answer);
    }
    response
}
