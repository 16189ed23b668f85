//! A run through the check by a script: for tests that are about what comes after it, and in frames
//! whose roles the driver cannot tell.

use serde_json::json;

use crate::embedded::CHOICES;
use crate::session::Session;
use crate::words::words;

/// Chooses some options by their id and presses whatever leads on, until the result is there.
const HURRY: &str = "
    const [onward, end, choices, shadow, done] = arguments;
    const check = shadow && document.querySelector('footing-check').shadowRoot.querySelector('.box .box').shadowRoot;
    const root = check || document;
    const shown = (name) => [...root.querySelectorAll('main button')]
        .find((button) => button.textContent === name);
    let steps = 0;
    (function step() {
        if (shown(end)) return done(true);
        if (steps++ > 150) return done(false);
        for (const id of choices) {
            const input = root.getElementById(id);
            if (input && !input.checked) input.click();
        }
        const button = onward.map(shown).find(Boolean);
        if (button) button.click();
        requestAnimationFrame(() => setTimeout(step));
    })();
";

impl Session {
    /// From a start screen that runs to the result, with these options chosen wherever they are asked.
    pub fn hurry_to_result(&self, choices: &[&str]) {
        self.hurry(choices, false);
    }

    /// The same where the first check of the page stands in a shadow root.
    pub fn hurry_to_shadow_result(&self) {
        self.hurry(CHOICES, true);
    }

    fn hurry(&self, choices: &[&str], in_shadow: bool) {
        let phrases = &words().phrases;
        let onward = [
            phrases.start,
            phrases.continue_,
            phrases.go_on,
            phrases.see_result,
        ];
        let arguments = [
            json!(onward),
            json!(phrases.change_answers),
            json!(choices),
            json!(in_shadow),
        ];
        let arrived: bool = self.read_later(HURRY, &arguments);
        assert!(arrived, "no result:\n{}", self.text());
    }
}
