//! Serializes answers and result as a FHIR R4 Bundle, to import into a clinical system.

use serde_json::{Map, Value, json};

use assessment::{Dimension, Questionnaire, Recommendation, Response, RiskRating};
use fhir::{ORDINAL_VALUE, coding, output_system, write_response};
use i18n::{Voice, Words};

use super::{alert_text, first_step_text, sign_text};

/// Prefix of every `fullUrl`; two hexadecimal digits complete it. The UUIDs are constant, so that
/// they identify no person and no device.
const FULL_URL_PREFIX: &str = "urn:uuid:5d1c86f2-49a7-4b0e-8d53-b7e0a1f6c9";

/// `fullUrl` number of the response. The outputs follow it.
const RESPONSE: u8 = 0;

/// First `fullUrl` number of the ratings.
const RATINGS: u8 = 0x10;

/// First `fullUrl` number of the add-ons.
const ADD_ONS: u8 = 0x20;

/// First `fullUrl` number of the medical signs.
const SIGNS: u8 = 0x40;

/// FHIR code system of observation categories.
const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/observation-category";

/// Builds a Bundle of a QuestionnaireResponse and one Observation per output, each with a reference
/// to the answers and with disclaimers. `authored` is a FHIR dateTime, preferably without a time.
pub fn bundle(
    questionnaire: &Questionnaire,
    response: &Response,
    result: &Recommendation,
    words: &Words,
    authored: Option<&str>,
) -> Value {
    let voice = if result.guidance.second_hand {
        Voice::SomeoneElse
    } else {
        Voice::Self_
    };
    let written = write_response(questionnaire, response, words, authored);
    let mut writer = Writer {
        system: output_system(questionnaire.url),
        notes: notes(result, words, voice),
        method: method(questionnaire, result, words),
        authored,
        entries: vec![entry(RESPONSE, written)],
    };
    writer.outputs(result, words, voice);
    for (position, dimension) in (RATINGS..).zip(Dimension::ALL) {
        let rating = result.rating(dimension);
        let output = Output {
            code: dimension.code(),
            label: nth(&words.dimensions, position.saturating_sub(RATINGS)),
            value: rating_code(rating),
            rank: Some(rating.rank()),
            text: nth(&words.ratings, rating.rank()),
        };
        writer.observation(position, &output);
    }
    for add_on in &result.add_ons {
        let said = words.add_ons.get(usize::from(add_on.rank()));
        let output = Output {
            code: "add-on",
            label: words.phrases.also_title,
            value: add_on.code(),
            rank: None,
            text: said.map_or("", |said| said.title.in_voice(voice)),
        };
        writer.observation(ADD_ONS.saturating_add(add_on.rank()), &output);
    }
    writer.signs(questionnaire, result, words, voice);
    json!({
        "resourceType": "Bundle",
        "language": words.locale,
        "type": "collection",
        "entry": writer.entries,
    })
}

/// One output to write as an Observation.
struct Output<'a> {
    /// Code of the output.
    code: &'a str,
    /// Text for the code.
    label: &'a str,
    /// Code of the value.
    value: &'a str,
    /// Rank of the value in its order of concern, if it has one.
    rank: Option<u8>,
    /// Text for the value.
    text: &'a str,
}

/// Collects the entries, and holds the fields that all Observations share.
struct Writer<'a> {
    system: String,
    notes: Value,
    method: Value,
    authored: Option<&'a str>,
    entries: Vec<Value>,
}

