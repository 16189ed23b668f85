//! What goes wrong around the check, in a real browser: files that are missing, broken or late, and what becomes
//! of the answers.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use command_support::notes::{Withstood, withstood};
use e2e::{CHOICES, Environment, Fault, Role, Scripts, Server, Session, words};
use fantoccini::Locator;
use i18n::phrases::Phrases;
use serde_json::{Value, json};

/// Files without which the check cannot run, with what goes wrong with them.
const FATAL: [(&str, Fault); 10] = [
    (".wasm", Fault::Missing),
    (".wasm", Fault::Truncated),
    (".wasm", Fault::Aborted),
    (
        ".wasm",
        Fault::Replaced("<!doctype html><title>404</title>"),
    ),
    ("en.json", Fault::Missing),
    ("en.json", Fault::Truncated),
    ("en.json", Fault::Aborted),
    ("en.json", Fault::Replaced("[]")),
    ("start.js", Fault::Missing),
    ("start.js", Fault::Truncated),
];

/// Files without which it runs all the same, or under the wrong name for their kind.
const HARMLESS: [(&str, Fault); 10] = [
    (".wasm", Fault::WrongType),
    ("en.json", Fault::WrongType),
    (".css", Fault::Missing),
    (".css", Fault::Truncated),
    (".css", Fault::Aborted),
    (".css", Fault::WrongType),
    ("site.json", Fault::Missing),
    ("site.json", Fault::Truncated),
    ("site.json", Fault::Aborted),
    ("offline.js", Fault::Replaced("throw 0")),
];

#[test]
fn a_broken_file_is_told_and_retry_goes_on_with_what_was_answered() {
    let phrases = phrases();
    let session = Session::start_without_awaiting_load();
    let faults = fatal();
    for fault in &faults {
        let what: String = format!("{fault:?}").chars().take(80).collect();
        println!("{what}");
        let server = Server::with_late_faults(&Environment::read().dist, &[*fault]);
        session.visit(&server.url("/"));
        session.wait_for("the first question", Locator::Css("#who-for-0:enabled"));
        press(&session, "who-for-0");
        // By selector: Firefox tells no roles before the page is loaded, and it is late here.
        session.click_found("return document.querySelector('main button.primary')");
        press(&session, "age-1");
        server.release();
        session.wait_for("the error", Locator::Css("#footing-failed:not([hidden])"));
        let text = session.text();
        assert!(text.contains(phrases.failed_todo), "{what}: {text}");
        assert!(text.contains(phrases.in_danger), "{what}: {text}");
        // Nothing that was answered is to be seen meanwhile.
        assert_eq!(checked(&session), [""; 0], "{what}");
        let kept: String =
            session.read("return name + location.href + JSON.stringify(localStorage)");
        assert!(!kept.contains("age-1"), "{what}: {kept}");

        server.mend();
        session.click(Role::Button, phrases.retry);
        session.wait_until_running();
        assert_eq!(checked(&session), ["age-1"], "{what}");
        assert_eq!(session.read::<String>("return name"), "");
        session.click(Role::Button, phrases.continue_);
        session.wait_until("the next page", || checked(&session).is_empty());
    }
    withstood(Withstood::Faults, faults.len());
}

/// All of [`FATAL`], and words that are too many or of another version.
fn fatal() -> Vec<(&'static str, Fault)> {
    let words = Environment::read().dist.join("words/en.json");
    let words = std::fs::read_to_string(words).unwrap();
    let table: Vec<String> = serde_json::from_str(&words).unwrap();
    let of_another = words.replacen(&table[1], "2001-01-01-00000000", 1);
    let more = ",\"more\"".repeat(1 << 20);
    let endless = words.replace("\"]", &format!("\"{more}]"));
    // They live as long as the test program does.
    let replaced = [of_another, endless].map(|words| ("en.json", Fault::Replaced(words.leak())));
    FATAL.into_iter().chain(replaced).collect()
}

