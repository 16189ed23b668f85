//! Downloads: saves a text as a file through an object URL, without a request.

use std::cell::RefCell;

use gloo::utils::document;
use web_sys::js_sys::Array;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

thread_local! {
    /// Object URL of the last download; the next one revokes it.
    static LAST_URL: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Revokes the object URL of the last download.
pub fn revoke_download() {
    let last = LAST_URL.with(|last| last.borrow_mut().take());
    if let Some(last) = last {
        // An error means that the URL is already revoked.
        let _ = Url::revoke_object_url(&last);
    }
}

/// Saves a text as a file. The next download revokes its object URL.
pub fn save(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlElement = document().create_element("a")?.unchecked_into();
    link.set_attribute("href", &url)?;
    link.set_attribute("download", name)?;
    link.click();
    let previous = LAST_URL.with(|last| last.borrow_mut().replace(url));
    if let Some(previous) = previous {
        Url::revoke_object_url(&previous)?;
    }
    Ok(())
}
