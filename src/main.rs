//! Mounts the widget: `static/start.js` loads this module and the words, then calls [`start`].

use footing::browser::Early;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Mounts the check in `root`.
/// Parameters: `words` is the words file of one language, `today` a date as in 2026-11-21, `settings` the
/// parsed settings file of the site, `seal` the functions of `static/seal.js`, `logo` the site's logo as a
/// `data:` URL, `early` what was done on the static first pages.
/// Attributes of the root: `data-isolation` says who can read the answers (`own`, `frame`), and `data-base`
/// where the check's files are.
/// If it fails, the static page stays.
#[wasm_bindgen]
pub fn start(
    root: web_sys::Element,
    words: &str,
    today: &str,
    settings: &JsValue,
    seal: JsValue,
    logo: Option<String>,
    early: &Early,
) -> Result<(), String> {
    footing::browser::mount(root, words, today, settings, seal, logo, early)
        .map_err(|_| "words".into())
}

fn main() {}
