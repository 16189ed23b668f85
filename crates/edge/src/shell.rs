//! Layout of the companion pages: skip link, header and main. `static/companion.js` loads their
//! modules, `static/companion.css` styles them.

use yew::{Html, html};

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
        <div class={yew::classes!("companion", class)}>
            <a class="skip" href={skip.to}>{ skip.text }</a>
            <header class="companion-top">{ top }</header>
            <main>{ body }</main>
        </div>
    }
}
