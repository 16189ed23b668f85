//! Reads a file the reviewer chose. It stays on the device: nothing here sends anything.

use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};
use yew::{Event, TargetCast};

use super::model::Refusal;
use super::msg::Msg;

/// A file may hold this many bytes. A response that answers everything holds a twentieth of it.
pub const MOST_BYTES: u32 = 4 * 1024 * 1024;

/// So many letters of a file's name are shown.
pub(super) const MOST_SHOWN: usize = 80;

/// The file that was chosen. The choice is taken back, so that the same file can be chosen again once
/// it is mended.
pub(super) fn picked(event: &Event) -> Option<File> {
    let input = event.target_dyn_into::<HtmlInputElement>()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// Reads the file. One that is too large is refused before that.
pub(super) async fn read(file: File) -> Msg {
    let name = file.name();
    if file.size() > f64::from(MOST_BYTES) {
        return Msg::Loaded(name, Err(Refusal::TooLarge));
    }
    let text = JsFuture::from(file.text()).await;
    let text = text.ok().and_then(|text| text.as_string());
    Msg::Loaded(name, text.ok_or(Refusal::Unreadable))
}
