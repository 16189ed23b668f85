//! Clipboard access.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::Promise;
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// `navigator.clipboard` is missing without TLS: that throws, like a denied permission.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
}

/// Copies a text to the clipboard and reports whether the browser allowed it.
pub fn copy(text: &str, on_done: Callback<bool>) {
    match write_text(text) {
        Ok(written) => spawn_local(async move {
            on_done.emit(JsFuture::from(written).await.is_ok());
        }),
        Err(_) => on_done.emit(false),
    }
}
