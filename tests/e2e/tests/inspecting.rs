//! The panel "See for yourself", and the service worker's offline cache.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{
    Axe, CHOICES, Environment, Nginx, Role, Screen, Scripts, Server, Session, Vignette, Walk, words,
};
use fantoccini::Locator;
use i18n::phrases::Phrases;
use serde_json::{Value, json};
use site::hosting::manifest::FILES;
use site::hosting::{Budget, Name};

const STORY: &str = "09-street-fentanyl-overdose-no-safe-place";

#[test]
fn panel_shows_requests_policies_storage_and_digests() {
    let nginx = Nginx::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let axe = Axe::install(&session);
    let story = Vignette::read(STORY);
    let mut walk = Walk::begin(&session, &nginx.url("/"), &story);
    wait_for_files(&session);
    open_panel(&session, ".inspect");
    let requests = rows(&session, "asked");
    assert_eq!(
        requests.len(),
        session.read::<usize>("return performance.getEntriesByType('resource').length + 1")
    );
    assert!(requests[0].starts_with("./ "), "{requests:?}");
    for file in [
        "./start.js ",
        "./words/en.json ",
        "_bg.wasm ",
        "./site.json ",
    ] {
        assert!(
            requests.iter().any(|row| row.contains(file)),
            "{file} {requests:?}"
        );
    }
    // The page's policy, and the stricter one that is added after startup.
    let policies = rows(&session, "policies");
    assert_eq!(policies.len(), 2, "{policies:?}");
    assert_eq!(
        policies[1],
        "default-src 'none'; img-src data:; frame-src 'none'"
    );
    let none = phrases().inspect_none;
    for name in ["answers", "cookies", "other"] {
        assert_eq!(message(&session, name), none, "{name}");
    }
    // What is kept to go on without a connection is what the manifest counts to a visit.
    let files = message(&session, "files");
    let kept: Vec<&str> = files
        .split(", ")
        .map(|file| file.trim_start_matches("./"))
        .collect();
    for row in FILES
        .iter()
        .filter(|row| row.budgets.contains(&Budget::FirstVisit))
    {
        let pattern = row.name.pattern();
        let is_kept = match row.name {
            // Under the folder's own address.
            Name::Pages(_) => kept.contains(&""),
            // The browser keeps a worker by itself.
            Name::Fixed("offline.js") => continue,
            Name::Fixed(_) | Name::Hashed { .. } | Name::PerLanguage(_) | Name::Folder(_) => {
                kept.iter().any(|file| row.name.fits(file))
            }
        };
        assert!(is_kept, "{pattern}: {files}");
    }
    // The build, and what each file has to hold, as the page itself was told.
    let build = rows(&session, "build");
    let html = std::fs::read_to_string(Environment::read().dist.join("index.html")).unwrap();
    assert_eq!(build[0].len(), 64, "{build:?}");
    assert!(html.contains(&format!("data-build=\"{}\"", build[0])));
    for file in [
        "./start.js sha384-",
        "_bg.wasm sha384-",
        "./words/en.json sha384-",
        ".css sha384-",
    ] {
        assert!(
            build.iter().any(|row| row.contains(file)),
            "{file} {build:?}"
        );
    }
    let violations = axe.check();
    assert!(violations.is_empty(), "{violations:?}");

    // Answering makes no request. Saved answers are shown byte for byte.
    walk.step(&Screen::read(&session));
    walk.answer_all();
    assert_eq!(rows(&session, "asked"), requests);
    open_panel(&session, ".keep");
    session.click(Role::Button, phrases().keep_start);
    let saved = || {
        session.stored()["local"]["footing"]
            .as_str()
            .map(str::to_owned)
    };
    session.wait_until("the answers to be saved", || saved().is_some());
    let saved = saved().unwrap();
    let shown = format!("{saved}\n({} bytes)", saved.len());
    session.wait_until("the panel to show them", || {
        message(&session, "answers") == shown
    });
    // Storage of the site itself is listed by name.
    let _: Value = session.read(
        "localStorage.setItem('theme', 'dark'); document.cookie = 'visits=3';
         document.body.click(); return null;",
    );
    session.wait_until("the panel to show it", || {
        message(&session, "cookies") == "visits=3"
    });
    assert_eq!(message(&session, "other"), "theme");
}

