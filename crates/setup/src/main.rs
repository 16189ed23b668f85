//! Entry point of the setup page: `static/companion.js` loads this module and the texts, then calls
//! [`start`].

use wasm_bindgen::prelude::wasm_bindgen;

/// Mounts the form in `root`. `words` is the texts file of one language, `today` a date such as
/// 2026-11-21, `inline` the digests of the inline code of `index.html`. On failure the static page stays.
#[wasm_bindgen]
pub fn start(root: web_sys::Element, words: &str, today: &str, inline: &str) -> Result<(), String> {
    setup::mount(root, words, today, inline).map_err(|_| "words".into())
}

fn main() {}
