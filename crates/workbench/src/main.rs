//! Mounts the bench: `static/companion.js` loads this module and the words, then calls [`start`].

use wasm_bindgen::prelude::wasm_bindgen;

/// Shows the bench in `root`. `words` is the file of one language, `today` a day as in 2026-11-21.
/// Where it fails, the static page stays.
#[wasm_bindgen]
pub fn start(root: web_sys::Element, words: &str, today: &str) -> Result<(), String> {
    workbench::mount(root, words, today).map_err(|_| "words".into())
}

fn main() {}
