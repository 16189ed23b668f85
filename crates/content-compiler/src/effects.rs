//! Compiles the effects of rules.

use super::compile::{help_id, leak};
use super::problem::{Problem, Text};
use super::schema::EffectEntry;
use super::suggestion::unknown;
use assessment::{AddOn, Alert, Effect, FirstStep, LevelOfCare, RiskRating, Scale, Track, Urgency};
use toml::Spanned;

/// Compiles the effect of one rule.
pub fn compile(
    text: &Text,
    entry: &Spanned<EffectEntry>,
    problems: &mut Vec<Problem>,
) -> Option<Effect> {
    let at_entry = entry.span().start;
    let body = entry.get_ref();
    let alert = ranked(Alert::ALL, body.alert);
    let first_step = ranked(FirstStep::ALL, body.first_step);
    let level = ranked(LevelOfCare::ALL, body.level);
    let urgency = ranked(Urgency::ALL, body.urgency);
    let (Some(alert), Some(first_step), Some(level), Some(urgency)) =
        (alert, first_step, level, urgency)
    else {
        problems.push(text.problem_at(
            at_entry,
            "alert and first_step go from 0 to 3, urgency from 0 to 4, level from 0 to 6.",
        ));
        return None;
    };
    let mut ratings = Vec::new();
    for rating in &body.ratings {
        let of = scale(text, at_entry, &rating.of, problems);
        let at = ranked(&RiskRating::ALL, rating.at);
        if at.is_none() {
            problems.push(text.problem_at(at_entry, "a rating goes from 0 to 4."));
        }
        ratings.extend(of.zip(at));
    }
    let mut add_ons = Vec::new();
    for code in &body.add_ons {
        match AddOn::ALL.iter().find(|add_on| add_on.code() == code) {
            Some(add_on) => add_ons.push(*add_on),
            None => {
                let known = AddOn::ALL.iter().map(|add_on| add_on.code());
                problems.push(text.problem_at(at_entry, unknown("add-on", code, known)));
            }
        }
    }
    let track = body
        .track
        .as_ref()
        .and_then(|name| track(text, name, problems));
    Some(Effect {
        alert,
        first_step,
        level,
        urgency,
        ratings: leak(ratings),
        add_ons: leak(add_ons),
        help: body.help.as_deref().map(help_id),
        track,
    })
}

/// Finds a track by its code.
pub fn track(text: &Text, name: &Spanned<String>, problems: &mut Vec<Problem>) -> Option<Track> {
    match name.get_ref().as_str() {
        "danger" => Some(Track::Danger),
        "opioid" => Some(Track::Opioid),
        other => {
            let message = unknown("track", other, ["danger", "opioid"]);
            problems.push(text.problem_at(name.span().start, message));
            None
        }
    }
}

/// Finds a scale by its code.
pub fn scale(text: &Text, byte: usize, name: &str, problems: &mut Vec<Problem>) -> Option<Scale> {
    let found = Scale::ALL.into_iter().find(|scale| scale.code() == name);
    if found.is_none() {
        let known = Scale::ALL.iter().map(|scale| scale.code());
        problems.push(text.problem_at(byte, unknown("scale", name, known)));
    }
    found
}

/// Finds the value with this rank.
pub fn ranked<T: Copy>(all: &[T], rank: u8) -> Option<T> {
    all.get(usize::from(rank)).copied()
}
