//! The shell of the pages beside the check: skip link, header and main. `static/companion.js` starts
//! their modules, `static/companion.css` styles them.

use yew::{Html, html};

/// The link past the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skip {
    /// Its words.
    pub text: &'static str,
    /// The id of what it leads to, with `#`.
    pub to: &'static str,
}

/// Renders a page: `class` is its name in the style sheet, `top` the content of its header.
pub fn shell(class: &'static str, skip: Skip, top: Html, body: Html) -> Html {
    html! {
        <div class={yew::classes!("companion", class)}>
            <a class="skip" href={skip.to}>{ skip.text }</a>
            <header class="companion-top">{ top }</header>
            <main>{ body }</main>
        </div>
    }
}
