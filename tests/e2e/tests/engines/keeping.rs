//! Keeping answers on the device, and finding them again.

use e2e::{Environment, Role, Screen, Scripts, Server, Session, words};
use fantoccini::Locator;
use i18n::phrases::Phrases;
use serde_json::{Value, json};

const PASSPHRASE: &str = "seven green bottles";

#[test]
fn answers_kept_with_a_passphrase_are_found_again() {
    let (server, session, headline) = result();
    open_panel(&session);
    session.click(Role::Checkbox, phrases().keep_locks);
    session.wait_for("the field", Locator::Css("#keep-passphrase"));
    type_passphrase(&session, PASSPHRASE);
    session.click(Role::Button, phrases().keep_start);
    wait_for_text(&session, phrases().keep_on_locked);
    let all = session.stored();
    let saved = all["local"]["footing"].as_str().unwrap();
    assert!(saved.starts_with("footing-kept 1\nuntil "), "{saved}");
    for plain in ["answer", "drink", "sheet", PASSPHRASE] {
        assert!(!saved.contains(plain), "{plain} can be read in {saved}");
    }
    assert_eq!(all["databases"], json!([]));

    visit(&session, &server);
    wait_for_text(&session, phrases().kept_locked);
    type_passphrase(&session, "another one");
    session.click(Role::Button, phrases().kept_open);
    wait_for_text(&session, phrases().kept_wrong);
    type_passphrase(&session, PASSPHRASE);
    session.click(Role::Button, phrases().kept_open);
    wait_for_text(&session, phrases().kept_go_on);
    session.click(Role::Button, phrases().kept_go_on);
    wait_for_heading(&session, &headline);

    open_panel(&session);
    session.click(Role::Button, phrases().keep_erase);
    wait_for_text(&session, phrases().keep_erased);
    assert_eq!(session.stored()["local"], json!({}));
}

#[test]
fn answers_kept_without_one_are_found_again() {
    let (server, session, headline) = result();
    open_panel(&session);
    session.click(Role::Button, phrases().keep_start);
    session.wait_until("the answers to be kept", || {
        session.stored()["local"]["footing"].is_string()
    });
    let all = session.stored();
    let saved = all["local"]["footing"].as_str().unwrap();
    assert!(saved.contains("answer who-for self\n"), "{saved}");
    visit(&session, &server);
    session.click(Role::Button, phrases().kept_go_on);
    wait_for_heading(&session, &headline);
}

/// A session on a result, and its headline.
fn result() -> (Server, Session, String) {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    visit(&session, &server);
    session.click_through_to_result(&["who-for-0", "age-2", "substances-0"]);
    let headline = Screen::read(&session).heading;
    (server, session, headline)
}

fn visit(session: &Session, server: &Server) {
    session.visit(&server.url("/"));
    session.wait_until_running();
}

fn open_panel(session: &Session) {
    session.open_foot();
    let _: Value = session.read("document.querySelector('.keep').open = true; return null");
}

fn type_passphrase(session: &Session, passphrase: &str) {
    let _: Value = session.read("document.getElementById('keep-passphrase').focus(); return null");
    session.type_text(passphrase);
}

/// Waits for a text, up to its first placeholder.
fn wait_for_text(session: &Session, text: &str) {
    let start = text.split('{').next().unwrap();
    session.wait_until(text, || session.text().contains(start));
}

fn wait_for_heading(session: &Session, heading: &str) {
    let there = format!("//h1[normalize-space()=\"{heading}\"][not(//*[@aria-busy])]");
    session.wait_for(heading, Locator::XPath(&there));
}

fn phrases() -> &'static Phrases {
    &words().phrases
}