#[test]
fn files_that_the_check_can_do_without_do_not_stop_it() {
    let session = Session::start(Scripts::On);
    for fault in HARMLESS {
        let server = Server::with_faults(&Environment::read().dist, &[fault]);
        session.visit(&server.url("/"));
        session.wait_until_running();
        session.click_through_to_result(CHOICES);
        println!("{fault:?}: runs to a result");
    }
    withstood(Withstood::Faults, HARMLESS.len());
}

/// A style sheet that never comes keeps nobody from the questions.
#[test]
fn a_style_sheet_that_never_answers_does_not_hold_up_the_check() {
    let server = Server::silent_on(&Environment::read().dist, &[".css"]);
    let session = Session::start_without_awaiting_load();
    session.visit(&server.url("/"));
    session.wait_until_running();
    session.click_through_to_result(CHOICES);
    withstood(Withstood::Faults, 1);
}

/// A module that stops in the middle of a run takes the answers with it, as promised, on every kind of screen.
#[test]
fn a_module_that_stops_on_any_screen_leaves_no_answer_and_offers_a_restart() {
    let phrases = phrases();
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.add_init_script(EXPOSE_MEMORY);
    // A button of each kind of screen; an answer that means danger leads past its help screen.
    let screens = [
        phrases.start,
        phrases.continue_,
        phrases.go_on,
        phrases.see_result,
        phrases.change_answers,
    ];
    for button in screens {
        session.visit(&server.url("/"));
        session.wait_until_running();
        let choices = if button == phrases.go_on {
            DANGER
        } else {
            CHOICES
        };
        session.click_through_until(button, choices);
        let _: Value = session.read_with(SELECT, &[json!(choices)]);
        assert!(session.read::<u32>(NONZERO_BYTES) > 100_000, "{button}");
        let _: Value = session.read_with(STOP, &[json!(button)]);
        session.wait_for("the error", Locator::Css("#footing-failed:not([hidden])"));
        assert_eq!(session.read::<u32>(NONZERO_BYTES), 0, "{button}");
        assert_eq!(checked(&session), [""; 0], "{button}");
        assert!(session.text().contains(phrases.in_danger), "{button}");
        session.click(Role::Button, phrases.retry);
        session.wait_until_running();
        assert!(session.shows(Role::Button, phrases.start), "{button}");
        assert_eq!(checked(&session), [""; 0], "{button}");
    }
    withstood(Withstood::Faults, screens.len());
}

const DANGER: &[&str] = &["who-for-0", "age-1", "right-now-1"];

/// Shows the linear memory of the module to the test.
const EXPOSE_MEMORY: &str = "
    const original = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...args) => {
        const result = await original.apply(WebAssembly, args);
        window.memoryOfModule = Object.values(result.instance.exports)
            .find((one) => one instanceof WebAssembly.Memory);
        return result;
    };";

const NONZERO_BYTES: &str =
    "return new Uint8Array(memoryOfModule.buffer).reduce((n, b) => n + (b !== 0), 0)";

const SELECT: &str = "
    for (const id of arguments[0]) {
        const input = document.getElementById(id);
        if (input && !input.checked) input.click();
    }
    return null;";

/// Breaks the next drawing: the module traps, as after a panic.
const STOP: &str = "
    Node.prototype.insertBefore = Node.prototype.insertBefore.bind(null);
    [...document.querySelectorAll('main button')].find((one) => one.textContent === arguments[0]).click();
    return null;";

fn press(session: &Session, id: &str) {
    let _: Value = session.read_with(SELECT, &[json!([id])]);
}

/// Ids of the chosen options on the page.
fn checked(session: &Session) -> Vec<String> {
    session.read("return [...document.querySelectorAll('main input:checked')].map(({ id }) => id)")
}

fn phrases() -> &'static Phrases {
    &words().phrases
}
