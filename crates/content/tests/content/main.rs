//! Tests of the content against the evidence file, forbidden words, and error messages with file
//! and line.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeSet;
use std::path::PathBuf;

use assessment::{ItemKind, LevelOfCare, Options, RuleIndex, assess};
use content::questionnaire;
use content_compiler::author;
use i18n::{Voice, Words, WordsError};
use journey::{Model, Screen};

use test_support::draft;

mod mistakes;

mod countries;

mod readability;

mod review;

mod translating;

use test_support::stories;

use test_support::walk;

use stories::stories;
use walk::walk;

#[test]
fn each_voice_has_its_own_complete_steps() {
    let file = std::fs::read_to_string(content().join("words/en/help.toml")).unwrap();
    let file: toml::Table = file.parse().unwrap();
    let list = |screen: &toml::Value, name: &str| -> Option<Vec<String>> {
        let texts = screen.get(name)?.as_array()?.iter();
        Some(
            texts
                .map(|text| text.as_str().unwrap().to_owned())
                .collect(),
        )
    };
    let screens = file["help"].as_table().unwrap();
    let all = author::words(&content(), "en").unwrap();
    for (name, screen) in screens {
        let words = all.help.get(name).unwrap();
        let own = list(screen, "steps").unwrap();
        let other = list(screen, "steps_other").unwrap_or_else(|| own.clone());
        assert_eq!(words.steps.in_voice(Voice::Self_), own, "{name}");
        assert_eq!(words.steps.in_voice(Voice::SomeoneElse), other, "{name}");
    }
    assert_eq!(screens.len(), all.help.0.len());
}

#[test]
fn only_respondent_means_and_preferences_are_unrated() {
    let unrated = questionnaire().items.iter().filter(|item| !item.rated);
    let unrated: BTreeSet<&str> = unrated.map(|item| item.code).collect();
    assert_eq!(unrated, BTreeSet::from(["Q01", "Q16b", "Q29", "Q30"]));
}

#[test]
fn exclusive_option_of_multiple_choice_items_is_none() {
    for item in questionnaire().items {
        let expected = match item.kind {
            ItemKind::ChooseMany => Options::only(item.option_index("none").unwrap()),
            ItemKind::ChooseOne | ItemKind::Scale => Options(0),
        };
        assert_eq!(item.exclusive, expected, "{}", item.link_id.0);
    }
}

#[test]
fn rules_match_the_rows_of_the_evidence_file() {
    // A row may have become several rules, distinguished by a suffix after a dash.
    let found: BTreeSet<String> = questionnaire()
        .rules
        .iter()
        .map(|rule| rule.id.0.split('-').next().unwrap().to_owned())
        .collect();
    assert_eq!(found, rows_of_the_tables());
}

/// Collects the row ids of C.2 to C.4 from the evidence file. `R20a-g` expands to seven ids.
fn rows_of_the_tables() -> BTreeSet<String> {
    let text = test_support::root().join("src/docs/clinical-evidence.md");
    let text = std::fs::read_to_string(text).unwrap();
    let from = text.find("\n### C.2 ").unwrap();
    let to = text.find("\n### C.5 ").unwrap();
    let cells = text[from..to]
        .lines()
        .filter_map(|line| line.strip_prefix("| "));
    let cells = cells.map(|line| line.split(" |").next().unwrap().trim_end_matches('*'));
    let mut rows = BTreeSet::new();
    for cell in cells {
        let mut letters = cell.chars();
        let is_row = letters
            .next()
            .is_some_and(|first| "RABCDEF".contains(first))
            && letters.next().is_some_and(|second| second.is_ascii_digit());
        if !is_row {
            continue;
        }
        let plain = cell.split(' ').next().unwrap().trim_end_matches('*');
        match plain.split_once('-') {
            None => drop(rows.insert(plain.to_owned())),
            Some((first, last)) => {
                let (row, from) = first.split_at(first.len() - 1);
                let from = from.chars().next().unwrap();
                let to = last.chars().next().unwrap();
                rows.extend((from..=to).map(|letter| format!("{row}{letter}")));
            }
        }
    }
    assert!(rows.len() > 140, "only {} rows were found", rows.len());
    rows
}

#[test]
fn every_rule_has_an_effect_and_sources() {
    for rule in questionnaire().rules {
        let then = rule.then;
        let raises =
            then.alert.rank() + then.first_step.rank() + then.level.rank() + then.urgency.rank();
        assert!(
            raises > 0 || !then.ratings.is_empty() || !then.add_ons.is_empty(),
            "{} raises nothing",
            rule.id.0,
        );
        assert!(!rule.sources.is_empty(), "{} has no source", rule.id.0);
    }
}

