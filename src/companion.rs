//! What the pages beside the check have in common: a head, a way past it, and what stands there before
//! their program runs. `static/companion.js` starts the program, `static/companion.css` is the look.

mod file;

use yew::{Html, html};

pub use file::{FileError, Picked, picked, shown};

/// The link past the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skip {
    /// Its words.
    pub text: &'static str,
    /// The id of what it leads to, with `#`.
    pub to: &'static str,
}

/// Draws a page: `class` is the name in its style sheet, `top` stands in the head.
pub fn around(class: &'static str, skip: Skip, top: Html, body: Html) -> Html {
    html! {
        <div class={yew::classes!("companion", class)}>
            <a class="skip" href={skip.to}>{ skip.text }</a>
            <header class="companion-top">{ top }</header>
            <main>{ body }</main>
        </div>
    }
}

/// Draws what is in the page before its program runs: what to do without scripts, what is shown where
/// the program does not come, and the page as far as it is there.
#[cfg(feature = "specimens")]
pub fn before(without_scripts: Html, failed: &'static str, page: Html) -> String {
    crate::ui::drawn(move || {
        html! {
            <>
                <noscript><p class="page-note">{ without_scripts.clone() }</p></noscript>
                <p class="page-note" id="companion-failed" role="alert" hidden=true>{ failed }</p>
                <div id="companion">{ page.clone() }</div>
            </>
        }
    })
}
