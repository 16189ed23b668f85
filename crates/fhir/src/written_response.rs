//! Serializes answers as a FHIR R4 `QuestionnaireResponse`.

use serde_json::{Map, Value, json};

use assessment::{Answer, GapPolicy, Item, Questionnaire, Response, ScoredAnswers};
use i18n::{ItemWords, Voice, Words};

use super::{ASKED_DECLINED, ASKED_UNKNOWN, DATA_ABSENT_REASON, canonical, coding, option_system};

/// Builds the QuestionnaireResponse: every enabled item in order, in the words the person saw. An
/// enabled item without an answer is written without `answer`; a disabled item is left out, even if
/// an earlier answer to it is still in the response.
///
/// It never identifies the person: no subject, no author, no source, no id. `authored` is a FHIR
/// dateTime, preferably without a time of day; `None` leaves it out.
pub fn write_response(
    questionnaire: &Questionnaire,
    response: &Response,
    words: &Words,
    authored: Option<&str>,
) -> Value {
    let scored = ScoredAnswers::read(questionnaire, response, GapPolicy::PerItem);
    let voice = voice(questionnaire, &scored);
    let system = option_system(questionnaire.url);
    let mut items = Vec::new();
    for ((index, item), said) in questionnaire.indexed_items().zip(&words.items) {
        if scored.get(index).shown {
            let answer = response.get(item.link_id);
            let answers = answers(item, said, answer, &system, voice, words);
            let mut written = Map::new();
            written.insert("linkId".to_owned(), item.link_id.0.into());
            written.insert("text".to_owned(), said.text.in_voice(voice).into());
            if !answers.is_empty() {
                written.insert("answer".to_owned(), answers.into());
            }
            items.push(Value::Object(written));
        }
    }
    let mut written = json!({
        "resourceType": "QuestionnaireResponse",
        "language": words.locale,
        "questionnaire": canonical(questionnaire),
        "status": "completed",
        "item": items,
    });
    if let (Some(written), Some(authored)) = (written.as_object_mut(), authored) {
        written.insert("authored".to_owned(), authored.into());
    }
    written
}

/// Picks the voice from the answer to "who is this for", as the screens do.
fn voice(questionnaire: &Questionnaire, scored: &ScoredAnswers) -> Voice {
    if scored.get(questionnaire.roles.person).rank > 0 {
        Voice::SomeoneElse
    } else {
        Voice::Self_
    }
}

fn answers(
    item: &Item,
    said: &ItemWords,
    answer: Option<Answer>,
    system: &str,
    voice: Voice,
    words: &Words,
) -> Vec<Value> {
    match answer {
        None => Vec::new(),
        Some(Answer::Unsure) => vec![data_absent(ASKED_UNKNOWN, words.phrases.unsure)],
        Some(Answer::Declined) => vec![data_absent(ASKED_DECLINED, words.phrases.declined)],
        Some(Answer::Chosen(chosen)) => {
            let mut answers = Vec::new();
            for option in item.tidy(chosen).indices() {
                let option = usize::from(option);
                if let (Some(code), Some(said)) =
                    (item.options.get(option), said.options.get(option))
                {
                    answers.push(value_coding(coding(system, code, said.in_voice(voice))));
                }
            }
            answers
        }
    }
}

fn data_absent(code: &str, display: &str) -> Value {
    value_coding(coding(DATA_ABSENT_REASON, code, display))
}

fn value_coding(coding: Value) -> Value {
    let mut answer = Map::new();
    answer.insert("valueCoding".to_owned(), coding);
    Value::Object(answer)
}