/// A title is shown alone under a rule, so it must not refer to another entry ("same …").
#[test]
fn source_titles_are_unique_and_self_contained() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/sources.toml"));
    let file: content_compiler::schema::SourcesFile = toml::from_str(&text.unwrap()).unwrap();
    let mut titles = BTreeSet::new();
    for source in &file.source {
        let title = source.title.as_str();
        assert!(!title.starts_with("same"), "{title}");
        assert!(titles.insert(title), "two sources are called '{title}'");
    }
}

/// `next_level` ignores rules about acute withdrawal, medical or suicide risk (C.1).
#[test]
fn acute_rules_do_not_count_for_next_level() {
    let acute_floors = [
        "F01", "F02", "F03", "F04", "F05", "F06", "F09", "F10", "F16",
    ];
    let is_acute = |row: &str| row.starts_with('R') || acute_floors.contains(&&row[..3]);
    for rule in questionnaire()
        .rules
        .iter()
        .filter(|rule| rule.then.level > LevelOfCare::NoneIndicated)
    {
        let row = rule.id.0.split('-').next().unwrap();
        assert_eq!(rule.counts_for_next_level, !is_acute(row), "{}", rule.id.0);
    }
}

#[test]
fn rules_refer_only_to_rules_above_them() {
    use assessment::Condition;
    fn latest(condition: &Condition) -> Option<RuleIndex> {
        match condition {
            Condition::RuleFired(rule) => Some(*rule),
            Condition::CountAtLeast(_, list) | Condition::All(list) | Condition::Any(list) => {
                list.iter().filter_map(latest).max()
            }
            Condition::AnsweredAtLeast(..)
            | Condition::AnsweredAnyOf(..)
            | Condition::AnyUnknown(_)
            | Condition::RatingAtLeast(..) => None,
        }
    }
    for (index, rule) in (0..).map(RuleIndex).zip(questionnaire().rules) {
        assert!(
            latest(&rule.when).is_none_or(|latest| latest < index),
            "{}",
            rule.id.0
        );
    }
}

#[test]
fn walking_through_a_story_gives_the_same_result() {
    for story in stories() {
        let mut model = Model::new(questionnaire());
        walk(&mut model, &story.response);
        assert_eq!(model.screen(), &Screen::Review);
        for item in questionnaire().items {
            let later = questionnaire().is_after_result(item);
            if let Some(answer) = story.response.get(item.link_id).filter(|_| later) {
                model.response.set(item.link_id, answer);
            }
        }
        let (walked, direct) = (
            assess(questionnaire(), &model.response),
            assess(questionnaire(), &story.response),
        );
        assert_eq!(
            format!("{walked:?}"),
            format!("{direct:?}"),
            "{}",
            story.name
        );
    }
}

#[test]
fn words_of_every_locale_load() {
    let folder = content();
    let locales = author::locales(&folder);
    assert_eq!(locales.first().map(String::as_str), Some("en"));
    for locale in locales {
        let problems = author::words(&folder, &locale).err().unwrap_or_default();
        assert!(problems.is_empty(), "{}", messages(&problems).join("\n"));
    }
}

/// A stale file from a cache must not put texts in the wrong places.
#[test]
fn words_round_trip_and_mismatched_files_are_rejected() {
    let words = author::words(&content(), "en").unwrap();
    let written = words.write();
    let read = |texts: &[String]| Words::read(questionnaire(), &texts.join("\n"));
    assert_eq!(read(&written).unwrap(), words);

    let mut other = written.clone();
    other[1] = "2026-11-21-00000000".into();
    assert_eq!(read(&other), Err(WordsError));
    let mut short = written.clone();
    short.pop();
    assert_eq!(read(&short), Err(WordsError));
    let mut long = written;
    long.push("more".into());
    assert_eq!(read(&long), Err(WordsError));
    assert_eq!(Words::read(questionnaire(), ""), Err(WordsError));
    assert_eq!(
        Words::read(questionnaire(), "en\n99999999999"),
        Err(WordsError)
    );
}

#[test]
fn i16_no_sentence_says_that_it_is_safe_to_stop() {
    for (position, sentence) in sentences() {
        let lower = sentence.to_lowercase();
        for claim in [
            "safe to stop",
            "safely stop on your own",
            "safe to quit",
            "stop safely on your own",
        ] {
            assert!(!lower.contains(claim), "{position}: {sentence}");
        }
    }
}

