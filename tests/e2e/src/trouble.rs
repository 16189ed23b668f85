//! What goes wrong in a page, as the page's own events tell it: no driver but Chromium's hands out the console.

use serde_json::Value;

use crate::session::Session;

/// Listens for errors, refused promises and what a policy blocks.
const LISTEN: &str = "
    self.trouble = [];
    addEventListener('error', ({ message }) => trouble.push('error: ' + message));
    addEventListener('unhandledrejection', ({ reason }) => trouble.push('refused: ' + reason));
    document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) =>
        trouble.push('policy: ' + effectiveDirective + ' ' + blockedURI));
    return null;";

impl Session {
    /// Notes what goes wrong in this page from now on.
    pub fn note_trouble(&self) {
        let _: Value = self.read(LISTEN);
    }

    /// What went wrong since [`Session::note_trouble`].
    pub fn trouble(&self) -> Vec<String> {
        self.read("return self.trouble")
    }
}
