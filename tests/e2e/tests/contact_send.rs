//! Contact requests on the wire, received by a real endpoint on another origin.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::time::Duration;

use e2e::{
    ContactVisit, Endpoint, Engine, Environment, Role, Scripts, Server, Session, Site, words,
};
use fantoccini::Locator;
use i18n::phrases::Phrases;
use serde_json::{Value, json};
use url::form_urlencoded;

#[test]
fn json_body_is_exactly_what_was_confirmed() {
    let endpoint = Endpoint::start();
    let visit = ContactVisit::to(&endpoint.accepting(), "json");
    visit.fill_in_message();
    let shown = visit.lines();
    visit.send();
    visit.wait_for_step(phrases().contact_sent_title);
    let [preflight, post] = &endpoint.received()[..] else {
        panic!("{:?}", endpoint.received())
    };
    // JSON to another origin needs a CORS preflight request.
    assert_eq!(
        (preflight.method.as_str(), preflight.body.as_str()),
        ("OPTIONS", "")
    );
    assert_eq!(post.method, "POST");
    assert_eq!(post.header("content-type"), Some("application/json"));
    assert_eq!(post.header("accept"), Some("application/json"));
    let pairs = shown.iter().map(|(key, value)| {
        let text = |text: &String| serde_json::to_string(text).unwrap();
        format!("{}:{}", text(key), text(value))
    });
    let expected = format!("{{{}}}", pairs.collect::<Vec<_>>().join(","));
    assert_eq!(post.body, expected);
    let read: Value = serde_json::from_str(&post.body).unwrap();
    assert_eq!(read["message"], "Grüße & \"hello\"");
    // The request identifies neither the visitor nor the page.
    for name in ["cookie", "referer", "authorization"] {
        assert_eq!(post.header(name), None, "{name}");
    }
    // The lines stay on the screen, and the sending frame is removed.
    assert_eq!(visit.lines(), shown);
    assert_eq!(visit.frames(), 0);
    visit.assert_leaves_no_trace();
}

/// Markup, templates, controls of direction, letters without width and very long words are a message like any other.
#[test]
fn hostile_words_are_sent_as_they_were_typed_and_run_nothing() {
    const HOSTILE: &str = "\"><img src=x onerror='hacked=1'><script>hacked=1</script></textarea>\
        javascript:hacked=1 {{7*7}} ${7*7} %0d%0aBcc: x@mail.example \u{202e}txet\u{202c} a\u{200b}b \u{1}";
    let endpoint = Endpoint::start();
    let visit = ContactVisit::to(&endpoint.accepting(), "json");
    visit.fill_in_message();
    visit.session.click(Role::Button, phrases().contact_edit);
    let typed: String = visit.session.read_with(
        "const field = document.querySelector('textarea');
         const text = arguments[0];
         field.value = (text + 'M'.repeat(field.maxLength)).slice(0, field.maxLength);
         field.dispatchEvent(new InputEvent('input', { bubbles: true }));
         return field.value;",
        &[json!(HOSTILE)],
    );
    assert!(typed.starts_with(HOSTILE), "{typed}");
    visit.go_to_confirmation();
    let shown = visit.lines();
    assert!(shown.iter().any(|(_, value)| *value == typed), "{shown:?}");
    visit.send();
    visit.wait_for_step(phrases().contact_sent_title);
    let received = endpoint.received();
    let sent: Value = serde_json::from_str(&received[received.len() - 1].body).unwrap();
    assert_eq!(sent["message"], json!(typed));
    let made: u32 = visit.session.read(
        "return 'hacked' in self ? 1000 : document.querySelectorAll('main :is(img, script)').length",
    );
    assert_eq!(made, 0);
    let is_wide: bool = visit
        .session
        .read("return document.documentElement.scrollWidth > document.documentElement.clientWidth");
    assert!(!is_wide, "the message makes the page wider than the screen");
}

