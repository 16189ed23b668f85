//! The first pages answer from HTML, before the module is there, and hand over to it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{
    Environment, Role, Scheme, Screen, Scripts, Server, Session, Size, Viewport, Vignette, Walk,
    words,
};
use fantoccini::Locator;
use fantoccini::key::Key;
use i18n::phrases::Phrases;
use serde_json::{Value, json};

const STORY: &str = "01-weekend-heavy-drinking";

/// Ends of the names of everything that the page itself does not hold.
const REST: &[&str] = &["start.js", ".wasm", ".css", "en.json", "site.json"];

#[test]
fn two_pages_answer_from_the_page_alone() {
    let (server, session) = visit(REST);
    let story = Vignette::read(STORY);
    let mut walk = Walk::at(&session, &story);
    walk.answer_all();
    let start = Screen::read(&session);
    walk.step(&start);
    let age = Screen::read(&session);
    assert!(age.heading.starts_with("How old"), "{age:?}");
    assert!(session.focus().is_on(Role::Heading, &age.heading));
    walk.answer_all();
    let answered = Screen::read(&session);

    // By the page's own Back, and by the browser's.
    walk.press_button(phrases().back);
    walk.wait_for_screen(&start);
    session.forward();
    walk.wait_for_screen(&answered);
    session.back();
    walk.wait_for_screen(&start);
    walk.step(&start);
    walk.wait_for_screen(&answered);

    session.click(Role::Button, phrases().continue_);
    assert_eq!(status(&session), phrases().starting);
    // Choosing anew takes the press back.
    walk.tab_into(&answered.questions[0]);
    session.type_key('2');
    assert_eq!(status(&session), "");
    let asked: Vec<String> = server.requests().into_iter().map(|one| one.path).collect();
    let begun_by_page = |path: &String| path == "/" || REST.iter().any(|end| path.ends_with(end));
    assert!(asked.iter().all(begun_by_page), "{asked:?}");
    assert!(asked.len() <= 7, "{asked:?}");
    assert_eq!(session.console(), []);
}

#[test]
fn a_press_that_waits_leads_on_once_the_module_is_there() {
    for framed in [false, true] {
        let (server, session) = visit(&[".wasm"]);
        if framed {
            let _: Value = session.read(
                "const frame = document.createElement('iframe'); frame.src = location.href;
                 document.body.replaceChildren(frame); return null",
            );
            session.enter_frame();
            session.wait_for("the first question", Locator::Css("#who-for-0:enabled"));
        }
        let story = Vignette::read(STORY);
        let mut walk = Walk::at(&session, &story);
        let start = answered(&session, &mut walk);
        walk.step(&start);
        let age = answered(&session, &mut walk);
        session.click(Role::Button, phrases().continue_);
        assert_eq!(status(&session), phrases().starting);
        server.release();
        session.wait_until_running();
        session.wait_until("the third screen", || {
            Screen::read(&session).heading != age.heading
        });
        let third = Screen::read(&session);
        assert!(session.focus().is_on(Role::Heading, &third.heading));
        walk.press_button(phrases().back);
        walk.wait_for_screen(&age);
        if framed {
            walk.press_button(phrases().back);
        } else {
            session.back();
        }
        walk.wait_for_screen(&start);
    }
}

/// The same entries as if the module had run from the start.
#[test]
fn history_goes_on_where_the_page_left_it() {
    let (server, session) = visit(&[".wasm"]);
    let story = Vignette::read(STORY);
    let mut walk = Walk::at(&session, &story);
    let start = answered(&session, &mut walk);
    walk.step(&start);
    let age = answered(&session, &mut walk);
    session.back();
    walk.wait_for_screen(&start);
    server.release();
    session.wait_until_running();
    session.forward();
    walk.wait_for_screen(&age);
    walk.step(&age);
    let third = Screen::read(&session);
    for (back, screen) in [(true, &age), (true, &start), (false, &age), (false, &third)] {
        if back {
            session.back();
        } else {
            session.forward();
        }
        walk.wait_for_screen(screen);
    }
}

#[test]
fn open_help_and_focus_stay_when_the_module_takes_over() {
    let (server, session) = visit(&[".wasm"]);
    let _: Value = session.read("document.querySelector('.help-now summary').focus(); return null");
    session.press(Key::Enter);
    session.press_tab();
    let focus = session.focus();
    assert_eq!(focus.role, "link", "{focus:?}");
    server.release();
    session.wait_until_running();
    assert_eq!(session.focus(), focus);
    let open: u32 = session.read("return document.querySelectorAll('details[open]').length");
    assert_eq!(open, 1);
}

