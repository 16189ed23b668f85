//! Serializes a recommendation as JSON for the command line.

use serde_json::{Map, Value, json};

use assessment::{
    Alert, Dimension, FirstStep, Missing, Outputs, Reason, Recommendation, Sets, Sign,
};
use i18n::phrases::Phrases;
use i18n::{Said, Voice, Words};

use fhir::{ASKED_DECLINED, ASKED_UNKNOWN};

/// Builds the JSON with the rank, code and text of every output.
pub fn recommendation(recommendation: &Recommendation, words: &Words) -> Value {
    let ratings: Map<String, Value> = Dimension::ALL
        .iter()
        .map(|dimension| {
            (
                dimension.code().into(),
                recommendation.rating(*dimension).rank().into(),
            )
        })
        .collect();
    let add_ons: Vec<&str> = recommendation
        .add_ons
        .iter()
        .map(|add_on| add_on.code())
        .collect();
    let unanswered: Vec<Value> = recommendation
        .unanswered
        .iter()
        .map(|(link_id, missing)| json!({ "linkId": link_id.0, "as": missing_code(*missing) }))
        .collect();
    let reasons: Vec<Value> = recommendation
        .reasons
        .iter()
        .map(|reason| self::reason(reason, words))
        .collect();
    let signs: Vec<Value> = recommendation
        .signs
        .iter()
        .map(|sign| {
            let text = sign_text(words, sign, Voice::Self_);
            json!({ "item": sign.item.0, "code": sign.code, "text": text })
        })
        .collect();
    let shows_level = recommendation.level.is_some();
    let range = recommendation.range.map(|range| {
        json!({
            "mildest": outputs(range.mildest, shows_level, words),
            "most_careful": outputs(range.most_careful, shows_level, words),
        })
    });
    let mut written = outputs(recommendation.outputs(), shows_level, words);
    let rest = json!({
        "headline": {
            "code": recommendation.headline.code(),
            "text": words.headline(recommendation, Voice::Self_),
        },
        "next_level": recommendation.next_level.map(|next| {
            ranked(next.rank(), next.code(), level_name(words, next.code()))
        }),
        "ratings": ratings,
        "reasons": reasons,
        "fired": recommendation.fired.iter().map(|rule| rule.0).collect::<Vec<_>>(),
        "add_ons": add_ons,
        "signs": signs,
        "advice": recommendation.advice.iter().map(|(_, id)| id).collect::<Vec<_>>(),
        "unanswered": unanswered,
        "range": range,
        "talk_first": recommendation.talk_first,
        "do_not_stop_alone": recommendation.do_not_stop_alone,
        "versions": {
            "rules": recommendation.version,
            "footing": env!("CARGO_PKG_VERSION"),
            "help_lines_checked_on": words.lines_checked_on,
        },
    });
    if let (Some(written), Value::Object(rest)) = (written.as_object_mut(), rest) {
        written.extend(rest);
    }
    written
}

fn reason(reason: &Reason, words: &Words) -> Value {
    let said = words.reasons.get(usize::from(reason.index.0));
    json!({
        "rule": reason.rule.0,
        "text": said.map_or("", |Said(text, _)| text),
        "sets": reason.sets.iter().copied().map(Sets::code).collect::<Vec<_>>(),
        "answers": reason.answers.iter().map(|link_id| link_id.0).collect::<Vec<_>>(),
        "sources": reason.sources.iter().map(|source| source.0).collect::<Vec<_>>(),
    })
}

/// Serializes the four outputs; leaves out the level where none may be shown.
fn outputs(outputs: Outputs, shows_level: bool, words: &Words) -> Value {
    let Outputs {
        alert,
        first_step,
        level,
        urgency,
    } = outputs;
    let level =
        shows_level.then(|| ranked(level.rank(), level.code(), level_name(words, level.code())));
    json!({
        "alert": ranked(alert.rank(), alert.code(), alert_text(alert, &words.phrases)),
        "first_step": ranked(
            first_step.rank(),
            first_step.code(),
            first_step_text(first_step, &words.phrases),
        ),
        "level": level,
        "urgency": ranked(urgency.rank(), urgency.code(), nth(&words.urgency, urgency.rank())),
    })
}

fn ranked(rank: u8, code: &str, text: &str) -> Value {
    json!({ "rank": rank, "code": code, "text": text })
}

fn nth(list: &[&'static str], rank: u8) -> &'static str {
    list.get(usize::from(rank)).copied().unwrap_or_default()
}

fn level_name(words: &Words, code: &str) -> &'static str {
    words.levels.get(code).map_or("", |level| level.name)
}

/// Text of an alert.
pub fn alert_text(alert: Alert, phrases: &Phrases) -> &'static str {
    match alert {
        Alert::None => phrases.alert_none,
        Alert::SupportCard => phrases.alert_card,
        Alert::ContactFirst => phrases.alert_contact,
        Alert::EmergencyNow => phrases.alert_emergency,
    }
}

/// Text of the option that the medical sign comes from.
pub fn sign_text(words: &Words, sign: &Sign, voice: Voice) -> &'static str {
    let item = words.items.get(usize::from(sign.index.0));
    let said = item.and_then(|item| item.options.get(usize::from(sign.option)));
    said.map_or("", |said| said.in_voice(voice))
}

/// Text of a first step.
pub fn first_step_text(first_step: FirstStep, phrases: &Phrases) -> &'static str {
    match first_step {
        FirstStep::None => phrases.step_none,
        FirstStep::WithdrawalCheck => phrases.step_check,
        FirstStep::WithdrawalCare => phrases.step_care,
        FirstStep::EmergencyDepartment => phrases.step_emergency,
    }
}

fn missing_code(missing: Missing) -> &'static str {
    match missing {
        Missing::Empty => "skipped",
        Missing::Unsure => ASKED_UNKNOWN,
        Missing::Declined => ASKED_DECLINED,
    }
}
