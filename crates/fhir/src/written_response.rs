//! Serializes answers as a FHIR R4 `QuestionnaireResponse`.

use serde_json::Value;

use assessment::{Answer, GapPolicy, Item, Questionnaire, Response, ScoredAnswers};
use i18n::{ItemWords, Voice, Words};

use super::coding::write_coding;
use super::{
    ASKED_DECLINED, ASKED_UNKNOWN, DATA_ABSENT_REASON, JsonText, canonical, option_system,
};

/// Builds the QuestionnaireResponse as a value, for programs that read on in it; see
/// [`write_response_to`].
pub fn write_response(
    questionnaire: &Questionnaire,
    response: &Response,
    words: &Words,
    authored: Option<&str>,
) -> Value {
    let mut json = JsonText::default();
    write_response_to(&mut json, questionnaire, response, words, authored);
    // Cannot fail: what is written is JSON.
    serde_json::from_str(&json.done()).unwrap_or_default()
}

/// Writes the QuestionnaireResponse: every enabled item in order, in the words the person saw. An
/// enabled item without an answer is written without `answer`; a disabled item is left out, even if
/// an earlier answer to it is still in the response.
///
/// It never identifies the person: no subject, no author, no source, no id. `authored` is a FHIR
/// dateTime, preferably without a time of day; `None` leaves it out.
pub fn write_response_to(
    json: &mut JsonText,
    questionnaire: &Questionnaire,
    response: &Response,
    words: &Words,
    authored: Option<&str>,
) {
    let scored = ScoredAnswers::read(questionnaire, response, GapPolicy::PerItem);
    let voice = voice(questionnaire, &scored);
    let system = option_system(questionnaire.url);
    json.object();
    if let Some(authored) = authored {
        json.field("authored", authored);
    }
    json.key("item");
    json.list();
    for ((index, item), said) in questionnaire.indexed_items().zip(&words.items) {
        if scored.get(index).shown {
            json.object();
            if let Some(answer) = response.get(item.link_id) {
                write_answer(json, item, said, answer, &system, voice, words);
            }
            json.field("linkId", item.link_id.0);
            json.field("text", said.text.in_voice(voice));
            json.end_object();
        }
    }
    json.end_list();
    json.field("language", words.locale);
    json.field("questionnaire", &canonical(questionnaire));
    json.field("resourceType", "QuestionnaireResponse");
    json.field("status", "completed");
    json.end_object();
}

/// Picks the voice from the answer to "who is this for", as the screens do.
fn voice(questionnaire: &Questionnaire, scored: &ScoredAnswers) -> Voice {
    if scored.get(questionnaire.roles.person).rank > 0 {
        Voice::SomeoneElse
    } else {
        Voice::Self_
    }
}

/// Writes the answer, unless nothing is chosen.
fn write_answer(
    json: &mut JsonText,
    item: &Item,
    said: &ItemWords,
    answer: Answer,
    system: &str,
    voice: Voice,
    words: &Words,
) {
    let codings: Vec<_> = match answer {
        Answer::Unsure => vec![(DATA_ABSENT_REASON, ASKED_UNKNOWN, words.phrases.unsure)],
        Answer::Declined => vec![(DATA_ABSENT_REASON, ASKED_DECLINED, words.phrases.declined)],
        Answer::Chosen(chosen) => {
            let options = item.tidy(chosen).indices().map(usize::from);
            let known = options.filter_map(|option| {
                let said = said.options.get(option)?;
                Some((system, *item.options.get(option)?, said.in_voice(voice)))
            });
            known.collect()
        }
    };
    if codings.is_empty() {
        return;
    }
    json.key("answer");
    json.list();
    for (system, code, display) in codings {
        json.object();
        json.key("valueCoding");
        write_coding(json, system, code, display);
        json.end_object();
    }
    json.end_list();
}
