//! Serializes the questionnaire as a FHIR R4 `Questionnaire`.

use serde_json::{Value, json};

use assessment::{Item, ItemIndex, ItemKind, Questionnaire};
use i18n::{ItemWords, Words};

use super::enable_when::{EnableWhen, enable_when};
use super::{
    ASKED_DECLINED, ASKED_UNKNOWN, DATA_ABSENT_REASON, ORDINAL_VALUE, coding, evidence_system,
    option_system,
};

const OPTION_EXCLUSIVE: &str =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";
const ITEM_CONTROL: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";

/// Builds the Questionnaire in one language, addressed to the person who answers.
///
/// Every item's `code` is its evidence id. Every option except the two missing-data ones carries
/// its rank as `ordinalValue`.
pub fn questionnaire(questionnaire: &Questionnaire, words: &Words) -> Value {
    let items: Vec<Value> = questionnaire
        .indexed_items()
        .zip(&words.items)
        .map(|((index, item), said)| self::item(questionnaire, words, (index, item), said))
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

fn item(
    questionnaire: &Questionnaire,
    words: &Words,
    (index, item): (ItemIndex, &Item),
    said: &ItemWords,
) -> Value {
    let mut options: Vec<Value> = (0_u8..)
        .zip(item.options.iter().zip(&said.options))
        .map(|(position, (code, text))| option(questionnaire, item, position, code, text.0))
        .collect();
    let data_absent = [
        (ASKED_UNKNOWN, words.phrases.unsure),
        (ASKED_DECLINED, words.phrases.declined),
    ];
    for (code, display) in data_absent {
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
    match enable_when(questionnaire, index, item) {
        Some(EnableWhen::AnyOf(conditions)) => {
            insert(&mut written, "enableWhen", Value::Array(conditions));
            insert(&mut written, "enableBehavior", json!("any"));
        }
        Some(EnableWhen::Expression(expression)) => {
            if let Some(Value::Array(extensions)) = written.get_mut("extension") {
                extensions.push(expression);
            }
        }
        None => {}
    }
    written
}

fn option(
    questionnaire: &Questionnaire,
    item: &Item,
    index: u8,
    code: &str,
    display: &str,
) -> Value {
    let mut extensions = vec![json!({
        "url": ORDINAL_VALUE,
        "valueDecimal": item.rank_of_option(index),
    })];
    if item.exclusive.has(index) {
        extensions.push(exclusive());
    }
    json!({
        "extension": extensions,
        "valueCoding": coding(&option_system(questionnaire.url), code, display),
    })
}

fn exclusive() -> Value {
    json!({ "url": OPTION_EXCLUSIVE, "valueBoolean": true })
}

fn insert(value: &mut Value, key: &str, entry: Value) {
    if let Some(object) = value.as_object_mut() {
        object.insert(key.to_owned(), entry);
    }
}
