//! Parses a FHIR R4 `QuestionnaireResponse`, alone or inside a Bundle.

mod bundle;

mod error;

mod head;

mod json;

use std::collections::BTreeSet;

use serde_json::Value;

use assessment::{Answer, Item, ItemKind, LinkId, Options, Questionnaire, Response};

use super::{ASKED_DECLINED, ASKED_UNKNOWN, DATA_ABSENT_REASON, option_system};
pub use error::ResponseError;
use error::{error, short, shown};

/// Maximum nesting depth of items, more than any response to this questionnaire needs.
const MAX_DEPTH: usize = 16;

/// Elements that change the meaning of their siblings; FHIR forbids ignoring unknown ones.
const MODIFIERS: [&str; 2] = ["modifierExtension", "implicitRules"];

/// Parses the answers. Accepts flat items and items nested in groups, in a response alone or the
/// only one in a Bundle. Rejects another questionnaire or version, a withdrawn response, unknown
/// items or options, several answers to a single-choice item, and modifiers. Ignores everything
/// else, such as `subject`, `contained`, `extension` and `text`.
pub fn read_response(questionnaire: &Questionnaire, json: &str) -> Result<Response, ResponseError> {
    let sent = json::read(json)?;
    let (location, value) = bundle::find(&sent)?;
    read_found(questionnaire, value).map_err(|error| error.inside(&location))
}

fn read_found(questionnaire: &Questionnaire, value: &Value) -> Result<Response, ResponseError> {
    head::check(questionnaire, value)?;
    check_modifiers("", value)?;
    let mut reader = Reader {
        questionnaire,
        response: Response::default(),
        seen: BTreeSet::new(),
    };
    reader.items("", value.get("item"), 0)?;
    Ok(reader.response)
}

fn check_modifiers(path: &str, value: &Value) -> Result<(), ResponseError> {
    for name in MODIFIERS {
        if value.get(name).is_some() {
            return Err(error(
                &join_path(path, name),
                "this changes what the answers mean in a way that is not known here, expected none",
            ));
        }
    }
    Ok(())
}

struct Reader<'a> {
    questionnaire: &'a Questionnaire,
    response: Response,
    seen: BTreeSet<LinkId>,
}

