//! Run through the check by script: for tests of what follows it, and for frames in which
//! chromedriver computes no roles.

use serde_json::json;

use crate::session::Session;
use crate::words::{onward, words};

/// Selects options by id and clicks onward until a button of this name is shown, and the whole screen is drawn: the
/// first frame of a result draws its first screen alone, and is marked as busy.
const CLICK_THROUGH: &str = "
    const [onward, end, choices, done] = arguments;
    const shown = (name) => [...document.querySelectorAll('main button')]
        .find((button) => button.textContent === name);
    let steps = 0;
    (function step() {
        if (shown(end) && !document.querySelector('[aria-busy]')) return done(true);
        if (steps++ > 150) return done(false);
        for (const id of choices) {
            const input = document.getElementById(id);
            if (input && !input.checked) input.click();
        }
        const button = onward.map(shown).find(Boolean);
        if (button) button.click();
        requestAnimationFrame(() => setTimeout(step));
    })();
";

/// Clicks "Open all" on a result and waits until no section is collapsed.
const OPEN: &str = "
    const [name, done] = arguments;
    for (const later of document.querySelectorAll('details.later')) later.open = true;
    [...document.querySelectorAll('main button')].find((button) => button.textContent === name).click();
    const closed = 'main .disclosure > h2 > [aria-expanded=false]';
    (function look() {
        if (document.querySelector(closed)) requestAnimationFrame(look);
        else done(true);
    })();
";

impl Session {
    /// Opens every section of the result.
    pub fn open_sections(&self) {
        let _: bool = self.read_later(OPEN, &[json!(words().phrases.open_all)]);
    }

    /// Goes from a ready start screen to the result, selecting these options when asked.
    pub fn click_through_to_result(&self, choices: &[&str]) {
        self.click_through_until(words().phrases.change_answers, choices);
        self.open_sections();
    }

    /// Goes on from a ready start screen until a button of this name is shown, selecting these options when asked.
    pub fn click_through_until(&self, button: &str, choices: &[&str]) {
        let arguments = [json!(onward()), json!(button), json!(choices)];
        let arrived: bool = self.read_later(CLICK_THROUGH, &arguments);
        assert!(arrived, "no '{button}':\n{}", self.text());
    }
}
