//! Hands the result over in the way the person chose: printer, clipboard, file, voice.
//!
//! Everything stays on the device. A refusal is told, and never with an answer in it.

use std::cell::RefCell;

use gloo::utils::{document, window};
use web_sys::js_sys::Array;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};
use yew::Callback;

use super::{copy, voice};
use crate::journey::{Copying, Take, Taken};

thread_local! {
    /// The file made last, as an address inside this page; it is let go with the next one.
    static FILE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Hands a text over, and tells what became of it.
pub(super) fn take(way: Take, text: &str, reply: &Callback<Taken>) {
    let outcome = match way {
        Take::Print => window().print().is_ok(),
        Take::Copy => {
            let reply = reply.clone();
            let copied = move |copying| reply.emit(told(copying == Copying::Done));
            copy::copy(text, Callback::from(copied));
            return;
        }
        // Names say nothing of what is inside.
        Take::SaveText | Take::SaveOverTime => {
            save("footing.txt", "text/plain;charset=utf-8", text).is_ok()
        }
        Take::SaveFhir => save("footing.json", "application/fhir+json", text).is_ok(),
        Take::ReadAloud => voice::read(text),
        Take::StopReading => {
            voice::stop();
            true
        }
        Take::ShowText => true,
    };
    reply.emit(told(outcome));
}

/// Stops reading aloud, and lets go of the file made last.
pub(super) fn forget() {
    voice::stop();
    let file = FILE.with(|file| file.borrow_mut().take());
    if let Some(file) = file {
        // An address that is gone already needs nothing.
        let _ = Url::revoke_object_url(&file);
    }
}

fn told(done: bool) -> Taken {
    if done { Taken::Done } else { Taken::Refused }
}

/// Hands a text over as a file. Its address is let go with the next one.
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
