//! From the start to the result by keyboard, and what leaves the page meanwhile.

use e2e::{Engine, Environment, Screen, Scripts, Server, Session, Vignette, Walk, paper, words};
use fantoccini::Locator;
use serde_json::{Value, json};

/// Runs a story to its result, and asserts that nothing leaves the page after the start.
fn run(name: &str, heading: impl Fn(&Vignette) -> String) -> (Server, Session, Vec<Screen>) {
    let story = Vignette::read(name);
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let mut walk = Walk::begin(&session, &server.url("/"), &story);
    session.note_trouble();
    session.wait_for_worker();
    wait_until_cached(&session);
    let before = server.requests().len();
    assert!(before > 4, "{:?}", server.requests());
    let address: String = session.read("return location.href");
    let screens = walk.continue_until(|screen| screen.has_button(words().phrases.change_answers));
    assert_eq!(screens[screens.len() - 1].heading, heading(&story));
    let later = &server.requests()[before..];
    assert!(later.is_empty(), "after the page was loaded: {later:?}");
    assert_eq!(session.trouble(), [""; 0]);
    assert_eq!(session.read::<String>("return document.title"), "Footing");
    assert_eq!(session.read::<String>("return location.href"), address);
    assert_eq!(session.stored()["local"], json!({}));
    (server, session, screens)
}

/// The worker asks for what the browser did not keep itself.
fn wait_until_cached(session: &Session) {
    session.wait_until("the files to be cached", || {
        let kept = session.stored()["caches"].as_array().map_or(0, Vec::len);
        kept > 4
    });
}

#[test]
fn a_story_leads_to_the_headline_of_native_code() {
    run("01-weekend-heavy-drinking", Vignette::headline);
}

#[test]
fn danger_interrupts_and_leads_to_withdrawal_care() {
    let (_, _, screens) = run(
        "06-past-withdrawal-seizure-drinks-daily",
        Vignette::headline,
    );
    let go_on = words().phrases.go_on;
    assert!(screens.iter().any(|screen| screen.has_button(go_on)));
}

#[test]
fn the_closed_page_can_ask_for_nothing() {
    let (server, session, _) = run("10-fentanyl-daily-stable-home", Vignette::headline);
    let before = server.requests().len();
    let refused: Vec<String> = session.read_later(
        "const [to, done] = arguments;
         const image = new Promise((over) => {
             const image = new Image();
             image.onload = () => over('image');
             image.onerror = () => over('');
             image.src = to;
         });
         const request = fetch(to).then(() => 'request', () => '');
         try { navigator.sendBeacon(to, 'x'); } catch {}
         Promise.all([image, request]).then((all) => done(all.filter(Boolean)));",
        &[json!(server.url("/canary-answer"))],
    );
    assert_eq!(refused, [""; 0], "the page reached the server");
    session.wait_until("the policy to tell of it", || {
        let blocked = session.trouble();
        ["policy: connect-src", "policy: img-src"]
            .iter()
            .all(|kind| blocked.iter().any(|line| line.starts_with(kind)))
    });
    let later = &server.requests()[before..];
    assert!(later.is_empty(), "{later:?}");
}

/// Every engine is asked for by a run of its own, which must not fall back to another.
#[test]
fn the_wanted_engine_runs() {
    let session = Session::start(Scripts::On);
    let agent: String = session.read("return navigator.userAgent");
    let name = match session.engine() {
        Engine::Chromium => "Chrome/",
        Engine::Firefox => "Firefox/",
        Engine::WebKit => "Version/",
    };
    assert!(agent.contains(name), "{agent}");
    assert_eq!(
        agent.contains("Chrome/"),
        session.engine() == Engine::Chromium
    );
}

#[test]
fn the_page_without_scripts_shows_help_lines_and_paper() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::Off);
    session.visit(&server.url("/"));
    let text = session.text();
    let phrases = &words().phrases;
    for said in [
        phrases.start_title,
        phrases.needs_scripts,
        paper().own.paper.link.as_str(),
    ] {
        assert!(text.contains(said), "'{said}' is missing from:\n{text}");
    }
    let targets = session.link_targets(&phrases.call.replace("{number}", "988"));
    assert!(targets.contains(&"tel:988".to_owned()), "{targets:?}");
}

#[test]
fn help_lines_stay_where_the_module_does_not_load() {
    let server = Server::without(&Environment::read().dist, &[".wasm"]);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/"));
    session.wait_for(
        "the page to say that it failed",
        Locator::Css("#footing-failed:not([hidden])"),
    );
    let text = session.text();
    for said in [
        words().phrases.failed_what,
        words().phrases.failed_todo,
        words().phrases.in_danger,
    ] {
        assert!(text.contains(said), "'{said}' is missing from:\n{text}");
    }
    let enabled: Value = session
        .read("return document.querySelector('#footing main button:enabled')?.outerHTML ?? null");
    assert_eq!(enabled, Value::Null);
}
