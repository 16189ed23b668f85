//! The static start screen: the page's content before the module runs, and where it cannot run.

use i18n::Words;
use paper::Paper;
use specimens::check;

use super::paper_form;

/// Returns the page body: the note for missing scripts, the note for a failed module, and the screen.
pub fn body(words: &Words, form: &Paper) -> String {
    // Hidden until start.js detects that the questions do not load.
    let failed = check::failed(words).replacen("<div ", "<div hidden ", 1);
    let failed = paper_form::linked(&failed, form);
    let without_scripts = format!(
        "<div class=\"page-note\"><p>{}</p><p>{}</p></div>",
        words.phrases.needs_scripts,
        paper_form::link(form),
    );
    specimens::placeholder(&without_scripts, &failed, "footing", &check::start(words))
}
