//! Nothing lingers: after a whole run, no answer is found anywhere but on the screen and in memory.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use content::questionnaire;
use e2e::{
    Environment, Nginx, Pages, Role, Scripts, Server, Session, StoryAnswer, Vignette, Walk, words,
};
use fantoccini::Locator;
use i18n::phrases::Phrases;
use serde_json::Value;

const STORY: &str = "09-street-fentanyl-overdose-no-safe-place";

/// Writes down all that a page can tell beside its screen: what it logs, what events it makes, which
/// entries it puts into the history, and what it says to other pages.
const RECORD: &str = "
    window.told = [];
    const tell = (what, given) => window.told.push([what, ...given].map((one) => {
        try { return JSON.stringify(one) ?? String(one); } catch { return String(one); }
    }));
    const listen = (object, name, what) => {
        const whole = object?.[name];
        if (typeof whole !== 'function') return;
        object[name] = function (...given) { tell(what, given); return whole.apply(this, given); };
    };
    for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'table', 'dir']) {
        listen(console, name, 'console.' + name);
    }
    for (const name of ['mark', 'measure']) listen(performance, name, 'performance.' + name);
    for (const name of ['pushState', 'replaceState']) listen(history, name, 'history.' + name);
    for (const name of ['setItem']) listen(Storage.prototype, name, 'storage');
    listen(window, 'postMessage', 'postMessage');
    listen(window, 'reportError', 'reportError');
    listen(navigator, 'sendBeacon', 'beacon');
    listen(navigator.clipboard, 'writeText', 'clipboard');
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
        tell('event', [event.type, event.detail ?? null]);
        return dispatch.call(this, event);
    };
    window.addEventListener('error', (event) => tell('error', [event.message]));
    window.addEventListener('unhandledrejection', (event) => tell('rejection', [String(event.reason)]));
    window.addEventListener('message', (event) => tell('message', [event.data]));
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
        looked_at_everywhere(&session, &canaries);
        screen.has_button(phrases().change_answers)
    });
    // The recorder records, and the search finds what is there: the result repeats answers on the screen.
    let message: Vec<Vec<String>> = session.read("return window.told");
    let entries = message.iter().filter(|one| one[0].contains("pushState"));
    assert!(entries.count() > 10, "{message:?}");
    let screen = session.accessible_text();
    assert!(
        canaries
            .iter()
            .any(|canary| screen.contains(canary.as_str()))
    );
    let log = nginx.requests().join("\n");
    free_of(&canaries, "the server's log", &log);

    // Once they are erased they are not even in what a screen reader could still find.
    session.click(Role::Button, phrases().start_over);
    let start = format!("//h1[normalize-space()=\"{}\"]", phrases().start_title);
    session.wait_for("the start", Locator::XPath(&start));
    free_of(
        &canaries,
        "the accessibility tree",
        &session.accessible_text(),
    );
    let markup: String = session.read("return document.documentElement.outerHTML");
    free_of(&canaries, "the markup", &markup);
    let typed: Vec<String> = session
        .read("return [...document.querySelectorAll('input')].filter((i) => i.checked).map((i) => i.value)");
    assert_eq!(typed, [""; 0]);
    looked_at_everywhere(&session, &canaries);
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
    let start = format!("//button[.='{}' and not(@disabled)]", phrases().start);
    session.wait_for("the check to be ready", Locator::XPath(&start));
    let asked = server.requests().len();
    let mut walk = Walk::at(&session, &story);
    walk.continue_until(|screen| screen.has_button(phrases().change_answers));
    looked_at_everywhere(&session, &canaries);
    session.leave_frame();
    looked_at_everywhere(&session, &canaries);
    let messages: Vec<Vec<String>> = session.read("return window.told");
    assert!(
        messages.is_empty(),
        "told to the page around it: {messages:?}"
    );
    // What the host can reach of the frame without looking into it.
    let seen: String = session.read(
        "const frame = document.querySelector('iframe');
         return [frame.name, frame.src, frame.title, frames.length, frames[0].name].join();",
    );
    free_of(&canaries, "the frame's own attributes", &seen);
    assert_eq!(
        session.read::<u32>("return history.length"),
        entries,
        "entries of the history"
    );
    let later: Vec<String> = server.requests()[asked..]
        .iter()
        .map(|one| one.path.clone())
        .collect();
    assert_eq!(later, [""; 0]);
}

