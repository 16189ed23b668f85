//! What stands in embedded checks.

use fantoccini::Locator;
use serde::de::DeserializeOwned;

use crate::session::Session;
use crate::words::words;

/// Chosen on the way by [`Session::run_embedded`], and looked for afterwards.
pub const CHOICES: &[&str] = &["substances-5", "age-1"];

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
