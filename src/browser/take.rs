//! Hands the result over in the way the person chose: printer, clipboard, file, voice.
//!
//! Everything stays on the device. A refusal is told, and never with an answer in it.

use edge::save;
use gloo::utils::window;
use journey::{Take, Taken};
use yew::Callback;

use super::voice;

/// Hands a text over, and tells what became of it.
pub(super) fn take(way: Take, text: &str, reply: &Callback<Taken>) {
    let outcome = match way {
        Take::Print => window().print().is_ok(),
        Take::Copy => {
            let reply = reply.clone();
            edge::copy(text, Callback::from(move |done| reply.emit(told(done))));
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
    edge::revoke_download();
}

fn told(done: bool) -> Taken {
    if done { Taken::Done } else { Taken::Refused }
}
