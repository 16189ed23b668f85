//! Parses the expected result of a story.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::DeValue;

use assessment::{
    AddOn, Alert, Dimension, FirstStep, Headline, LevelOfCare, LinkId, Questionnaire, RiskRating,
    RuleId, Urgency,
};
use content_compiler::problem::{Problem, Text};
use content_compiler::suggestion::unknown;

use super::Expectation;
use super::entries::{Entries, one_of};

const KEYS: &[&str] = &[
    "ratings",
    "alert",
    "first_step",
    "level",
    "level_hidden",
    "next_level",
    "urgency",
    "headline",
    "fired",
    "not_fired",
    "add_ons",
    "signs",
    "advice",
];

/// Parses the table `expect`.
pub(super) fn expectation(
    questionnaire: &Questionnaire,
    text: &Text,
    story: &Entries<'_>,
    problems: &mut Vec<Problem>,
) -> Option<Expectation> {
    let entries = story.inner("expect", KEYS, problems)?;
    let ratings = ratings(&entries, problems);
    let alert = entries.ranked("alert", Alert::ALL, problems);
    let first_step = entries.ranked("first_step", FirstStep::ALL, problems);
    let level = level(&entries, problems);
    let next_level = entries.ranked_if_there("next_level", LevelOfCare::ALL, problems);
    let urgency = entries.ranked("urgency", Urgency::ALL, problems);
    let headline = headline(questionnaire, text, &entries, problems);
    entries.required("fired", problems);
    let fired = rules(
        questionnaire,
        text,
        &entries.names("fired", problems),
        problems,
    );
    let not_fired = entries.names("not_fired", problems);
    let not_fired = rules(questionnaire, text, &not_fired, problems);
    entries.required("add_ons", problems);
    let add_ons = add_ons(text, &entries.names("add_ons", problems), problems);
    let named = entries.names("signs", problems);
    let signs = signs(questionnaire, text, &named, problems);
    let named = entries.names("advice", problems);
    let advice = advice(questionnaire, text, &named, problems);
    Some(Expectation {
        ratings: ratings?,
        alert: alert?,
        first_step: first_step?,
        level: level?,
        next_level,
        urgency: urgency?,
        headline: headline?,
        fired,
        not_fired,
        add_ons,
        signs,
        advice,
    })
}

fn ratings(
    entries: &Entries<'_>,
    problems: &mut Vec<Problem>,
) -> Option<[(Dimension, RiskRating); 5]> {
    let areas = Dimension::ALL.map(Dimension::code);
    let entries = entries.inner("ratings", &areas, problems)?;
    let read = Dimension::ALL.map(|area| {
        let rating = entries.ranked(area.code(), &RiskRating::ALL, problems);
        (area, rating)
    });
    let missing = read.iter().any(|(_, rating)| rating.is_none());
    (!missing).then(|| read.map(|(area, rating)| (area, rating.unwrap_or_default())))
}

/// Parses `level` or `level_hidden`. Exactly one of the two is required, so that neither is
/// forgotten.
fn level(entries: &Entries<'_>, problems: &mut Vec<Problem>) -> Option<Option<LevelOfCare>> {
    match (entries.get("level"), entries.get("level_hidden")) {
        (Some(_), None) => entries
            .ranked_if_there("level", LevelOfCare::ALL, problems)
            .map(Some),
        (None, Some(hidden)) if hidden.get_ref().as_bool() == Some(true) => Some(None),
        (Some(_), Some(_)) | (None, Some(_) | None) => {
            let message = "the level is a number, or hidden; write 'level = 3' or, under 18, \
                           'level_hidden = true'.";
            problems.push(entries.problem(message));
            None
        }
    }
}

fn headline(
    questionnaire: &Questionnaire,
    text: &Text,
    entries: &Entries<'_>,
    problems: &mut Vec<Problem>,
) -> Option<Headline> {
    let name = entries.sentence("headline", problems)?;
    let mut headlines = questionnaire.headlines.iter();
    let found = headlines.find(|headline| headline.id == name);
    if found.is_none() {
        let mut known: Vec<&str> = Vec::new();
        for headline in questionnaire.headlines {
            // A headline may occur more than once in the order.
            if !known.contains(&headline.id) {
                known.push(headline.id);
            }
        }
        let message = one_of("headline", name, known);
        let at = entries.get("headline").map_or(0, offset);
        problems.push(text.problem_at(at, message));
    }
    found.map(Headline::from)
}

fn offset(value: &Spanned<DeValue<'_>>) -> usize {
    value.span().start
}

fn rules(
    questionnaire: &Questionnaire,
    text: &Text,
    names: &[Spanned<&str>],
    problems: &mut Vec<Problem>,
) -> Vec<RuleId> {
    let mut rules = Vec::new();
    for name in names {
        let known = || questionnaire.rules.iter().map(|rule| rule.id);
        match known().find(|id| id.0 == *name.get_ref()) {
            Some(id) => rules.push(id),
            None => {
                let message = unknown("rule", name.get_ref(), known().map(|id| id.0));
                problems.push(text.problem_at(name.span().start, message));
            }
        }
    }
    rules
}

fn add_ons(text: &Text, names: &[Spanned<&str>], problems: &mut Vec<Problem>) -> BTreeSet<AddOn> {
    let mut found = BTreeSet::new();
    for name in names {
        let known = || AddOn::ALL.iter().copied();
        match known().find(|add_on| add_on.code() == *name.get_ref()) {
            Some(add_on) => {
                found.insert(add_on);
            }
            None => {
                let message = one_of("add-on", name.get_ref(), known().map(AddOn::code));
                problems.push(text.problem_at(name.span().start, message));
            }
        }
    }
    found
}

/// Parses medical signs, each named by its item and option.
fn signs(
    questionnaire: &Questionnaire,
    text: &Text,
    names: &[Spanned<&str>],
    problems: &mut Vec<Problem>,
) -> BTreeSet<(LinkId, &'static str)> {
    let all = || {
        let items = questionnaire.items.iter();
        items.flat_map(|item| {
            let options = (0_u8..).zip(item.options);
            let signs = options.filter(|(option, _)| item.signs.has(*option));
            signs.map(|(_, code)| (item.link_id, *code))
        })
    };
    let mut found = BTreeSet::new();
    for name in names {
        let sign = all().find(|sign| sign_name(sign) == *name.get_ref());
        if sign.is_none() {
            let known: Vec<String> = all().map(|sign| sign_name(&sign)).collect();
            let message = unknown("sign", name.get_ref(), known.iter().map(String::as_str));
            problems.push(text.problem_at(name.span().start, message));
        }
        found.extend(sign);
    }
    found
}

/// Formats a medical sign as stories name it.
pub(super) fn sign_name((item, code): &(LinkId, &'static str)) -> String {
    format!("{}.{code}", item.0)
}

fn advice(
    questionnaire: &Questionnaire,
    text: &Text,
    names: &[Spanned<&str>],
    problems: &mut Vec<Problem>,
) -> Vec<&'static str> {
    let mut found = Vec::new();
    for name in names {
        let known = || questionnaire.advice.iter().map(|advice| advice.id);
        let advice = known().find(|id| id == name.get_ref());
        if advice.is_none() {
            let message = unknown("advice", name.get_ref(), known());
            problems.push(text.problem_at(name.span().start, message));
        }
        found.extend(advice);
    }
    found
}
