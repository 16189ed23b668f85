//! Converts JavaScript values to JSON, bounded by the limits for settings.
//!
//! The one place that reads an object by its keys and not by typed properties: settings are untrusted,
//! and keys that are not known have to be found to be reported.

use site::{JsonValue, MAX_DEPTH, MAX_ENTRIES, MAX_TEXT_LEN};
use web_sys::js_sys::{Array, JSON, Object};
use web_sys::wasm_bindgen::{JsCast, JsValue};

/// Parses JSON; `None` if the text is not JSON.
pub fn parse_json(json: &str) -> Option<JsonValue> {
    let value = JSON::parse(json).ok()?;
    Some(json_value(&value))
}

/// Copies a JavaScript value, truncated where it exceeds the depth or length limits for settings.
pub fn json_value(value: &JsValue) -> JsonValue {
    copy(value, MAX_DEPTH)
}

fn copy(value: &JsValue, depth: u8) -> JsonValue {
    let Some(deeper) = depth.checked_sub(1) else {
        return JsonValue::Other;
    };
    if let Some(flag) = value.as_bool() {
        return JsonValue::Flag(flag);
    }
    if let Some(text) = value.dyn_ref::<web_sys::js_sys::JsString>() {
        let fits = usize::try_from(text.length()).is_ok_and(|length| length <= MAX_TEXT_LEN);
        return if fits {
            JsonValue::Text(text.into())
        } else {
            JsonValue::Other
        };
    }
    let few = |length: u32| usize::try_from(length).is_ok_and(|length| length <= MAX_ENTRIES);
    if let Some(list) = value.dyn_ref::<Array>() {
        return if few(list.length()) {
            JsonValue::List(list.iter().map(|entry| copy(&entry, deeper)).collect())
        } else {
            JsonValue::Other
        };
    }
    let Some(object) = value.dyn_ref::<Object>() else {
        return JsonValue::Other;
    };
    let entries = Object::entries(object);
    if !few(entries.length()) {
        return JsonValue::Other;
    }
    let pairs = entries.iter().filter_map(|pair| {
        let pair: Array = pair.dyn_into().ok()?;
        Some((pair.get(0).as_string()?, copy(&pair.get(1), deeper)))
    });
    JsonValue::Map(pairs.collect())
}
