//! Session recorder, like those sold to site owners.

use crate::session::Session;
use crate::words::words;

/// Logs all input, clicks, DOM changes and messages of the host page.
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

impl Session {
    /// The recorder's log so far.
    pub fn recorded(&self) -> Vec<String> {
        self.read("return recorded")
    }
}

/// Asserts that the recorder works and that its log contains no answer.
pub fn assert_saw_no_answer(log: &[String]) {
    assert!(log.len() > 20, "the recorder records: {log:?}");
    let log = log.join("\n");
    let phrases = &words().phrases;
    for canary in [
        "opioids",
        "substances",
        phrases.start_title,
        phrases.change_answers,
        phrases.why_title,
    ] {
        assert!(!log.contains(canary), "{canary} was seen: {log}");
    }
}
