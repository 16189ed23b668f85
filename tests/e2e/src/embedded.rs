//! The check in pages of others: hosts to show it in, and a look at what stands in them.

use fantoccini::Locator;
use serde::de::DeserializeOwned;

use crate::environment::Environment;
use crate::server::{Pages, Server};
use crate::session::Session;
use crate::words::words;

/// The help lines that a site puts inside the element.
pub const HELP: &str = "<p id='help'>In danger? Call 911. <a href='tel:988'>988</a></p>";

/// Chosen on the way by [`Session::run_embedded`], and looked for afterwards.
pub const CHOICES: &[&str] = &["substances-opioids", "age-1"];

/// A session recorder as centers buy it: everything typed, clicked, changed and said goes into its log.
pub const RECORDER: &str = "
    window.recorded = [];
    const note = (kind, what) => recorded.push(kind + ' ' + what);
    for (const kind of ['click', 'input', 'change', 'keydown', 'focusin', 'submit', 'copy', 'pointerdown']) {
        addEventListener(kind, (event) => note(kind, (event.composedPath()[0]?.outerHTML ?? '') + (event.key ?? '') + (event.target?.value ?? '')), true);
    }
    addEventListener('message', (event) => note('message', JSON.stringify(event.data)));
    new MutationObserver((all) => all.forEach((one) =>
        note('change', one.type + (one.target.outerHTML ?? one.target.data ?? ''))))
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const deep = (root) => [...root.querySelectorAll('*')].map((one) =>
        one.shadowRoot ? one.shadowRoot.innerHTML + deep(one.shadowRoot) : '').join('');
    setInterval(() => {
        for (const frame of document.querySelectorAll('iframe, footing-check')) {
            try { note('look', frame.contentDocument?.body?.innerHTML ?? frame.shadowRoot?.innerHTML ?? ''); }
            catch (error) { note('look', 'refused'); }
        }
        note('look', deep(document));
        note('place', location.href + document.title + history.length);
    }, 50);
";

/// A page of a host.
pub fn host_page(body: &str) -> String {
    format!(
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Host</title>
         <link rel='icon' href='data:,'></head><body>{body}</body></html>"
    )
}

/// A host with one page, `/host.html`; the check's own files stand there too.
pub fn host(body: &str) -> Server {
    let pages = [("/host.html".to_owned(), host_page(body))].into();
    Server::with_pages(&Environment::read().dist, pages)
}

/// The check on another site than every host, and pages beside it.
pub fn check(pages: Pages) -> Server {
    Server::of_another_site(&Environment::read().dist, pages)
}

impl Session {
    /// Reads something of the first embedded frame, by a script that calls it `frame`.
    pub fn read_frame<T: DeserializeOwned>(&self, script: &str) -> T {
        self.read(&format!("const frame = document.querySelector('footing-check').shadowRoot.querySelector('iframe'); {script}"))
    }

    /// Waits until the check is there and the host's help lines have gone.
    pub fn embedded_ready(&self) {
        self.wait_until("the check to be ready", || {
            self.embedded_frames() > 0 && !self.shows_help()
        });
    }

    /// Whether the site's own help lines are on the screen.
    pub fn shows_help(&self) -> bool {
        self.has_in_sight("#help")
    }

    /// Whether an element is drawn. What a hidden slot holds is not, and nothing tells it but this.
    pub fn has_in_sight(&self, selector: &str) -> bool {
        self.read(&format!(
            "return document.querySelector('{selector}').checkVisibility();"
        ))
    }

    /// How many frames stand in embedded checks.
    pub fn embedded_frames(&self) -> usize {
        self.read(
            "return [...document.querySelectorAll('footing-check')]
                 .flatMap((check) => [...(check.shadowRoot?.querySelectorAll('iframe') ?? [])]).length",
        )
    }

    /// How high the first embedded frame is, in pixels.
    pub fn embedded_height(&self) -> u32 {
        self.read_frame("return Math.round(frame.getBoundingClientRect().height);")
    }

    /// Runs through the first embedded check, and stays in its frame.
    pub fn run_embedded(&self) {
        self.enter_embedded();
        self.wait_for_start();
        self.hurry_to_result(CHOICES);
    }

    /// Waits until the start screen takes answers.
    pub fn wait_for_start(&self) {
        let start = words().phrases.start;
        let start = format!("//button[.='{start}' and not(@disabled)]");
        self.wait_for("the check to run", Locator::XPath(&start));
    }
}

/// Holds the log of a recorder to having seen nothing of a run.
pub fn saw_no_answer(log: &str) {
    let phrases = &words().phrases;
    for canary in [
        "opioids",
        "substances",
        phrases.change_answers,
        phrases.why_title,
    ] {
        assert!(!log.contains(canary), "{canary} was seen: {log}");
    }
}
