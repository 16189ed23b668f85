//! Specimens: every screen as a named state, rendered to HTML without a browser.
//!
//! One list serves the view tests, axe, the gallery and the static start screen. Start at [`check::all`].

pub mod check;

pub mod pseudo;

pub mod setup;

pub mod workbench;

mod render;

use yew::{Html, html};

pub use render::render;

/// The body of each of the three pages before its module runs: what to do without scripts, what is shown
/// where the module does not load, and the page as far as it is there, in the element of this id.
pub fn placeholder(without_scripts: &str, failed: &str, id: &str, page: &str) -> String {
    format!("<noscript>{without_scripts}</noscript>{failed}<div id=\"{id}\">{page}</div>")
}

/// The same for a page that `static/companion.js` starts.
fn companion_placeholder(without_scripts: Html, failed: &'static str, page: Html) -> String {
    let note = render(move || html! { <p class="page-note">{ without_scripts.clone() }</p> });
    let failed = render(move || {
        html! { <p class="page-note" id="companion-failed" role="alert" hidden=true>{ failed }</p> }
    });
    placeholder(&note, &failed, "companion", &render(move || page.clone()))
}
