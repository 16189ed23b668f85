//! Every screen as a named state (specimen), rendered to HTML without a browser.
//!
//! One list serves the view tests, axe, the gallery and the static start screen. Start at [`check::all`].

pub mod check;

pub mod setup;

pub mod workbench;

mod render;

use yew::{Html, html};

pub use render::render;

/// The page of a companion module before it runs: what to do without scripts, what is shown where the
/// module does not load, and the page as far as it is there.
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