#[test]
fn form_body_is_exactly_what_was_confirmed_without_preflight() {
    let endpoint = Endpoint::start();
    let visit = ContactVisit::to(&endpoint.accepting(), "form");
    visit.fill_in_message();
    visit.session.click(Role::Button, phrases().contact_edit);
    visit
        .session
        .click(Role::Checkbox, phrases().contact_add_result);
    visit
        .session
        .click(Role::Checkbox, phrases().contact_add_answers);
    visit.go_to_confirmation();
    let shown = visit.lines();
    let keys: Vec<&str> = shown.iter().map(|(key, _)| key.as_str()).collect();
    for key in ["result", "how_soon", "rules_version", "answers"] {
        assert!(keys.contains(&key), "{key} is not in {keys:?}");
    }
    visit.send();
    visit.wait_for_step(phrases().contact_sent_title);
    let [post] = &endpoint.received()[..] else {
        panic!("{:?}", endpoint.received())
    };
    assert_eq!(
        post.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    let mut expected = form_urlencoded::Serializer::new(String::new());
    expected.extend_pairs(&shown);
    assert_eq!(post.body, expected.finish());
    visit.assert_leaves_no_trace();
}

#[test]
fn no_request_reaches_the_endpoint_before_send() {
    let endpoint = Endpoint::start();
    let visit = ContactVisit::to(&endpoint.accepting(), "json");
    visit.fill_in_message();
    assert_eq!(visit.frames(), 0);
    let loaded: Vec<String> = visit
        .session
        .read("return performance.getEntriesByType('resource').map((entry) => entry.name)");
    let early = |name: &String| name.contains("send.") || name.contains(&endpoint.host());
    assert!(!loaded.iter().any(early), "{loaded:?}");
    // Loading the page in another tab gives any started request the time to arrive.
    let first = visit.session.open_tab();
    visit.session.visit(&visit.server.url("/"));
    visit.session.switch_to(first);
    assert_eq!(endpoint.received().len(), 0, "{:?}", endpoint.received());
    assert!(
        !visit
            .server
            .requests()
            .iter()
            .any(|request| request.path.contains("send."))
    );
}

#[test]
fn double_click_sends_once() {
    let endpoint = Endpoint::start();
    let visit = ContactVisit::to(&endpoint.accepting(), "form");
    visit.fill_in_message();
    let () = visit.session.read_with(
        "const send = [...document.querySelectorAll('button')]
             .find((button) => button.textContent === arguments[0]);
         send.click(); send.click(); send.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
         return null;",
        &[json!(phrases().contact_send)],
    );
    visit.wait_for_step(phrases().contact_sent_title);
    assert_eq!(endpoint.posts().len(), 1);
    assert_eq!(visit.frames(), 0);
}

#[test]
fn server_error_keeps_the_form_and_a_retry_succeeds() {
    let endpoint = Endpoint::start();
    let visit = ContactVisit::to(&endpoint.failing_once(), "json");
    visit.fill_in_message();
    let shown = visit.lines();
    send_and_fail(&visit, phrases().contact_trouble_what);
    visit.assert_text(phrases().contact_trouble_todo);
    visit.assert_text(phrases().contact_kept);
    // The server may have saved the request before it failed.
    visit.assert_text(phrases().contact_twice);
    assert_eq!(visit.lines(), shown);
    // The form still has every value and checked box.
    visit.session.click(Role::Button, phrases().contact_edit);
    assert_eq!(visit.value_of("contact-message"), "Grüße & \"hello\"");
    assert_eq!(visit.value_of("contact-email"), "kim@mail.example");
    visit.go_to_confirmation();
    assert_eq!(visit.lines(), shown);
    visit.send();
    visit.wait_for_step(phrases().contact_sent_title);
    let posts = endpoint.posts();
    assert_eq!(posts.len(), 2);
    assert_eq!(posts[0].body, posts[1].body);
}

#[test]
fn rejected_request_is_reported_and_can_be_copied() {
    let endpoint = Endpoint::start();
    let visit = ContactVisit::to(&endpoint.rejecting(), "json");
    visit.fill_in_message();
    let shown = visit.lines();
    send_and_fail(&visit, phrases().contact_refused_what);
    visit.assert_no_text(phrases().contact_twice);
    assert!(visit.session.shows(
        Role::Link,
        &phrases().call.replace("{number}", "(555) 010-0199")
    ));
    // Without clipboard access the page shows a text to copy.
    let () = visit.session.read(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no')); return null;",
    );
    visit.session.click(Role::Button, phrases().contact_copy);
    visit.session.wait_for_focus("#contact-copy");
    let text: String = shown
        .iter()
        .map(|(key, value)| format!("{key}: {value}\n"))
        .collect();
    assert_eq!(visit.value_of("contact-copy"), text);
    // With clipboard access it confirms the copy.
    let () = visit.session.read(
        "navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); };
         return null;",
    );
    visit.session.click(Role::Button, phrases().contact_copy);
    visit.wait_for_text(phrases().contact_copied);
    assert_eq!(visit.session.read::<String>("return window.copied"), text);
}

#[test]
fn unreadable_response_says_that_it_may_have_arrived() {
    let endpoint = Endpoint::start();
    // WebKitGTK 2.50 asks no endpoint of the same site before it sends JSON.
    let json_posts = usize::from(Engine::current() == Engine::WebKit);
    for (address, encoding, posts) in [
        // The preflight response has no CORS headers: the browser sends no POST.
        (endpoint.without_cors(), "json", json_posts),
        // A form needs no preflight: it arrives, and only its response cannot be read.
        (endpoint.without_cors(), "form", 1),
        (endpoint.redirecting(), "form", 1),
    ] {
        let before = endpoint.posts().len();
        let visit = ContactVisit::to(&address, encoding);
        visit.fill_in_message();
        let shown = visit.lines();
        visit.send();
        visit.wait_for_step(phrases().contact_failed_title);
        visit.assert_text(phrases().contact_no_answer_what);
        visit.assert_text(phrases().contact_unsure_todo);
        visit.assert_text(phrases().contact_twice);
        assert_eq!(visit.lines(), shown);
        assert_eq!(
            endpoint.posts().len() - before,
            posts,
            "{address} {encoding}"
        );
        assert_eq!(visit.frames(), 0);
    }
    // Redirects are not followed, so the data goes nowhere else.
    assert!(
        endpoint
            .received()
            .iter()
            .all(|request| request.path != "/accept")
    );
}

#[test]
fn request_times_out_after_20_seconds() {
    let endpoint = Endpoint::start();
    let visit = ContactVisit::to(&endpoint.hanging(), "form");
    visit.fill_in_message();
    visit.send();
    visit.wait_for_step(phrases().contact_sending);
    visit.assert_text(phrases().contact_sending_text);
    let failed = ContactVisit::step(phrases().contact_failed_title);
    let limit = Duration::from_secs(40);
    visit
        .session
        .wait_at_most(limit, "the timeout", Locator::XPath(&failed));
    visit.assert_text(phrases().contact_timeout_what);
    visit.assert_text(phrases().contact_twice);
    assert_eq!(endpoint.posts().len(), 1);
    assert_eq!(visit.frames(), 0);
}

/// As on a center's own site: the frame is sandboxed and has an opaque origin, and the policies name the site's.
#[test]
fn sandboxed_frame_can_send() {
    let endpoint = Endpoint::start();
    let host = "<!doctype html><title>Host</title><link rel='icon' href='data:,'>
        <iframe sandbox='allow-scripts allow-forms' src='./index.html' width='340' height='700'></iframe>";
    let mut pages = ContactVisit::pages(&endpoint.accepting(), "json");
    pages.insert("/host.html".into(), host.into());
    let dist = &Environment::read().dist;
    let server = Server::of_check_with_named_origin(Site::First, dist, pages);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/host.html"));
    session.enter_frame();
    session.wait_until_running();
    assert_eq!(session.read::<String>("return self.origin"), "null");
    let visit = ContactVisit::from_start(session, server, &[]);
    // ChromeDriver computes no roles in such a frame, so a script clicks the buttons.
    let buttons = [
        phrases().contact_message,
        phrases().contact_next,
        phrases().contact_send,
    ];
    let pressed: bool = visit.session.read_later(PRESS_THROUGH, &[json!(buttons)]);
    assert!(pressed, "{}", visit.session.text());
    let sent = ContactVisit::step(phrases().contact_sent_title);
    visit
        .session
        .wait_for("it to be sent", Locator::XPath(&sent));
    let posts = endpoint.posts();
    assert_eq!(posts.len(), 1);
    assert_eq!(posts[0].header("origin"), Some("null"));
    assert_eq!(visit.frames(), 0);
}

/// Fills in the message form and clicks each button as soon as it appears.
const PRESS_THROUGH: &str = "
    const [buttons, done] = arguments;
    const fields = { 'contact-email': 'kim@mail.example', 'contact-message': 'Hello' };
    let steps = 0;
    (function step() {
        if (buttons.length === 0) return done(true);
        if (steps++ > 500) return done(false);
        for (const [id, text] of Object.entries(fields)) {
            const field = document.getElementById(id);
            if (!field || field.value) continue;
            field.value = text;
            field.dispatchEvent(new Event('input', { bubbles: true }));
        }
        const consent = document.getElementById('contact-consent');
        if (consent && !consent.checked) consent.click();
        const button = [...document.querySelectorAll('main button')]
            .find((button) => button.textContent === buttons[0]);
        // Leaves the form only once it is filled in.
        if (button && (steps === 1 || consent?.checked || buttons.length === 1)) {
            button.click();
            buttons.shift();
        }
        requestAnimationFrame(() => setTimeout(step));
    })();
";

fn phrases() -> &'static Phrases {
    &words().phrases
}

/// Sends the request, and asserts that the page says why it failed.
fn send_and_fail(visit: &ContactVisit, reason: &str) {
    visit.send();
    visit.wait_for_step(phrases().contact_failed_title);
    visit.assert_text(&reason.replace("{name}", ContactVisit::CENTER));
}
