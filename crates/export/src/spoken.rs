//! Text for speech output: suggested start, urgency, stop warning, and three steps for today.

use assessment::Recommendation;
use i18n::{Voice, Words};

use super::answers::voice_of;

/// Builds the text to read aloud, one sentence or step per line.
pub fn spoken(result: &Recommendation, words: &Words) -> String {
    let voice = voice_of(result);
    let mut lines: Vec<String> = Vec::new();
    for (help, _) in &result.help {
        if let Some(help) = words.help.get(help.0) {
            lines.push(help.title.in_voice(voice).to_owned());
            lines.push(help.lead.in_voice(voice).to_owned());
            let steps = help.steps.in_voice(voice).iter();
            lines.extend(steps.map(|step| (*step).to_owned()));
        }
    }
    lines.push(words.headline(result, voice));
    let urgency = words.urgency.get(usize::from(result.urgency.rank()));
    lines.extend(urgency.map(|urgency| (*urgency).to_owned()));
    if result.do_not_stop_alone {
        lines.push(match voice {
            Voice::Self_ => words.phrases.do_not_stop.to_owned(),
            Voice::SomeoneElse => words.phrases.do_not_stop_other.to_owned(),
        });
        lines.push(words.phrases.do_not_stop_why.to_owned());
    }
    if let Some(headline) = words.headline_words(result) {
        lines.push(headline.lead.in_voice(voice).to_owned());
        lines.push(words.phrases.today_title.to_owned());
        let today = headline.today.in_voice(voice).iter();
        lines.extend(today.map(|step| (*step).to_owned()));
    }
    lines.join("\n")
}
