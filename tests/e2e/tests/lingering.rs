//! Data leaks: after a full run, answers are only on the screen and in memory.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use content::questionnaire;
use e2e::{
    Environment, Nginx, Pages, Role, Scripts, Server, Session, StoryAnswer, Vignette, Walk, words,
};
use fantoccini::Locator;
use i18n::phrases::Phrases;
use serde_json::Value;

const STORY: &str = "09-street-fentanyl-overdose-no-safe-place";

/// Init script that records calls through which a page could leak data: console, performance
/// entries, history, storage, messages, beacons, clipboard and events.
const RECORD: &str = "
    window.recorded = [];
    const record = (what, args) => window.recorded.push([what, ...args].map((one) => {
        try { return JSON.stringify(one) ?? String(one); } catch { return String(one); }
    }));
    const wrap = (object, name, what) => {
        const original = object?.[name];
        if (typeof original !== 'function') return;
        object[name] = function (...args) { record(what, args); return original.apply(this, args); };
    };
    for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'table', 'dir']) {
        wrap(console, name, 'console.' + name);
    }
    for (const name of ['mark', 'measure']) wrap(performance, name, 'performance.' + name);
    for (const name of ['pushState', 'replaceState']) wrap(history, name, 'history.' + name);
    for (const name of ['setItem']) wrap(Storage.prototype, name, 'storage');
    wrap(window, 'postMessage', 'postMessage');
    wrap(window, 'reportError', 'reportError');
    wrap(navigator, 'sendBeacon', 'beacon');
    wrap(navigator.clipboard, 'writeText', 'clipboard');
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
        record('event', [event.type, event.detail ?? null]);
        return dispatch.call(this, event);
    };
    window.addEventListener('error', (event) => record('error', [event.message]));
    window.addEventListener('unhandledrejection', (event) => record('rejection', [String(event.reason)]));
    window.addEventListener('message', (event) => record('message', [event.data]));
";

#[test]
fn full_run_leaves_answers_nowhere_but_on_screen() {
    let story = Vignette::read(STORY);
    let canaries = canaries(&story);
    let nginx = Nginx::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.add_init_script(RECORD);
    let mut walk = Walk::begin(&session, &nginx.url("/"), &story);
    walk.continue_until(|screen| {
        assert_leaks_nothing(&session, &canaries);
        screen.has_button(phrases().change_answers)
    });
    // Self-test of recorder and search: the result repeats answers on the screen.
    let recorded: Vec<Vec<String>> = session.read("return window.recorded");
    let entries = recorded.iter().filter(|one| one[0].contains("pushState"));
    assert!(entries.count() > 10, "{recorded:?}");
    let screen = session.accessible_text();
    assert!(
        canaries
            .iter()
            .any(|canary| screen.contains(canary.as_str()))
    );
    let log = nginx.requests().join("\n");
    assert_absent(&canaries, "the server's log", &log);

    // After erasing, the accessibility tree has no answers either.
    session.click(Role::Button, phrases().start_over);
    let start = format!("//h1[normalize-space()=\"{}\"]", phrases().start_title);
    session.wait_for("the start", Locator::XPath(&start));
    assert_absent(
        &canaries,
        "the accessibility tree",
        &session.accessible_text(),
    );
    let markup: String = session.read("return document.documentElement.outerHTML");
    assert_absent(&canaries, "the markup", &markup);
    let checked: Vec<String> = session
        .read("return [...document.querySelectorAll('input')].filter((i) => i.checked).map((i) => i.value)");
    assert_eq!(checked, [""; 0]);
    assert_leaks_nothing(&session, &canaries);
}

#[test]
fn host_page_learns_no_answer() {
    let story = Vignette::read(STORY);
    let canaries = canaries(&story);
    let host = "<!doctype html><title>Host</title><link rel='icon' href='data:,'>
        <iframe src='./index.html' width='340' height='700'></iframe>";
    let pages: Pages = [("/host.html".to_owned(), host.to_owned())].into();
    let server = Server::with_pages(&Environment::read().dist, pages);
    let session = Session::start(Scripts::On);
    session.add_init_script(RECORD);
    session.visit(&server.url("/host.html"));
    let entries: u32 = session.read("return history.length");
    session.enter_frame();
    session.wait_until_running();
    let at_start = server.requests().len();
    let mut walk = Walk::at(&session, &story);
    walk.continue_until(|screen| screen.has_button(phrases().change_answers));
    assert_leaks_nothing(&session, &canaries);
    session.leave_frame();
    assert_leaks_nothing(&session, &canaries);
    let messages: Vec<Vec<String>> = session.read("return window.recorded");
    assert!(
        messages.is_empty(),
        "told to the page around it: {messages:?}"
    );
    // Attributes of the frame that the host page can read.
    let seen: String = session.read(
        "const frame = document.querySelector('iframe');
         return [frame.name, frame.src, frame.title, frames.length, frames[0].name].join();",
    );
    assert_absent(&canaries, "the frame's own attributes", &seen);
    assert_eq!(
        session.read::<u32>("return history.length"),
        entries,
        "entries of the history"
    );
    let later: Vec<String> = server.requests()[at_start..]
        .iter()
        .map(|one| one.path.clone())
        .collect();
    assert_eq!(later, [""; 0]);
}

