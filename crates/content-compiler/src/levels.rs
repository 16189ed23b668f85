//! Facts about each level of care with sources, and the check that words use no other figure.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::Spanned;

use super::citations::Citations;
use super::logic::{LoadedFile, Logic};
use super::problem::Problem;
use super::suggestion::unknown;
use super::week::WeekEntry;
use super::words_files::{LevelText, LevelsWords};

/// Schema of `levels.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelsFile {
    /// All levels.
    pub level: Vec<LevelEntry>,
}

/// Facts about a level of care.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelEntry {
    /// Stable code.
    pub code: Spanned<String>,
    /// Figures its words may use, by the quantity.
    #[serde(default)]
    pub figures: BTreeMap<String, Vec<u32>>,
    /// Example week.
    pub week: Option<WeekEntry>,
    /// Example week for someone who works or studies during the day.
    pub evening_week: Option<WeekEntry>,
    /// Ids of the sources of the facts.
    pub sources: Vec<Spanned<String>>,
}

/// Reports levels without facts, and facts without a known source.
pub fn check<'a>(
    logic: &Logic,
    levels: &LoadedFile<LevelsFile>,
    codes: impl Iterator<Item = &'a str>,
    problems: &mut Vec<Problem>,
) {
    let citations = Citations::of(logic);
    let codes: BTreeSet<&str> = codes.collect();
    let mut found = BTreeSet::new();
    for level in &levels.body.level {
        let mut report = |at: &Spanned<String>, message: String| {
            problems.push(levels.text.problem_at(at.span().start, message));
        };
        if !codes.contains(level.code.get_ref().as_str()) {
            report(
                &level.code,
                unknown("level", level.code.get_ref(), codes.iter().copied()),
            );
        }
        if !found.insert(level.code.get_ref().as_str()) {
            report(
                &level.code,
                format!("level '{}' stands twice.", level.code.get_ref()),
            );
        }
        for week in level.week.iter().chain(&level.evening_week) {
            for message in week.mistakes(&level.figures) {
                report(&level.code, message);
            }
        }
        citations.check(&levels.text, "level", &level.code, &level.sources, problems);
    }
    for missing in codes.difference(&found) {
        let message = format!("the facts of level '{missing}' are missing; add them here.");
        problems.push(levels.text.problem_at(0, message));
    }
}

/// Reports figures in the words of a level that are not among its facts.
pub fn check_words(
    levels: &LevelsFile,
    words: &LoadedFile<LevelsWords>,
    problems: &mut Vec<Problem>,
) {
    for level in &levels.level {
        let Some(text) = words.body.levels.get(level.code.get_ref()) else {
            continue;
        };
        if text.good.len() != text.hard.len() || text.good.is_empty() {
            let code = level.code.get_ref();
            let message = format!(
                "level '{code}' has {} lines for it and {} against it; write as many of both.",
                text.good.len(),
                text.hard.len()
            );
            let problem = words
                .text
                .problem_near(&format!("[levels.{code}]"), message);
            problems.push(problem);
        }
        let figures: BTreeSet<u32> = level.figures.values().flatten().copied().collect();
        for sentence in sentences(text) {
            for number in numbers(sentence) {
                if !figures.contains(&number) {
                    let message = format!(
                        "'{number}' is no figure of level '{}' in levels.toml; add it there with its source, or take it out.",
                        level.code.get_ref()
                    );
                    problems.push(words.text.problem_near(sentence, message));
                }
            }
        }
    }
}

fn sentences(text: &LevelText) -> impl Iterator<Item = &String> {
    [
        &text.name,
        &text.in_a_sentence,
        &text.what,
        &text.hours,
        &text.nights,
        &text.length,
        &text.visit,
        &text.medical,
        &text.asks,
        &text.day,
        &text.who,
    ]
    .into_iter()
    .chain([&text.what_other, &text.who_other].into_iter().flatten())
    .chain(&text.happens)
    .chain(text.happens_other.iter().flatten())
    .chain(&text.good)
    .chain(&text.hard)
}

fn numbers(sentence: &str) -> impl Iterator<Item = u32> {
    sentence
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
}
