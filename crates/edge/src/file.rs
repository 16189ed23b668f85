//! A file that somebody chose. It is read on the device: nothing here sends anything.

use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};
use yew::{Event, TargetCast};

/// So many letters of a file's name are shown.
const MAX_SHOWN: usize = 80;

/// Why a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It holds more than is looked at; it was not even read.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// A file that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// Its name.
    pub name: String,
    /// What stands in it.
    pub text: Result<String, FileError>,
}

/// Reads the file that was chosen, if there is one. One of more bytes than `most` is refused before it
/// is read. The choice is taken back, so that the same file can be chosen again once it is mended.
pub fn picked(event: &Event, most: u32) -> Option<impl Future<Output = Picked> + 'static> {
    let input = event.target_dyn_into::<HtmlInputElement>()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(async move {
        Picked {
            name: file.name(),
            text: read(&file, most).await,
        }
    })
}

async fn read(file: &File, most: u32) -> Result<String, FileError> {
    if file.size() > f64::from(most) {
        return Err(FileError::TooLarge);
    }
    let text = JsFuture::from(file.text()).await;
    let text = text.ok().and_then(|text| text.as_string());
    text.ok_or(FileError::Unreadable)
}

/// As much of a file's name as is shown.
pub fn shown(name: &str) -> String {
    name.chars().take(MAX_SHOWN).collect()
}
