//! The `<footing-check>` element in host pages: API, messages, sandbox and failures.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use command_support::notes::{Withstood, withstood};
use e2e::{
    Check, Environment, Fault, Nginx, Scripts, Server, Session, Site, Visit, host_page, words,
};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::Value;

/// The usual element.
const BODY: &str = "<footing-check>{help}</footing-check>{script}";

/// Script that adds `#failed` to the page on `footing:error`.
const MARKS_FAILURE: &str = "<script>addEventListener('footing:error', () =>
    document.body.append(Object.assign(document.createElement('i'), { id: 'failed' })));</script>";

/// `frame-ancestors` does not name the host page.
#[test]
fn page_not_allowed_to_frame_shows_its_help_lines() {
    let dist = &Environment::read().dist;
    let nginx = Nginx::for_partner(Site::Second, dist, "https://partner.example");
    let body =
        format!("{MARKS_FAILURE}<footing-check lazy='false'>{{help}}</footing-check>{{script}}");
    let visit = Visit::with(Check::Nginx(nginx), &body);
    let session = &visit.session;
    session.wait_for("the error", Locator::Css("#failed"));
    assert!(session.shows_help());
}

#[test]
fn help_lines_return_if_the_check_fails_to_load() {
    let without = Server::without(&Environment::read().dist, &[".wasm"]);
    let script = std::fs::read_to_string(Environment::read().dist.join("embed.js")).unwrap();
    // Serves `embed.js` and nothing else of the check.
    let script_only = Server::of_check(
        Site::Second,
        tempfile::tempdir().unwrap().path(),
        [("/embed.js".to_owned(), script)].into(),
    );
    for (address, what) in [
        (script_only.url("/embed.js"), "no such page"),
        (without.url("/embed.js"), "no module"),
    ] {
        let visit = Visit::to(&format!(
            "{MARKS_FAILURE}<footing-check lazy='false'>{{help}}</footing-check><script async src='{address}'></script>"
        ));
        let session = &visit.session;
        session.wait_for(what, Locator::Css("#failed"));
        assert!(session.shows_help(), "{what}");
    }
}

/// As an ad blocker does whose list has the frame: it loads and runs, and nobody sees it.
#[test]
fn help_lines_stay_where_a_blocker_hides_the_frame() {
    let visit = Visit::to(
        "<footing-check lazy='false'>{help}</footing-check>
         <script>
             self.isReady = false;
             addEventListener('footing:ready', () => (self.isReady = true));
             (function hide() {
                 const frame = document.querySelector('footing-check').shadowRoot?.querySelector('iframe');
                 if (frame) frame.style.setProperty('display', 'none', 'important');
                 else requestAnimationFrame(hide);
             })();
         </script>{script}",
    );
    let session = &visit.session;
    session.wait_until("the check to run", || session.read("return self.isReady"));
    assert!(session.shows_help());
}

/// The module is missing for the first of two checks, and there for the second.
#[test]
fn of_two_checks_one_that_fails_takes_nothing_from_the_other() {
    let check = Server::with_faults(&Environment::read().dist, &[(".wasm", Fault::Missing)]);
    let address = check.url("/embed.js");
    let visit = Visit::to(&format!(
        "{MARKS_FAILURE}<footing-check lazy='false'>{{help}}</footing-check><script async src='{address}'></script>"
    ));
    let session = &visit.session;
    session.wait_for("the failure", Locator::Css("#failed"));
    check.mend();
    let _: Value = session.read(
        "const second = document.createElement('footing-check');
         second.setAttribute('lazy', 'false'); second.innerHTML = '<p class=two>Help</p>';
         document.body.prepend(second); return null;",
    );
    session.wait_until("the second to run", || !session.is_visible(".two"));
    assert!(session.shows_help(), "the help lines of the first");
    session.run_embedded();
    session.leave_frame();
    assert!(session.shows_help(), "the help lines of the first");
    let _: Value = session.read(
        "const first = document.querySelectorAll('footing-check')[1];
         first.remove(); document.body.append(first); return null;",
    );
    session.wait_until("the first to run", || !session.shows_help());
    session.enter_embedded();
    assert!(session.read::<bool>("return document.querySelector('main .result') !== null"));
    withstood(Withstood::Faults, 1);
}

