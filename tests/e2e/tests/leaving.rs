//! Leaving quickly: wherever the check is shown and whatever has become of it, one act and it is gone.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{Environment, Pages, Screen, Scripts, Server, Session, Vignette, Walk, words};
use fantoccini::Locator;
use fantoccini::key::Key;
use i18n::phrases::Phrases;
use serde_json::{Value, json};

const STORY: &str = "09-street-fentanyl-overdose-no-safe-place";

/// Where the link leads while no settings of a site are known.
const NEUTRAL: &str = "https://www.weather.gov/";

#[test]
fn by_link_and_by_shift_the_page_is_gone_and_what_was_kept_with_it() {
    for leave in [by_link as fn(&Session), by_shift] {
        let calm = calm();
        let server = with_settings(&calm, &[]);
        let session = Session::start(Scripts::On);
        begin(&session, &server.url("/"));
        keep(&session);
        let before = session.entries();
        leave(&session);
        arrives(&session, &calm);
        // The entry that was left is the calm page's; none was added.
        let after = session.entries();
        assert_eq!(after.len(), before.len(), "{after:?}");
        assert_eq!(after[after.len() - 1].0, calm.url("/calm"));

        // Nothing is left on the device, as a page of the same origin sees it.
        session.visit(&server.url("/paper.html"));
        session.wait_until("the files to be removed", || {
            session.kept()["caches"] == json!([])
        });
        let all = session.kept();
        assert_eq!(all["local"], json!({}), "{all}");
        assert_eq!(workers(&session), 0);
    }
}

/// A browser may bring a page back whole. What comes back here is empty.
#[test]
fn going_back_afterwards_shows_the_start_and_no_answer() {
    let calm = calm();
    let server = with_settings(&calm, &[]);
    let session = Session::start(Scripts::On);
    begin(&session, &server.url("/"));
    by_shift(&session);
    arrives(&session, &calm);
    session.back();
    let start = format!("//h1[normalize-space()=\"{}\"]", phrases().start_title);
    session.wait_for("the start", Locator::XPath(&start));
    Walk::at(&session, &Vignette::read(STORY));
    let chosen: u32 = session.read("return document.querySelectorAll('input:checked').length");
    assert_eq!(chosen, 0);
}

#[test]
fn in_a_frame_the_page_around_it_goes_or_where_that_is_forbidden_the_frame() {
    const BY_A_PERSON: &str = "sandbox='allow-scripts allow-top-navigation-by-user-activation'";
    const NEVER: &str = "sandbox='allow-scripts'";
    for (attributes, leave, whole_page_goes) in [
        ("", by_shift as fn(&Session), true),
        (BY_A_PERSON, by_link, true),
        // For Chromium, Shift alone is no act of a person.
        (BY_A_PERSON, by_shift, false),
        (NEVER, by_link, false),
        (NEVER, by_shift, false),
    ] {
        let calm = calm();
        let host = format!(
            "<!doctype html><title>Host</title><link rel='icon' href='data:,'>
             <iframe {attributes} src='./index.html' width='340' height='700'></iframe>"
        );
        let server = with_settings(&calm, &[("/host.html", &host)]);
        let session = Session::start(Scripts::On);
        session.visit(&server.url("/host.html"));
        session.enter_frame();
        let start = format!("//button[.='{}' and not(@disabled)]", phrases().start);
        session.wait_for("the check to be ready", Locator::XPath(&start));
        let _: Value = session.read("document.querySelector('a.leave').focus(); return null;");
        leave(&session);
        if whole_page_goes {
            session.leave_frame();
            arrives(&session, &calm);
        } else {
            session.wait_for("the calm page in the frame", Locator::Css("#calm"));
            session.leave_frame();
            let here: String = session.read("return location.pathname");
            assert_eq!(here, "/host.html");
        }
    }
}

#[test]
fn it_works_before_the_check_runs_and_where_it_never_does() {
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
            let entries = session.entries();
            entries[entries.len() - 1].0 == NEUTRAL
        });
    }
}

/// Shift is pressed for many reasons: only three in a row, soon after one another, mean this.
#[test]
fn typing_capital_letters_leaves_nothing() {
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
    let here: String = session.read("return location.pathname");
    assert_eq!(here, "/");
}

/// When the module traps, nobody asks what was answered: all that it remembered is overwritten.
#[test]
fn a_trap_overwrites_all_that_the_module_remembers() {
    const WATCH: &str = "
        const whole = WebAssembly.instantiateStreaming;
        WebAssembly.instantiateStreaming = async (...given) => {
            const made = await whole.apply(WebAssembly, given);
            window.memoryOfModule = made.instance.exports.memory;
            return made;
        };";
    const NOT_ZERO: &str =
        "return new Uint8Array(memoryOfModule.buffer).reduce((n, b) => n + (b !== 0), 0)";
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.bring(WATCH);
    begin(&session, &server.url("/"));
    assert!(session.read::<u32>(NOT_ZERO) > 100_000);
    // The next screen cannot be drawn.
    let _: Value = session
        .read("Node.prototype.insertBefore = Node.prototype.insertBefore.bind(null); return null;");
    let story = Vignette::read(STORY);
    Walk::at(&session, &story).answer_all();
    let _: Value = session.read(
        "[...document.querySelectorAll('main button')].find((b) => b.textContent === arguments[0]).click();
         return null;"
            .replace("arguments[0]", &format!("{:?}", phrases().continue_))
            .as_str(),
    );
    session.wait_for(
        "the page to say that it failed",
        Locator::Css("#footing-failed:not([hidden])"),
    );
    assert_eq!(session.read::<u32>(NOT_ZERO), 0);
    let chosen: u32 = session.read("return document.querySelectorAll('input:checked').length");
    assert_eq!(chosen, 0);
    assert!(session.text().contains(phrases().in_danger));
}

fn by_link(session: &Session) {
    let _: Value = session.read("document.querySelector('a.leave').focus(); return null;");
    session.press(Key::Enter);
}

fn by_shift(session: &Session) {
    session.press_in_a_row(Key::Shift, 3);
}

/// Another site, where nothing tells where somebody came from.
fn calm() -> Server {
    let page =
        "<!doctype html><title>Calm</title><link rel='icon' href='data:,'><p id='calm'>Weather</p>";
    let folder = Environment::read().dist;
    Server::with_pages(&folder, [("/calm".to_owned(), page.to_owned())].into())
}

/// The check of a center that leads its visitors there.
fn with_settings(calm: &Server, more: &[(&str, &str)]) -> Server {
    let settings = json!({ "leave_to": calm.url("/calm") }).to_string();
    let mut pages: Pages = [("/site.json".to_owned(), settings)].into();
    pages.extend(
        more.iter()
            .map(|(name, page)| ((*name).to_owned(), (*page).to_owned())),
    );
    Server::open_to_all(&Environment::read().dist, pages)
}

fn begin(session: &Session, url: &str) {
    let story = Vignette::read(STORY);
    let mut walk = Walk::begin(session, url, &story);
    walk.step(&Screen::read(session));
    walk.answer_all();
}

fn keep(session: &Session) {
    let _: Value = session.read(
        "document.querySelector('.foot-more').open = true;
         document.querySelector('.keep > summary').click();
         document.querySelector('.keep form button[type=submit]').click();
         return null;",
    );
    session.wait_until("the answers to be kept", || {
        session.kept()["local"]["footing"].is_string()
    });
}

fn arrives(session: &Session, calm: &Server) {
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
