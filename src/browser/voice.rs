//! Reading aloud with local voices only: a remote voice would send the text to a server.

use gloo::utils::{document, window};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// Reads a text line by line. Returns whether the device has a voice for the page's language.
pub(super) fn read(text: &str) -> bool {
    let Some(speech) = speech() else {
        return false;
    };
    let Some(voice) = local(&speech) else {
        return false;
    };
    speech.cancel();
    for line in text.lines() {
        // A failed line is skipped.
        if let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(line) {
            utterance.set_voice(Some(&voice));
            speech.speak(&utterance);
        }
    }
    true
}

/// Stops reading.
pub(super) fn stop() {
    if let Some(speech) = speech() {
        speech.cancel();
    }
}

/// Starts loading the voices: some browsers load them only on request.
pub(super) fn prepare() {
    if let Some(speech) = speech() {
        speech.get_voices();
    }
}

fn speech() -> Option<SpeechSynthesis> {
    window()
        .speech_synthesis()
        .ok()
        .filter(|speech| speech.is_object())
}

/// Finds a local voice for the page's language.
fn local(speech: &SpeechSynthesis) -> Option<SpeechSynthesisVoice> {
    let language = document().document_element()?.get_attribute("lang")?;
    let voices = speech.get_voices().into_iter();
    let mut voices = voices.filter_map(|voice| voice.dyn_into::<SpeechSynthesisVoice>().ok());
    voices.find(|voice| {
        voice.local_service() && voice.lang().to_ascii_lowercase().starts_with(&language)
    })
}
