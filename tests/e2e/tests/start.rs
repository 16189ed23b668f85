//! The start screen without scripts, without the module and after startup.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{Environment, Scripts, Server, Session, Vignette, Walk, paper, words, words_in};
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

/// What a browser before 2022 lacks.
const WITHOUT_NEWER_FEATURES: &str = "delete Array.prototype.at";

/// WebAssembly as in a browser that is older than the module, or whose policy refuses it.
const REFUSING_MODULES: &str = "
    const refuse = async () => { throw new WebAssembly.CompileError('older than the module') };
    Object.assign(WebAssembly, { instantiate: refuse, instantiateStreaming: refuse })";

#[test]
fn a_browser_that_is_too_old_is_told_and_keeps_the_help_lines() {
    // Such a browser cannot read the script, so it never runs there.
    let server = Server::silent_on(&Environment::read().dist, &["start.js"]);
    let session = Session::start_without_awaiting_load();
    session.add_init_script(WITHOUT_NEWER_FEATURES);
    for locale in ["en", "es"] {
        let address = if locale == "en" { "/" } else { "/es.html" };
        session.visit(&server.url(address));
        let phrases = words_in(locale).phrases;
        session.wait_until("the note", || {
            session.text().contains(phrases.browser_too_old)
        });
        let text = session.text();
        assert!(text.contains(phrases.in_danger), "{text}");
        let paper: Vec<String> = session.read(
            "return [...document.querySelectorAll('#footing-old a')].map(({ pathname }) => pathname)",
        );
        let there = if locale == "en" {
            "/paper.html"
        } else {
            "/paper-es.html"
        };
        assert_eq!(paper, [there]);
    }
}

#[test]
fn where_webassembly_refuses_the_module_the_check_runs_as_javascript() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.add_init_script(REFUSING_MODULES);
    session.visit(&server.url("/"));
    session.wait_until_running();
    session.click_through_to_result(&["who-for-0", "age-0", "substances-0"]);
    let asked: Vec<String> = server.requests().into_iter().map(|one| one.path).collect();
    assert!(
        asked.iter().any(|path| path.contains("/without-wasm-")),
        "{asked:?}"
    );
    let is_told: bool = session.read("return !document.getElementById('footing-old').hidden");
    assert!(!is_told);
}
