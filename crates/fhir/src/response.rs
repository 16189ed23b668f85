//! Reads a FHIR R4 QuestionnaireResponse, alone or inside a Bundle.

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

/// Items nested deeper than this are refused: no questionnaire of ours nests so deep.
const MAX_DEPTH: usize = 16;

/// What changes the meaning of everything beside it: FHIR allows nobody to pass over these.
const MODIFIERS: [&str; 2] = ["modifierExtension", "implicitRules"];

/// Reads the answers. Items may be nested in groups or stand flat; the response stands alone, or as the
/// only one in a Bundle. Another questionnaire or version, a status that takes the answers back, an
/// unknown item or option, two answers where one is asked, and whatever changes the meaning of the rest
/// are refused. What says more about the person or the answers (`subject`, `contained`, `extension`,
/// `text`) is passed over.
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
                &below(path, name),
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
        let path = below(path, "item");
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
        for (location, item) in items.iter().enumerate() {
            self.item(&format!("{path}[{location}]"), item, depth)?;
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
            // A group holds items and no answer; whatever its name, what is inside counts.
            if nested.is_some() && value.get("answer").is_none() {
                return self.items(path, nested, depth.saturating_add(1));
            }
            let edition = &self.questionnaire.edition;
            let message = if edition.retired.contains(&link_id) {
                format!(
                    "'{link_id}' was asked in an edition before {}, expected an item of version '{}'",
                    edition.since, self.questionnaire.version
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
            // What an answer led to may stand below it.
            for (location, answer) in answers.iter().enumerate() {
                let path = format!("{path}[{location}]");
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
        for (location, answer) in answers.iter().enumerate() {
            let here = format!("{path}[{location}]");
            match self.coding(&here, item, answer)? {
                Coded::Standing(standing) if answers.len() == 1 => return Ok(Some(standing)),
                Coded::Standing(_) => {
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
        let standing = system.is_none_or(|system| system == DATA_ABSENT_REASON);
        let own = system.is_none_or(|system| system == ours);
        match code {
            ASKED_UNKNOWN if standing => return Ok(Coded::Standing(Answer::Unsure)),
            ASKED_DECLINED if standing => return Ok(Coded::Standing(Answer::Declined)),
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
    Standing(Answer),
}

fn below(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}
