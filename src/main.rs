//! Mounts the widget: `static/start.js` loads this module and the words, then calls [`start`].

use footing::ui::{Isolation, Surroundings};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Shows the check in `root`. `words` is the file of one language, `today` a day as in 2026-11-21,
/// `settings` what the site's file holds, `seal` the functions of `static/seal.js`. `isolation` says who can
/// read along (`own`, `frame`, `shadow`), `base` where the check's files are. Where it fails, the static
/// page stays.
#[wasm_bindgen]
pub fn start(
    root: web_sys::Element,
    words: &str,
    today: &str,
    settings: &JsValue,
    seal: JsValue,
    isolation: &str,
    base: &str,
) -> Result<(), String> {
    let around = Surroundings {
        base: base.to_owned(),
        isolation: Isolation::named(isolation),
    };
    footing::browser::mount(root, words, today, settings, seal, around).map_err(|_| "words".into())
}

fn main() {}
