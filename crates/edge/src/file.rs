//! Reads a file from a file input. The file stays on the device: nothing here sends anything.

use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};
use yew::{Event, TargetCast};

/// Maximum number of characters of a file name to show.
const MAX_SHOWN: usize = 80;

/// Why a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// Larger than the limit; it was not read.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// A chosen file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// The file name.
    pub name: String,
    /// The content.
    pub text: Result<String, FileError>,
}

/// Reads the chosen file, if there is one. Rejects a file larger than `most` bytes before reading
/// it. Clears the input, so that the same file can be chosen again after it was edited.
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

/// Truncates a file name for display.
pub fn shown(name: &str) -> String {
    name.chars().take(MAX_SHOWN).collect()
}
