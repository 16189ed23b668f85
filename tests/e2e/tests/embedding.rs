//! The check in other pages, from another site and from their own.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use e2e::{
    Environment, HELP, Pages, RECORDER, Scripts, Server, Session, check, host, host_page,
    saw_no_answer, words,
};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::Value;

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
    session.embedded_ready();
    let title: String = session.read_frame("return frame.title");
    assert!(!title.is_empty());
    // No scroll bar of its own: the frame is as high as what is in it.
    fits(&session);
    let at_first = session.embedded_height();
    session.run_embedded();
    session.leave_frame();
    session.wait_until("the frame to grow", || {
        session.embedded_height() > at_first + 1000
    });
    fits(&session);
    assert_eq!(session.read::<i32>("return scrollX"), 0);

    let log: Vec<String> = session.read("return recorded");
    assert!(log.len() > 20, "the recorder records: {log:?}");
    assert!(
        log.iter().any(|line| line.starts_with("message ")),
        "{log:?}"
    );
    saw_no_answer(&log.join("\n"));
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
            host_page(&format!(
                "<script>{RECORDER}</script><footing-check>{HELP}</footing-check>
                 <script async src='./embed.js'></script>"
            )),
        )]
        .into(),
    );
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
    session.embedded_ready();
    let sandbox: String = session.read_frame("return frame.getAttribute('sandbox')");
    assert!(!sandbox.contains("allow-same-origin"), "{sandbox}");
    session.run_embedded();
    assert_eq!(session.read::<String>("return self.origin"), "null");
    session.leave_frame();
    let log: Vec<String> = session.read("return recorded");
    saw_no_answer(&log.join("\n"));
    assert!(
        !log.iter()
            .any(|line| line.contains(words().phrases.start_title))
    );
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
        assert!(session.shows_help(), "{what}");
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
    let hostile = host_page(&format!(
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
        session.embedded_ready();
        session.wait_until("the height it needs", || session.embedded_height() > 480);
        let width: f64 = session.read_frame("return frame.getBoundingClientRect().width;");
        assert!(width > 300.0, "{name}: {width}");
        let console = session.console();
        assert!(
            console.iter().all(|line| line.level != "SEVERE"),
            "{name}: {console:?}"
        );
        session.run_embedded();
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
                host_page(&body.replace(&address, "./embed.js")),
            ),
        ]
        .into(),
    );
    for server in [&host, &own] {
        let session = Session::start(Scripts::On);
        session.visit(&server.url("/host.html"));
        session.embedded_ready();
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
    session.embedded_ready();
    let before = session.embedded_height();
    let _: Value = session.read(HOSTILE);
    assert_eq!(
        session.read::<String>("return location.pathname"),
        "/host.html"
    );
    session.run_embedded();
    session.leave_frame();
    assert_eq!(
        session.read::<String>("return location.pathname"),
        "/host.html"
    );
    session.wait_until("the right height", || {
        (before..60_000).contains(&session.embedded_height()) && !session.shows_help()
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
    session.embedded_ready();
    let _: Value = session.read(
        "const late = document.createElement('footing-check');
         late.setAttribute('lazy', 'false'); late.innerHTML = '<p class=two>Help</p>';
         document.body.append(late); return null;",
    );
    session.wait_until("both", || session.embedded_frames() == 2);
    session.wait_until("both to run", || !session.has_in_sight(".two"));
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
        session.embedded_frames() == 2 && !session.has_in_sight(".two")
    });
    let console = session.console();
    assert!(
        console.iter().all(|line| line.level != "SEVERE"),
        "{console:?}"
    );
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

fn opener(session: &Session) -> String {
    session.read("return document.querySelector('footing-check')?.shadowRoot?.querySelector('.open')?.textContent ?? '';")
}
