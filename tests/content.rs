//! The content against the evidence file: every question, every rule, what a missing answer counts
//! as, what the words never say; and that mistakes in it are told with file and line.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use footing::assessment::{ItemKind, LevelOfCare, Options, RuleIndex, assess};
use footing::content::words::{Voice, Words, WordsError};
use footing::content::{author, questionnaire};
use footing::journey::{Model, Place};

#[path = "fixtures/draft.rs"]
mod draft;

#[path = "content/mistakes.rs"]
mod mistakes;

#[path = "content/questions.rs"]
mod questions;

#[path = "content/readability.rs"]
mod readability;

#[path = "fixtures/stories.rs"]
mod stories;

#[path = "fixtures/walk.rs"]
mod walk;

use questions::QUESTIONS;
use stories::stories;
use walk::walk;

/// The rows of C.2 to C.4 beside the plain numbers.
const LETTERED_RULES: &[&str] = &[
    "R03b", "A01b", "A08b", "A08c", "A18b", "D08b", "F07b", "F34b", "F37b", "F38b", "F38c", "F39b",
];

/// Questions that share a page, in the order of the journey (design, section 3).
const PAGES: &[&[&str]] = &[
    &["Q01", "Q01b"],
    &["Q02"],
    &["Q03"],
    &["Q11", "Q04", "Q05", "Q12"],
    &["Q06", "Q31a"],
    &["Q07", "Q07b"],
    &["Q08", "Q09"],
    &["Q10", "Q10b"],
    &["Q16", "Q17", "Q17b"],
    &["Q18", "Q19"],
    &["Q13", "Q14", "Q14b"],
    &["Q15"],
    &["Q20"],
    &["Q20"],
    &["Q21", "Q22"],
    &["Q23", "Q24"],
    &["Q25", "Q26", "Q27"],
    &["Q31b", "Q31c", "Q32"],
    &["Q28", "Q29", "Q30"],
];