impl Reader<'_> {
    fn items(
        &mut self,
        path: &str,
        items: Option<&Value>,
        depth: usize,
    ) -> Result<(), ResponseError> {
        let Some(items) = items else { return Ok(()) };
        let path = join_path(path, "item");
        if depth > MAX_DEPTH {
            return Err(error(
                &path,
                format!("nested more than {MAX_DEPTH} deep, expected less"),
            ));
        }
        let Some(items) = items.as_array() else {
            return Err(error(
                &path,
                format!("found {}, expected a list", shown(Some(items))),
            ));
        };
        for (position, item) in items.iter().enumerate() {
            self.item(&format!("{path}[{position}]"), item, depth)?;
        }
        Ok(())
    }

    fn item(&mut self, path: &str, value: &Value, depth: usize) -> Result<(), ResponseError> {
        check_modifiers(path, value)?;
        let link_path = format!("{path}.linkId");
        let Some(link_id) = value.get("linkId").and_then(Value::as_str) else {
            return Err(error(
                &link_path,
                format!(
                    "found {}, expected the name of an item",
                    shown(value.get("linkId"))
                ),
            ));
        };
        let nested = value.get("item");
        let Some(item) = self
            .questionnaire
            .find(link_id)
            .and_then(|index| self.questionnaire.item(index))
        else {
            // A group has items and no answer. Read its items, whatever its link id.
            if nested.is_some() && value.get("answer").is_none() {
                return self.items(path, nested, depth.saturating_add(1));
            }
            let edition = &self.questionnaire.edition;
            let message = if edition.retired.contains(&link_id) {
                format!(
                    "'{link_id}' was asked in an earlier edition, expected an item of version '{}'",
                    self.questionnaire.version
                )
            } else {
                format!(
                    "there is no item '{}', expected one of the questionnaire",
                    short(link_id)
                )
            };
            return Err(error(&link_path, message));
        };
        if !self.seen.insert(item.link_id) {
            return Err(error(
                &link_path,
                format!("'{link_id}' stands twice, expected once"),
            ));
        }
        if let Some(answers) = value.get("answer") {
            let path = format!("{path}.answer");
            let Some(answers) = answers.as_array() else {
                return Err(error(
                    &path,
                    format!("found {}, expected a list", shown(Some(answers))),
                ));
            };
            if let Some(answer) = self.answer(&path, item, answers)? {
                self.response.set(item.link_id, answer);
            }
            // FHIR allows items nested below an answer.
            for (position, answer) in answers.iter().enumerate() {
                let path = format!("{path}[{position}]");
                self.items(&path, answer.get("item"), depth.saturating_add(1))?;
            }
        }
        self.items(path, nested, depth.saturating_add(1))
    }

    fn answer(
        &self,
        path: &str,
        item: &Item,
        answers: &[Value],
    ) -> Result<Option<Answer>, ResponseError> {
        let mut chosen = Options(0);
        for (position, answer) in answers.iter().enumerate() {
            let here = format!("{path}[{position}]");
            match self.coding(&here, item, answer)? {
                Coded::DataAbsent(answer) if answers.len() == 1 => return Ok(Some(answer)),
                Coded::DataAbsent(_) => {
                    return Err(error(
                        &here,
                        "a standing answer beside others, expected it alone",
                    ));
                }
                Coded::Option(option) => {
                    let option = Options::only(option);
                    let alone = item.kind != ItemKind::ChooseMany
                        || option.meets(item.exclusive)
                        || chosen.meets(item.exclusive);
                    if alone && !chosen.is_empty() {
                        return Err(error(
                            &here,
                            format!("a second answer to '{}', expected one", item.link_id.0),
                        ));
                    }
                    chosen = chosen.with(option);
                }
            }
        }
        Ok((!chosen.is_empty()).then_some(Answer::Chosen(chosen)))
    }

    fn coding(&self, path: &str, item: &Item, answer: &Value) -> Result<Coded, ResponseError> {
        check_modifiers(path, answer)?;
        let path = format!("{path}.valueCoding");
        let Some(coding) = answer
            .get("valueCoding")
            .filter(|coding| coding.is_object())
        else {
            return Err(error(
                &path,
                format!(
                    "found {}, expected a coding",
                    shown(answer.get("valueCoding"))
                ),
            ));
        };
        let code_path = format!("{path}.code");
        let Some(code) = coding.get("code").and_then(Value::as_str) else {
            return Err(error(
                &code_path,
                format!(
                    "found {}, expected the code of an option",
                    shown(coding.get("code"))
                ),
            ));
        };
        let system = match coding.get("system") {
            None => None,
            Some(Value::String(system)) => Some(system.as_str()),
            Some(other) => {
                return Err(error(
                    &format!("{path}.system"),
                    format!("found {}, expected a text", shown(Some(other))),
                ));
            }
        };
        let ours = option_system(self.questionnaire.url);
        let data_absent = system.is_none_or(|system| system == DATA_ABSENT_REASON);
        let own = system.is_none_or(|system| system == ours);
        match code {
            ASKED_UNKNOWN if data_absent => return Ok(Coded::DataAbsent(Answer::Unsure)),
            ASKED_DECLINED if data_absent => return Ok(Coded::DataAbsent(Answer::Declined)),
            _ if !own => {
                let (found, code) = (short(system.unwrap_or_default()), short(code));
                return Err(error(
                    &format!("{path}.system"),
                    format!("found '{found}' with code '{code}', expected '{ours}'"),
                ));
            }
            _ => {}
        }
        item.option_index(code).map(Coded::Option).ok_or_else(|| {
            let options = item.options.join(", ");
            let (code, link_id) = (short(code), item.link_id.0);
            error(&code_path, format!("'{code}' is no option of '{link_id}', expected one of {options}, {ASKED_UNKNOWN}, {ASKED_DECLINED}"))
        })
    }
}

enum Coded {
    Option(u8),
    DataAbsent(Answer),
}

fn join_path(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}