/// Only the same-origin policy keeps a host page from reading the frame, as the documentation says.
#[test]
fn only_a_same_origin_page_can_read_the_frame() {
    const READ_FRAME: &str = "
        const frame = document.querySelector('iframe');
        try { return frame.contentDocument?.querySelector('h1')?.textContent ?? null; }
        catch { return null; }";
    let dist = Environment::read().dist;
    let check = Server::with_cors(&dist, Pages::default());
    for (address, can_read) in [("./index.html".to_owned(), true), (check.url("/"), false)] {
        let host = format!(
            "<!doctype html><title>Host</title><link rel='icon' href='data:,'>
             <iframe src='{address}' width='340' height='700'></iframe>"
        );
        let server = Server::with_pages(&dist, [("/host.html".to_owned(), host)].into());
        let session = Session::start(Scripts::On);
        session.visit(&server.url("/host.html"));
        session.enter_frame();
        session.wait_until_running();
        session.leave_frame();
        let seen: Option<String> = session.read(READ_FRAME);
        assert_eq!(seen.is_some(), can_read, "{address}: {seen:?}");
    }
}

/// The browser neither autofills nor remembers the inputs of questions.
#[test]
fn every_question_disables_autocomplete() {
    let story = Vignette::read(STORY);
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let mut walk = Walk::begin(&session, &server.url("/"), &story);
    let fields = std::cell::Cell::new(0);
    walk.continue_until(|screen| {
        let remembered: Vec<String> = session.read(
            "return [...document.querySelectorAll('main input')]
                 .filter((input) => (input.autocomplete || input.form?.autocomplete) !== 'off' || input.closest('form')?.action.includes('?'))
                 .map((input) => input.id);",
        );
        assert_eq!(remembered, [""; 0], "{}", screen.heading);
        let more: u32 = session.read("return document.querySelectorAll('main input').length");
        fields.set(fields.get() + more);
        screen.has_button(phrases().change_answers)
    });
    assert!(fields.get() > 100, "{fields:?}");
}

/// Strings that would reveal an answer: link ids, codes and texts of the selected options.
fn canaries(story: &Vignette) -> Vec<String> {
    let mut canaries = Vec::new();
    for (position, item) in questionnaire().items.iter().enumerate() {
        let Some(StoryAnswer::Options(codes)) = story.answers.get(item.link_id.0) else {
            continue;
        };
        let item_words = &words().items[position];
        canaries.push(item.link_id.0.to_owned());
        for code in codes {
            let option = item.option_index(code).unwrap();
            canaries.push(code.clone());
            canaries.push(
                item_words.options[usize::from(option)]
                    .in_voice(story.voice())
                    .to_owned(),
            );
        }
    }
    // Short words such as "no" occur everywhere.
    canaries.retain(|canary| canary.len() > 8);
    canaries.sort();
    canaries.dedup();
    assert!(canaries.len() > 30, "{canaries:?}");
    canaries
}

fn assert_leaks_nothing(session: &Session, canaries: &[String]) {
    let exposed: Value = session.read(
        "return {
             address: location.href, state: history.state, title: document.title, name: window.name,
             head: document.head.innerHTML, attributes: document.documentElement.outerHTML.split('<body')[0],
             body: document.body.cloneNode(false).outerHTML,
             recorded: window.recorded, referrer: document.referrer,
             timing: performance.getEntries().map((entry) => entry.name),
         };",
    );
    assert_absent(canaries, "what the page exposes", &exposed.to_string());
    assert_absent(
        canaries,
        "client-side storage",
        &session.stored().to_string(),
    );
    assert_absent(
        canaries,
        "the history",
        &format!("{:?}", session.history_entries()),
    );
    assert_absent(canaries, "the console", &format!("{:?}", session.console()));
    assert_absent(canaries, "the network", &format!("{:?}", session.network()));
}

fn assert_absent(canaries: &[String], location: &str, text: &str) {
    let found: Vec<&String> = canaries
        .iter()
        .filter(|canary| text.contains(canary.as_str()))
        .collect();
    assert!(found.is_empty(), "{location} holds {found:?}:\n{text}");
}

fn phrases() -> &'static Phrases {
    &words().phrases
}
