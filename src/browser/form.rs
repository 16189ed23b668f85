//! Input events and native validation of the contact form.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, ValidityState};

use journey::{ContactMsg, Field, FieldError, FieldErrorKind};

#[wasm_bindgen]
extern "C" {
    /// A form control: an `input` or a `textarea`. Both have these two properties.
    type Control;

    #[wasm_bindgen(method, getter)]
    fn value(this: &Control) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn validity(this: &Control) -> Option<ValidityState>;
}

/// Converts an input event to a message, or `None` if it does not come from the form.
pub(super) fn typed(event: &Event) -> Option<ContactMsg> {
    let input: Element = event.target()?.dyn_into().ok()?;
    let field = Field::named(input.id().strip_prefix("contact-")?)?;
    let text = input.unchecked_into::<Control>().value()?;
    (field != Field::Consent).then_some(ContactMsg::Typed(field, text))
}

/// Runs the browser's constraint validation on every field. Required fields are checked elsewhere.
pub(super) fn check(root: &Element) -> ContactMsg {
    let flaws = Field::ALL.into_iter().filter_map(|field| {
        let selector = format!("#contact-{}", field.code());
        let input = root.query_selector(&selector).ok().flatten()?;
        let validity = input.unchecked_into::<Control>().validity()?;
        if validity.too_short() {
            Some(FieldError(field, FieldErrorKind::TooShort))
        } else if validity.type_mismatch() || validity.bad_input() {
            Some(FieldError(field, FieldErrorKind::NotOne))
        } else {
            None
        }
    });
    ContactMsg::Checked(flaws.collect())
}
