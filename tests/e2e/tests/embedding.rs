//! The check in other pages, from another site and from their own.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use e2e::{Environment, Pages, Scripts, Server, Session, words};
use fantoccini::Locator;
use fantoccini::key::Key;
use footing::content::phrases::Phrases;
use serde_json::Value;

/// The help lines that a site puts inside the element.
const HELP: &str = "<p id='help'>In danger? Call 911. <a href='tel:988'>988</a></p>";

/// Chosen on the way, and looked for afterwards.
const CHOICES: &[&str] = &["substances-opioids", "age-1"];

/// A session recorder as centers buy it: everything typed, clicked, changed and said goes into its log.
const RECORDER: &str = "
    window.recorded = [];
    const note = (kind, what) => recorded.push(kind + ' ' + what);
    for (const kind of ['click', 'input', 'change', 'keydown', 'focusin', 'submit', 'copy', 'pointerdown']) {
        addEventListener(kind, (event) => note(kind, (event.target?.outerHTML ?? '') + (event.key ?? '') + (event.target?.value ?? '')), true);
    }
    addEventListener('message', (event) => note('message', JSON.stringify(event.data)));
    new MutationObserver((all) => all.forEach((one) =>
        note('change', one.type + (one.target.outerHTML ?? one.target.data ?? ''))))
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    setInterval(() => {
        for (const frame of document.querySelectorAll('iframe, footing-check')) {
            try { note('look', frame.contentDocument?.body?.innerHTML ?? frame.shadowRoot?.innerHTML ?? ''); }
            catch (error) { note('look', 'refused'); }
        }
        note('place', location.href + document.title + history.length);
    }, 50);
";

