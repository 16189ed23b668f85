//! Tests of the reading grade of every user-facing sentence, and of syllable counting.

use std::collections::{BTreeMap, BTreeSet};

use readability::{Counting, Grade, Lexicon, Measure, Sentence, Summary};

use crate::draft::Draft;
use crate::{content, messages};

/// Words of our texts with syllable counts made by hand.
const COUNTED_BY_HAND: &[(i32, &str)] = &[
    (
        1,
        "breathe called changed checks chest choose close death done ease else fault gained gaps \
         guide half heart helped hours learned leave lines linked look lungs months moved nights nurse \
         once one planned pushed raise reach right scale sense shakes signs since slipped sores sound \
         source staff stays stopped strain strength stretch stroke strong suits sweats talked thoughts \
         though through times tried use used vapes wait week which while whole whose wise would wounds \
         you young",
    ),
    (
        2,
        "about accepts ages advice advised afraid against alive allows being belongs below better \
         breathing browser button careful causes center changes children clinic closer cocaine coming \
         confused coping daily danger detox distance doctor doctor's dying early enough evening every \
         faith-based feeling finish going gotten gurgling handled hardest heavy helpline higher hurting \
         kratom lately language live-in loaded making meaning milder minutes moment mushrooms needed \
         nurses people places planning pouches prescribed program quickly raises ready reason relies \
         rely reviewed safely scary seeing seizure self-harm severe shaky single sleeping something \
         sometimes stable steady stretches struggles taken themselves treatment triggers trouble using \
         varies waking website wishes women worry yourself",
    ),
    (
        3,
        "alcohol already ambien another anyone anything cannabis clinician confusion connection \
         counselor dangerous different directly domestic earlier easier edibles energy everyone's \
         examined family fentanyl follow-up frightening heroin hospital injury insurance inpatient \
         intensive ketamine languages medicine memory methadone naloxone naltrexone nicotine nobody \
         opioids outpatient overdose physical possible pregnancy prescriber regular riskier safety \
         sedative serious services several similar stimulants suicide suddenly suggestion supportive \
         tobacco together usual valium veterans video violence vomiting withdrawal xylazine",
    ),
    (
        4,
        "barbiturates buprenorphine butalbital contingency diabetes diagnosis emergency epilepsy \
         february fioricet gabapentin january operator oxycodone professional recovery residential \
         seriously",
    ),
    (5, "medetomidine phenobarbital"),
    (6, "hospitalization"),
];

#[test]
fn no_sentence_is_above_the_grade_limit() {
    let sentences = sentences();
    let hard = sentences
        .iter()
        .filter(|sentence| !sentence.is_plain(Counting::Everyday));
    let hard: Vec<String> = hard.map(ToString::to_string).collect();
    assert!(
        hard.is_empty(),
        "above grade {}, or a fragment whose words are not plain; say it in other words:\n{}",
        Grade::HARDEST,
        hard.join("\n")
    );
}

/// Only what a country says otherwise can differ.
#[test]
fn no_sentence_of_another_country_is_above_the_grade_limit() {
    for locale in abroad() {
        let sentences = readability::read_in(&content(), &locale).unwrap();
        let hard = sentences
            .iter()
            .filter(|sentence| !sentence.is_plain(Counting::Everyday));
        let hard: Vec<String> = hard.map(ToString::to_string).collect();
        assert!(hard.is_empty(), "{locale}:\n{}", hard.join("\n"));
    }
}

#[test]
fn median_grade_of_every_file_is_within_the_limit() {
    let sentences = sentences();
    let mut files: BTreeMap<&str, Vec<&Sentence>> = BTreeMap::new();
    for sentence in &sentences {
        files.entry(&sentence.file).or_default().push(sentence);
    }
    assert_eq!(files.len(), 11);
    files.insert("all files", sentences.iter().collect());
    for (file, sentences) in files {
        let summary = Summary::of(sentences, Counting::Everyday);
        let median = summary.median.unwrap();
        assert!(median <= Grade::TYPICAL, "{file}: the median is {median}");
    }
}

