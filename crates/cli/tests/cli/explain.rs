//! `footing assess --explain`, as a person at the terminal meets it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "that is how a test fails"
)]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use assessment::{Answer, Options, Response, assess};
use content::questionnaire;
use serde_json::{Value, json};

/// Runs the command in the project's folder, with something on standard input.
fn footing(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_footing"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its input may be gone before it has read all of it.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn response(answers: &[(&str, &str)]) -> Vec<u8> {
    let item = |(link_id, code): &(&str, &str)| json!({ "linkId": link_id, "answer": [{ "valueCoding": { "code": code } }] });
    let items: Vec<Value> = answers.iter().map(item).collect();
    json!({ "resourceType": "QuestionnaireResponse", "item": items })
        .to_string()
        .into_bytes()
}

#[test]
fn a_sheet_is_told_as_text_rule_by_rule() {
    let sheet = response(&[("suicide-attempt", "past-3-months"), ("right-now", "none")]);
    let output = footing(&["assess", "--explain", "-"], &sheet);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}");
    assert!(text.starts_with("HOW THIS SUGGESTION WAS MADE\n"), "{text}");
    assert!(text.contains("Code: emergency."), "{text}");
    assert!(text.contains("\n  R03: "), "{text}");
    assert!(text.contains("not answered, counted as"), "{text}");
    assert!(serde_json::from_str::<Value>(&text).is_err());
}

#[test]
fn both_forms_tell_the_same_rules() {
    let sheet = response(&[("overdose", "past-30-days")]);
    let message = footing(&["assess", "-", "--explain"], &sheet);
    let message = String::from_utf8(message.stdout).unwrap();
    let json = footing(&["assess", "-"], &sheet);
    let json: Value = serde_json::from_slice(&json.stdout).unwrap();
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

#[test]
fn a_sheet_that_cannot_be_read_is_refused_with_what_to_do() {
    for arguments in [
        ["assess", "--explain", "no-such-file.json"],
        ["assess", "--explain", "-"],
    ] {
        let output = footing(&arguments, b"{");
        let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{complaint}");
        assert!(complaint.lines().count() >= 2, "{complaint}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_code_is_turned_back_into_the_clinicians_page_and_the_trace() {
    let questionnaire = questionnaire();
    let item = questionnaire
        .item(questionnaire.find("suicide-attempt").unwrap())
        .unwrap();
    let option = item.option_index("past-3-months").unwrap();
    let mut response = Response::default();
    response.set(item.link_id, Answer::Chosen(Options::only(option)));
    let code = result_code::encode(questionnaire, &response, &assess(questionnaire, &response));
    let output = footing(&["explain", &code.to_lowercase()], b"");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}");
    assert!(text.contains(&code), "the page holds its own code");
    assert!(text.contains("HOW THIS SUGGESTION WAS MADE\n"), "{text}");
    assert!(text.contains("\n  R03: "), "{text}");
}

#[test]
fn a_code_with_a_mistake_is_refused_with_what_to_do() {
    let output = footing(&["explain", "7K3F-9999"], b"");
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{errors}");
    assert!(errors.contains("The code has a mistake in it."), "{errors}");
    assert!(errors.contains("group by group"), "{errors}");
    assert!(output.stdout.is_empty());
}