#[test]
fn on_another_site_it_takes_the_room_it_needs_and_a_recorder_sees_no_answer() {
    let check = check(Pages::default());
    let host = host(&format!(
        "<script>{RECORDER}</script><h1>Partner</h1>
         <footing-check>{HELP}</footing-check><script async src='{}'></script>",
        check.url("/embed.js")
    ));
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
    ready(&session);
    let title: String = frame(&session, "return frame.title");
    assert!(!title.is_empty());
    // No scroll bar of its own: the frame is as high as what is in it.
    fits(&session);
    let at_first = height(&session);
    run_inside(&session);
    session.leave_frame();
    session.wait_until("the frame to grow", || height(&session) > at_first + 1000);
    fits(&session);
    assert_eq!(session.read::<i32>("return scrollX"), 0);

    let log: Vec<String> = session.read("return recorded");
    assert!(log.len() > 20, "the recorder records: {log:?}");
    assert!(
        log.iter().any(|line| line.starts_with("message ")),
        "{log:?}"
    );
    seen_no_answer(&log.join("\n"));
    let kinds: BTreeSet<&str> = log
        .iter()
        .filter(|line| line.starts_with("message "))
        .map(|line| {
            line.split("\"type\":\"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
        })
        .collect();
    assert_eq!(kinds, BTreeSet::from(["height", "ready"]));
}

#[test]
fn on_the_hosts_own_origin_the_frame_has_none_and_a_recorder_sees_no_answer() {
    let host = Server::open_to_all(
        &Environment::read().dist,
        [(
            "/host.html".to_owned(),
            page(&format!(
                "<script>{RECORDER}</script><footing-check>{HELP}</footing-check>
                 <script async src='./embed.js'></script>"
            )),
        )]
        .into(),
    );
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
    ready(&session);
    let sandbox: String = frame(&session, "return frame.getAttribute('sandbox')");
    assert!(!sandbox.contains("allow-same-origin"), "{sandbox}");
    run_inside(&session);
    assert_eq!(session.read::<String>("return self.origin"), "null");
    session.leave_frame();
    let log: Vec<String> = session.read("return recorded");
    seen_no_answer(&log.join("\n"));
    assert!(!log.iter().any(|line| line.contains(phrases().start_title)));
}

#[test]
fn where_the_check_does_not_come_the_help_lines_come_back() {
    let check = Server::of_another_site(&Environment::read().dist, Pages::default());
    let without = Server::without(&Environment::read().dist, &[".wasm"]);
    let script = std::fs::read_to_string(Environment::read().dist.join("embed.js")).unwrap();
    // Served by the check's site, and pointing at a folder where nothing is.
    let lost = Server::of_another_site(
        tempfile::tempdir().unwrap().path(),
        [("/embed.js".to_owned(), script)].into(),
    );
    for (address, what) in [
        (lost.url("/embed.js"), "no such page"),
        (without.url("/embed.js"), "no module"),
    ] {
        let host = host(&format!(
            "<script>addEventListener('footing:error', () => document.body.append(Object.assign(document.createElement('i'), {{ id: 'failed' }})));</script>
             <footing-check lazy='false'>{HELP}</footing-check><script async src='{address}'></script>"
        ));
        let session = Session::start(Scripts::On);
        session.visit(&host.url("/host.html"));
        session.wait_for(what, Locator::Css("#failed"));
        assert!(shows_help(&session), "{what}");
    }
    drop(check);
}

#[test]
fn a_strict_policy_and_a_style_sheet_for_everything_leave_it_usable() {
    let check = check(Pages::default());
    let strict = format!(
        "<!doctype html><html dir='rtl'><head><meta charset='utf-8'><title>Host</title><link rel='icon' href='data:,'>
         <meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; img-src data:; script-src {0}; frame-src {0}; style-src 'none'\">
         </head><body><footing-check>{HELP}</footing-check><script async src='{1}'></script></body></html>",
        check.url(""),
        check.url("/embed.js")
    );
    let hostile = page(&format!(
        "<style>* {{ all: unset !important }} html {{ font-size: 60px !important }} div, iframe {{ display: none !important; opacity: 0 }}</style>
         <footing-check>{HELP}</footing-check><script async src='{}'></script>",
        check.url("/embed.js")
    ));
    let host = Server::with_pages(
        &Environment::read().dist,
        [
            ("/strict.html".to_owned(), strict),
            ("/hostile.html".to_owned(), hostile),
        ]
        .into(),
    );
    for name in ["/strict.html", "/hostile.html"] {
        let session = Session::start(Scripts::On);
        session.visit(&host.url(name));
        ready(&session);
        session.wait_until("the height it needs", || height(&session) > 480);
        let width: f64 = frame(&session, "return frame.getBoundingClientRect().width;");
        assert!(width > 300.0, "{name}: {width}");
        let console = session.console();
        assert!(
            console.iter().all(|line| line.level != "SEVERE"),
            "{name}: {console:?}"
        );
        run_inside(&session);
    }
}

#[test]
fn a_popup_takes_the_focus_and_gives_it_back() {
    let check = check(Pages::default());
    for mode in ["popup", "side-tab"] {
        let host = host(&format!(
            "<footing-check mode='{mode}' label='Take the self-check'>{HELP}</footing-check>
             <script async src='{}'></script>",
            check.url("/embed.js")
        ));
        let session = Session::start(Scripts::On);
        session.visit(&host.url("/host.html"));
        session.wait_until("the button", || opener(&session) == "Take the self-check");
        // Nothing is loaded before it is opened, and the help lines stay.
        assert!(shows_help(&session), "{mode}");
        assert_eq!(frames(&session), 0);
        session.press(Key::Tab);
        session.press(Key::Tab);
        session.press(Key::Enter);
        session.wait_until("the frame", || frames(&session) == 1);
        session.press(Key::Escape);
        session.wait_until("the focus to come back", || {
            session.read::<String>("return document.activeElement.localName") == "footing-check"
        });
    }
}

/// Shift in the frame leaves the whole page, also where the frame alone may not: the script around it
/// does what it is told by its own frame, and by nobody else.
#[test]
fn leaving_in_the_frame_takes_the_page_around_it_away() {
    let calm =
        "<!doctype html><title>Calm</title><link rel='icon' href='data:,'><p id='calm'>Weather</p>";
    let away = Server::with_pages(
        &Environment::read().dist,
        [("/calm".to_owned(), calm.to_owned())].into(),
    );
    let settings = format!("{{\"leave_to\": \"{}\"}}", away.url("/calm"));
    let other_site = check([("/site.json".to_owned(), settings.clone())].into());
    let address = other_site.url("/embed.js");
    let body =
        format!("<footing-check>{HELP}</footing-check><script async src='{address}'></script>");
    let host = host(&body);
    let own = Server::open_to_all(
        &Environment::read().dist,
        [
            ("/site.json".to_owned(), settings),
            (
                "/host.html".to_owned(),
                page(&body.replace(&address, "./embed.js")),
            ),
        ]
        .into(),
    );
    for server in [&host, &own] {
        let session = Session::start(Scripts::On);
        session.visit(&server.url("/host.html"));
        ready(&session);
        session.enter_embedded();
        let _: Value = session.read("document.querySelector('a.leave').focus(); return null;");
        session.press_in_a_row(Key::Shift, 3);
        session.leave_frame();
        session.wait_for("the calm page", Locator::Css("#calm"));
        assert_eq!(
            session.read::<String>("return location.href"),
            away.url("/calm")
        );
        let console = session.console();
        let trapped = console
            .iter()
            .any(|line| line.message.contains("RuntimeError"));
        assert!(!trapped, "{console:?}");
    }
}

#[test]
fn hostile_messages_change_nothing() {
    const HOSTILE: &str = "
        const check = document.querySelector('footing-check');
        const say = (data) => window.postMessage(data, '*');
        for (const type of ['ready', 'leave', 'height', 'closed', '__proto__', 'constructor', {}]) {
            say({ footing: { v: 1, type, id: 'x', to: location.origin + '/gone.html', height: 9e9 } });
            say({ footing: { v: 99, type } });
        }
        say('x'.repeat(1 << 22));
        say(JSON.parse('{\"__proto__\": {\"footing\": {\"v\": 1, \"type\": \"leave\"}}}'));
        for (let i = 0; i < 5000; i++) say({ footing: null });
        for (const bad of [null, 1, { footing: { v: 1, type: 'hello' } }, { footing: { v: 1, type: 'hello', id: '<b>' } },
            { footing: { v: 2, type: 'hello', id: 'a' } }, 'x'.repeat(1 << 22)]) check.shadowRoot.querySelector('iframe').contentWindow.postMessage(bad, '*');
        return null;";
    let check = check(Pages::default());
    let host = host(&format!(
        "<footing-check>{HELP}</footing-check><script async src='{}'></script>",
        check.url("/embed.js")
    ));
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
    ready(&session);
    let before = height(&session);
    let _: Value = session.read(HOSTILE);
    assert_eq!(
        session.read::<String>("return location.pathname"),
        "/host.html"
    );
    run_inside(&session);
    session.leave_frame();
    assert_eq!(
        session.read::<String>("return location.pathname"),
        "/host.html"
    );
    session.wait_until("the right height", || {
        (before..60_000).contains(&height(&session)) && !shows_help(&session)
    });
}

/// Attributes, methods and names of events and messages: a change here needs a line in the changelog.
#[test]
fn what_a_site_can_rely_on_stands_in_one_file() {
    let check = check(Pages::default());
    let host = host(&format!(
        "<footing-check></footing-check><script async src='{}'></script>",
        check.url("/embed.js")
    ));
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
    session.wait_for("the element", Locator::Css("footing-check:defined"));
    let found: Vec<String> = session.read(
        "const kind = customElements.get('footing-check');
         const own = Object.getOwnPropertyDescriptors(kind.prototype);
         const mine = Object.entries(own).filter(([name]) =>
             !['constructor', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback'].includes(name));
         return [
             ...kind.observedAttributes.map((name) => 'attribute ' + name),
             ...mine.map(([name, of]) => (of.value ? 'method ' : 'property ') + name),
             ...kind.events.map((name) => 'event footing:' + name),
         ].sort();",
    );
    let written = include_str!("fixtures/embed-api.txt");
    assert_eq!(found, written.lines().collect::<Vec<_>>());
}

#[test]
fn it_comes_late_goes_and_comes_back_twice_and_as_a_plain_element() {
    let check = check(Pages::default());
    let address = check.url("/embed.js");
    let host = host(&format!(
        "<div data-footing data-lazy='false'>{HELP}</div>
         <script async src='{address}'></script><script async src='{address}'></script>"
    ));
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
    session.wait_for(
        "the plain element to become the check",
        Locator::Css("[data-footing] footing-check"),
    );
    ready(&session);
    let _: Value = session.read(
        "const late = document.createElement('footing-check');
         late.setAttribute('lazy', 'false'); late.innerHTML = '<p class=two>Help</p>';
         document.body.append(late); return null;",
    );
    session.wait_until("both", || frames(&session) == 2);
    session.wait_until("both to run", || !shown(&session, ".two"));
    // Another label is another title, and not another run.
    let same: bool = session.read(
        "const check = document.querySelector('footing-check');
         const frame = check.shadowRoot.querySelector('iframe');
         check.label = 'Another name'; check.events = 'started';
         return frame === check.shadowRoot.querySelector('iframe') && frame.title === 'Another name';",
    );
    assert!(same);
    let _: Value = session.read(
        "const all = document.querySelectorAll('footing-check');
         const second = all[1]; second.remove(); document.body.prepend(second); return null;",
    );
    session.wait_until("it to be back", || {
        frames(&session) == 2 && !shown(&session, ".two")
    });
    let console = session.console();
    assert!(
        console.iter().all(|line| line.level != "SEVERE"),
        "{console:?}"
    );
}

fn check(pages: Pages) -> Server {
    Server::of_another_site(&Environment::read().dist, pages)
}

fn page(body: &str) -> String {
    format!(
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Host</title>
         <link rel='icon' href='data:,'></head><body>{body}</body></html>"
    )
}

fn host(body: &str) -> Server {
    let pages = [("/host.html".to_owned(), page(body))].into();
    Server::with_pages(&Environment::read().dist, pages)
}

/// Reads something of the frame, which stands in a closed root of the element.
fn frame<T: serde::de::DeserializeOwned>(session: &Session, script: &str) -> T {
    session.read(&format!("const frame = document.querySelector('footing-check').shadowRoot.querySelector('iframe'); {script}"))
}

fn ready(session: &Session) {
    session.wait_until("the check to be ready", || {
        frames(session) > 0 && !shows_help(session)
    });
}

/// Whether the site's own help lines are on the screen.
fn shows_help(session: &Session) -> bool {
    shown(session, "#help")
}

/// What a hidden slot holds is not drawn, and nothing tells it but this.
fn shown(session: &Session, what: &str) -> bool {
    session.read(&format!(
        "return document.querySelector('{what}').checkVisibility();"
    ))
}

fn frames(session: &Session) -> usize {
    session.read(
        "return [...document.querySelectorAll('footing-check')]
             .flatMap((check) => [...(check.shadowRoot?.querySelectorAll('iframe') ?? [])]).length",
    )
}

fn height(session: &Session) -> u32 {
    frame(
        session,
        "return Math.round(frame.getBoundingClientRect().height);",
    )
}

fn fits(session: &Session) {
    session.wait_until("the frame to be as high as the check", || {
        session.enter_embedded();
        let spare: i64 = session
            .read("return Math.round(innerHeight - document.body.getBoundingClientRect().height);");
        session.leave_frame();
        (0..=41).contains(&spare)
    });
}

fn run_inside(session: &Session) {
    session.enter_embedded();
    let start = format!("//button[.='{}' and not(@disabled)]", phrases().start);
    session.wait_for("the check to run", Locator::XPath(&start));
    session.hurry_to_result(CHOICES);
}

fn opener(session: &Session) -> String {
    session.read("return document.querySelector('footing-check')?.shadowRoot?.querySelector('.open')?.textContent ?? '';")
}

fn seen_no_answer(log: &str) {
    for canary in [
        "opioids",
        "substances",
        phrases().change_answers,
        phrases().why_title,
    ] {
        assert!(!log.contains(canary), "{canary} was seen: {log}");
    }
}

fn phrases() -> &'static Phrases {
    &words().phrases
}