#[test]
fn every_question_of_the_evidence_file_is_asked_and_no_other() {
    let expected: BTreeSet<String> = QUESTIONS
        .iter()
        .flat_map(|row| match row.parts {
            [] => vec![row.question.to_owned()],
            parts => parts
                .iter()
                .map(|part| format!("{}.{part}", row.question))
                .collect(),
        })
        .collect();
    let found: BTreeSet<String> = questionnaire()
        .items
        .iter()
        .map(|item| item.code.to_owned())
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn every_question_has_its_options_in_order_of_concern_and_the_rank_they_begin_at() {
    for item in questionnaire().items {
        let row = questions::row(item.question());
        assert_eq!(item.options, row.options, "{}", item.link_id.0);
        assert_eq!(item.first_rank, row.first_rank, "{}", item.link_id.0);
    }
}

#[test]
fn every_voice_gets_its_whole_list_of_steps_and_nothing_of_the_others() {
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
fn a_missing_answer_counts_as_the_evidence_file_says() {
    for item in questionnaire().items {
        let option = item.options[usize::from(item.unsure_as.option)];
        assert_eq!(
            option,
            questions::row(item.question()).unsure_as,
            "{}",
            item.link_id.0
        );
        let instead = item.unsure_as.instead.map(|(when, option)| {
            let other = questionnaire().item(when.item).unwrap();
            let places = when
                .any_of
                .places()
                .map(|place| other.options[usize::from(place)]);
            (
                other.code,
                places.collect::<Vec<_>>(),
                item.options[usize::from(option)],
            )
        });
        let expected =
            (item.code == "Q23").then(|| ("Q03", vec!["opioids", "unknown"], "past-12-months"));
        assert_eq!(instead, expected, "{}", item.link_id.0);
        // Q31a alone takes rows away, so only there mild and unknown differ (V12).
        assert_eq!(item.takes_rows_away, item.code == "Q31a");
    }
}

#[test]
fn only_who_is_answering_and_what_matters_are_read_by_no_level_rule() {
    let unrated: BTreeSet<&str> = questionnaire()
        .items
        .iter()
        .filter(|item| !item.rated)
        .map(|item| item.code)
        .collect();
    let expected = [
        "Q01",
        "Q04.other",
        "Q28.confidence",
        "Q28.readiness",
        "Q29",
        "Q30",
    ];
    assert_eq!(unrated, BTreeSet::from(expected));
}

#[test]
fn where_nothing_is_wrong_one_option_stands_alone() {
    for item in questionnaire().items {
        let expected = match item.kind {
            ItemKind::ChooseMany => Options::only(item.place_of("none").unwrap()),
            ItemKind::ChooseOne | ItemKind::Scale => Options(0),
        };
        assert_eq!(item.exclusive, expected, "{}", item.link_id.0);
    }
}

#[test]
fn every_row_of_the_evidence_file_is_a_rule_and_every_rule_is_such_a_row() {
    let mut expected: BTreeSet<String> = LETTERED_RULES.iter().map(|id| (*id).to_owned()).collect();
    for (letter, count) in [
        ("R", 16),
        ("A", 19),
        ("B", 4),
        ("C", 4),
        ("D", 8),
        ("E", 4),
        ("F", 43),
    ] {
        expected.extend((1..=count).map(|number| format!("{letter}{number:02}")));
    }
    // A row may have become several rules: what follows the dash tells them apart.
    let found: BTreeSet<String> = questionnaire()
        .rules
        .iter()
        .map(|rule| rule.id.0.split('-').next().unwrap().to_owned())
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn every_rule_raises_something_and_names_its_sources() {
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

/// A title is read alone, under one rule, not below another in a list.
#[test]
fn every_source_is_named_by_itself() {
    let text = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src/content/sources.toml"
    ));
    let file: footing::content::schema::SourcesFile = toml::from_str(&text.unwrap()).unwrap();
    let mut titles = BTreeSet::new();
    for source in &file.source {
        let title = source.title.as_str();
        assert!(!title.starts_with("same"), "{title}");
        assert!(titles.insert(title), "two sources are called '{title}'");
    }
}

/// `next_level` leaves out what speaks of the withdrawal, medical or suicide risk of now (C.1).
#[test]
fn what_usually_follows_leaves_out_the_risks_of_now() {
    let left_out = [
        "F01", "F02", "F03", "F04", "F05", "F06", "F09", "F10", "F16",
    ];
    for rule in questionnaire()
        .rules
        .iter()
        .filter(|rule| rule.then.level > LevelOfCare::NoneIndicated)
    {
        let row = rule.id.0.split('-').next().unwrap();
        assert_eq!(
            rule.counts_for_next_level,
            !left_out.contains(&row),
            "{}",
            rule.id.0
        );
    }
}

#[test]
fn rules_refer_only_to_rules_above_them() {
    use footing::assessment::Condition;
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
fn pages_stand_in_the_order_of_the_journey_and_hold_what_belongs_together() {
    let mut pages: Vec<Vec<&str>> = vec![Vec::new(); questionnaire().pages.len()];
    for item in questionnaire().items {
        let page = &mut pages[usize::from(item.page.0)];
        if page.last() != Some(&item.question()) {
            page.push(item.question());
        }
    }
    assert_eq!(pages, PAGES);
}

#[test]
fn a_typical_story_takes_at_most_twenty_pages() {
    let mut counts = Vec::new();
    for story in stories() {
        let mut model = Model::new(questionnaire());
        let pages = walk(&mut model, &story.response);
        println!("{:2} pages: {}", pages.len(), story.name);
        counts.push(pages.len());
        // The walk asked for everything that matters: it comes to the same as the sheet itself.
        assert_eq!(model.place(), &Place::Review);
        let (walked, told) = (
            assess(questionnaire(), &model.response),
            assess(questionnaire(), &story.response),
        );
        assert_eq!(format!("{walked:?}"), format!("{told:?}"), "{}", story.name);
    }
    counts.sort_unstable();
    let median = counts[counts.len() / 2];
    println!("median: {median}");
    assert!(median <= 20, "the median is {median} pages");
}

#[test]
fn the_words_of_every_language_load() {
    let folder = content();
    let locales = author::locales(&folder);
    assert_eq!(locales.first().map(String::as_str), Some("en"));
    for locale in locales {
        let problems = author::words(&folder, &locale).err().unwrap_or_default();
        assert!(problems.is_empty(), "{}", told(&problems).join("\n"));
    }
}

/// An old file in a cache must not put texts in the wrong places.
#[test]
fn words_come_back_as_they_were_written_and_others_are_refused_whole() {
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
    for (place, sentence) in sentences() {
        let lower = sentence.to_lowercase();
        for claim in [
            "safe to stop",
            "safely stop on your own",
            "safe to quit",
            "stop safely on your own",
        ] {
            assert!(!lower.contains(claim), "{place}: {sentence}");
        }
    }
}

/// V09, promise 9 of the design, and words that blame.
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
    let phrases = ["you need", "they need", "!"];
    // The sentences that deny what must never be claimed, word for word.
    let denials = [
        "This is not medical advice and not a diagnosis.",
        "It has not been validated in a clinical study.",
        "They have not been validated in a clinical study.",
    ];
    let mut denied = BTreeSet::new();
    let mut wrong = Vec::new();
    for (place, sentence) in sentences() {
        let mut rest = sentence.clone();
        for denial in denials {
            if rest.contains(denial) {
                denied.insert(denial);
                rest = rest.replace(denial, "");
            }
        }
        let lower = rest.to_lowercase();
        let mut said = lower.split(|letter: char| !letter.is_alphanumeric());
        if said.any(|word| words.contains(&word))
            || phrases.iter().any(|phrase| lower.contains(phrase))
        {
            wrong.push(format!("{place}: {sentence}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(
        denied,
        BTreeSet::from(denials),
        "an exception that nothing uses is taken out"
    );
}

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content")
}

fn told(problems: &[author::Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// Every sentence of every language, with where it stands.
fn sentences() -> Vec<(String, String)> {
    fn collect(place: &str, value: &toml::Value, found: &mut Vec<(String, String)>) {
        if let Some(sentence) = value.as_str() {
            found.push((place.to_owned(), sentence.to_owned()));
        }
        for (key, value) in value.as_table().into_iter().flatten() {
            collect(&format!("{place} {key}"), value, found);
        }
        for value in value.as_array().into_iter().flatten() {
            collect(place, value, found);
        }
    }
    let mut found = Vec::new();
    for locale in author::locales(&content()) {
        let folder = content().join("words").join(&locale);
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let table: toml::Table =
                toml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            let name = format!("{locale}/{}", path.file_name().unwrap().to_string_lossy());
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
