//! The quick exit.

use e2e::{
    Check, Environment, Pages, Screen, Scripts, Server, Session, Site, Vignette, Visit, Walk, words,
};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::{Value, json};

const STORY: &str = "09-street-fentanyl-overdose-no-safe-place";

#[test]
fn by_link_or_shift_the_page_is_replaced_and_storage_cleared() {
    for leave in [by_link as fn(&Session), by_shift] {
        let calm = calm();
        let server = Server::with_pages(&Environment::read().dist, settings(&calm));
        let session = Session::start(Scripts::On);
        begin(&session, &server.url("/"));
        let kept = "localStorage.setItem('footing', 'kept'); return history.length";
        let entries: u32 = session.read(kept);
        leave(&session);
        session.wait_for("the calm page", Locator::Css("#calm"));
        let there: (String, String, u32) =
            session.read("return [location.href, document.referrer, history.length]");
        assert_eq!(there, (calm.url("/calm"), String::new(), entries));
        // Another page of the same origin finds no storage, files or worker.
        session.visit(&server.url("/paper.html"));
        session.wait_until("everything to be removed", || {
            let all = session.stored();
            all["local"] == json!({}) && all["caches"] == json!([]) && workers(&session) == 0
        });
    }
}

/// The back/forward cache may restore the page, which then has no answers.
#[test]
fn back_after_it_shows_the_start_without_answers() {
    let calm = calm();
    let server = Server::with_pages(&Environment::read().dist, settings(&calm));
    let session = Session::start(Scripts::On);
    begin(&session, &server.url("/"));
    by_shift(&session);
    session.wait_for("the calm page", Locator::Css("#calm"));
    session.back();
    let start = format!(
        "//h1[normalize-space()=\"{}\"]",
        words().phrases.start_title
    );
    session.wait_for("the start", Locator::XPath(&start));
    session.wait_until_running();
    let chosen: u32 = session.read("return document.querySelectorAll('input:checked').length");
    assert_eq!(chosen, 0);
}

#[test]
fn in_a_frame_of_another_site_the_host_page_is_replaced() {
    let calm = calm();
    let check = Check::open(Site::Second, settings(&calm));
    let visit = Visit::with(check, "<footing-check>{help}</footing-check>{script}");
    let session = &visit.session;
    session.wait_for_embedded();
    session.enter_embedded();
    session.wait_until_running();
    let _: Value = session.read("document.querySelector('a.leave').focus(); return null;");
    session.press_repeatedly(Key::Shift, 3);
    session.leave_frame();
    session.wait_for("the calm page", Locator::Css("#calm"));
    assert_eq!(
        session.read::<String>("return location.href"),
        calm.url("/calm")
    );
}

fn by_link(session: &Session) {
    let _: Value = session.read("document.querySelector('a.leave').focus(); return null;");
    session.press(Key::Enter);
}

fn by_shift(session: &Session) {
    session.press_repeatedly(Key::Shift, 3);
}

fn calm() -> Server {
    let page =
        "<!doctype html><title>Calm</title><link rel='icon' href='data:,'><p id='calm'>Weather</p>";
    let pages = [("/calm".to_owned(), page.to_owned())].into();
    Server::with_pages(&Environment::read().dist, pages)
}

fn settings(calm: &Server) -> Pages {
    let settings = json!({ "leave_to": calm.url("/calm") });
    [("/site.json".to_owned(), settings.to_string())].into()
}

fn begin(session: &Session, url: &str) {
    let story = Vignette::read(STORY);
    let mut walk = Walk::begin(session, url, &story);
    let entries = || session.read::<u32>("return history.length");
    let before = entries();
    walk.step(&Screen::read(session));
    // WebKit counts a new entry after the screen has changed.
    session.wait_until("the entry of the second page", || entries() > before);
    walk.answer_all();
}

fn workers(session: &Session) -> usize {
    session.read_later(
        "const done = arguments[0];
         navigator.serviceWorker.getRegistrations().then((all) => done(all.length));",
        &[],
    )
}
