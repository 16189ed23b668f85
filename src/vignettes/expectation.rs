//! What a story says should come out.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::DeValue;

use crate::assessment::{
    AddOn, Alert, Dimension, FirstStep, Headline, LevelOfCare, Questionnaire, RiskRating, RuleId,
    Urgency,
};
use crate::content::problem::{Problem, Text};
use crate::content::suggestion::unknown;

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
];

/// Reads the table `expect`.
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
    let headline = headline(text, &entries, problems);
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

/// The level, or that it is hidden: one of the two is said, so that neither is forgotten.
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

fn headline(text: &Text, entries: &Entries<'_>, problems: &mut Vec<Problem>) -> Option<Headline> {
    let said = entries.sentence("headline", problems)?;
    let found = headlines().find(|headline| headline.code() == said);
    if found.is_none() {
        let known: Vec<String> = headlines().map(Headline::code).collect();
        let message = one_of("headline", said, known.iter().map(String::as_str));
        let at = entries.get("headline").map_or(0, place);
        problems.push(text.problem_at(at, message));
    }
    found
}

fn place(value: &Spanned<DeValue<'_>>) -> usize {
    value.span().start
}

fn headlines() -> impl Iterator<Item = Headline> {
    let without_level = [
        Headline::Emergency,
        Headline::TalkFirst,
        Headline::WithdrawalCare,
        Headline::MedicationCare,
        Headline::WithdrawalCheck,
        Headline::MedicationStart,
        Headline::Adolescent,
    ];
    let levels = LevelOfCare::ALL.iter().copied().map(Headline::Level);
    without_level.into_iter().chain(levels)
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
