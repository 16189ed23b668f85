//! Entry point of the workbench: `static/companion.js` loads this module and the texts, then calls
//! [`start`].

use wasm_bindgen::prelude::wasm_bindgen;

/// Mounts the workbench in `root`. `words` is the texts file of one language, `today` a date such
/// as 2026-11-21. On failure the static page stays.
#[wasm_bindgen]
pub fn start(root: web_sys::Element, words: &str, today: &str) -> Result<(), String> {
    workbench::mount(root, words, today).map_err(|_| "words".into())
}

fn main() {}
