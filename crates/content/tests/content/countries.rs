//! What a country says otherwise: its own numbers, and no service, law or way to pay of the United States.

use content_compiler::author;
use content_compiler::country::parts;
use content_compiler::sentences;
use content_compiler::words_files::WordsFiles;

use crate::content;

/// Names of services, laws and ways to pay of the United States, in any language.
const OF_THE_UNITED_STATES: [&str; 19] = [
    "SAMHSA",
    "FindTreatment",
    "SafeSpot",
    "Medicaid",
    "Narcan",
    "1-800",
    "1-833",
    "1-855",
    "741741",
    "Call 211",
    "911",
    "QUIT-NOW",
    "ZIP",
    "ederal",
    "fédéral",
    "national helpline",
    "law of",
    "warrants",
    "US government",
];

/// Locales of other countries than the United States.
fn abroad() -> Vec<String> {
    let mut locales = author::locales(&content());
    locales.retain(|locale| parts(locale).1 != "us");
    assert!(locales.len() >= 7, "{locales:?}");
    locales
}

#[test]
fn nobody_abroad_reads_of_a_service_or_law_of_the_united_states() {
    for locale in abroad() {
        let (_, country) = parts(&locale);
        let mut problems = Vec::new();
        let words = WordsFiles::read(&content(), &locale, &mut problems).unwrap();
        let sentences = sentences::read(&words, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        let numbers = &words.lines.body.numbers;
        for (path, (_, sentence)) in &sentences {
            for name in OF_THE_UNITED_STATES {
                let is_own = numbers.emergency.as_deref() == Some(name);
                // The lines of a country may have toll-free numbers too.
                let is_line = path.starts_with("crisis.toml");
                assert!(
                    is_own || is_line || !sentence.contains(name),
                    "{locale} {path}: {sentence}"
                );
            }
            if country != "ca" {
                assert!(!sentence.contains("988"), "{locale} {path}: {sentence}");
            }
        }
    }
}

/// Where the crisis line takes no texts, or its hours are not confirmed, no sentence promises them.
#[test]
fn no_sentence_promises_a_text_or_an_hour_that_the_line_does_not() {
    for locale in abroad() {
        let words = author::words(&content(), &locale).unwrap();
        // Stands beside the line to call, and no source says what a call costs.
        let hours = words.phrases.act_any_hour;
        assert!(
            !["free", "gratuit"].iter().any(|free| hours.contains(free)),
            "{hours}"
        );
        let line = words.lines.get("lifeline").unwrap();
        let Some(number) = line.call else {
            continue;
        };
        for sentence in words.write() {
            if line.text.is_none() {
                let texts = [format!("text {number}"), format!("texto {number}")];
                let is_said = texts.iter().any(|text| sentence.contains(text));
                assert!(!is_said, "{locale}: {sentence}");
            }
            if line.hours.is_some() && sentence.contains(number) {
                assert!(!sentence.contains("any hour"), "{locale}: {sentence}");
            }
        }
    }
}

/// Each country has its emergency number in its sentences, or names none.
#[test]
fn sentences_name_the_emergency_number_of_the_country() {
    for locale in abroad() {
        let words = author::words(&content(), &locale).unwrap();
        let emergency = words.lines.get("emergency").unwrap();
        let (lead, _) = (
            words.help.get("emergency").unwrap().lead.0,
            words.everywhere.first(),
        );
        match emergency.call {
            Some(number) => assert!(lead.contains(number), "{locale}: {lead}"),
            None => assert!(
                !lead.contains(|letter: char| letter.is_ascii_digit()),
                "{lead}"
            ),
        }
        assert_eq!(words.everywhere.first(), Some(&"emergency"), "{locale}");
    }
}

#[test]
fn a_replacement_that_finds_nothing_and_an_unknown_key_are_reported() {
    let draft = crate::draft::Draft::of(&content());
    let file = "words/en/gb/replacements.toml";
    draft.replace(file, "[\"urgent care\"", "[\"urgent dare\"");
    let problems = draft.problems_with_words();
    assert!(
        problems
            .iter()
            .any(|problem| problem.contains("'urgent dare' stands in no sentence")),
        "{problems:?}"
    );
    let draft = crate::draft::Draft::of(&content());
    draft.replace(
        "words/en/outside-us/advice.toml",
        "[advice.child]",
        "[advice.childd]",
    );
    let problems = draft.problems_with_words();
    assert!(
        problems
            .iter()
            .any(|problem| problem.contains("there is no 'childd'")),
        "{problems:?}"
    );
}
