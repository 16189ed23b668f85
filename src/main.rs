//! Mounts the widget: `static/start.js` loads this module and the words, then calls [`read`] and [`start`].

use std::rc::Rc;

use footing::browser::Early;
use i18n::Words;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// 2 KB less in the module than Rust's own allocator (dlmalloc), and constant time.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The words of one language, read. They are read in a task of their own, so that the page stays responsive
/// between that and the first rendering.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Texts(Rc<Words>);

/// Reads a words file. Fails if it is broken, or belongs to another version.
#[wasm_bindgen]
pub fn read(words: &str) -> Result<Texts, String> {
    Words::read(content::questionnaire(), words)
        .map(|words| Texts(Rc::new(words)))
        .map_err(|_| "words".into())
}

/// Mounts the check in `root`, replacing the static page.
/// Parameters: `texts` are the words of one language, `today` a date as in 2026-11-21, `settings` the
/// parsed settings file of the site, `seal` the functions of `static/seal.js`, `logo` the site's logo as a
/// `data:` URL, `early` what was done on the static first pages.
/// Attributes of the root: `data-isolation` says who can read the answers (`own`, `frame`), and `data-base`
/// where the check's files are.
#[wasm_bindgen]
pub fn start(
    root: web_sys::Element,
    texts: Texts,
    today: &str,
    settings: &JsValue,
    seal: JsValue,
    logo: Option<String>,
    early: &Early,
) {
    footing::browser::mount(root, texts.0, today, settings, seal, logo, early);
}

fn main() {}
