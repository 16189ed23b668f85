//! Reads values from DOM events.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Event, TargetCast};

/// Value of the changed `<select>`.
pub(super) fn value(event: &Event) -> String {
    let list = event.target_dyn_into::<HtmlSelectElement>();
    list.map_or_else(String::new, |list| list.value())
}

/// What was typed into a field.
pub(super) fn typed(event: &Event) -> String {
    let field = event.target_dyn_into::<HtmlInputElement>();
    field.map_or_else(String::new, |field| field.value())
}

/// Whether the changed checkbox is checked.
pub(super) fn is_checked(event: &Event) -> bool {
    event
        .target_dyn_into::<HtmlInputElement>()
        .is_some_and(|input| input.checked())
}
