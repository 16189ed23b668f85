//! Fuzz target for the texts as loaded over the network.

use assessment::{Response, assess};
use content::questionnaire;
use i18n::{Voice, Words};

/// Parses any bytes as texts. Accepted texts can be shown and survive a round trip.
pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Ok(words) = Words::read(questionnaire(), &text) else {
        return;
    };
    let result = assess(questionnaire(), &Response::default());
    for voice in [Voice::Self_, Voice::SomeoneElse] {
        words.headline(&result, voice);
    }
    let again = words.write().join("\n");
    assert_eq!(Words::read(questionnaire(), &again), Ok(words));
}