impl Writer<'_> {
    /// Writes the headline and the ordered outputs; no level under 18, where there is none.
    fn outputs(&mut self, result: &Recommendation, words: &Words, voice: Voice) {
        let phrases = &words.phrases;
        let ranked = |code, label, value, rank, text| Output {
            code,
            label,
            value,
            rank: Some(rank),
            text,
        };
        let (headline, title) = (result.headline.code(), words.headline(result, voice));
        let headline = Output {
            code: "headline",
            label: phrases.start_title,
            value: headline,
            rank: None,
            text: &title,
        };
        self.observation(1, &headline);
        let (alert, step) = (result.alert, result.first_step);
        let text = alert_text(alert, phrases);
        let title = phrases.help_now_title;
        self.observation(2, &ranked("alert", title, alert.code(), alert.rank(), text));
        let text = first_step_text(step, phrases);
        let title = phrases.first_step_label;
        self.observation(
            3,
            &ranked("first-step", title, step.code(), step.rank(), text),
        );
        let levels = [
            (4, "level", phrases.sheet_level, result.level),
            (5, "next-level", phrases.next_level_title, result.next_level),
        ];
        for (position, code, label, level) in levels {
            if let Some(level) = level {
                let name = words
                    .levels
                    .get(level.code())
                    .map_or("", |level| level.name);
                self.observation(
                    position,
                    &ranked(code, label, level.code(), level.rank(), name),
                );
            }
        }
        let urgency = result.urgency;
        let text = nth(&words.urgency, urgency.rank());
        let label = phrases.sheet_urgency;
        self.observation(
            6,
            &ranked("urgency", label, urgency.code(), urgency.rank(), text),
        );
    }

    /// Writes every chosen medical sign in the words of its option.
    fn signs(
        &mut self,
        questionnaire: &Questionnaire,
        result: &Recommendation,
        words: &Words,
        voice: Voice,
    ) {
        let items = questionnaire.indexed_items();
        let known = items.flat_map(|(index, item)| {
            let signs = item.signs.indices();
            signs.map(move |option| (index, option))
        });
        for (position, known) in (SIGNS..).zip(known) {
            let mut signs = result.signs.iter();
            let Some(sign) = signs.find(|sign| (sign.index, sign.option) == known) else {
                continue;
            };
            let output = Output {
                code: "sign",
                label: words.phrases.signs_title,
                value: &[sign.item.0, ".", sign.code].concat(),
                rank: None,
                text: sign_text(words, sign, voice),
            };
            self.observation(position, &output);
        }
    }

    fn observation(&mut self, position: u8, output: &Output<'_>) {
        let mut value = coding(&self.system, output.value, output.text);
        if let (Some(value), Some(rank)) = (value.as_object_mut(), output.rank) {
            let ordinal = json!([{ "url": ORDINAL_VALUE, "valueDecimal": rank }]);
            value.insert("extension".to_owned(), ordinal);
        }
        let mut written = json!({
            "resourceType": "Observation",
            "status": "preliminary",
            "category": [{ "coding": [{ "system": CATEGORY, "code": "survey" }] }],
            "code": {
                "coding": [{ "system": self.system, "code": output.code }],
                "text": output.label,
            },
            "valueCodeableConcept": { "coding": [value], "text": output.text },
            "method": self.method,
            "note": self.notes,
            "derivedFrom": [{ "reference": full_url(RESPONSE) }],
        });
        if let (Some(written), Some(authored)) = (written.as_object_mut(), self.authored) {
            written.insert("effectiveDateTime".to_owned(), authored.into());
        }
        self.entries.push(entry(position, written));
    }
}

/// Notes on every Observation, because each may be read alone: the stop warning, what is
/// unanswered, and the disclaimers.
fn notes(result: &Recommendation, words: &Words, voice: Voice) -> Value {
    let phrases = &words.phrases;
    let warning = match voice {
        Voice::Self_ => phrases.do_not_stop,
        Voice::SomeoneElse => phrases.do_not_stop_other,
    };
    let texts = [
        (result.do_not_stop_alone, warning),
        (result.talk_first, phrases.talk_first_line),
        (!result.unanswered.is_empty(), phrases.review_left_empty),
        (result.guidance.age_assumed, phrases.age_notice),
        (result.guidance.second_hand, phrases.second_hand),
        (true, phrases.limits_text),
        (true, phrases.not_diagnosis),
        (true, phrases.limits_not_validated),
    ];
    let mut notes = Vec::new();
    for (applies, text) in texts {
        if applies {
            let mut note = Map::new();
            note.insert("text".to_owned(), text.into());
            notes.push(Value::Object(note));
        }
    }
    Value::Array(notes)
}

/// `Observation.method`: the rules and their version.
fn method(questionnaire: &Questionnaire, result: &Recommendation, words: &Words) -> Value {
    let rules = [questionnaire.url, "/rules"].concat();
    json!({
        "coding": [{ "system": rules, "version": result.version, "code": "rules" }],
        "text": words.phrases.provenance.replace("{date}", result.version),
    })
}

fn entry(position: u8, resource: Value) -> Value {
    let mut entry = Map::new();
    entry.insert("fullUrl".to_owned(), full_url(position).into());
    entry.insert("resource".to_owned(), resource);
    Value::Object(entry)
}

fn full_url(position: u8) -> String {
    let digit = |digit: u8| char::from_digit(u32::from(digit), 16).unwrap_or('0');
    let mut full_url = FULL_URL_PREFIX.to_owned();
    full_url.push(digit(position >> 4));
    full_url.push(digit(position & 0xf));
    full_url
}

fn rating_code(rating: RiskRating) -> &'static str {
    match rating {
        RiskRating::None => "none",
        RiskRating::Some => "some",
        RiskRating::Clear => "clear",
        RiskRating::Serious => "serious",
        RiskRating::Severe => "severe",
    }
}

fn nth(list: &[&'static str], rank: u8) -> &'static str {
    list.get(usize::from(rank)).copied().unwrap_or_default()
}
