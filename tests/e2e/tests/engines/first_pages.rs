//! The first pages answer before the module is there, and hand over to it.

use e2e::{Environment, Screen, Server, Session, words};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::{Value, json};

/// Ends of the names of everything that the page itself does not hold.
const REST: &[&str] = &["start.js", ".wasm", ".css", "en.json", "site.json"];

#[test]
fn two_pages_answer_from_the_page_alone() {
    let (server, session) = visit(REST);
    press(&session, "#who-for-0", Key::Space);
    press(&session, "main .go .primary", Key::Enter);
    session.wait_for("the second page", Locator::Css("#age-0"));
    press(&session, "#age-0", Key::Space);
    let age = Screen::read(&session);
    assert!(age.heading.starts_with("How old"), "{age:?}");
    // By the page's own Back, and by the browser's.
    for by_page in [true, false] {
        if by_page {
            press(&session, ".back button", Key::Enter);
        } else {
            session.back();
        }
        session.wait_for("the start", Locator::Css("#who-for-0:checked"));
        press(&session, "main .go .primary", Key::Enter);
        session.wait_for("the second page", Locator::Css("#age-0:checked"));
        assert_eq!(Screen::read(&session), age);
    }
    press(&session, "main .go .primary", Key::Enter);
    assert_eq!(status(&session), words().phrases.starting);
    let asked: Vec<String> = server.requests().into_iter().map(|one| one.path).collect();
    let is_begun = |path: &String| {
        path == "/" || path.contains("favicon") || REST.iter().any(|end| path.ends_with(end))
    };
    assert!(asked.iter().all(is_begun), "{asked:?}");
    // Firefox ends only once its requests have.
    server.release();
}

#[test]
fn a_press_that_waits_leads_on_once_the_module_is_there() {
    let (server, session) = visit(&[".wasm"]);
    assert_leads_on(&server, &session);
    session.back();
    session.wait_for("the page before", Locator::Css("#age-0:checked"));
    session.back();
    session.wait_for("the start", Locator::Css("#who-for-0:checked"));
}

#[test]
fn in_a_frame_too() {
    let (server, session) = visit(&[".wasm"]);
    let _: Value = session.read(
        "const frame = document.createElement('iframe'); frame.src = location.href;
         document.body.replaceChildren(frame); return null",
    );
    session.enter_frame();
    session.wait_for("the first question", Locator::Css("#who-for-0:enabled"));
    assert_leads_on(&server, &session);
    press(&session, ".back button", Key::Enter);
    session.wait_for("the page before", Locator::Css("#age-0:checked"));
    press(&session, ".back button", Key::Enter);
    session.wait_for("the start", Locator::Css("#who-for-0:checked"));
}

/// Answers two pages, has the module come, and is on the third page.
fn assert_leads_on(server: &Server, session: &Session) {
    press(session, "#who-for-0", Key::Space);
    press(session, "main .go .primary", Key::Enter);
    session.wait_for("the second page", Locator::Css("#age-0"));
    press(session, "#age-0", Key::Space);
    press(session, "main .go .primary", Key::Enter);
    assert_eq!(status(session), words().phrases.starting);
    server.release();
    session.wait_until_running();
    // The module draws the page where it was, and then leads on.
    session.wait_for("the third page", Locator::Css("main:not(:has(#age-0)) h1"));
    session.wait_until("the heading to have the focus", || {
        session.read("return document.activeElement.localName === 'h1'")
    });
}

/// Presses a key on an element. WebKit's driver tells no role in a frame, and clicks nothing out of sight.
fn press(session: &Session, element: &str, key: Key) {
    session.read_with::<Value>(
        "document.querySelector(arguments[0]).focus(); return null",
        &[json!(element)],
    );
    session.press(key);
}

fn visit(silent: &[&'static str]) -> (Server, Session) {
    let server = Server::silent_on(&Environment::read().dist, silent);
    let session = Session::start_without_awaiting_load();
    session.visit(&server.url("/"));
    session.wait_for("the first question", Locator::Css("#who-for-0:enabled"));
    (server, session)
}

fn status(session: &Session) -> String {
    session.read("return document.querySelector('.waiting')?.textContent ?? ''")
}
