//! Hands the result over in the way the person chose: printer, clipboard, file, voice.
//!
//! Everything stays on the device. A refusal is told, and never with an answer in it.

use edge::save;
use gloo::utils::window;
use journey::{Export, ExportOutcome};
use yew::Callback;

use super::voice;

/// Hands a text over, and tells what became of it.
pub(super) fn take(way: Export, text: &str, reply: &Callback<ExportOutcome>) {
    let is_done = match way {
        Export::Print => window().print().is_ok(),
        Export::Copy => {
            let reply = reply.clone();
            edge::copy(text, Callback::from(move |done| reply.emit(outcome(done))));
            return;
        }
        // Names say nothing of what is inside.
        Export::SaveText | Export::SaveOverTime => {
            save("footing.txt", "text/plain;charset=utf-8", text).is_ok()
        }
        Export::SaveFhir => save("footing.json", "application/fhir+json", text).is_ok(),
        Export::ReadAloud => voice::read(text),
        Export::StopReading => {
            voice::stop();
            true
        }
        Export::ShowText => true,
    };
    reply.emit(outcome(is_done));
}

/// Stops reading aloud, and lets go of the file made last.
pub(super) fn forget() {
    voice::stop();
    edge::revoke_download();
}

fn outcome(done: bool) -> ExportOutcome {
    if done {
        ExportOutcome::Done
    } else {
        ExportOutcome::Refused
    }
}
