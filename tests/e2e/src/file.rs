//! File inputs.

use serde_json::json;

use crate::session::Session;

impl Session {
    /// Sets the file of an `<input type=file>` by script, because tests cannot reach the system's
    /// file dialog.
    pub fn set_file_input(&self, id: &str, name: &str, text: &str) {
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
