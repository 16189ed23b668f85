//! A run through the check by a script: for tests that are about what comes after it, and in frames
//! whose roles the driver cannot tell.

use serde_json::json;

use crate::session::Session;
use crate::words::words;

/// Chooses some options by their id and presses whatever leads on, until the result is there.
const HURRY: &str = "
    const [onward, end, choices, done] = arguments;
    const shown = (name) => [...document.querySelectorAll('main button')]
        .find((button) => button.textContent === name);
    let steps = 0;
    (function step() {
        if (shown(end)) return done(true);
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

/// Presses "Open all" below the sections of a result.
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

    /// From a start screen that runs to the result, with these options chosen wherever they are asked.
    pub fn hurry_to_result(&self, choices: &[&str]) {
        let phrases = &words().phrases;
        let onward = [
            phrases.start,
            phrases.continue_,
            phrases.go_on,
            phrases.see_result,
        ];
        let arguments = [json!(onward), json!(phrases.change_answers), json!(choices)];
        let arrived: bool = self.read_later(HURRY, &arguments);
        assert!(arrived, "no result:\n{}", self.text());
        self.open_sections();
    }
}
