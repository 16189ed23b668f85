//! Helpers for pages that embed the check with `<footing-check>`.

use serde::de::DeserializeOwned;

use crate::session::Session;

/// Option ids that [`Session::run_embedded`] selects.
pub const CHOICES: &[&str] = &["substances-5", "age-1"];

impl Session {
    /// Runs a script in the host page in which `frame` is the first embedded iframe.
    pub fn read_frame<T: DeserializeOwned>(&self, script: &str) -> T {
        self.read(&format!("const frame = document.querySelector('footing-check').shadowRoot.querySelector('iframe'); {script}"))
    }

    /// Waits until the check is loaded and the host's help lines are hidden.
    pub fn wait_for_embedded(&self) {
        self.wait_until("the check to be ready", || {
            self.embedded_frames() > 0 && !self.shows_help()
        });
    }

    /// Whether the host's help lines are visible.
    pub fn shows_help(&self) -> bool {
        self.is_visible("#help")
    }

    /// Whether an element is rendered. Content of a hidden slot is not, which only
    /// `checkVisibility` reports.
    pub fn is_visible(&self, selector: &str) -> bool {
        self.read(&format!(
            "return document.querySelector('{selector}').checkVisibility();"
        ))
    }

    /// Counts the iframes of embedded checks.
    pub fn embedded_frames(&self) -> usize {
        // Firefox tells nothing of a page that is being replaced.
        let count: Option<usize> = self.read(
            "return [...document.querySelectorAll('footing-check')]
                 .flatMap((check) => [...(check.shadowRoot?.querySelectorAll('iframe') ?? [])]).length",
        );
        count.unwrap_or_default()
    }

    /// Height of the first embedded iframe in CSS pixels.
    pub fn embedded_height(&self) -> u32 {
        self.read_frame("return Math.round(frame.getBoundingClientRect().height);")
    }

    /// Goes to the result of the first embedded check and stays in its frame.
    pub fn run_embedded(&self) {
        self.enter_embedded();
        self.wait_until_running();
        self.click_through_to_result(CHOICES);
    }
}