/// Without CORS headers, a sandboxed frame with an opaque origin could not load the check's files.
#[test]
fn without_cors_header_the_frame_is_unsandboxed_and_warns() {
    let page = host_page(&Check::SameOrigin.fill(BODY));
    let host = Server::of_host(
        &Environment::read().dist,
        [("/host.html".to_owned(), page)].into(),
        &[],
    );
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
    session.wait_for_embedded();
    assert!(session.read_frame::<bool>("return !frame.hasAttribute('sandbox')"));
    let console = session.console();
    assert!(
        console
            .iter()
            .any(|line| line.level == "WARNING" && line.message.contains("can read the answers")),
        "{console:?}"
    );
    session.enter_embedded();
    session.wait_until_running();
    assert!(
        session.text().contains(words().phrases.answers_shared),
        "{}",
        session.text()
    );
    drop(session);
    // A frame of another origin never shows this warning.
    let cross_origin = Visit::to(BODY);
    let session = &cross_origin.session;
    session.wait_for_embedded();
    session.enter_embedded();
    session.wait_until_running();
    assert!(!session.text().contains(words().phrases.answers_shared));
}

/// Like the preview of a site builder: a `srcdoc` document with the origin of its parent.
#[test]
fn frame_is_sandboxed_in_a_srcdoc_document() {
    let inner = "<footing-check lazy=false><p id=help>Help</p></footing-check><script async src=./embed.js></script>";
    let body =
        format!("<iframe title='preview' width='600' height='900' srcdoc='{inner}'></iframe>");
    let visit = Visit::with(Check::SameOriginNamed, &body);
    let session = &visit.session;
    session.enter_frame();
    session.wait_for("the page inside", Locator::Css("footing-check:defined"));
    session.wait_for_embedded();
    let sandbox: String = session.read_frame("return frame.getAttribute('sandbox') ?? ''");
    assert!(sandbox.contains("allow-scripts"), "{sandbox}");
    assert!(!sandbox.contains("allow-same-origin"), "{sandbox}");
}

#[test]
fn host_page_scrolls_only_on_input_including_over_the_check() {
    let visit = Visit::to(
        "<h1>Partner</h1><div style='height: 300px'></div>
         <footing-check lazy='false'>{help}</footing-check><div style='height: 3000px'></div>
         {script}",
    );
    let session = &visit.session;
    session.wait_for_embedded();
    let before_input: (f64, String) =
        session.read("return [scrollY, document.activeElement.localName]");
    assert_eq!(before_input, (0.0, "body".to_owned()));
    session.wheel_over(180, 600, 200);
    session.wait_until("the page to scroll", || {
        session.read::<f64>("return scrollY") > 0.0
    });
    let wheeled: f64 = session.read("return scrollY");
    session.swipe_up_over(180, 500, 200);
    session.wait_until("the page to follow the finger", || {
        session.read::<f64>("return scrollY") > wheeled + 100.0
    });
    // Continue scrolls to the top of the next question.
    session.enter_embedded();
    session.wait_until_running();
    let _: Value = session.read("document.querySelector('button.primary').click(); return null;");
    session.wait_until("the next question", || {
        session.read("return document.querySelector('main .start') === null")
    });
    session.wait_until("the question to be in sight", || {
        session.leave_frame();
        let top: f64 = session.read_frame("return frame.getBoundingClientRect().top");
        session.enter_embedded();
        let inside: f64 =
            session.read("return document.querySelector('main h1').getBoundingClientRect().top");
        (0.0..740.0).contains(&(top + inside))
    });
}

#[test]
fn applies_min_height_theme_and_lang_attributes() {
    let visit = Visit::to(
        "<div style='height: 500px'><footing-check lazy='false' min-height='fill' theme='dark' lang='xx' style='height: 100%'>{help}</footing-check></div>
         {script}",
    );
    let session = &visit.session;
    session.wait_for_embedded();
    session.run_embedded();
    let look: (String, String, String) = session.read(
        "return [getComputedStyle(document.body).backgroundColor, document.documentElement.lang, location.search]",
    );
    assert_eq!(
        look,
        ("rgb(17, 24, 26)".to_owned(), "en".to_owned(), String::new())
    );
    session.leave_frame();
    assert_eq!(
        session.embedded_height(),
        500,
        "a long result scrolls inside"
    );
    let Check::Open(check) = &visit.check else {
        panic!("the check is on another site");
    };
    for request in check.requests() {
        let path = request.path;
        assert!(!path.contains("theme") && !path.contains("dark"), "{path}");
    }
}

