//! Quick exit ("Leave quickly"): replaces the page and clears memory and storage.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{Engine, Environment, Pages, Screen, Scripts, Server, Session, Vignette, Walk, words};
use fantoccini::Locator;
use fantoccini::key::Key;
use i18n::phrases::Phrases;
use serde_json::{Value, json};

const STORY: &str = "09-street-fentanyl-overdose-no-safe-place";

/// Default target of the quick exit, without settings of a site.
const DEFAULT_TARGET: &str = "https://www.weather.gov/";

#[test]
fn quick_exit_by_link_or_shift_replaces_the_page_and_clears_storage() {
    for leave in [by_link as fn(&Session), by_shift] {
        let calm = calm();
        let server = with_settings(&calm, &[]);
        let session = Session::start(Scripts::On);
        begin(&session, &server.url("/"));
        save_answers(&session);
        let before = session.history_entries();
        leave(&session);
        assert_arrived(&session, &calm);
        // The history entry was replaced, none was added.
        let after = session.history_entries();
        assert_eq!(after.len(), before.len(), "{after:?}");
        assert_eq!(after[after.len() - 1].0, calm.url("/calm"));

        // Another page of the same origin finds no storage.
        session.visit(&server.url("/paper.html"));
        session.wait_until("the files to be removed", || {
            session.stored()["caches"] == json!([])
        });
        let all = session.stored();
        assert_eq!(all["local"], json!({}), "{all}");
        assert_eq!(workers(&session), 0);
    }
}

/// The service worker may still be caching files.
#[test]
fn quick_exit_in_the_first_moment_leaves_no_file_behind() {
    let calm = calm();
    let server = with_settings(&calm, &[]);
    let session = Session::start(Scripts::On);
    for _ in 0..3 {
        session.visit(&server.url("/"));
        // The settings have come, and nothing else is waited for.
        let leave = format!("a.leave[href='{}']", calm.url("/calm"));
        session.wait_for("the site's way out", Locator::Css(&leave));
        by_shift(&session);
        assert_arrived(&session, &calm);
        session.visit(&server.url("/paper.html"));
        session.wait_until("files and worker to be gone", || {
            session.stored()["caches"] == json!([]) && workers(&session) == 0
        });
    }
}

/// The back/forward cache may restore the page, which then has no answers.
#[test]
fn back_after_quick_exit_shows_the_start_without_answers() {
    let calm = calm();
    let server = with_settings(&calm, &[]);
    let session = Session::start(Scripts::On);
    begin(&session, &server.url("/"));
    by_shift(&session);
    assert_arrived(&session, &calm);
    session.back();
    let start = format!("//h1[normalize-space()=\"{}\"]", phrases().start_title);
    session.wait_for("the start", Locator::XPath(&start));
    Walk::at(&session, &Vignette::read(STORY));
    let chosen: u32 = session.read("return document.querySelectorAll('input:checked').length");
    assert_eq!(chosen, 0);
}

#[test]
fn quick_exit_in_a_frame_replaces_the_host_page_or_else_the_frame() {
    const WITH_ACTIVATION: &str = "sandbox='allow-scripts allow-top-navigation-by-user-activation'";
    const NEVER: &str = "sandbox='allow-scripts'";
    for (attributes, leave, whole_page_goes) in [
        ("", by_shift as fn(&Session), true),
        (WITH_ACTIVATION, by_link, true),
        // Chromium does not count Shift alone as user activation.
        (WITH_ACTIVATION, by_shift, false),
        (NEVER, by_link, false),
        (NEVER, by_shift, false),
    ] {
        if Engine::current() == Engine::WebKit && !attributes.is_empty() {
            // It loads nothing into a frame without an origin.
            continue;
        }
        let calm = calm();
        let host = format!(
            "<!doctype html><title>Host</title><link rel='icon' href='data:,'>
             <iframe {attributes} src='./index.html' width='340' height='700'></iframe>"
        );
        let server = with_settings(&calm, &[("/host.html", &host)]);
        let session = Session::start(Scripts::On);
        session.visit(&server.url("/host.html"));
        session.enter_frame();
        session.wait_until_running();
        let _: Value = session.read("document.querySelector('a.leave').focus(); return null;");
        leave(&session);
        if whole_page_goes {
            session.leave_frame();
            session.wait_for("the calm page", Locator::Css("#calm"));
            // WebKit takes the referrer policy of the page that goes, the others that of the check.
            let referrer = match session.engine() {
                Engine::WebKit => server.url("/"),
                Engine::Chromium | Engine::Firefox => String::new(),
            };
            assert_eq!(
                session.read::<(String, String)>("return [location.href, document.referrer]"),
                (calm.url("/calm"), referrer)
            );
        } else {
            session.wait_for("the calm page in the frame", Locator::Css("#calm"));
            session.leave_frame();
            let path: String = session.read("return location.pathname");
            assert_eq!(path, "/host.html");
        }
    }
}

