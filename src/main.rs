//! Mounts the widget: `static/start.js` loads this module and the words, then calls [`start`].

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Shows the check in `root`. `words` is the file of one language, `today` a day as in 2026-11-21,
/// `settings` what the site's file holds, `seal` the functions of `static/seal.js`, `logo` the site's logo
/// as a `data:` address. The root says in `data-isolation` who can read along (`own`, `frame`),
/// and in `data-base` where the check's files are. Where it fails, the static page stays.
#[wasm_bindgen]
pub fn start(
    root: web_sys::Element,
    words: &str,
    today: &str,
    settings: &JsValue,
    seal: JsValue,
    logo: Option<String>,
) -> Result<(), String> {
    footing::browser::mount(root, words, today, settings, seal, logo).map_err(|_| "words".into())
}

fn main() {}
