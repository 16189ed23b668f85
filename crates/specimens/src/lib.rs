//! Specimens: every screen as a named state, rendered to HTML without a browser.
//!
//! One list serves the view tests, axe, the gallery and the static start screen. Start at [`check::all`].

pub mod check;

pub mod setup;

pub mod workbench;

mod render;

use yew::{Html, html};

pub use render::render;

/// Static content of a companion page before its module runs: `<noscript>` text, load error, and
/// placeholder.
fn placeholder_page(without_scripts: Html, failed: &'static str, page: Html) -> String {
    render(move || {
        html! {
            <>
                <noscript><p class="page-note">{ without_scripts.clone() }</p></noscript>
                <p class="page-note" id="companion-failed" role="alert" hidden=true>{ failed }</p>
                <div id="companion">{ page.clone() }</div>
            </>
        }
    })
}
