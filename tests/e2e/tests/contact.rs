//! The contact forms on a result: validation, keyboard, accessibility and settings.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{
    ContactVisit, Endpoint, Environment, Role, Scripts, Server, Session, Vignette, Walk, words,
};
use fantoccini::key::Key;
use i18n::phrases::Phrases;
use serde_json::{Value, json};

#[test]
fn under_18_shows_a_phone_number_and_no_form() {
    let endpoint = Endpoint::start();
    let visit = ContactVisit::with(&endpoint.accepting(), "json", &["age-2"]);
    visit.assert_text(phrases().contact_guardian);
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
    let visit = ContactVisit::to(&endpoint.accepting(), "json");
    let story = Vignette::read("01-weekend-heavy-drinking");
    let walk = Walk::at(&visit.session, &story);
    let press = |name: &str| {
        walk.tab_to(Role::Button, name);
        visit.session.press(Key::Enter);
    };
    press(phrases().contact_call);
    visit.wait_for_step(phrases().contact_call);
    press(phrases().contact_next);
    // The first invalid field has the focus and is described by its error.
    let described =
        "document.getElementById(document.activeElement.getAttribute('aria-describedby')
        .split(' ').at(-1)).textContent";
    let assert_error = |what: &str, todo: &str, id: &str| {
        let invalid = format!("#{id}[aria-invalid=true]");
        visit.session.wait_for_focus(&invalid);
        let error: String = visit.session.read(&format!("return {described}"));
        assert_eq!(error, format!("{what} {todo}"));
    };
    assert_error(
        phrases().contact_phone_what,
        phrases().contact_phone_todo,
        "contact-phone",
    );
    visit.session.type_text("555");
    press(phrases().contact_next);
    assert_error(
        phrases().contact_short_what,
        phrases().contact_short_todo,
        "contact-phone",
    );
    visit.session.type_text(" 010 0199");
    press(phrases().contact_next);
    assert_error(
        phrases().contact_consent_what,
        phrases().contact_consent_todo,
        "contact-consent",
    );
    visit.session.press(Key::Space);
    press(phrases().contact_next);
    visit.wait_for_step(phrases().contact_confirm_title);
    visit.assert_text(
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
    visit.session.wait_for_focus("#contact-title");
}

#[test]
fn every_contact_step_is_accessible() {
    let endpoint = Endpoint::start();
    let visit = ContactVisit::to(&endpoint.failing_once(), "json");
    let assert_accessible = |step: &str| {
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
    assert_accessible("mistakes");
    visit.fill_in_message();
    assert_accessible("lines");
    visit.send();
    visit.wait_for_step(phrases().contact_failed_title);
    assert_accessible("failure");
    visit.session.click(Role::Button, phrases().contact_again);
    visit.wait_for_step(phrases().contact_sent_title);
    assert_accessible("success");
}

#[test]
fn invalid_email_is_reported_and_foreign_phone_numbers_are_accepted() {
    let endpoint = Endpoint::start();
    let visit = ContactVisit::to(&endpoint.accepting(), "json");
    visit.open(phrases().contact_message);
    visit.write(phrases().contact_email, "kim at mail");
    visit.write(phrases().contact_words, "Hello");
    visit.session.click(
        Role::Checkbox,
        &phrases()
            .contact_consent
            .replace("{name}", ContactVisit::CENTER),
    );
    visit.session.click(Role::Button, phrases().contact_next);
    visit.wait_for_text(phrases().contact_email_what);
    visit.session.wait_for_focus("#contact-email");
    // A phone number from another country is valid.
    visit.session.click(Role::Button, phrases().contact_text);
    visit.wait_for_step(phrases().contact_text);
    visit.write(phrases().contact_phone, "+44 20 7946 0958");
    visit.session.click(
        Role::Checkbox,
        &phrases()
            .contact_consent_text
            .replace("{name}", ContactVisit::CENTER),
    );
    visit.go_to_confirmation();
    assert!(
        visit
            .lines()
            .contains(&("phone".into(), "+44 20 7946 0958".into()))
    );
}

#[test]
fn invalid_settings_warn_once_and_the_check_runs() {
    let hostile = json!({
        "name": ContactVisit::CENTER,
        "phone": "<script>alert(1)</script>",
        "leave_to": "javascript:alert(1)",
        "privacy_link": "javascript:alert(1)",
        "email": "x".repeat(50_000),
        "surprise": true,
        "contact": { "endpoint": "http://elsewhere.example/", "ways": ["call"] },
    })
    .to_string();
    for (settings, expected) in [
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
        let visit = ContactVisit::with_settings(settings);
        let warnings = visit.session.warnings();
        assert_eq!(warnings.len(), 1, "{warnings:?}");
        assert!(warnings[0].contains(expected), "{warnings:?}");
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
        let warnings = session.warnings();
        let expected = |line: &&String| line.contains("cannot be read, so the defaults are used");
        assert_eq!(warnings.iter().filter(expected).count(), 1, "{warnings:?}");
    }
}

fn phrases() -> &'static Phrases {
    &words().phrases
}
