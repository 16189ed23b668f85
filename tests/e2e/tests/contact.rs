//! The five ways of contact, against a real endpoint on another origin.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::time::Duration;

use e2e::{
    Axe, ConsoleLine, Endpoint, Environment, Role, Scripts, Server, Session, Vignette, Walk, words,
};
use fantoccini::Locator;
use fantoccini::key::Key;
use i18n::phrases::Phrases;
use serde::Deserialize;
use serde_json::{Value, json};
use url::form_urlencoded;

const CENTER: &str = "Harbor <b>Center</b>";

#[test]
fn json_body_is_exactly_what_was_confirmed() {
    let endpoint = Endpoint::start();
    let visit = Visit::to(&endpoint.taking(), "json");
    visit.fill_in_a_message();
    let shown = visit.lines();
    visit.send();
    visit.wait_for_step(phrases().contact_sent_title);
    let [asked, post] = &endpoint.arrivals()[..] else {
        panic!("{:?}", endpoint.arrivals())
    };
    // A page may not send JSON to another origin without asking it first.
    assert_eq!(
        (asked.method.as_str(), asked.body.as_str()),
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
    // Nothing tells who it is, or from which page.
    for name in ["cookie", "referer", "authorization"] {
        assert_eq!(post.header(name), None, "{name}");
    }
    // What was shown is still shown, and the frame is gone.
    assert_eq!(visit.lines(), shown);
    assert_eq!(visit.frames(), 0);
    visit.leaves_nothing_behind();
}

#[test]
fn form_body_is_exactly_what_was_confirmed_without_preflight() {
    let endpoint = Endpoint::start();
    let visit = Visit::to(&endpoint.taking(), "form");
    visit.fill_in_a_message();
    visit.session.click(Role::Button, phrases().contact_edit);
    visit
        .session
        .click(Role::Checkbox, phrases().contact_add_result);
    visit
        .session
        .click(Role::Checkbox, phrases().contact_add_answers);
    visit.check();
    let shown = visit.lines();
    let keys: Vec<&str> = shown.iter().map(|(key, _)| key.as_str()).collect();
    for key in ["result", "how_soon", "rules_version", "answers"] {
        assert!(keys.contains(&key), "{key} is not in {keys:?}");
    }
    visit.send();
    visit.wait_for_step(phrases().contact_sent_title);
    let [post] = &endpoint.arrivals()[..] else {
        panic!("{:?}", endpoint.arrivals())
    };
    assert_eq!(
        post.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    let mut expected = form_urlencoded::Serializer::new(String::new());
    expected.extend_pairs(&shown);
    assert_eq!(post.body, expected.finish());
    visit.leaves_nothing_behind();
}

#[test]
fn no_request_reaches_the_endpoint_before_send() {
    let endpoint = Endpoint::start();
    let visit = Visit::to(&endpoint.taking(), "json");
    visit.fill_in_a_message();
    assert_eq!(visit.frames(), 0);
    let loaded: Vec<String> = visit
        .session
        .read("return performance.getEntriesByType('resource').map((entry) => entry.name)");
    let early = |name: &String| name.contains("send.") || name.contains(&endpoint.host());
    assert!(!loaded.iter().any(early), "{loaded:?}");
    // Enough time for whatever was begun: another tab asks the server for the whole page anew.
    let first = visit.session.open_tab();
    visit.session.visit(&visit.server.url("/"));
    visit.session.switch_to(first);
    assert_eq!(endpoint.arrivals().len(), 0, "{:?}", endpoint.arrivals());
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
    let visit = Visit::to(&endpoint.taking(), "form");
    visit.fill_in_a_message();
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
    let visit = Visit::to(&endpoint.mending(), "json");
    visit.fill_in_a_message();
    let shown = visit.lines();
    visit.send();
    visit.wait_for_step(phrases().contact_failed_title);
    visit.says(&phrases().contact_trouble_what.replace("{name}", CENTER));
    visit.says(phrases().contact_trouble_todo);
    visit.says(phrases().contact_kept);
    // A fault may have come after it was kept.
    visit.says(phrases().contact_twice);
    assert_eq!(visit.lines(), shown);
    // Back at the form, every word and tick is still there.
    visit.session.click(Role::Button, phrases().contact_edit);
    assert_eq!(visit.value_of("contact-message"), "Grüße & \"hello\"");
    assert_eq!(visit.value_of("contact-email"), "kim@mail.example");
    visit.check();
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
    let visit = Visit::to(&endpoint.refusing(), "json");
    visit.fill_in_a_message();
    let shown = visit.lines();
    visit.send();
    visit.wait_for_step(phrases().contact_failed_title);
    visit.says(&phrases().contact_refused_what.replace("{name}", CENTER));
    visit.says_not(phrases().contact_twice);
    assert!(visit.session.shows(
        Role::Link,
        &phrases().call.replace("{number}", "(555) 010-0199")
    ));
    // The browser of this test lets nobody into the clipboard: then there is a text to copy.
    let () = visit.session.read(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no')); return null;",
    );
    visit.session.click(Role::Button, phrases().contact_copy);
    visit
        .session
        .wait_for("a text to copy", Locator::Css("#contact-copy:focus"));
    let text: String = shown
        .iter()
        .map(|(key, value)| format!("{key}: {value}\n"))
        .collect();
    assert_eq!(visit.value_of("contact-copy"), text);
    // And where it is let in, it says so.
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
    for (address, encoding, posts) in [
        // The question for leave is answered without leave: the post is never made.
        (endpoint.unreadable(), "json", 0),
        // A form asks nobody: it arrives, and only its answer cannot be read.
        (endpoint.unreadable(), "form", 1),
        (endpoint.elsewhere(), "form", 1),
    ] {
        let before = endpoint.posts().len();
        let visit = Visit::to(&address, encoding);
        visit.fill_in_a_message();
        let shown = visit.lines();
        visit.send();
        visit.wait_for_step(phrases().contact_failed_title);
        visit.says(phrases().contact_no_answer_what);
        visit.says(phrases().contact_unsure_todo);
        visit.says(phrases().contact_twice);
        assert_eq!(visit.lines(), shown);
        assert_eq!(
            endpoint.posts().len() - before,
            posts,
            "{address} {encoding}"
        );
        assert_eq!(visit.frames(), 0);
    }
    // A redirect is not followed: what was typed goes nowhere else.
    assert!(
        endpoint
            .arrivals()
            .iter()
            .all(|arrival| arrival.path != "/take")
    );
}

#[test]
fn request_times_out_after_20_seconds() {
    let endpoint = Endpoint::start();
    let visit = Visit::to(&endpoint.silent(), "form");
    visit.fill_in_a_message();
    visit.send();
    visit.wait_for_step(phrases().contact_sending);
    visit.says(phrases().contact_sending_text);
    let failed = there(phrases().contact_failed_title);
    let patience = Duration::from_secs(40);
    visit
        .session
        .wait_at_most(patience, "the end of patience", Locator::XPath(&failed));
    visit.says(phrases().contact_timeout_what);
    visit.says(phrases().contact_twice);
    assert_eq!(endpoint.posts().len(), 1);
    assert_eq!(visit.frames(), 0);
}

#[test]
fn under_18_shows_a_phone_number_and_no_form() {
    let endpoint = Endpoint::start();
    let visit = Visit::with(&endpoint.taking(), "json", &["age-2"]);
    visit.says(phrases().contact_guardian);
    assert!(visit.session.shows(
        Role::Link,
        &phrases().call.replace("{number}", "(555) 010-0199")
    ));
    for way in [phrases().contact_call, phrases().contact_message] {
        assert!(!visit.session.shows(Role::Button, way), "{way}");
    }
    // Only the form for saving the answers asks for text, and it sends nothing.
    let text_fields = "return document.querySelectorAll('form:not(.keep form) input:not([type=radio], \
         [type=checkbox]), form:not(.keep form) textarea').length";
    assert_eq!(visit.session.read::<u32>(text_fields), 0);
}

#[test]
fn form_errors_and_call_request_work_by_keyboard() {
    let endpoint = Endpoint::start();
    let visit = Visit::to(&endpoint.taking(), "json");
    let story = Vignette::read("01-weekend-heavy-drinking");
    let walk = Walk::at(&visit.session, &story);
    let press = |name: &str| {
        walk.tab_to(Role::Button, name);
        visit.session.press(Key::Enter);
    };
    press(phrases().contact_call);
    visit.wait_for_step(phrases().contact_call);
    press(phrases().contact_next);
    // The focus goes to the first mistake, and what is wrong belongs to it.
    let described =
        "document.getElementById(document.activeElement.getAttribute('aria-describedby')
        .split(' ').at(-1)).textContent";
    let wrong = |what: &str, todo: &str, id: &str| {
        let there = format!("#{id}:focus[aria-invalid=true]");
        visit
            .session
            .wait_for("the focus on the mistake", Locator::Css(&there));
        let told: String = visit.session.read(&format!("return {described}"));
        assert_eq!(told, format!("{what} {todo}"));
    };
    wrong(
        phrases().contact_phone_what,
        phrases().contact_phone_todo,
        "contact-phone",
    );
    visit.session.type_text("555");
    press(phrases().contact_next);
    wrong(
        phrases().contact_short_what,
        phrases().contact_short_todo,
        "contact-phone",
    );
    visit.session.type_text(" 010 0199");
    press(phrases().contact_next);
    wrong(
        phrases().contact_consent_what,
        phrases().contact_consent_todo,
        "contact-consent",
    );
    visit.session.press(Key::Space);
    press(phrases().contact_next);
    visit.wait_for_step(phrases().contact_confirm_title);
    visit.says(
        &phrases()
            .contact_confirm_lead
            .replace("{host}", &endpoint.host()),
    );
    press(phrases().contact_send);
    visit.wait_for_step(phrases().contact_sent_title);
    let sent: Value = serde_json::from_str(&endpoint.posts()[0].body).unwrap();
    assert_eq!(
        sent,
        json!({
            "way": "call", "phone": "555 010 0199", "best_time": "any",
            "may_leave_message": "no", "consent": "yes",
        })
    );
    press(phrases().contact_close);
    visit
        .session
        .wait_for("the way back", Locator::Css("#contact-title:focus"));
}

#[test]
fn every_contact_step_is_accessible() {
    let endpoint = Endpoint::start();
    let visit = Visit::to(&endpoint.mending(), "json");
    let is_fine = |step: &str| {
        let faults: Vec<String> = visit
            .axe()
            .check()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert!(faults.is_empty(), "{step}: {}", faults.join("\n"));
    };
    visit.open(phrases().contact_meeting);
    visit.session.click(Role::Button, phrases().contact_next);
    visit.wait_for_text(phrases().contact_either_what);
    is_fine("mistakes");
    visit.fill_in_a_message();
    is_fine("lines");
    visit.send();
    visit.wait_for_step(phrases().contact_failed_title);
    is_fine("failure");
    visit.session.click(Role::Button, phrases().contact_again);
    visit.wait_for_step(phrases().contact_sent_title);
    is_fine("success");
}

#[test]
fn invalid_email_is_reported_and_foreign_phone_numbers_are_accepted() {
    let endpoint = Endpoint::start();
    let visit = Visit::to(&endpoint.taking(), "json");
    visit.open(phrases().contact_message);
    visit.write(phrases().contact_email, "kim at mail");
    visit.write(phrases().contact_words, "Hello");
    visit.session.click(
        Role::Checkbox,
        &phrases().contact_consent.replace("{name}", CENTER),
    );
    visit.session.click(Role::Button, phrases().contact_next);
    visit.wait_for_text(phrases().contact_email_what);
    visit
        .session
        .wait_for("the focus on it", Locator::Css("#contact-email:focus"));
    // A number from abroad is as good as any.
    visit.session.click(Role::Button, phrases().contact_text);
    visit.wait_for_step(phrases().contact_text);
    visit.write(phrases().contact_phone, "+44 20 7946 0958");
    visit.session.click(
        Role::Checkbox,
        &phrases().contact_consent_text.replace("{name}", CENTER),
    );
    visit.check();
    assert!(
        visit
            .lines()
            .contains(&("phone".into(), "+44 20 7946 0958".into()))
    );
}

#[test]
fn invalid_settings_warn_once_and_the_check_runs() {
    let hostile = json!({
        "name": CENTER,
        "phone": "<script>alert(1)</script>",
        "leave_to": "javascript:alert(1)",
        "privacy_link": "javascript:alert(1)",
        "email": "x".repeat(50_000),
        "surprise": true,
        "contact": { "endpoint": "http://elsewhere.example/", "ways": ["call"] },
    })
    .to_string();
    for (settings, told) in [
        (
            hostile.as_str(),
            "surprise is not known; phone cannot be used, so its default is; \
             email cannot be used, so its default is; privacy_link cannot be used, so its default is; \
             leave_to cannot be used, so its default is; \
             contact.endpoint cannot be used, so its default is",
        ),
        ("{ broken", "cannot be read, so the defaults are used"),
        ("[]", "cannot be read, so the defaults are used"),
    ] {
        let visit = Visit::at(
            Server::with_pages(&Environment::read().dist, page(settings)),
            &[],
        );
        let warnings = warnings(&visit.session);
        assert_eq!(warnings.len(), 1, "{warnings:?}");
        assert!(warnings[0].contains(told), "{warnings:?}");
        assert!(!warnings[0].contains("alert"), "{warnings:?}");
        let scripts: u32 = visit.session.read(
            "return document.querySelectorAll('main script, main b b, a[href^=javascript]').length",
        );
        assert_eq!(scripts, 0);
    }
}

#[test]
fn missing_or_slow_settings_do_not_block_the_start() {
    let dist = Environment::read().dist;
    for server in [
        Server::without(&dist, &["site.json"]),
        Server::silent_on(&dist, &["site.json"]),
    ] {
        let session = Session::start(Scripts::On);
        let story = Vignette::read("01-weekend-heavy-drinking");
        Walk::begin(&session, &server.url("/"), &story);
        let warnings = warnings(&session);
        let said = |line: &&String| line.contains("cannot be read, so the defaults are used");
        assert_eq!(warnings.iter().filter(said).count(), 1, "{warnings:?}");
    }
}

/// As on a center's own site, where the frame around the check has no origin that could be named.
#[test]
fn sandboxed_frame_can_send() {
    let endpoint = Endpoint::start();
    let host = "<!doctype html><title>Host</title><link rel='icon' href='data:,'>
        <iframe sandbox='allow-scripts allow-forms' src='./index.html' width='340' height='700'></iframe>";
    let mut pages = page(&settings(&endpoint.taking(), "json"));
    pages.insert("/host.html".into(), host.into());
    let server = Server::open_to_all(&Environment::read().dist, pages);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/host.html"));
    session.enter_frame();
    let start = format!("//button[.='{}' and not(@disabled)]", phrases().start);
    session.wait_for("the check to be ready", Locator::XPath(&start));
    assert_eq!(session.read::<String>("return self.origin"), "null");
    let visit = Visit::hurry(session, server, &[]);
    // ChromeDriver cannot tell the roles of what is in such a frame, so a script presses.
    let buttons = [
        phrases().contact_message,
        phrases().contact_next,
        phrases().contact_send,
    ];
    let pressed: bool = visit.session.read_later(PRESS_THROUGH, &[json!(buttons)]);
    assert!(pressed, "{}", visit.session.text());
    let sent = there(phrases().contact_sent_title);
    visit
        .session
        .wait_for("it to be sent", Locator::XPath(&sent));
    let posts = endpoint.posts();
    assert_eq!(posts.len(), 1);
    assert_eq!(posts[0].header("origin"), Some("null"));
    assert_eq!(visit.frames(), 0);
}

/// A visit that has come to its result.
struct Visit {
    session: Session,
    server: Server,
    entries_before: u32,
}

/// What others could see of the page without looking at it.
#[derive(Debug, PartialEq, Deserialize)]
struct Trace {
    title: String,
    address: String,
    stored: u32,
    entries: u32,
}

impl Visit {
    /// Without answers, as an adult's.
    fn to(endpoint: &str, encoding: &str) -> Visit {
        Visit::with(endpoint, encoding, &[])
    }

    fn with(endpoint: &str, encoding: &str, choices: &[&str]) -> Visit {
        let pages = page(&settings(endpoint, encoding));
        Visit::at(
            Server::with_pages(&Environment::read().dist, pages),
            choices,
        )
    }

    fn at(server: Server, choices: &[&str]) -> Visit {
        let session = Session::start(Scripts::On);
        Axe::bring(&session);
        let story = Vignette::read("01-weekend-heavy-drinking");
        Walk::begin(&session, &server.url("/"), &story);
        Visit::hurry(session, server, choices)
    }

    /// From a start screen that runs to the result.
    fn hurry(session: Session, server: Server, choices: &[&str]) -> Visit {
        session.hurry_to_result(choices);
        let entries_before = session.read("return history.length");
        Visit {
            session,
            server,
            entries_before,
        }
    }

    fn axe(&self) -> Axe<'_> {
        Axe::bring(&self.session)
    }

    fn open(&self, way: &str) {
        self.session.click(Role::Button, way);
        self.wait_for_step(way);
    }

    fn write(&self, label: &str, text: &str) {
        self.session.click(Role::Textbox, label);
        self.session.type_text(text);
    }

    /// Fills in the form for a message, and goes on to its lines.
    fn fill_in_a_message(&self) {
        self.open(phrases().contact_message);
        self.write(phrases().contact_email, "kim@mail.example");
        self.write(phrases().contact_words, "Grüße & \"hello\"");
        let consent = phrases().contact_consent.replace("{name}", CENTER);
        self.session.click(Role::Checkbox, &consent);
        self.check();
    }

    fn check(&self) {
        self.session.click(Role::Button, phrases().contact_next);
        self.wait_for_step(phrases().contact_confirm_title);
    }

    fn send(&self) {
        self.session.click(Role::Button, phrases().contact_send);
    }

    /// The lines on the screen, letter by letter.
    fn lines(&self) -> Vec<(String, String)> {
        self.session.read(
            "return [...document.querySelectorAll('.contact-lines dt')]
                 .map((term) => [term.textContent, term.nextElementSibling.textContent])",
        )
    }

    fn value_of(&self, id: &str) -> String {
        self.session.read_with(
            "return document.getElementById(arguments[0]).value",
            &[json!(id)],
        )
    }

    fn frames(&self) -> u32 {
        self.session
            .read("return document.querySelectorAll('iframe').length")
    }

    /// Waits for the heading of a step, with the focus on it.
    fn wait_for_step(&self, title: &str) {
        self.session.wait_for(title, Locator::XPath(&there(title)));
        self.session
            .wait_for("its focus", Locator::Css("#contact-step:focus"));
    }

    fn wait_for_text(&self, text: &str) {
        let there = format!("//main//*[contains(., \"{text}\")]");
        self.session.wait_for(text, Locator::XPath(&there));
    }

    fn says(&self, text: &str) {
        let all = self.session.text();
        assert!(all.contains(text), "'{text}' is missing from:\n{all}");
    }

    fn says_not(&self, text: &str) {
        let all = self.session.text();
        assert!(!all.contains(text), "'{text}' is in:\n{all}");
    }

    /// Nothing typed is in the title, the address, the history, storage or the console.
    fn leaves_nothing_behind(&self) {
        let trace: Trace = self.session.read(
            "const cookies = document.cookie.split(';').filter((cookie) => cookie.trim());
             return {
                 title: document.title,
                 address: location.href,
                 stored: cookies.length + localStorage.length + sessionStorage.length,
                 entries: history.length,
             };",
        );
        let expected = Trace {
            title: "Footing".into(),
            address: self.server.url("/"),
            stored: 0,
            entries: self.entries_before,
        };
        assert_eq!(trace, expected);
        let warnings = warnings(&self.session);
        assert!(warnings.is_empty(), "{warnings:?}");
    }
}

/// Fills in the form for a message and presses the buttons one after the other, each once it is there.
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
        // The form has to be filled in before it is left.
        if (button && (steps === 1 || consent?.checked || buttons.length === 1)) {
            button.click();
            buttons.shift();
        }
        requestAnimationFrame(() => setTimeout(step));
    })();
";

fn there(title: &str) -> String {
    format!("//*[@id='contact-step' and normalize-space()=\"{title}\"]")
}

fn settings(endpoint: &str, encoding: &str) -> String {
    json!({
        "name": CENTER,
        "phone": "(555) 010-0199",
        "contact": {
            "endpoint": endpoint,
            "encoding": encoding,
            "ways": ["call", "text", "meeting", "short-call", "message"],
        },
    })
    .to_string()
}

fn page(settings: &str) -> e2e::Pages {
    [("/site.json".to_owned(), settings.to_owned())].into()
}

fn warnings(session: &Session) -> Vec<String> {
    let mut console: Vec<ConsoleLine> = session.console();
    console.retain(|line| matches!(line.level.as_str(), "WARNING" | "SEVERE"));
    console.into_iter().map(|line| line.message).collect()
}

fn phrases() -> &'static Phrases {
    &words().phrases
}
