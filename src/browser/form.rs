//! What is typed into the contact form, and what the browser thinks of it.

use web_sys::js_sys::Reflect;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

use journey::{ContactMsg, Field, FieldError, FieldErrorKind};

/// What an event of the page means for the form; nothing where it happened elsewhere.
pub(super) fn typed(event: &Event) -> Option<ContactMsg> {
    let input: Element = event.target()?.dyn_into().ok()?;
    let field = Field::named(input.id().strip_prefix("contact-")?)?;
    let text = get(&input, "value")?.as_string()?;
    (field != Field::Consent).then_some(ContactMsg::Typed(field, text))
}

/// Holds every field to the browser's own rules. What has to be there at all is not asked here.
pub(super) fn check(root: &Element) -> ContactMsg {
    let flaws = Field::ALL.into_iter().filter_map(|field| {
        let selector = format!("#contact-{}", field.code());
        let input = root.query_selector(&selector).ok().flatten()?;
        let validity = get(&input, "validity")?;
        let is = |key: &str| get(&validity, key).is_some_and(|value| value.is_truthy());
        if is("tooShort") {
            Some(FieldError(field, FieldErrorKind::TooShort))
        } else if is("typeMismatch") || is("badInput") {
            Some(FieldError(field, FieldErrorKind::NotOne))
        } else {
            None
        }
    });
    ContactMsg::Checked(flaws.collect())
}

fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(object, &key.into()).ok()
}
