//! Serializes answers and result as a FHIR R4 Bundle, to import into a clinical system.

mod observation;

use serde_json::Value;

use assessment::{Dimension, Questionnaire, Recommendation, Response, RiskRating};
use fhir::{JsonText, output_system, write_response_to};
use i18n::{Voice, Words};

use super::{alert_text, first_step_text, sign_text};
use observation::{Output, RESPONSE, Writer};

/// First `fullUrl` number of the ratings.
const RATINGS: u8 = 0x10;

/// First `fullUrl` number of the add-ons.
const ADD_ONS: u8 = 0x20;

/// First `fullUrl` number of the medical signs.
const SIGNS: u8 = 0x40;

/// Builds the Bundle as a value, for programs that read on in it; see [`bundle_text`].
pub fn bundle(
    questionnaire: &Questionnaire,
    response: &Response,
    result: &Recommendation,
    words: &Words,
    authored: Option<&str>,
) -> Value {
    let text = bundle_text(questionnaire, response, result, words, authored);
    // Cannot fail: what is written is JSON.
    serde_json::from_str(&text).unwrap_or_default()
}

/// Writes a Bundle of a QuestionnaireResponse and one Observation per output, each with a reference
/// to the answers and with disclaimers. `authored` is a FHIR dateTime, preferably without a time.
pub fn bundle_text(
    questionnaire: &Questionnaire,
    response: &Response,
    result: &Recommendation,
    words: &Words,
    authored: Option<&str>,
) -> String {
    let voice = if result.guidance.second_hand {
        Voice::SomeoneElse
    } else {
        Voice::Self_
    };
    let mut writer = Writer {
        system: output_system(questionnaire.url),
        rules: [questionnaire.url, "/rules"].concat(),
        version: result.version,
        provenance: words.phrases.provenance.replace("{date}", result.version),
        notes: notes(result, words, voice),
        authored,
        json: JsonText::default(),
    };
    writer.json.object();
    writer.json.key("entry");
    writer.json.list();
    writer.begin_entry(RESPONSE);
    write_response_to(&mut writer.json, questionnaire, response, words, authored);
    writer.json.end_object();
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
    let mut json = writer.json;
    json.end_list();
    json.field("language", words.locale);
    json.field("resourceType", "Bundle");
    json.field("type", "collection");
    json.end_object();
    json.done()
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
}

/// Notes on every Observation, because each may be read alone: the stop warning, what is
/// unanswered, and the disclaimers.
fn notes(result: &Recommendation, words: &Words, voice: Voice) -> Vec<&'static str> {
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
    let applying = texts.into_iter().filter(|(applies, _)| *applies);
    applying.map(|(_, text)| text).collect()
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
