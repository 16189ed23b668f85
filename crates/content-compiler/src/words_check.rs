//! Validates the words: every locale has every text, and no extra ones.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::compile::Compiled;
use super::country::{self, Country};
use super::crisis::{self, HelpLines};
use super::crisis_check;
use super::levels::{self, LevelsFile};
use super::logic::{LoadedFile, Logic, load};
use super::problem::{Problem, Text};
use super::sentences;
use super::words_files::WordsFiles;
use assessment::{AddOn, Dimension, LevelOfCare, Questionnaire, RiskRating, Urgency};
use i18n::phrases::Phrases;

/// Reference locale: all others are compared with it.
pub const REFERENCE: &str = "en";

/// What is told like a level beside the levels of care: the two first steps, and doing nothing.
pub const OTHER_CHOICES: [&str; 4] = [
    "withdrawal-check",
    "withdrawal-care",
    "doctor-visit",
    "waiting",
];

/// Checks help screens, and the words and crisis lines of these locales.
pub fn check(
    folder: &Path,
    locales: &[String],
    logic: &Logic,
    compiled: &Compiled,
    problems: &mut Vec<Problem>,
) {
    let questionnaire = &compiled.questionnaire;
    // Words are compared with the logic only where the logic is logic_is_valid: a mistaken id would otherwise be
    // told again as a missing text and an extra one.
    let logic_is_valid = problems.is_empty();
    let home = Country::of(folder, REFERENCE, problems);
    let Some((home, help)) = home.zip(crisis::help(folder, problems)) else {
        return;
    };
    crisis_check::check_help(questionnaire, &home.lines.body, &help, problems);
    let Some(levels) = load::<LevelsFile>(folder, "levels.toml", problems) else {
        return;
    };
    levels::check(logic, &levels, level_codes(), problems);
    let mut reference = None;
    let mut countries = BTreeSet::new();
    for locale in locales {
        // What is wrong with a language would be told again for each of its countries.
        if country::parts(locale).1 != country::HOME && !problems.is_empty() {
            continue;
        }
        let Some(words) = WordsFiles::read(folder, locale, problems) else {
            continue;
        };
        if countries.insert(words.lines.text.file.clone()) {
            crisis_check::check_lines(logic, &words.lines, problems);
        }
        levels::check_words(&levels.body, &words.levels, problems);
        let mut checker = Checker { problems };
        if logic_is_valid {
            checker.coverage(questionnaire, &words, &help);
            checker.advice(compiled, &words);
        }
        let flat = sentences::read(&words, checker.problems);
        match &reference {
            None => reference = Some(flat),
            Some(reference) => sentences::compare(reference, &flat, problems),
        }
    }
}

/// Iterates over the codes of all levels that have words and facts.
pub fn level_codes() -> impl Iterator<Item = &'static str> {
    LevelOfCare::ALL
        .iter()
        .map(|level| level.code())
        .chain(OTHER_CHOICES)
}

/// Lists the locales that have words, each language with its countries.
pub fn locales(folder: &Path) -> Vec<String> {
    let languages = languages(folder);
    let each = languages.iter();
    each.flat_map(|language| country::locales(folder, language))
        .collect()
}

/// Lists the languages that have words, the reference language first.
pub fn languages(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder.join("words"))
        .into_iter()
        .flatten()
        .flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort_by_key(|name| (name != REFERENCE, name.clone()));
    names
}

struct Checker<'a> {
    problems: &'a mut Vec<Problem>,
}