/// `embed.js` navigates the host page on a message of its own frame, which may not do so itself.
#[test]
fn quick_exit_in_the_frame_replaces_the_host_page() {
    let calm =
        "<!doctype html><title>Calm</title><link rel='icon' href='data:,'><p id='calm'>Weather</p>";
    let away = Server::with_pages(
        &Environment::read().dist,
        [("/calm".to_owned(), calm.to_owned())].into(),
    );
    let settings = format!("{{\"leave_to\": \"{}\"}}", away.url("/calm"));
    let files = || [("/site.json".to_owned(), settings.clone())].into();
    for check in [Check::open(Site::Second, files()), Check::SameOrigin] {
        let visit = Visit::with_files(check, BODY, files());
        let session = &visit.session;
        session.wait_for_embedded();
        session.enter_embedded();
        let _: Value = session.read("document.querySelector('a.leave').focus(); return null;");
        session.press_repeatedly(Key::Shift, 3);
        session.leave_frame();
        session.wait_for("the calm page", Locator::Css("#calm"));
        assert_eq!(
            session.read::<String>("return location.href"),
            away.url("/calm")
        );
        assert!(!visit.console_contains("RuntimeError"));
    }
}

/// Attributes, methods and events of the element. A change needs a line in the changelog.
#[test]
fn public_api_matches_the_golden_file() {
    let visit = Visit::to(BODY);
    let session = &visit.session;
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
    let expected = include_str!("fixtures/embed-api.txt");
    assert_eq!(found, expected.lines().collect::<Vec<_>>());
}

#[test]
fn elements_can_be_added_late_moved_and_upgraded_from_a_div() {
    let visit = Visit::to("<div data-footing data-lazy='false'>{help}</div>{script}{script}");
    let session = &visit.session;
    session.wait_for(
        "the plain element to become the check",
        Locator::Css("[data-footing] footing-check"),
    );
    session.wait_for_embedded();
    let _: Value = session.read(
        "const late = document.createElement('footing-check');
         late.setAttribute('lazy', 'false'); late.innerHTML = '<p class=two>Help</p>';
         document.body.append(late); return null;",
    );
    session.wait_until("both", || session.embedded_frames() == 2);
    session.wait_until("both to run", || !session.is_visible(".two"));
    // Changing the label changes the frame's title and does not reload the frame.
    let is_same_frame: bool = session.read(
        "const check = document.querySelector('footing-check');
         const frame = check.shadowRoot.querySelector('iframe');
         check.label = 'Another name'; check.events = 'started';
         return frame === check.shadowRoot.querySelector('iframe') && frame.title === 'Another name';",
    );
    assert!(is_same_frame);
    let _: Value = session.read(
        "const all = document.querySelectorAll('footing-check');
         const second = all[1]; second.remove(); document.body.prepend(second); return null;",
    );
    session.wait_until("it to be back", || {
        session.embedded_frames() == 2 && !session.is_visible(".two")
    });
    visit.assert_no_errors();
}

/// `isolation='shadow'` once rendered the check without a frame.
#[test]
fn retired_isolation_attribute_warns_once_and_still_frames() {
    for content in [
        "<footing-check lazy='false' isolation='shadow'>{help}</footing-check>{script}",
        "<div data-footing data-lazy='false' data-isolation='shadow'>{help}</div>{script}",
        "{help}<script async src='{embed}' data-footing data-lazy='false' data-isolation='shadow'></script>",
    ] {
        let visit = Visit::to(content);
        visit
            .session
            .wait_until("the frame", || visit.session.embedded_frames() == 1);
        let log = visit.session.console();
        let warnings = log
            .iter()
            .filter(|line| line.message.contains("is retired"));
        assert_eq!(warnings.count(), 1, "{content}: {log:?}");
    }
}

/// Another script has already defined `footing-check`.
#[test]
fn existing_element_of_the_same_name_is_left_alone() {
    let visit = Visit::to(
        "<script>customElements.define('footing-check', class extends HTMLElement {})</script>
         <footing-check>{help}</footing-check><script src='{embed}'></script>",
    );
    assert!(visit.session.shows_help());
    visit.assert_warned("taken the name");
}
