//! Writes answers as a FHIR R4 QuestionnaireResponse.

use serde_json::{Map, Value, json};

use assessment::{Answer, GapPolicy, Item, Questionnaire, Response, ScoredAnswers};
use i18n::{ItemWords, Voice, Words};

use super::{ASKED_DECLINED, ASKED_UNKNOWN, DATA_ABSENT_REASON, canonical, coding, option_system};

/// The answers to everything that is asked, in its order and in the words they were given to. What is
/// asked and was left open stands there without an answer; what is not asked does not stand there, even
/// if an earlier answer to it is still on the sheet.
///
/// Nothing in it tells who answered: no subject, no author, no source, no id. `authored` is a FHIR
/// dateTime, best a day alone; without it the response does not tell when it was written.
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

/// Whom the words speak of: the first question says it, as it does on the screens.
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
        Some(Answer::Unsure) => vec![standing(ASKED_UNKNOWN, words.phrases.unsure)],
        Some(Answer::Declined) => vec![standing(ASKED_DECLINED, words.phrases.declined)],
        Some(Answer::Chosen(chosen)) => {
            let mut answers = Vec::new();
            for location in item.tidy(chosen).indices() {
                let location = usize::from(location);
                if let (Some(code), Some(said)) =
                    (item.options.get(location), said.options.get(location))
                {
                    answers.push(valued(coding(system, code, said.in_voice(voice))));
                }
            }
            answers
        }
    }
}

fn standing(code: &str, display: &str) -> Value {
    valued(coding(DATA_ABSENT_REASON, code, display))
}

fn valued(coding: Value) -> Value {
    let mut answer = Map::new();
    answer.insert("valueCoding".to_owned(), coding);
    Value::Object(answer)
}
