//! Where the focus goes.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use assessment::ItemIndex;

/// Focuses the screen's heading, not its first control: a screen reader then reads the question
/// before the choices. The page scrolls to its top.
pub(super) fn heading(root: &Element) {
    first(root, "h1");
    root.scroll_into_view();
}

/// Focuses the notice above the questions.
pub(super) fn notice(root: &Element) {
    first(root, ".notice");
}

/// Focuses one option of an item.
pub(super) fn option(root: &Element, item: ItemIndex, position: u8) {
    if let Some(item) = content::questionnaire().item(item) {
        first(root, &format!("#{}-{position}", item.link_id.0));
    }
}

/// Focuses the first element of the contact form that the selector finds.
pub(super) fn contact(root: &Element, selector: &str) {
    first(root, selector);
}

fn first(root: &Element, selector: &str) {
    let found = root.query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Focus is refused only for what is not shown; then there is nothing to read either.
        let _ = element.focus();
    }
}
