//! Creates the text of an export, and delivers it to the printer, clipboard, a file or the speech synthesis.
//!
//! Everything stays on the device, and the text is stored nowhere. Failures are reported, and error messages
//! never contain an answer.

use edge::save;
use gloo::utils::window;
use yew::Callback;

use assessment::{Day, assess};
use i18n::Words;
use journey::{Export, ExportInput, ExportOutcome};

use super::voice;

/// Performs an export, and reports the outcome.
pub(super) fn perform(
    way: Export,
    input: &ExportInput,
    words: &Words,
    today: Option<Day>,
    reply: &Callback<ExportOutcome>,
) {
    let text = text(way, input, words, today);
    let is_done = match way {
        Export::Print => window().print().is_ok(),
        Export::Copy => {
            edge::copy(&text, reply.reform(outcome));
            return;
        }
        // File names reveal nothing about the contents.
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

/// Returns the text to export; empty if the export needs none.
fn text(way: Export, input: &ExportInput, words: &Words, today: Option<Day>) -> String {
    if matches!(way, Export::Print | Export::ShowText | Export::StopReading) {
        return String::new();
    }
    let questionnaire = content::questionnaire();
    let result = assess(questionnaire, &input.response);
    match way {
        Export::Copy | Export::SaveText => {
            export::summary(questionnaire, &input.response, &result, words).text()
        }
        Export::SaveFhir => {
            let authored = today.map(|today| today.to_string());
            export::bundle_text(
                questionnaire,
                &input.response,
                &result,
                words,
                authored.as_deref(),
            )
        }
        Export::SaveOverTime => {
            let then: Vec<_> = input
                .earlier
                .iter()
                .map(|sheet| (sheet.on, assess(questionnaire, &sheet.response)))
                .collect();
            let by_day = then.iter().map(|(on, then)| (on.to_string(), then));
            let today = today.map(|today| (today.to_string(), &result));
            let by_day = by_day.chain(today);
            let by_day: Vec<_> = by_day
                .map(|(on, then)| (words.phrases.day(&on), then))
                .collect();
            export::over_time(&by_day, words)
        }
        Export::ReadAloud => export::spoken(&result, words),
        Export::Print | Export::ShowText | Export::StopReading => String::new(),
    }
}

/// Stops reading aloud, and revokes the last file's object URL.
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