#[test]
fn quick_exit_works_if_the_check_never_starts() {
    let server = Server::without(&Environment::read().dist, &[".wasm"]);
    for leave in [by_link as fn(&Session), by_shift] {
        let session = Session::start(Scripts::On);
        session.visit(&server.url("/"));
        session.wait_for(
            "the page to say that it failed",
            Locator::Css("#footing-failed:not([hidden])"),
        );
        leave(&session);
        session.wait_until("the neutral page to be asked for", || {
            let entries = session.history_entries();
            entries[entries.len() - 1].0 == DEFAULT_TARGET
        });
    }
}

/// Only three presses of Shift in quick succession trigger the quick exit.
#[test]
fn typing_capital_letters_does_not_trigger_quick_exit() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    begin(&session, &server.url("/"));
    for letter in ['A', 'B', 'C'] {
        session.type_capital(letter);
    }
    session.press(Key::Shift);
    session.press(Key::Shift);
    session.press(Key::Tab);
    session.press(Key::Shift);
    let path: String = session.read("return location.pathname");
    assert_eq!(path, "/");
}

fn by_link(session: &Session) {
    let _: Value = session.read("document.querySelector('a.leave').focus(); return null;");
    session.press(Key::Enter);
}

fn by_shift(session: &Session) {
    session.press_repeatedly(Key::Shift, 3);
}

/// Serves a neutral page on another origin.
fn calm() -> Server {
    let page =
        "<!doctype html><title>Calm</title><link rel='icon' href='data:,'><p id='calm'>Weather</p>";
    let folder = Environment::read().dist;
    Server::with_pages(&folder, [("/calm".to_owned(), page.to_owned())].into())
}

/// Serves the check with the neutral page as the target of the quick exit.
fn with_settings(calm: &Server, more: &[(&str, &str)]) -> Server {
    let settings = json!({ "leave_to": calm.url("/calm") }).to_string();
    let mut pages: Pages = [("/site.json".to_owned(), settings)].into();
    pages.extend(
        more.iter()
            .map(|(name, page)| ((*name).to_owned(), (*page).to_owned())),
    );
    Server::with_cors(&Environment::read().dist, pages)
}

fn begin(session: &Session, url: &str) {
    let story = Vignette::read(STORY);
    let mut walk = Walk::begin(session, url, &story);
    walk.step(&Screen::read(session));
    walk.answer_all();
}

fn save_answers(session: &Session) {
    session.open_foot();
    let _: Value = session.read(
        "document.querySelector('.keep > summary').click();
         document.querySelector('.keep form button[type=submit]').click();
         return null;",
    );
    session.wait_until("the answers to be kept", || {
        session.stored()["local"]["footing"].is_string()
    });
}

fn assert_arrived(session: &Session, calm: &Server) {
    session.wait_for("the calm page", Locator::Css("#calm"));
    assert_eq!(
        session.read::<String>("return location.href"),
        calm.url("/calm")
    );
    assert_eq!(session.read::<String>("return document.referrer"), "");
}

fn workers(session: &Session) -> usize {
    session.read_later(
        "const done = arguments[0];
         navigator.serviceWorker.getRegistrations().then((all) => done(all.length));",
        &[],
    )
}

fn phrases() -> &'static Phrases {
    &words().phrases
}
