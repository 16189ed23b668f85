//! The reviewers' workbench: live results, file import, no requests.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{
    Axe, Environment, Role, Scheme, Scripts, Server, Session, Size, StoryAnswer, Viewport,
    Vignette, words,
};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::{Value, json};

const PAGE: &str = "/workbench.html";

fn start(server: &Server) -> Session {
    let session = Session::start(Scripts::On);
    open(&session, server);
    session
}

fn open(session: &Session, server: &Server) {
    session.visit(&server.url(PAGE));
    session.wait_for("the bench to run", Locator::Id("answer-age"));
}

/// Status line about the effect of the last change.
fn status(session: &Session) -> String {
    session.read("return document.querySelector('.bench-change').innerText")
}

/// Waits until the status line contains a text.
fn wait_for_status(session: &Session, text: &str) {
    let line = format!("//p[@role='status' and contains(., '{text}')]");
    session.wait_for(text, Locator::XPath(&line));
}

/// A story's answers as a QuestionnaireResponse.
fn response_of(story: &Vignette) -> String {
    let items = story.answers.iter().map(|(link_id, answer)| {
        let codes = match answer {
            StoryAnswer::Options(codes) => codes.clone(),
            StoryAnswer::Unsure => vec!["asked-unknown".to_owned()],
            StoryAnswer::Declined => vec!["asked-declined".to_owned()],
        };
        let answers = codes
            .iter()
            .map(|code| json!({ "valueCoding": { "code": code } }));
        json!({ "linkId": link_id, "answer": answers.collect::<Vec<Value>>() })
    });
    let items: Vec<Value> = items.collect();
    json!({ "resourceType": "QuestionnaireResponse", "status": "completed", "item": items })
        .to_string()
}

#[test]
fn keyboard_answer_updates_the_result_and_sends_nothing() {
    let server = Server::start(&Environment::read().dist);
    let session = start(&server);
    let loaded = server.requests().len();
    session.read::<()>("document.getElementById('answer-suicidal-thoughts').focus()");
    // The list starts with "left empty" and the two standing answers. The mildest option follows
    // and is selected, so Down selects the next one.
    session.press(Key::Down);
    wait_for_status(&session, "now fire");
    assert!(
        status(&session).contains("alert 0 → 1"),
        "{}",
        status(&session)
    );
    let chosen: u32 =
        session.read("return document.getElementById('answer-suicidal-thoughts').selectedIndex");
    assert_eq!(chosen, 4);
    let all_mildest = &session.find_all(Role::Button, "All mildest");
    assert_eq!(all_mildest.len(), 1);
    session.read::<()>(
        "[...document.querySelectorAll('button')].find((one) => one.innerText === 'All mildest').focus()",
    );
    session.press(Key::Enter);
    wait_for_status(&session, "no longer fire");
    let chosen: u32 =
        session.read("return document.getElementById('answer-suicidal-thoughts').selectedIndex");
    assert_eq!(
        chosen, 3,
        "the list does not show the answer that was set for it"
    );
    assert_eq!(server.requests().len(), loaded, "{:?}", server.requests());
    let stored: (u32, u32, String) =
        session.read("return [localStorage.length, sessionStorage.length, document.cookie]");
    assert_eq!(stored, (0, 0, String::new()));
    assert_eq!(session.console(), []);
}

#[test]
fn imports_a_file_and_a_bad_one_changes_nothing() {
    let server = Server::start(&Environment::read().dist);
    let session = start(&server);
    let story = Vignette::read("01-weekend-heavy-drinking");
    session.set_file_input("file", "case.json", &response_of(&story));
    session.wait_for(
        "the file",
        Locator::XPath("//*[@role='status']//b[.='case.json']"),
    );
    let headline = format!(
        "//div[@class='bench-status']//code[.='{}']",
        story.expect.headline
    );
    session.wait_for("the result of the file", Locator::XPath(&headline));

    session.set_file_input(
        "file",
        "bad.json",
        r#"{ "resourceType": "QuestionnaireResponse", "item": [{ "linkId": "sunny" }] }"#,
    );
    session.wait_for(
        "the place of the mistake",
        Locator::XPath("//dd/code[.='item[0].linkId']"),
    );
    session.wait_for("the answers as they were", Locator::XPath(&headline));

    // White space, so only the size limit can reject it.
    let large = " ".repeat(4 * 1024 * 1024 + 1);
    session.set_file_input("file", "large.json", &large);
    session.wait_for(
        "the size to be told",
        Locator::XPath("//p[contains(., 'larger than 4 MB')]"),
    );
    assert_eq!(session.console(), []);
}

#[test]
fn workbench_is_accessible_and_fits_every_screen() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let axe = Axe::install(&session);
    let mut faults: Vec<String> = Vec::new();
    for size in [Size::NARROWEST, Size::PHONE, Size::TABLET, Size::LAPTOP] {
        for scheme in [Scheme::Light, Scheme::Dark] {
            session.set(Viewport { size, scheme });
            open(&session, &server);
            session.read::<()>(
                "[...document.querySelectorAll('button')].find((one) => one.innerText === 'All left empty').click()",
            );
            wait_for_status(&session, "now fire");
            let found = axe.check();
            faults.extend(
                found
                    .iter()
                    .map(|fault| format!("{size:?} {}: {fault}", scheme.name())),
            );
            let (needed, available): (u32, u32) =
                session.read("return [document.documentElement.scrollWidth, innerWidth]");
            if needed > available {
                faults.push(format!("{size:?}: needs {needed} pixels of {available}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn workbench_without_scripts_or_module_shows_advice_and_help_lines() {
    let dist = Environment::read().dist;
    let server = Server::start(&dist);
    let session = Session::start(Scripts::Off);
    session.visit(&server.url(PAGE));
    assert!(
        session.text().contains("scripts are off here"),
        "{}",
        session.text()
    );
    assert_help_lines(&session);

    let server = Server::without(&dist, &[".wasm"]);
    let session = Session::start(Scripts::On);
    session.visit(&server.url(PAGE));
    let failed = Locator::XPath(
        "//*[@role='alert' and not(@hidden) and contains(., 'could not be loaded')]",
    );
    session.wait_for("the page to say that it failed", failed);
    assert_help_lines(&session);
}

fn assert_help_lines(session: &Session) {
    let call = words().phrases.call.replace("{number}", "988");
    assert_eq!(session.link_targets(&call), ["tel:988"]);
}

#[test]
fn visitors_load_nothing_of_the_workbench() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let story = Vignette::read("01-weekend-heavy-drinking");
    e2e::Walk::begin(&session, &server.url("/"), &story);
    let paths: Vec<String> = server
        .requests()
        .into_iter()
        .map(|request| request.path)
        .collect();
    assert!(
        paths.iter().any(|path| path.ends_with(".wasm")),
        "{paths:?}"
    );
    assert!(
        !paths.iter().any(|path| path.contains("workbench")),
        "{paths:?}"
    );
}
