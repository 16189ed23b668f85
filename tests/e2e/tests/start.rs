//! The start screen, whatever does not work.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{Environment, Scripts, Server, Session, Vignette, Walk, paper, words};
use fantoccini::Locator;

#[test]
fn without_scripts_the_page_tells_what_it_is_and_whom_to_call() {
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
    help_lines_are_shown(&session);
}

#[test]
fn without_the_module_the_page_says_so_and_the_help_lines_stay() {
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
    // Nothing is being got ready any more.
    assert!(!text.contains(phrases.starting), "{text}");
    help_lines_are_shown(&session);
}

#[test]
fn the_start_screen_says_the_same_before_and_after_it_runs() {
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
    // Said only while the questions cannot be answered.
    let phrases = &words().phrases;
    let link = paper().own.paper.link.as_str();
    let waiting = [phrases.needs_scripts, link, phrases.starting];
    let before: Vec<&str> = before
        .lines()
        .filter(|line| !waiting.contains(line))
        .collect();
    assert_eq!(before, after.lines().collect::<Vec<_>>());
}

/// The lines shown everywhere, each with a link that the phone understands.
fn help_lines_are_shown(session: &Session) {
    let numbers = words()
        .everywhere
        .iter()
        .filter_map(|name| words().lines.get(name).unwrap().call);
    let numbers: Vec<&str> = numbers.collect();
    assert!(!numbers.is_empty());
    for number in numbers {
        let targets = session.targets(&words().phrases.call.replace("{number}", number));
        let expected = contact::tel(number);
        assert!(
            targets.contains(&expected),
            "{targets:?} instead of {expected}"
        );
    }
}
