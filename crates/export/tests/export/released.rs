//! What was saved, exported or encoded with an earlier version of the questions and rules is read, or refused in
//! words that name the version.
//!
//! `tests/fixtures/released/` has a folder for each released version. `cargo xtask release` refuses a version without
//! one; `SNAPSHOTS=overwrite cargo test -p export released` writes the files of the version of now.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use assessment::{Day, Response, assess};
use content::questionnaire;
use fhir::{read_response, write_response};
use journey::saved::{Found, SavedAnswers, read, write_open, write_sheets};
use result_code::{CodeError, decode, encode};
use test_support::stories::stories;

use crate::words;

/// A story with many kinds of answers.
const STORY: &str = "09-street-fentanyl-overdose-no-safe-place";
const TODAY: &str = "2026-12-01";
const LAST_DAY: &str = "2099-12-31";

fn folder() -> PathBuf {
    test_support::root().join("tests/fixtures/released")
}

/// The versions that have a folder, the oldest first.
fn versions() -> BTreeSet<String> {
    let folders = fs::read_dir(folder()).unwrap();
    let names = folders.map(|one| one.unwrap().file_name().into_string().unwrap());
    names.collect()
}

/// A file of a version, unless that version had none of its kind.
fn file(version: &str, name: &str) -> Option<String> {
    fs::read_to_string(folder().join(version).join(name)).ok()
}

fn saved(version: &str) -> Vec<SavedAnswers> {
    let text = file(version, "saved.txt").unwrap();
    let today = Day::read(TODAY).unwrap();
    let found = read(questionnaire(), Some(&text), today);
    let Found::Open(_, sheets) = found else {
        panic!("{version}: {found:?}")
    };
    sheets
}

fn answers_of_now() -> Response {
    let story = stories().into_iter().find(|story| story.name == STORY);
    story.unwrap().response
}

/// Writes the files of the version of now where that is asked for.
fn write_wanted() {
    if std::env::var_os("SNAPSHOTS").is_none_or(|wish| wish != "overwrite") {
        return;
    }
    let questionnaire = questionnaire();
    let response = answers_of_now();
    let sheet = SavedAnswers {
        on: Day::read(questionnaire.version).unwrap(),
        rules: questionnaire.version.to_owned(),
        finished: true,
        reached: response.iter().map(|(id, _)| id).collect(),
        response: response.clone(),
        outdated: false,
    };
    let sheets = write_sheets(questionnaire, &[sheet]);
    let json = write_response(questionnaire, &response, words(), None);
    let result = assess(questionnaire, &response);
    let folder = folder().join(questionnaire.version);
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in [
        (
            "saved.txt",
            write_open(Day::read(LAST_DAY).unwrap(), &sheets),
        ),
        ("code.txt", encode(questionnaire, &response, &result) + "\n"),
        ("response.json", format!("{json:#}\n")),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
}

#[test]
fn saved_answers_of_every_released_version_go_on() {
    write_wanted();
    for version in versions() {
        let sheets = saved(&version);
        assert_eq!(sheets.len(), 1, "{version}");
        assert_eq!(sheets[0].rules, version);
        // What an earlier edition asked otherwise is asked again, and said so; nothing else is lost.
        let kept = sheets[0].response.iter().count();
        assert!(kept > 20, "{version}: {kept} answers");
        assert!(!sheets[0].reached.is_empty(), "{version}");
    }
}

#[test]
fn codes_and_responses_of_every_released_version_are_read_or_named() {
    write_wanted();
    for version in versions() {
        let is_now = version == questionnaire().version;
        if let Some(code) = file(&version, "code.txt") {
            match decode(questionnaire(), code.trim()) {
                Ok(response) => assert_same(&response, &version),
                Err(CodeError::OtherRules(day)) => assert!(day == version && !is_now),
                Err(error) => panic!("{version}: {error}"),
            }
        }
        if let Some(json) = file(&version, "response.json") {
            match read_response(questionnaire(), &json) {
                Ok(response) => assert_same(&response, &version),
                Err(error) => {
                    let said = error.to_string();
                    assert!(said.contains(&version) && !is_now, "{version}: {said}");
                }
            }
        }
    }
}

/// The answers lead where those that were saved lead.
fn assert_same(response: &Response, version: &str) {
    let outcome = |response: &Response| {
        let result = assess(questionnaire(), response);
        (result.headline.code(), result.alert, result.fired)
    };
    assert_eq!(
        outcome(response),
        outcome(&saved(version)[0].response),
        "{version}"
    );
}
