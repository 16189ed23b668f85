//! Visit that ends at the contact section of a result.

use fantoccini::Locator;
use i18n::phrases::Phrases;
use serde::Deserialize;
use serde_json::json;

use crate::axe::Axe;
use crate::browser::Scripts;
use crate::environment::Environment;
use crate::role::Role;
use crate::server::{Pages, Server};
use crate::session::Session;
use crate::vignette::Vignette;
use crate::walk::Walk;
use crate::words::words;

/// Browser at a result with the contact forms of a center.
#[derive(Debug)]
pub struct ContactVisit {
    /// The browser.
    pub session: Session,
    /// Serves the check and the center's settings.
    pub server: Server,
    entries_before: u32,
}

/// What other scripts and people can observe without reading the page.
#[derive(Debug, PartialEq, Deserialize)]
struct Trace {
    title: String,
    address: String,
    stored: u32,
    entries: u32,
}

impl ContactVisit {
    /// Name of the center. Its markup has to be shown as text.
    pub const CENTER: &str = "Harbor <b>Center</b>";

    /// Goes to the result of an adult who left every question empty.
    pub fn to(endpoint: &str, encoding: &str) -> ContactVisit {
        ContactVisit::with(endpoint, encoding, &[])
    }

    /// Goes to the result with these options selected, by element id.
    pub fn with(endpoint: &str, encoding: &str, choices: &[&str]) -> ContactVisit {
        ContactVisit::at(ContactVisit::pages(endpoint, encoding), choices)
    }

    /// Goes to the result with this text as `site.json`.
    pub fn with_settings(settings: &str) -> ContactVisit {
        ContactVisit::at(site_json(settings), &[])
    }

    fn at(pages: Pages, choices: &[&str]) -> ContactVisit {
        let server = Server::with_pages(&Environment::read().dist, pages);
        let session = Session::start(Scripts::On);
        Axe::install(&session);
        let story = Vignette::read("01-weekend-heavy-drinking");
        Walk::begin(&session, &server.url("/"), &story);
        ContactVisit::from_start(session, server, choices)
    }

    /// Goes to the result from a start screen that is ready.
    pub fn from_start(session: Session, server: Server, choices: &[&str]) -> ContactVisit {
        session.click_through_to_result(choices);
        let entries_before = session.read("return history.length");
        ContactVisit {
            session,
            server,
            entries_before,
        }
    }

    /// The `site.json` of the center, with every contact form enabled.
    pub fn pages(endpoint: &str, encoding: &str) -> Pages {
        let settings = json!({
            "name": ContactVisit::CENTER,
            "phone": "(555) 010-0199",
            "contact": {
                "endpoint": endpoint,
                "encoding": encoding,
                "ways": ["call", "text", "meeting", "short-call", "message"],
            },
        });
        site_json(&settings.to_string())
    }

    /// XPath of the heading of a step.
    pub fn step(title: &str) -> String {
        format!("//*[@id='contact-step' and normalize-space()=\"{title}\"]")
    }

    /// The accessibility checker.
    pub fn axe(&self) -> Axe<'_> {
        Axe::install(&self.session)
    }

    /// Opens the form of a way of contact.
    pub fn open(&self, way: &str) {
        self.session.click(Role::Button, way);
        self.wait_for_step(way);
    }

    /// Types into the field with this label.
    pub fn write(&self, label: &str, text: &str) {
        self.session.click(Role::Textbox, label);
        self.session.type_text(text);
    }

    /// Fills in the message form and goes on to the confirmation.
    pub fn fill_in_message(&self) {
        self.open(phrases().contact_message);
        self.write(phrases().contact_email, "kim@mail.example");
        self.write(phrases().contact_words, "Grüße & \"hello\"");
        let consent = phrases().contact_consent;
        let consent = consent.replace("{name}", ContactVisit::CENTER);
        self.session.click(Role::Checkbox, &consent);
        self.go_to_confirmation();
    }

    /// Goes from a valid form to the confirmation.
    pub fn go_to_confirmation(&self) {
        self.session.click(Role::Button, phrases().contact_next);
        self.wait_for_step(phrases().contact_confirm_title);
    }

    /// Presses Send.
    pub fn send(&self) {
        self.session.click(Role::Button, phrases().contact_send);
    }

    /// The lines of the confirmation as key and value, with their white space.
    pub fn lines(&self) -> Vec<(String, String)> {
        self.session.read(
            "return [...document.querySelectorAll('.contact-lines dt')]
                 .map((term) => [term.textContent, term.nextElementSibling.textContent])",
        )
    }

    /// The value of the field with this id.
    pub fn value_of(&self, id: &str) -> String {
        self.session.read_with(
            "return document.getElementById(arguments[0]).value",
            &[json!(id)],
        )
    }

    /// Counts the frames in the page.
    pub fn frames(&self) -> u32 {
        self.session
            .read("return document.querySelectorAll('iframe').length")
    }

    /// Waits until the heading of a step has the focus.
    pub fn wait_for_step(&self, title: &str) {
        let heading = ContactVisit::step(title);
        self.session.wait_for(title, Locator::XPath(&heading));
        self.session.wait_for_focus("#contact-step");
    }

    /// Waits until the page shows a text.
    pub fn wait_for_text(&self, text: &str) {
        let xpath = format!("//main//*[contains(., \"{text}\")]");
        self.session.wait_for(text, Locator::XPath(&xpath));
    }

    /// Asserts that the page shows a text.
    #[track_caller]
    pub fn assert_text(&self, text: &str) {
        let all = self.session.text();
        assert!(all.contains(text), "'{text}' is missing from:\n{all}");
    }

    /// Asserts that the page does not show a text.
    #[track_caller]
    pub fn assert_no_text(&self, text: &str) {
        let all = self.session.text();
        assert!(!all.contains(text), "'{text}' is in:\n{all}");
    }

    /// Asserts that title, address, history, storage and console show nothing of what was typed.
    pub fn assert_leaves_no_trace(&self) {
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
        let warnings = self.session.warnings();
        assert!(warnings.is_empty(), "{warnings:?}");
    }
}

fn site_json(settings: &str) -> Pages {
    [("/site.json".to_owned(), settings.to_owned())].into()
}

fn phrases() -> &'static Phrases {
    &words().phrases
}
