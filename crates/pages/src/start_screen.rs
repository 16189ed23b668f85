//! The static start screen: what is in the page before the module runs, and where it cannot run.

use i18n::Words;
use paper::Paper;
use specimens::check;

use super::paper_form;

/// The body of the page: the note without scripts, the note where the module does not load, the screen.
pub fn body(words: &Words, form: &Paper) -> String {
    // Hidden until start.js finds that the questions do not load.
    let failed = check::failed(words).replacen("<div ", "<div hidden ", 1);
    let failed = paper_form::linked(&failed, form);
    let without_scripts = format!(
        "<div class=\"page-note\"><p>{}</p><p>{}</p></div>",
        words.phrases.needs_scripts,
        paper_form::link(form),
    );
    specimens::placeholder(&without_scripts, &failed, "footing", &check::start(words))
}