/// What keeps a page around the check from reading it is the browser's line between origins, and
/// nothing else: the documentation says so, and this shows both sides of it.
#[test]
fn only_a_same_origin_page_can_read_the_frame() {
    const LOOK: &str = "
        const frame = document.querySelector('iframe');
        try { return frame.contentDocument?.querySelector('h1')?.textContent ?? null; }
        catch { return null; }";
    let dist = Environment::read().dist;
    let check = Server::with_cors(&dist, Pages::default());
    for (address, can_look) in [("./index.html".to_owned(), true), (check.url("/"), false)] {
        let host = format!(
            "<!doctype html><title>Host</title><link rel='icon' href='data:,'>
             <iframe src='{address}' width='340' height='700'></iframe>"
        );
        let server = Server::with_pages(&dist, [("/host.html".to_owned(), host)].into());
        let session = Session::start(Scripts::On);
        session.visit(&server.url("/host.html"));
        session.enter_frame();
        let start = format!("//button[.='{}' and not(@disabled)]", phrases().start);
        session.wait_for("the check to be ready", Locator::XPath(&start));
        session.leave_frame();
        let seen: Option<String> = session.read(LOOK);
        assert_eq!(seen.is_some(), can_look, "{address}: {seen:?}");
    }
}

/// Nothing that a browser offers to fill in, or remembers of, is asked for in the questions.
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

/// What would give an answer away: names of questions, codes of the options chosen, and their words.
fn canaries(story: &Vignette) -> Vec<String> {
    let mut canaries = Vec::new();
    for (position, item) in questionnaire().items.iter().enumerate() {
        let Some(StoryAnswer::Options(codes)) = story.answers.get(item.link_id.0) else {
            continue;
        };
        let said = &words().items[position];
        canaries.push(item.link_id.0.to_owned());
        for code in codes {
            let option = item.option_index(code).unwrap();
            canaries.push(code.clone());
            canaries.push(
                said.options[usize::from(option)]
                    .in_voice(story.voice())
                    .to_owned(),
            );
        }
    }
    // Short words, such as "no", stand everywhere.
    canaries.retain(|canary| canary.len() > 8);
    canaries.sort();
    canaries.dedup();
    assert!(canaries.len() > 30, "{canaries:?}");
    canaries
}

fn looked_at_everywhere(session: &Session, canaries: &[String]) {
    let message: Value = session.read(
        "return {
             address: location.href, state: history.state, title: document.title, name: window.name,
             head: document.head.innerHTML, attributes: document.documentElement.outerHTML.split('<body')[0],
             body: document.body.cloneNode(false).outerHTML,
             told: window.told, referrer: document.referrer,
             timing: performance.getEntries().map((entry) => entry.name),
         };",
    );
    free_of(canaries, "what the page tells", &message.to_string());
    free_of(canaries, "what is kept", &session.stored().to_string());
    free_of(
        canaries,
        "the history",
        &format!("{:?}", session.history_entries()),
    );
    free_of(canaries, "the console", &format!("{:?}", session.console()));
    free_of(canaries, "the network", &format!("{:?}", session.network()));
}

fn free_of(canaries: &[String], position: &str, text: &str) {
    let found: Vec<&String> = canaries
        .iter()
        .filter(|canary| text.contains(canary.as_str()))
        .collect();
    assert!(found.is_empty(), "{position} holds {found:?}:\n{text}");
}

fn phrases() -> &'static Phrases {
    &words().phrases
}
