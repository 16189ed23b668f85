//! Impatient hands and sleepy tabs: double clicks, held keys, fingers at the same time, pinches, storms of Back and
//! Forward, frozen tabs.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use command_support::notes::{Withstood, withstood};
use e2e::{Environment, Role, Scripts, Server, Session, words};
use fantoccini::Locator;
use i18n::phrases::Phrases;
use serde_json::{Value, json};

#[test]
fn double_clicks_and_held_keys_skip_no_question() {
    let (_server, session) = at_age();
    let twice = "
        const button = document.querySelector('main .primary');
        button.click();
        button.click();
        return null;";
    let _: Value = session.read(twice);
    let next = "Is any of this happening right now?";
    wait_for_title(&session, next);
    session.back();
    wait_for_title(&session, "How old are you?");
    assert_eq!(checked(&session), ["age-1"]);

    // A held Enter repeats: the focus has moved on with the first press.
    let _: Value = session.read("document.querySelector('main .primary').focus(); return null;");
    for is_repeated in [false, true, true, true] {
        session.devtools(
            "Input.dispatchKeyEvent",
            json!({
                "type": "keyDown", "key": "Enter", "code": "Enter", "text": "\r",
                "windowsVirtualKeyCode": 13, "autoRepeat": is_repeated,
            }),
        );
    }
    session.devtools(
        "Input.dispatchKeyEvent",
        json!({ "type": "keyUp", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13 }),
    );
    wait_for_title(&session, next);
    assert_eq!(session.console(), []);
    withstood(Withstood::Faults, 2);
}

#[test]
fn a_storm_of_back_and_forward_ends_where_the_history_does() {
    let (_server, session) = at_age();
    session.click(Role::Button, phrases().continue_);
    wait_for_title(&session, "Is any of this happening right now?");
    // Steps by their entries: relative ones that overtake each other can leave the page, and end its script.
    let _: Value = session.read_later(
        "const [done] = arguments;
         let left = 40;
         const settle = (before, calm) => requestAnimationFrame(() => {
             const { index } = navigation.currentEntry;
             if (calm > 20) done(null);
             else settle(index, index === before ? calm + 1 : 0);
         });
         const entries = navigation.entries();
         (function move() {
             if (!left--) return settle(navigation.currentEntry.index, 0);
             const { key } = entries[left % entries.length];
             for (const end of Object.values(navigation.traverseTo(key))) end.catch(() => null);
             setTimeout(move, left % 3);
         })();",
        &[],
    );
    // Wherever it ended: to the start, and forward again.
    let _: Value = session.read(
        "const { index } = navigation.currentEntry;
         if (index) history.go(-index);
         return null;",
    );
    session.wait_until("the start", || session.shows(Role::Button, phrases().start));
    assert_eq!(checked(&session), ["who-for-0"]);
    session.forward();
    wait_for_title(&session, "How old are you?");
    assert_eq!(checked(&session), ["age-1"]);
    assert_eq!(session.console(), []);
    withstood(Withstood::Faults, 1);
}

/// Two fingers on two options, and one on an option while another is on Continue.
#[test]
fn fingers_at_the_same_time_lose_no_answer_and_skip_no_question() {
    let (_server, session) = at_age();
    session.devtools(
        "Emulation.setTouchEmulationEnabled",
        json!({ "enabled": true, "maxTouchPoints": 2 }),
    );
    for targets in [
        ["label[for=age-0]", "label[for=age-2]"],
        ["label[for=age-2]", "main .primary"],
    ] {
        let points: Value = session.read_with(
            "return [...arguments].map((selector, id) => {
                 const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
                 return { x: x + width / 2, y: y + height / 2, id };
             });",
            &targets.map(|target| json!(target)),
        );
        for (kind, points) in [("touchStart", points), ("touchEnd", json!([]))] {
            let touch = json!({ "type": kind, "touchPoints": points });
            session.devtools("Input.dispatchTouchEvent", touch);
        }
        assert_eq!(checked(&session).len(), 1, "{targets:?}");
        assert!(session.text().contains("How old are you?"), "{targets:?}");
    }
    let chosen = checked(&session);
    session.click(Role::Button, phrases().continue_);
    wait_for_title(&session, "Is any of this happening right now?");
    session.back();
    wait_for_title(&session, "How old are you?");
    assert_eq!(checked(&session), chosen);
    assert_eq!(session.console(), []);
    withstood(Withstood::Faults, 2);
}

#[test]
fn a_pinched_and_turned_screen_goes_on_where_it_was() {
    let (_server, session) = at_age();
    let (width, height) = (360, 740);
    for (width, height, scale) in [
        (width, height, 3.0),
        (height, width, 3.0),
        (width, height, 1.0),
    ] {
        session.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true }),
        );
        session.devtools(
            "Emulation.setPageScaleFactor",
            json!({ "pageScaleFactor": scale }),
        );
        session.wait_until("the zoom", || {
            session.read_with(
                "return Math.abs(visualViewport.scale - arguments[0]) < 0.1",
                &[json!(scale)],
            )
        });
        assert_eq!(checked(&session), ["age-1"], "{width} {scale}");
        // By script: the driver clicks beside what is magnified.
        let _: Value =
            session.read("document.querySelector('main .primary').click(); return null;");
        wait_for_title(&session, "Is any of this happening right now?");
        session.back();
        wait_for_title(&session, "How old are you?");
    }
    assert_eq!(checked(&session), ["age-1"]);
    assert_eq!(session.console(), []);
    withstood(Withstood::Faults, 3);
}

#[test]
fn a_frozen_tab_wakes_up_with_its_answers() {
    let (_server, session) = at_age();
    for state in ["frozen", "active"] {
        session.devtools("Page.setWebLifecycleState", json!({ "state": state }));
    }
    assert_eq!(checked(&session), ["age-1"]);
    session.click(Role::Button, phrases().continue_);
    wait_for_title(&session, "Is any of this happening right now?");
    assert_eq!(session.console(), []);
    withstood(Withstood::Faults, 1);
}

/// Another page and back: the tab is as it was, or begins anew. Nothing in between.
#[test]
fn coming_back_from_another_page_gives_all_answers_or_none() {
    let (server, session) = at_age();
    session.visit(&server.url("/method.html"));
    session.back();
    session.wait_until_running();
    session.wait_until("a page of questions that works", || {
        let is_start = session.shows(Role::Button, phrases().start);
        let expected: &[&str] = if is_start { &[] } else { &["age-1"] };
        checked(&session) == expected
    });
    assert_eq!(session.console(), []);
    withstood(Withstood::Faults, 1);
}

/// At the second page, answered.
fn at_age() -> (Server, Session) {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/"));
    session.wait_until_running();
    choose(&session, "who-for-0");
    session.click(Role::Button, phrases().start);
    wait_for_title(&session, "How old are you?");
    choose(&session, "age-1");
    (server, session)
}

fn choose(session: &Session, id: &str) {
    let _: Value = session.read_with(
        "document.getElementById(arguments[0]).click(); return null;",
        &[json!(id)],
    );
}

fn wait_for_title(session: &Session, title: &str) {
    let title = format!("//h1[normalize-space()=\"{title}\"]");
    session.wait_for("the next screen", Locator::XPath(&title));
}

fn checked(session: &Session) -> Vec<String> {
    session.read("return [...document.querySelectorAll('main input:checked')].map(({ id }) => id)")
}

fn phrases() -> &'static Phrases {
    &words().phrases
}
