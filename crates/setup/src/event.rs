//! Reads values from DOM events.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::{Event, InputEvent, TargetCast};

use super::msg::Pick;

/// Current value of the field.
pub(super) fn typed(event: &InputEvent) -> String {
    let line = event.target_dyn_into::<HtmlInputElement>();
    let lines = event.target_dyn_into::<HtmlTextAreaElement>();
    line.map(|line| line.value())
        .or(lines.map(|lines| lines.value()))
        .unwrap_or_default()
}

/// Value of the changed `<select>`.
pub(super) fn picked(event: &Event) -> String {
    let list = event.target_dyn_into::<HtmlSelectElement>();
    list.map_or_else(String::new, |list| list.value())
}

/// Element id of a list.
pub(super) fn name(pick: Pick) -> &'static str {
    match pick {
        Pick::Mode => "mode",
        Pick::Theme => "theme",
        Pick::Language => "language",
        Pick::WithdrawalCare => "withdrawal",
        Pick::Ability(ability) => ability.key(),
        Pick::Encoding => "encoding",
    }
}
