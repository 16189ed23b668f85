//! Saved answers when the clock is wrong or the tab or the browser crashes, in a real browser.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use command_support::notes::{Withstood, withstood};
use e2e::{CHOICES, Environment, Role, Scripts, Server, Session, words};
use i18n::phrases::Phrases;
use serde_json::{Value, json};

/// Shifts the page's clock by the days in `localStorage`, as somebody does who sets the device's clock.
const SHIFT: &str = "
    const RealDate = Date;
    window.Date = class extends RealDate {
        constructor(...given) {
            if (given.length) super(...given);
            else super(RealDate.now() + 864e5 * Number(localStorage.getItem('clock') ?? 0));
        }
    };";

/// The entry of saved answers.
const ENTRY: &str = "return localStorage.getItem('footing')";

#[test]
fn a_clock_set_back_loses_nothing_and_one_set_forward_ends_what_is_saved() {
    let (server, session) = with_saved_answers();
    session.add_init_script(SHIFT);
    let saved: String = session.read(ENTRY);
    let days: [i32; 6] = [-400, -1, 0, 7, 8, 400];
    for shift in days {
        let _: Value = session.read_with(
            "localStorage.setItem('footing', arguments[0]);
             localStorage.setItem('clock', arguments[1]);
             return null;",
            &[json!(saved), json!(shift.to_string())],
        );
        session.visit(&server.url("/"));
        session.wait_until_running();
        if shift > 7 {
            wait_for_text(&session, phrases().kept_expired);
            assert_eq!(session.read::<Option<String>>(ENTRY), None, "{shift}");
        } else {
            session.click(Role::Button, phrases().kept_go_on);
            wait_for_text(&session, phrases().review_title);
            assert_eq!(answers(&session), answers_of(&saved), "{shift}");
        }
    }
    withstood(Withstood::Faults, days.len());
}

/// Midnight, another time zone or a corrected clock in the middle of a run change nothing of it.
#[test]
fn a_clock_set_during_a_run_changes_nothing_of_it() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.add_init_script(SHIFT);
    let mut results = Vec::new();
    let days = [0, -400, 400];
    for shift in days {
        session.visit(&server.url("/"));
        session.wait_until_running();
        session.click_through_until(phrases().continue_, CHOICES);
        let _: Value = session.read_with(
            "localStorage.setItem('clock', arguments[0]); return null;",
            &[json!(shift.to_string())],
        );
        session.click_through_to_result(CHOICES);
        results.push(session.read::<String>("return document.querySelector('h1').textContent"));
        let _: Value = session.read("localStorage.clear(); return null;");
    }
    assert!(results.iter().all(|one| *one == results[0]), "{results:?}");
    withstood(Withstood::Faults, days.len() - 1);
}

/// What was saved is there again after a crash, and what was not is nowhere.
#[test]
fn a_crashed_tab_loses_what_was_not_saved_and_nothing_else() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/"));
    session.wait_until_running();
    session.click_through_until(phrases().see_result, CHOICES);
    session.crash_tab();
    session.visit(&server.url("/"));
    session.wait_until_running();
    assert!(session.shows(Role::Button, phrases().start));
    let chosen: u32 = session.read("return document.querySelectorAll('input:checked').length");
    assert_eq!(chosen, 0);
    assert_eq!(session.read::<Option<String>>(ENTRY), None);

    save(&session);
    let saved: String = session.read(ENTRY);
    session.crash_tab();
    session.visit(&server.url("/"));
    session.wait_until_running();
    assert_eq!(session.read::<String>(ENTRY), saved);
    session.click(Role::Button, phrases().kept_go_on);
    wait_for_text(&session, phrases().review_title);
    withstood(Withstood::Faults, 2);
}

/// The browser itself crashes and restores its tabs, as after a battery that ran out.
#[test]
fn a_crashed_browser_restores_what_was_saved_and_nothing_else() {
    let server = Server::start(&Environment::read().dist);
    let url = server.url("/");
    let profile = tempfile::tempdir().unwrap();
    let start = |flags: &[&str]| {
        let folder = format!("--user-data-dir={}", profile.path().display());
        Session::start_with_flags(&[&[&*folder], flags].concat())
    };
    let holds = |folder: &str, text: &str| {
        let files = std::fs::read_dir(profile.path().join("Default").join(folder));
        let mut files = files.into_iter().flatten().flatten();
        files.any(|file| {
            let bytes = std::fs::read(file.path()).unwrap_or_default();
            bytes
                .windows(text.len())
                .any(|part| part == text.as_bytes())
        })
    };
    for is_saved in [false, true] {
        let session = start(&[]);
        session.visit(&url);
        session.wait_until_running();
        if is_saved {
            save(&session);
            session.wait_until("the browser to write the answers", || {
                holds("Local Storage/leveldb", "footing")
            });
        } else {
            session.click_through_until(phrases().see_result, CHOICES);
        }
        session.wait_until("the browser to note the tab", || holds("Sessions", &url));
        session.crash_browser();

        let session = start(&["--restore-last-session", "--hide-crash-restore-bubble"]);
        session.switch_to_restored(&url);
        session.wait_until_running();
        let chosen: u32 = session.read("return document.querySelectorAll('input:checked').length");
        assert_eq!(chosen, 0);
        assert_eq!(session.read::<Option<String>>(ENTRY).is_some(), is_saved);
        if is_saved {
            session.click(Role::Button, phrases().kept_go_on);
            wait_for_text(&session, phrases().review_title);
        } else {
            assert!(session.shows(Role::Button, phrases().start));
        }
    }
    withstood(Withstood::Faults, 2);
}

fn with_saved_answers() -> (Server, Session) {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/"));
    session.wait_until_running();
    save(&session);
    (server, session)
}

/// Answers the pages before the review, and has the answers saved for a week.
fn save(session: &Session) {
    session.click_through_until(phrases().see_result, CHOICES);
    session.open_foot();
    let _: Value = session.read("document.querySelector('.keep > summary').click(); return null;");
    session.click(Role::Button, phrases().keep_start);
    session.wait_until("the answers to be saved", || {
        session.read::<Option<String>>(ENTRY).is_some()
    });
}

/// The answers of the entry now.
fn answers(session: &Session) -> Vec<String> {
    answers_of(&session.read::<String>(ENTRY))
}

fn answers_of(entry: &str) -> Vec<String> {
    let lines = entry.lines().filter(|line| line.starts_with("answer "));
    lines.map(str::to_owned).collect()
}

fn wait_for_text(session: &Session, text: &str) {
    let start = text.split('{').next().unwrap();
    session.wait_until(text, || session.text().contains(start));
}

fn phrases() -> &'static Phrases {
    &words().phrases
}
