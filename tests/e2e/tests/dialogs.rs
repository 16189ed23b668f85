//! The check in a dialog: popup and side tab.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use command_support::notes::{Withstood, withstood};
use e2e::{Check, Environment, Nginx, RECORDER, Session, Site, Visit, assert_saw_no_answer};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::Value;

#[test]
fn dialog_takes_and_restores_focus() {
    for mode in ["popup", "side-tab"] {
        let visit = Visit::to(&format!(
            "<footing-check mode='{mode}' label='Take the self-check'>{{help}}</footing-check>
             {{script}}"
        ));
        let session = &visit.session;
        session.wait_until("the button", || opener(session) == "Take the self-check");
        // Nothing is loaded before the dialog opens, and the help lines stay.
        assert!(session.shows_help(), "{mode}");
        assert_eq!(session.embedded_frames(), 0);
        session.press(Key::Tab);
        session.press(Key::Tab);
        session.press(Key::Enter);
        session.wait_until("the frame", || session.embedded_frames() == 1);
        session.press(Key::Escape);
        session.wait_until("the focus to come back", || {
            session.read::<String>("return document.activeElement.localName") == "footing-check"
        });
    }
}

#[test]
fn escape_leaves_the_hosts_own_dialog_open() {
    let visit = Visit::to(
        "<button onclick='other.showModal()'>News</button>
         <dialog id='other'><footing-check mode='popup' label='Take the check'>{help}</footing-check></dialog>
         {script}",
    );
    let session = &visit.session;
    session.wait_for("the element", Locator::Css("footing-check:defined"));
    let open = "return [document.querySelector('#other').open,
        document.querySelector('footing-check').shadowRoot.querySelector('dialog').open]";
    // Both dialogs open by keyboard: without user activation, Escape closes all of them at once.
    session.press(Key::Tab);
    session.press(Key::Enter);
    // The phone link of the help lines comes first in the dialog.
    session.press(Key::Tab);
    session.press(Key::Enter);
    session.wait_until("the frame", || session.embedded_frames() == 1);
    assert_eq!(session.read::<Vec<bool>>(open), [true, true]);
    session.press(Key::Escape);
    session.wait_until("ours to close", || {
        session.read::<Vec<bool>>(open) == [true, false]
    });
}

/// As where a script of the host page opens a second one by a timer. Escape may close both: nobody pressed
/// anything in between, and Chromium then takes them for one.
#[test]
fn a_popup_over_a_popup_leaves_its_answers_alone() {
    let visit = Visit::to(
        "<footing-check mode='popup'>{help}</footing-check>
         <footing-check mode='popup' id='second'></footing-check>{script}",
    );
    let session = &visit.session;
    session.wait_for("the elements", Locator::Css("#second:defined"));
    let act = |script: &str| {
        let script = format!(
            "const [first, second] = document.querySelectorAll('footing-check'); {script}; return null;"
        );
        let _: Value = session.read(&script);
    };
    let open = "return [...document.querySelectorAll('footing-check')]
        .map((check) => check.shadowRoot.querySelector('dialog').open)";
    let answered = || {
        session.enter_embedded();
        let heading: String = session.read("return document.querySelector('main h1').textContent");
        let checked: bool =
            session.read("return document.getElementById('age-1')?.checked ?? false");
        session.leave_frame();
        (heading, checked)
    };
    act("first.open()");
    session.wait_until("the first", || session.embedded_frames() == 1);
    session.enter_embedded();
    session.wait_until_running();
    for id in ["who-for-0", "age-1"] {
        session.wait_for(id, Locator::Id(id));
        let _: Value = session.read(&format!(
            "const option = document.getElementById('{id}'); option.click();
             if ('{id}' === 'who-for-0') option.form.requestSubmit(); return null;"
        ));
    }
    session.leave_frame();
    let before = answered();
    assert!(before.1, "{before:?}");
    act("second.open()");
    session.wait_until("the second", || session.embedded_frames() == 2);
    assert_eq!(session.read::<Vec<bool>>(open), [true, true]);
    act("second.close()");
    assert_eq!(session.read::<Vec<bool>>(open), [true, false]);
    assert_eq!(answered(), before);
    act("second.open()");
    session.press(Key::Escape);
    session.wait_until("the second to close", || {
        !session.read::<Vec<bool>>(open)[1]
    });
    act("first.open()");
    assert_eq!(answered(), before);
    withstood(Withstood::Faults, 1);
}

#[test]
fn failed_dialog_retries_when_reopened() {
    let dist = &Environment::read().dist;
    let nginx = Nginx::for_partner(Site::Second, dist, "https://partner.example");
    let visit = Visit::with(
        Check::Nginx(nginx),
        "<footing-check mode='popup' label='Take the check'>{help}</footing-check>
         <script>window.failed = 0; addEventListener('footing:error', () => failed++);</script>
         {script}",
    );
    let session = &visit.session;
    session.wait_for("the element", Locator::Css("footing-check:defined"));
    for time in 1..=2_u32 {
        let _: Value = session.read("document.querySelector('footing-check').open(); return null;");
        session.wait_until("the frame", || session.embedded_frames() == 1);
        session.wait_until("the error", || session.read::<u32>("return failed") == time);
        assert_eq!(session.embedded_frames(), 0);
        assert!(session.shows_help());
    }
}

/// Old sites may load scripts in another encoding, here by the `charset` of the tag.
#[test]
fn close_symbol_survives_another_charset() {
    let visit = Visit::to(
        "<footing-check mode='popup'>{help}</footing-check>
         <script async charset='windows-1252' src='{embed}'></script>",
    );
    let session = &visit.session;
    session.wait_for("the element", Locator::Css("footing-check:defined"));
    let symbol: String = session.read(
        "const check = document.querySelector('footing-check'); check.open();
         return check.shadowRoot.querySelector('.close').textContent",
    );
    assert_eq!(symbol, "×");
}

#[test]
fn session_recorder_sees_no_answer_in_a_dialog() {
    let visit = Visit::to(&format!(
        "<script>{RECORDER}</script><footing-check mode='popup'>{{help}}</footing-check>{{script}}"
    ));
    let session = &visit.session;
    session.wait_for("the element", Locator::Css("footing-check:defined"));
    let _: Value = session.read("document.querySelector('footing-check').open(); return null;");
    session.wait_until("the frame", || session.embedded_frames() == 1);
    session.run_embedded();
    session.leave_frame();
    assert_saw_no_answer(&session.recorded());
}

fn opener(session: &Session) -> String {
    session.read("return document.querySelector('footing-check')?.shadowRoot?.querySelector('.open')?.textContent ?? '';")
}