/// Grades cover both voices, titles, options, hints, phrases and crisis lines.
#[test]
fn every_user_facing_text_is_graded() {
    let mut judged: BTreeSet<String> = BTreeSet::new();
    for sentence in sentences() {
        judged.insert(format!("{}.{}", sentence.file, sentence.key));
    }
    for key in [
        "questionnaire.items.age.other",
        "questionnaire.items.substances.options.opioids",
        "questionnaire.items.people-around.options_other.threatens-hurts-or-controls",
        "headlines.headlines.emergency.today_other.2",
        "levels.levels.residential.happens.4",
        "crisis.lines.poison.note",
        "crisis.lines.samhsa.name",
        "phrases.phrases.progress",
        "phrases.phrases.months",
        "paper.paper.fill.4",
        "paper.steps.safe-home.1",
    ] {
        assert!(judged.contains(key), "{key} is not judged");
    }
    let shown = crate::sentences().into_iter().filter(|(key, _)| {
        key.starts_with("en/")
            // What a country says otherwise is judged for itself.
            && key.matches('/').count() == 1
            && !["status", "reviewed_by", "option_set"]
                .iter()
                .any(|field| key.ends_with(field))
    });
    let shown: Vec<_> = shown.collect();
    let texts: BTreeSet<String> = shown.iter().map(|(_, text)| text.clone()).collect();
    let mut whole: BTreeMap<(String, String), String> = BTreeMap::new();
    for sentence in sentences() {
        let text = whole.entry((sentence.file, sentence.key)).or_default();
        *text = format!("{text} {}", sentence.text).trim().to_owned();
    }
    assert_eq!(whole.len(), shown.len());
    let is_filled = |text: &&String| {
        ["{level}", "{mildest}", "{careful}", "January"]
            .iter()
            .any(|part| text.contains(part))
    };
    let judged: BTreeSet<&String> = whole.values().collect();
    let left_out: Vec<&String> = texts
        .iter()
        .filter(|text| !is_filled(text) && !judged.contains(text))
        .collect();
    assert!(left_out.is_empty(), "{left_out:?}");
}

#[test]
fn hard_sentence_is_reported_with_key_grade_and_words() {
    let draft = Draft::of(&content());
    draft.replace(
        "words/en/phrases.toml",
        "It costs nothing.",
        "Participation necessitates no remuneration whatever.",
    );
    let sentences = readability::read(draft.folder()).unwrap();
    let hard = sentences
        .iter()
        .filter(|sentence| sentence.text.contains("remuneration"));
    let [hard] = hard.collect::<Vec<_>>()[..] else {
        panic!("one sentence was made hard");
    };
    assert!(!hard.is_plain(Counting::Everyday));
    // 39 x 5 + 1180 x 18 / 5 - 1559, in hundredths.
    assert_eq!(
        hard.to_string(),
        "28.84  phrases.toml phrases.start_lead: Participation necessitates no remuneration whatever. \
         (Participation, remuneration, necessitates, whatever)"
    );
}

#[test]
fn grade_is_flesch_kincaid_in_hundredths_rounded_up() {
    // 0.39 x 10 + 11.8 x 1.4 - 15.59 = 4.83; 0.39 x 6 + 11.8 - 15.59 = -1.45;
    // 0.39 x 13 + 11.8 x 24 / 13 - 15.59 = 11.2646.
    assert_eq!(Grade::of(10, 14), Grade(483));
    assert_eq!(Grade::of(6, 6), Grade(-145));
    assert_eq!(Grade::of(13, 24), Grade(1127));
    assert_eq!(Grade(-145).to_string(), "-1.45");
    assert_eq!(Grade(1127).to_string(), "11.27");
}

