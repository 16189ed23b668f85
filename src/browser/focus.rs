//! Focus management.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use assessment::ItemIndex;

/// Focuses the screen's heading instead of its first control, so that a screen reader reads the question
/// before the options; or the heading of an urgent card above it, which would be passed over. Scrolls to the top
/// of the check.
pub(super) fn heading(root: &Element) {
    first(root, "main :is(h1, .help-card > h2)[tabindex]");
    root.scroll_into_view();
}

/// Takes the focus away from an element of the check.
pub(super) fn release(root: &Element) {
    let focused = root.query_selector(":focus").ok().flatten();
    if let Some(element) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Fails only for elements that are no longer in the page.
        let _ = element.blur();
    }
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

/// Focuses the first element that matches a selector in the contact form.
pub(super) fn contact(root: &Element, selector: &str) {
    first(root, selector);
}

fn first(root: &Element, selector: &str) {
    let found = root.query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Fails only for hidden elements, which there is no need to focus.
        let _ = element.focus();
    }
}
