//! A file for a page.

use serde_json::json;

use crate::session::Session;

impl Session {
    /// Hands a field of the page a file, as if it had been chosen: the window that chooses belongs to the
    /// system, and no test reaches into it. What the page does with the file is real.
    pub fn hand_over(&self, id: &str, name: &str, text: &str) {
        self.read_with::<()>(
            "const [id, name, text] = arguments;
             const input = document.getElementById(id);
             const chosen = new DataTransfer();
             chosen.items.add(new File([text], name, { type: 'application/json' }));
             input.files = chosen.files;
             input.dispatchEvent(new Event('change', { bubbles: true }));",
            &[json!(id), json!(name), json!(text)],
        );
    }
}
