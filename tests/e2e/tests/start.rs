//! The start screen without scripts, without the module and after startup.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{Environment, Scripts, Server, Session, Vignette, Walk, paper, words};
use fantoccini::Locator;

#[test]
fn start_page_without_scripts_shows_purpose_and_help_lines() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::Off);
    session.visit(&server.url("/"));
    let text = session.text();
    let phrases = &words().phrases;
    for said in [
        phrases.start_title,
        phrases.start_lead,
        phrases.answers_text,
        phrases.needs_scripts,
    ] {
        assert!(text.contains(said), "'{said}' is missing from:\n{text}");
    }
    assert_help_lines(&session);
}

#[test]
fn load_failure_is_reported_and_help_lines_stay() {
    let server = Server::without(&Environment::read().dist, &[".wasm"]);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/"));
    let phrases = &words().phrases;
    let failed = format!(
        "//*[@role='alert' and not(@hidden)]//*[contains(., \"{}\")]",
        phrases.failed_what
    );
    session.wait_for("the page to say that it failed", Locator::XPath(&failed));
    let text = session.text();
    for said in [
        phrases.start_title,
        phrases.failed_what,
        phrases.failed_todo,
    ] {
        assert!(text.contains(said), "'{said}' is missing from:\n{text}");
    }
    // The "starting" status is gone.
    assert!(!text.contains(phrases.starting), "{text}");
    assert_help_lines(&session);
}

#[test]
fn start_screen_text_is_the_same_before_and_after_startup() {
    let server = Server::start(&Environment::read().dist);
    let before = {
        let session = Session::start(Scripts::Off);
        session.visit(&server.url("/"));
        session.text()
    };
    let session = Session::start(Scripts::On);
    let story = Vignette::read("01-weekend-heavy-drinking");
    Walk::begin(&session, &server.url("/"), &story);
    let after = session.text();
    // Shown only until the check runs.
    let phrases = &words().phrases;
    let link = paper().own.paper.link.as_str();
    let before_only = [phrases.needs_scripts, link, phrases.starting];
    let before: Vec<&str> = before
        .lines()
        .filter(|line| !before_only.contains(line))
        .collect();
    assert_eq!(before, after.lines().collect::<Vec<_>>());
}

/// Asserts that the general help lines are shown as `tel:` links.
fn assert_help_lines(session: &Session) {
    let numbers = words()
        .everywhere
        .iter()
        .filter_map(|name| words().lines.get(name).unwrap().call);
    let numbers: Vec<&str> = numbers.collect();
    assert!(!numbers.is_empty());
    for number in numbers {
        let targets = session.link_targets(&words().phrases.call.replace("{number}", number));
        let expected = contact::tel(number);
        assert!(
            targets.contains(&expected),
            "{targets:?} instead of {expected}"
        );
    }
}
