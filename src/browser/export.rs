//! Makes the text of an export, and hands it over in the way the person chose: printer, clipboard, file,
//! voice.
//!
//! Everything stays on the device, and the text is kept nowhere. A refusal is told, and never with an
//! answer in it.

use edge::save;
use gloo::utils::window;
use yew::Callback;

use assessment::assess;
use i18n::Words;
use journey::{Export, ExportInput, ExportOutcome};

use super::voice;

/// Carries out an export, and reports the outcome.
pub(super) fn perform(
    way: Export,
    input: &ExportInput,
    words: &Words,
    today: &str,
    reply: &Callback<ExportOutcome>,
) {
    let text = text(way, input, words, today);
    let is_done = match way {
        Export::Print => window().print().is_ok(),
        Export::Copy => {
            edge::copy(&text, reply.reform(outcome));
            return;
        }
        // Names say nothing of what is inside.
        Export::SaveText | Export::SaveOverTime => {
            save("footing.txt", "text/plain;charset=utf-8", &text).is_ok()
        }
        Export::SaveFhir => save("footing.json", "application/fhir+json", &text).is_ok(),
        Export::ReadAloud => voice::read(&text),
        Export::StopReading => {
            voice::stop();
            true
        }
        Export::ShowText => true,
    };
    reply.emit(outcome(is_done));
}

/// The text that is handed over; empty where nothing but the browser is needed.
fn text(way: Export, input: &ExportInput, words: &Words, today: &str) -> String {
    let questionnaire = content::questionnaire();
    let result = assess(questionnaire, &input.response);
    match way {
        Export::Copy | Export::SaveText => {
            export::summary(questionnaire, &input.response, &result, words).text()
        }
        Export::SaveFhir => {
            export::bundle(questionnaire, &input.response, &result, words, Some(today)).to_string()
        }
        Export::SaveOverTime => {
            let then: Vec<_> = input
                .earlier
                .iter()
                .map(|sheet| (sheet.on, assess(questionnaire, &sheet.response)))
                .collect();
            let by_day = then.iter().map(|(on, then)| (on.to_string(), then));
            let by_day = by_day.chain([(today.to_owned(), &result)]);
            let by_day: Vec<_> = by_day
                .map(|(on, then)| (words.phrases.day(&on), then))
                .collect();
            export::over_time(&by_day, words)
        }
        Export::ReadAloud => export::spoken(&result, words),
        Export::Print | Export::ShowText | Export::StopReading => String::new(),
    }
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