#[test]
fn offline_restart_gives_the_same_result() {
    let nginx = Nginx::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let story = Vignette::read(STORY);
    Walk::begin(&session, &nginx.url("/"), &story);
    wait_for_files(&session);
    let address = nginx.url("/");
    drop(nginx);
    let mut walk = Walk::begin(&session, &address, &story);
    let seen = walk.continue_until(|screen| screen.has_button(phrases().change_answers));
    assert_eq!(seen[seen.len() - 1].heading, story.headline());
    // Only files are cached, none of them with an answer.
    let all = session.stored();
    assert_eq!(all["local"], json!({}));
    let mut files = all["caches"].as_array().unwrap().clone();
    // WebKit tells the script of the worker among the files of the page.
    files.retain(|file| file.as_str() != Some(&format!("{address}offline.js")));
    // Page, style, script, module, words and settings.
    assert_eq!(files.len(), 6, "{files:?}");
    for file in &files {
        let bare = file.as_str().unwrap().strip_prefix(&address).unwrap();
        assert!(Environment::read().dist.join(bare).exists(), "{bare}");
    }

    open_panel(&session, ".inspect");
    session.click(Role::Button, phrases().inspect_remove);
    session.wait_until("the files to be gone", || {
        session.stored()["caches"] == json!([])
    });
    session.wait_until("the panel to say so", || {
        message(&session, "files") == phrases().inspect_none
    });
    assert!(!session.shows(Role::Button, phrases().inspect_remove));
}

#[test]
fn frame_caches_nothing_and_continues_offline() {
    let host = "<!doctype html><title>Host</title><link rel='icon' href='data:,'>
        <iframe src='./index.html' width='340' height='700'></iframe>";
    let pages = [("/host.html".to_owned(), host.to_owned())].into();
    let server = Server::with_pages(&Environment::read().dist, pages);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/host.html"));
    session.enter_frame();
    session.wait_until_running();
    let all = session.stored();
    assert_eq!(all["caches"], json!([]), "{all}");
    drop(server);
    // By script: WebKitWebDriver tells no focus in a frame.
    session.click_through_to_result(CHOICES);
    assert!(Screen::read(&session).has_button(phrases().change_answers));
}

#[test]
fn service_worker_of_the_host_site_is_never_replaced() {
    let pages = [
        (
            "/host.html".to_owned(),
            "<!doctype html><title>Host</title><link rel='icon' href='data:,'>".to_owned(),
        ),
        (
            "/worker.js".to_owned(),
            "addEventListener('fetch', () => {});".to_owned(),
        ),
    ];
    let server = Server::with_pages(&Environment::read().dist, pages.into());
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/host.html"));
    let _: Value = session.read_later(
        "const done = arguments[0];
         navigator.serviceWorker.register('./worker.js').then(() => done(null), (error) => done(String(error)));",
        &[],
    );
    let story = Vignette::read(STORY);
    Walk::begin(&session, &server.url("/"), &story);
    let workers: Vec<String> = session.read_later(
        "const done = arguments[0];
         navigator.serviceWorker.getRegistrations()
             .then((all) => done(all.map((one) => (one.active ?? one.waiting ?? one.installing).scriptURL)));",
        &[],
    );
    assert_eq!(workers, [server.url("/worker.js")]);
    assert_eq!(session.stored()["caches"], json!([]));
}

/// Builds never mix: file names contain a hash, and the old cache is deleted.
#[test]
fn new_build_replaces_the_old_cache() {
    let nginx = Nginx::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.visit(&nginx.url("/paper.html"));
    let _: Value = session.read_later(
        "const done = arguments[0];
         (async () => {
             await (await caches.open('footing-/ old')).put('./old.js', new Response('old'));
             await (await caches.open('of-the-site')).put('./site.js', new Response('site'));
         })().then(() => done(null));",
        &[],
    );
    let story = Vignette::read(STORY);
    Walk::begin(&session, &nginx.url("/"), &story);
    wait_for_files(&session);
    session.wait_until("the old build to be gone", || {
        !session.stored()["caches"].to_string().contains("old.js")
    });
    let files = session.stored()["caches"].to_string();
    assert!(files.contains("site.js"), "{files}");
}

/// Waits until the service worker has cached the files of the visit.
fn wait_for_files(session: &Session) {
    session.wait_until("the files to be cached", || {
        let files = session.stored()["caches"].to_string();
        [".wasm", "site.json", "words/en.json", "start.js"]
            .iter()
            .all(|file| files.contains(file))
    });
}

fn open_panel(session: &Session, which: &str) {
    session.open_foot();
    let _: Value = session.read_with(
        "document.querySelector(arguments[0] + ' > summary').click(); return null;",
        &[json!(which)],
    );
    session.wait_for("the panel to open", Locator::Css(&format!("{which}[open]")));
    if which == ".inspect" {
        session.wait_for("it to be filled", Locator::Css("[data-inspect=asked] li"));
        session.wait_until("it to be filled", || !message(session, "files").is_empty());
    }
}

fn rows(session: &Session, name: &str) -> Vec<String> {
    session.read_with(
        "return [...document.querySelectorAll(`[data-inspect=${arguments[0]}] li`)].map((row) => row.textContent);",
        &[json!(name)],
    )
}

fn message(session: &Session, name: &str) -> String {
    session.read_with(
        "return document.querySelector(`[data-inspect=${arguments[0]}]`).textContent;",
        &[json!(name)],
    )
}

fn phrases() -> &'static Phrases {
    &words().phrases
}
