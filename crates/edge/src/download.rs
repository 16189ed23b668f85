//! Downloads: a text saved as a file, made on the device.

use std::cell::RefCell;

use gloo::utils::document;
use web_sys::js_sys::Array;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

thread_local! {
    /// The object URL of the last download; it is revoked with the next one.
    static FILE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Revokes the object URL of the last download.
pub fn revoke_download() {
    let file = FILE.with(|file| file.borrow_mut().take());
    if let Some(file) = file {
        // A URL that is revoked already needs nothing.
        let _ = Url::revoke_object_url(&file);
    }
}

/// Saves a text as a file. Its object URL is revoked with the next one.
pub fn save(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlElement = document().create_element("a")?.unchecked_into();
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.click();
    let before = FILE.with(|file| file.borrow_mut().replace(address));
    if let Some(before) = before {
        Url::revoke_object_url(&before)?;
    }
    Ok(())
}