impl Checker<'_> {
    fn coverage(
        &mut self,
        questionnaire: &Questionnaire,
        words: &WordsFiles,
        help: &LoadedFile<HelpLines>,
    ) {
        let file = &words.questionnaire;
        let sections = questionnaire.sections.iter().copied();
        self.keys(
            &file.text,
            "section",
            "sections",
            sections,
            &file.body.sections,
        );
        let pages = questionnaire.pages.iter().map(|page| page.id);
        self.keys(&file.text, "page", "pages", pages, &file.body.pages);
        let items = questionnaire.items.iter().map(|item| item.link_id.0);
        self.keys(&file.text, "item", "items", items, &file.body.items);
        for item in questionnaire.items {
            let Some(text) = file.body.items.get(item.link_id.0) else {
                continue;
            };
            let table = format!("items.{}", item.link_id.0);
            let (own, other) = text.options(&file.body.option_sets);
            let Some(own) = own else {
                let message = format!(
                    "there is no option set '{}'.",
                    text.option_set.as_deref().unwrap_or_default()
                );
                self.problems
                    .push(file.text.problem_near(&format!("[{table}]"), message));
                continue;
            };
            let options = item.options.iter().copied();
            self.keys(
                &file.text,
                "option",
                &format!("{table}.options"),
                options.clone(),
                own,
            );
            let known: BTreeSet<&str> = options.collect();
            for extra in other.into_iter().flat_map(BTreeMap::keys) {
                if !known.contains(extra.as_str()) {
                    let message = format!(
                        "'{extra}' is no option of '{}'; take it out.",
                        item.link_id.0
                    );
                    self.problems
                        .push(file.text.problem_near(&format!("[{table}"), message));
                }
            }
        }
        let rules = questionnaire.rules.iter().map(|rule| rule.id.0);
        self.keys(
            &words.reasons.text,
            "rule",
            "reasons",
            rules,
            &words.reasons.body.reasons,
        );
        let levels = level_codes();
        self.keys(
            &words.levels.text,
            "level",
            "levels",
            levels,
            &words.levels.body.levels,
        );
        let first = &words.headlines;
        self.keys(
            &first.text,
            "headline",
            "headlines",
            questionnaire.headlines.iter().map(|headline| headline.id),
            &first.body.headlines,
        );
        let urgency = Urgency::ALL.iter().map(|urgency| urgency.code());
        self.keys(
            &first.text,
            "urgency",
            "urgency",
            urgency,
            &first.body.urgency,
        );
        self.keys(
            &first.text,
            "rating",
            "ratings",
            RATINGS,
            &first.body.ratings,
        );
        let dimensions = Dimension::ALL.iter().map(|dimension| dimension.code());
        self.keys(
            &first.text,
            "dimension",
            "dimensions",
            dimensions,
            &first.body.dimensions,
        );
        let add_ons = AddOn::ALL.iter().map(|add_on| add_on.code());
        self.keys(
            &words.add_ons.text,
            "add-on",
            "add_ons",
            add_ons,
            &words.add_ons.body.add_ons,
        );
        let screens = help
            .body
            .help
            .iter()
            .map(|screen| screen.id.get_ref().as_str());
        self.keys(
            &words.help.text,
            "help screen",
            "help",
            screens,
            &words.help.body.help,
        );
        let paper = &words.paper;
        let screens = &words.help.body.help;
        for extra in paper
            .body
            .steps
            .keys()
            .filter(|id| !screens.contains_key(*id))
        {
            let known = screens.keys().map(String::as_str);
            let message = super::suggestion::unknown("help screen", extra, known);
            self.problems.push(paper.text.problem_near(extra, message));
        }
        let named = words
            .lines
            .body
            .line
            .iter()
            .map(|line| line.id.get_ref().as_str());
        self.keys(
            &words.crisis.text,
            "line",
            "lines",
            named,
            &words.crisis.body.lines,
        );
        let phrases = Phrases::NAMES.iter().copied();
        self.keys(
            &words.phrases.text,
            "phrase",
            "phrases",
            phrases,
            &words.phrases.body.phrases,
        );
    }

    /// What waits for review has its words too: they are what is reviewed.
    fn advice(&mut self, compiled: &Compiled, words: &WordsFiles) {
        let released = compiled.questionnaire.advice.iter();
        let held = compiled.held.iter().map(|held| &held.advice);
        self.keys(
            &words.advice.text,
            "advice",
            "advice",
            released
                .chain(held)
                .map(|advice| advice.id)
                .filter(|id| !words.left_out.contains(*id)),
            &words.advice.body.advice,
        );
    }

    fn keys<'a, T>(
        &mut self,
        text: &Text,
        what: &str,
        table: &str,
        wanted: impl IntoIterator<Item = &'a str>,
        found: &BTreeMap<String, T>,
    ) {
        let wanted: BTreeSet<&str> = wanted.into_iter().collect();
        for missing in wanted.iter().filter(|name| !found.contains_key(**name)) {
            let message =
                format!("the words for {what} '{missing}' are missing; add them under [{table}].");
            self.problems
                .push(text.problem_near(&format!("[{table}"), message));
        }
        for extra in found.keys().filter(|name| !wanted.contains(name.as_str())) {
            let message = super::suggestion::unknown(what, extra, wanted.iter().copied());
            self.problems.push(text.problem_near(extra, message));
        }
    }
}

/// Names of ratings, mildest first.
pub const RATINGS: [&str; RiskRating::ALL.len()] = ["none", "some", "clear", "serious", "severe"];
