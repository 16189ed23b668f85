//! The clipboard.

use gloo::utils::window;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{Function, Promise, Reflect};
use web_sys::wasm_bindgen::{JsCast, JsValue};
use yew::Callback;

/// Copies a text to the clipboard, and reports whether the browser allowed it.
pub fn copy(text: &str, on_done: Callback<bool>) {
    match write(text) {
        Some(written) => spawn_local(async move {
            let done = JsFuture::from(written).await.is_ok();
            on_done.emit(done);
        }),
        None => on_done.emit(false),
    }
}

/// Begins to write. There is no clipboard on a page without TLS.
fn write(text: &str) -> Option<Promise> {
    let get = |object: &JsValue, key: &str| Reflect::get(object, &key.into()).ok();
    let navigator = get(&window(), "navigator")?;
    let clipboard = get(&navigator, "clipboard")?;
    let write: Function = get(&clipboard, "writeText")?.dyn_into().ok()?;
    write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
}
