//! Writes the questionnaire as a FHIR R4 Questionnaire.

use serde_json::{Value, json};

use crate::assessment::{Item, ItemKind, Questionnaire};
use crate::content::words::{ItemWords, Words};

use super::{
    ASKED_DECLINED, ASKED_UNKNOWN, DATA_ABSENT_REASON, ORDINAL_VALUE, coding, evidence_system,
    option_system,
};

const OPTION_EXCLUSIVE: &str =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";
const ITEM_CONTROL: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";

/// The whole questionnaire in the words of one language, spoken to the person who answers.
///
/// Every item's `code` is its evidence id; every option but the two standing ones carries its rank
/// as `ordinalValue`.
pub fn questionnaire(questionnaire: &Questionnaire, words: &Words) -> Value {
    let items: Vec<Value> = questionnaire
        .items
        .iter()
        .zip(&words.items)
        .map(|(item, said)| self::item(questionnaire, words, item, said))
        .collect();
    json!({
        "resourceType": "Questionnaire",
        "url": questionnaire.url,
        "version": questionnaire.version,
        "name": "Footing",
        "title": words.phrases.brand,
        "status": "draft",
        "experimental": true,
        "subjectType": ["Patient"],
        "date": questionnaire.version,
        "language": words.locale,
        "description": words.phrases.not_diagnosis,
        "item": items,
    })
}

fn item(questionnaire: &Questionnaire, words: &Words, item: &Item, said: &ItemWords) -> Value {
    let mut options: Vec<Value> = (0_u8..)
        .zip(item.options.iter().zip(&said.options))
        .map(|(place, (code, text))| option(questionnaire, item, place, code, text.0))
        .collect();
    let standing = [
        (ASKED_UNKNOWN, words.phrases.unsure),
        (ASKED_DECLINED, words.phrases.declined),
    ];
    for (code, display) in standing {
        let mut option = json!({
            "valueCoding": coding(DATA_ABSENT_REASON, code, display),
        });
        if item.kind == ItemKind::ChooseMany {
            insert(&mut option, "extension", json!([exclusive()]));
        }
        options.push(option);
    }
    let mut written = json!({
        "linkId": item.link_id.0,
        "code": [{ "system": evidence_system(questionnaire.url), "code": item.code }],
        "text": said.text.0,
        "type": "choice",
        "repeats": item.kind == ItemKind::ChooseMany,
        "required": false,
        "answerOption": options,
        "extension": [{
            "url": ITEM_CONTROL,
            "valueCodeableConcept": { "coding": [{
                "system": "http://hl7.org/fhir/questionnaire-item-control",
                "code": match item.kind {
                    ItemKind::ChooseOne | ItemKind::Scale => "radio-button",
                    ItemKind::ChooseMany => "check-box",
                },
            }] },
        }],
    });
    let enable_when = enable_when(questionnaire, item);
    if !enable_when.is_empty() {
        insert(&mut written, "enableWhen", Value::Array(enable_when));
        insert(&mut written, "enableBehavior", json!("any"));
    }
    written
}

fn option(
    questionnaire: &Questionnaire,
    item: &Item,
    place: u8,
    code: &str,
    display: &str,
) -> Value {
    let mut extensions = vec![json!({
        "url": ORDINAL_VALUE,
        "valueDecimal": item.rank_of_option(place),
    })];
    if item.exclusive.has(place) {
        extensions.push(exclusive());
    }
    json!({
        "extension": extensions,
        "valueCoding": coding(&option_system(questionnaire.url), code, display),
    })
}

/// One condition per answer that opens the item. Where a missing answer counts as one of them, the
/// standing answers open it too.
fn enable_when(questionnaire: &Questionnaire, item: &Item) -> Vec<Value> {
    let mut conditions = Vec::new();
    for when in item.enable_when {
        let Some(other) = questionnaire.item(when.item) else {
            continue;
        };
        let condition = |system: &str, code: &str| {
            json!({
                "question": other.link_id.0,
                "operator": "=",
                "answerCoding": { "system": system, "code": code },
            })
        };
        for place in when.any_of.places() {
            if let Some(code) = other.options.get(usize::from(place)) {
                conditions.push(condition(&option_system(questionnaire.url), code));
            }
        }
        if when.any_of.has(other.unsure_as.option) {
            conditions.push(condition(DATA_ABSENT_REASON, ASKED_UNKNOWN));
            conditions.push(condition(DATA_ABSENT_REASON, ASKED_DECLINED));
        }
    }
    conditions
}

fn exclusive() -> Value {
    json!({ "url": OPTION_EXCLUSIVE, "valueBoolean": true })
}

fn insert(value: &mut Value, key: &str, entry: Value) {
    if let Some(object) = value.as_object_mut() {
        object.insert(key.to_owned(), entry);
    }
}