#[test]
fn syllable_counts_match_hand_counts() {
    let lexicon = lexicon();
    let spoken: BTreeSet<String> = sentences()
        .iter()
        .flat_map(|sentence| &sentence.words)
        .flat_map(|word| word.text.split_whitespace().map(str::to_lowercase))
        .collect();
    let mut wrong = Vec::new();
    let mut ours = 0;
    for (syllables, words) in COUNTED_BY_HAND {
        for word in words.split_whitespace() {
            ours += usize::from(spoken.contains(word));
            let counted = lexicon.spoken(word);
            if counted != *syllables {
                wrong.push(format!("{word}: {counted}, and by hand {syllables}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(ours >= 150, "only {ours} of the words stand in our texts");
}

#[test]
fn numbers_have_one_syllable_and_names_are_one_word() {
    let lexicon = lexicon();
    let counted = |text: &str| -> Vec<(String, i32)> {
        let words = lexicon.words(text).into_iter();
        words
            .map(|word| (word.text.clone(), word.syllables(Counting::AsSpoken)))
            .collect()
    };
    assert_eq!(
        counted("Call 988 (GHB, 1.5 oz)."),
        [("Call", 1), ("988", 1), ("GHB", 1), ("1.5", 1), ("oz", 1)]
            .map(|(word, syllables)| (word.to_owned(), syllables))
    );
    let named = lexicon.words("The SAMHSA National Helpline, or naloxone");
    let everyday = named
        .iter()
        .map(|word| (word.text.as_str(), word.syllables(Counting::Everyday)));
    assert_eq!(
        everyday.collect::<Vec<_>>(),
        [
            ("The", 1),
            ("SAMHSA National Helpline", 2),
            ("or", 1),
            ("naloxone", 2)
        ]
    );
}

#[test]
fn fragment_has_at_most_one_long_word() {
    let measure = |text: &str| {
        let sentence = Sentence::read("file", "key", text, &lexicon());
        sentence.measure(Counting::Everyday)
    };
    assert_eq!(measure("Physical health"), Measure::PlainFragment);
    assert_eq!(measure("Emergency help now"), Measure::PlainFragment);
    assert_eq!(measure("Possible confusion"), Measure::HardFragment);
    assert_eq!(measure("Temporary"), Measure::HardFragment);
    assert_eq!(
        measure("One two three four five"),
        Measure::Graded(Grade(-184))
    );
}

/// The list of exceptions is short, has reasons, and has no unused entry.
#[test]
fn every_lexicon_entry_occurs_in_a_text() {
    let lexicon = lexicon();
    let mut sentences = sentences();
    for locale in abroad() {
        sentences.extend(readability::read_in(&content(), &locale).unwrap());
    }
    let occurs = |wanted: &str| {
        let mut words = sentences.iter().flat_map(|sentence| &sentence.words);
        words.any(|word| word.text.eq_ignore_ascii_case(wanted))
    };
    let names = lexicon.services.iter().chain(&lexicon.names);
    let forms = lexicon.familiar.iter().flat_map(|word| &word.forms);
    let unused: Vec<&String> = names
        .chain(forms)
        .filter(|wanted| !occurs(wanted))
        .collect();
    assert!(unused.is_empty(), "take these out: {unused:?}");
    assert!(lexicon.familiar.len() < 25);
    assert!(lexicon.familiar.iter().all(|word| !word.reason.is_empty()));
}

/// Locales of English outside of the United States.
fn abroad() -> Vec<String> {
    let mut locales = content_compiler::author::locales(&content());
    locales.retain(|locale| locale.starts_with("en-"));
    locales
}

fn lexicon() -> Lexicon {
    Lexicon::read(&content(), &mut Vec::new()).unwrap()
}

fn sentences() -> Vec<Sentence> {
    readability::read(&content())
        .unwrap_or_else(|problems| panic!("{}", messages(&problems).join("\n")))
}
