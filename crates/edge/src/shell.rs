//! The shell of the pages beside the check: skip link, header and main. `static/companion.js` starts
//! their modules, `static/companion.css` styles them.
//!
//! The check draws its own (`src/ui/frame.rs`). It has no skip link, but a footer, a language, other
//! classes, and in a preview no main landmark: all that it has in common with these pages is three tags.
//! A shared function would take a parameter for each difference, and the visitor's module, whose budget
//! is nearly used up, would carry them without a line less in either. What the three pages do share is
//! put together by the build: head tags, policy and places in the template `index.html`
//! (`xtask/src/page/shell.rs`), and the body before the module runs in `specimens::placeholder`.

use html::{classes, html};
use yew::Html;

/// Skip link past the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skip {
    /// The text.
    pub text: &'static str,
    /// The id of the target, with `#`.
    pub to: &'static str,
}

/// Renders a page: `class` is its name in the style sheet, `top` the content of its header.
pub fn shell(class: &'static str, skip: Skip, top: Html, body: Html) -> Html {
    html! {
        <div class={classes(&[Some("companion"), Some(class)])}>
            <a class="skip" href={skip.to}>{ skip.text }</a>
            <header class="companion-top">{ top }</header>
            <main>{ body }</main>
        </div>
    }
}