/// Drawing everything anew between press and release would lose the press.
#[test]
fn a_press_under_way_is_not_lost() {
    let (server, session) = visit(&[".wasm"]);
    // The option is pressed, and released only after everything is there.
    let _: Value = session.read(
        "const option = document.querySelector('#who-for-1').closest('label');
         const event = (type) => new PointerEvent(type, { bubbles: true });
         option.dispatchEvent(event('pointerdown'));
         window.release = () => { option.dispatchEvent(event('pointerup')); option.click(); };
         return null",
    );
    server.release();
    session.wait_until("everything to be loaded", || {
        session.read("return document.querySelector('#footing').dataset.isolation === 'own'")
    });
    assert_eq!(
        session.read::<String>("return document.querySelector('.waiting').className"),
        "waiting"
    );
    let _: Value = session.read("window.release(); return null");
    session.wait_until_running();
    assert!(session.read::<bool>("return document.querySelector('#who-for-1').checked"));
}

#[test]
fn nothing_moves_when_style_and_module_arrive() {
    for (size, scheme) in [(Size::PHONE, Scheme::Light), (Size::LAPTOP, Scheme::Dark)] {
        let server = Server::silent_on(&Environment::read().dist, &[".css", ".wasm"]);
        let session = Session::start_without_awaiting_load();
        session.set(Viewport { size, scheme });
        session.add_init_script(
            "window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries()
                .map(({ value, sources }) => [value, sources[0]?.node?.className])))
                .observe({ type: 'layout-shift', buffered: true });",
        );
        session.visit(&server.url("/"));
        session.wait_for("the first question", Locator::Css("#who-for-0:enabled"));
        let boxes = "scrollTo(0, 0); return [...document.querySelectorAll('.footing *')].filter((one) => one.checkVisibility()
            && !one.matches('.waiting')).map((one) => { const { x, y, width, height } = one.getBoundingClientRect();
            const style = getComputedStyle(one);
            return [one.localName, one.className, x, y, width, height, style.color, style.backgroundColor, style.font].join(' ') })";
        let story = Vignette::read(STORY);
        let mut walk = Walk::at(&session, &story);
        let start = answered(&session, &mut walk);
        let start_boxes: Vec<String> = session.read(boxes);
        walk.step(&start);
        answered(&session, &mut walk);
        let age_boxes: Vec<String> = session.read(boxes);
        // What a person did moves things; what arrives must not.
        let _: Value = session.read("shifts.length = 0; return null");
        server.release();
        session.wait_until_running();
        assert_eq!(session.read::<Value>("return shifts"), json!([]));
        assert_eq!(session.read::<Vec<String>>(boxes), age_boxes);
        session.back();
        walk.wait_for_screen(&start);
        assert_eq!(session.read::<Vec<String>>(boxes), start_boxes);
    }
}

#[test]
fn kept_answers_wait_for_the_module() {
    let (server, session) = visit(&[".wasm"]);
    let _: Value =
        session.read("localStorage.setItem('footing', 'kept'); location.reload(); return null");
    session.wait_until("the status", || status(&session) == phrases().starting);
    assert!(session.read::<bool>("return document.querySelector('#who-for-0').disabled"));
    server.release();
    session.wait_until_running();
    // The module stays on the start screen, and tells what was found.
    assert!(Screen::read(&session).has_button(phrases().start));
}

#[test]
fn a_missing_start_script_is_told() {
    let server = Server::without(&Environment::read().dist, &["start.js"]);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/"));
    session.wait_for("the error", Locator::Css("#footing-failed:not([hidden])"));
    assert!(session.text().contains(phrases().failed_what));
    assert!(session.read::<bool>("return document.querySelector('#who-for-0').disabled"));
}

/// Headers of another build do not allow the inline code of this one. The files are enough then.
#[test]
fn the_check_runs_without_its_inline_code() {
    let server = Server::of_host(
        &Environment::read().dist,
        [].into(),
        &[(
            "content-security-policy",
            "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'",
        )],
    );
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/"));
    session.wait_until_running();
    let story = Vignette::read(STORY);
    let mut walk = Walk::at(&session, &story);
    let start = answered(&session, &mut walk);
    walk.step(&start);
    assert!(Screen::read(&session).heading.starts_with("How old"));
}

/// The check, without the files of these endings until `release`.
fn visit(silent: &[&'static str]) -> (Server, Session) {
    let server = Server::silent_on(&Environment::read().dist, silent);
    let session = Session::start_without_awaiting_load();
    session.visit(&server.url("/"));
    session.wait_for("the first question", Locator::Css("#who-for-0:enabled"));
    (server, session)
}

/// Answers the screen, and reads it.
fn answered(session: &Session, walk: &mut Walk<'_>) -> Screen {
    walk.answer_all();
    Screen::read(session)
}

fn status(session: &Session) -> String {
    session.read("return document.querySelector('.waiting')?.textContent ?? ''")
}

fn phrases() -> &'static Phrases {
    &words().phrases
}