/// Forbidden words: V09, promise 9 of the design, and stigmatizing words.
#[test]
fn no_sentence_blames_claims_or_shouts() {
    let words = [
        "addict",
        "addicts",
        "addicted",
        "abuse",
        "abuser",
        "abusers",
        "abusing",
        "clean",
        "dirty",
        "relapse",
        "relapses",
        "relapsed",
        "relapsing",
        "habit",
        "habits",
        "confidential",
        "confidentially",
        "confidentiality",
        "anonymous",
        "anonymously",
        "validated",
        "asam",
        "guarantee",
        "guaranteed",
        "guarantees",
        "diagnosis",
        "diagnosed",
    ];
    // "Use" as a noun is a word of professionals, and "prescriber" of nobody else.
    let phrases = [
        "you need",
        "they need",
        "!",
        "prescriber",
        "alcohol use",
        "drug use",
        "opioid use",
        "stimulant use",
        "of use",
        "with use",
        "your use",
        "their use",
        "any use",
    ];
    // Allow-list: sentences that deny a forbidden claim, word for word.
    let denials = [
        "This is not medical advice and not a diagnosis.",
        "It has not been validated in a clinical study.",
        "They have not been validated in a clinical study.",
    ];
    let mut denied = BTreeSet::new();
    let mut wrong = Vec::new();
    for (position, sentence) in sentences() {
        let mut rest = sentence.clone();
        for denial in denials {
            if rest.contains(denial) {
                denied.insert(denial);
                rest = rest.replace(denial, "");
            }
        }
        let lower = rest.to_lowercase();
        let mut tokens = lower.split(|letter: char| !letter.is_alphanumeric());
        if tokens.any(|word| words.contains(&word))
            || phrases.iter().any(|phrase| lower.contains(phrase))
        {
            wrong.push(format!("{position}: {sentence}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(
        denied,
        BTreeSet::from(denials),
        "an exception that nothing uses is taken out"
    );
}

/// The same in other languages: beginnings of forbidden words, with the sentences that deny a claim.
#[test]
fn no_sentence_of_a_translation_blames_claims_or_shouts() {
    let forbidden: &[(&str, &[&str], &[&str])] = &[
        (
            "es",
            &[
                "adict",
                "drogadict",
                "alcohólic",
                "abus",
                "recaíd",
                "recaer",
                "suci",
                "hábito",
                "confidencial",
                "anónim",
                "garanti",
                "diagn",
                "validad",
                "seguro dejar",
                "¡",
                "!",
            ],
            &[
                "Esto no es consejo médico ni un diagnóstico.",
                "No se ha validado en un estudio clínico.",
                "No se han validado en un estudio clínico.",
            ],
        ),
        (
            "fr",
            &[
                "toxicoman",
                "drogué",
                "addict",
                "alcoolique",
                "abus",
                "rechut",
                "confidenti",
                "anonym",
                "garanti",
                "diagnosti",
                "validé",
                "sans risque d’arrêter",
                "!",
            ],
            &[
                "Ceci n’est pas un avis médical ni un diagnostic.",
                "Aucune étude clinique ne l’a validé.",
                "Aucune étude clinique ne les a validées.",
            ],
        ),
        (
            "ar",
            &[
                "مدمن",
                "إدمان",
                "انتكاس",
                "قذر",
                "مضمون",
                "بسرية",
                "تشخيص",
                "!",
            ],
            &["هذه ليست نصيحة طبية ولا تشخيصًا."],
        ),
    ];
    let mut wrong = Vec::new();
    for &(locale, words, denials) in forbidden {
        let (mut read, mut denied) = (0, BTreeSet::new());
        let folder = format!("{locale}/");
        for (position, sentence) in sentences() {
            if !position.starts_with(&folder) {
                continue;
            }
            read += 1;
            let mut rest = sentence.clone();
            for denial in denials.iter().filter(|denial| sentence.contains(**denial)) {
                denied.insert(*denial);
                rest = rest.replace(denial, "");
            }
            let lower = rest.to_lowercase();
            if words.iter().any(|word| lower.contains(word)) {
                wrong.push(format!("{position}: {sentence}"));
            }
        }
        assert!(read > 1_000, "{locale}: {read}");
        assert_eq!(denied.len(), denials.len(), "{locale}: {denied:?}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn content() -> PathBuf {
    test_support::root().join("crates/content")
}

fn messages(problems: &[author::Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// Collects every sentence of every locale with its file and keys.
fn sentences() -> Vec<(String, String)> {
    fn collect(position: &str, value: &toml::Value, found: &mut Vec<(String, String)>) {
        if let Some(sentence) = value.as_str() {
            found.push((position.to_owned(), sentence.to_owned()));
        }
        for (key, value) in value.as_table().into_iter().flatten() {
            collect(&format!("{position} {key}"), value, found);
        }
        for value in value.as_array().into_iter().flatten() {
            collect(position, value, found);
        }
    }
    let mut found = Vec::new();
    for locale in author::languages(&content()) {
        let mut paths = vec![content().join("words").join(&locale)];
        while let Some(path) = paths.pop() {
            if path.is_dir() {
                let below = std::fs::read_dir(path).unwrap();
                paths.extend(below.map(|entry| entry.unwrap().path()));
                continue;
            }
            let table: toml::Table =
                toml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            let name = path.strip_prefix(content().join("words")).unwrap();
            let name = name.to_string_lossy();
            collect(&name, &toml::Value::Table(table), &mut found);
        }
    }
    assert!(
        found.len() > 500,
        "only {} sentences were found",
        found.len()
    );
    found
}
