//! Checks on every sentence of a locale, across all words files.

use std::collections::{BTreeMap, BTreeSet};

use i18n::filling::is_right_to_left;

use super::problem::{Problem, Text};
use super::words_check::REFERENCE;
use super::words_files::WordsFiles;

/// Sentences by their key path, each with its file.
pub type Sentences = BTreeMap<String, (Text, String)>;

/// Collects every sentence of a locale by key path; reports markup, and texts that are not one
/// line.
pub fn read(words: &WordsFiles, problems: &mut Vec<Problem>) -> Sentences {
    let mut flat = BTreeMap::new();
    let texts = [
        &words.questionnaire.text,
        &words.reasons.text,
        &words.levels.text,
        &words.headlines.text,
        &words.add_ons.text,
        &words.advice.text,
        &words.take_along.text,
        &words.help.text,
        &words.crisis.text,
        &words.phrases.text,
        &words.paper.text,
    ];
    for text in texts {
        let Ok(table) = toml::from_str::<toml::Table>(&text.body) else {
            continue;
        };
        let name = text.file.rsplit('/').next().unwrap_or_default().to_owned();
        flatten(&name, &toml::Value::Table(table), &mut |path, sentence| {
            flat.insert(path.to_owned(), (text.clone(), sentence.to_owned()));
        });
    }
    for (text, sentence) in flat.values() {
        if sentence.contains(['<', '>']) || sentence.contains("&amp;") {
            let message = "markup has no place in words; say it in plain text.";
            problems.push(text.problem_near(sentence, message));
        }
        if has_turned_number(sentence) {
            let message = "a number with dashes is shown turned around after Arabic letters; put U+2066 before it and U+2069 after it.";
            problems.push(text.problem_near(sentence, message));
        }
        if sentence.trim() != sentence || sentence.is_empty() || sentence.contains('\n') {
            let message = "a text is one line, never empty, with no space at its ends.";
            problems.push(text.problem_near(sentence, message));
        }
    }
    flat
}

/// Whether a right-to-left sentence has a number such as 1-800 that nothing isolates.
fn has_turned_number(sentence: &str) -> bool {
    let is_number = |letter: char| letter.is_ascii_digit() || ['-', '–'].contains(&letter);
    let mut before = ' ';
    sentence.chars().any(is_right_to_left)
        && sentence
            .split_inclusive(|letter| !is_number(letter))
            .any(|part| {
                let last = part
                    .chars()
                    .next_back()
                    .filter(|letter| !is_number(*letter));
                let number = last.map_or(part, |last| part.trim_end_matches(last));
                let joined = number.trim_matches(['-', '–']).contains(['-', '–']);
                let is_bare = joined && before != '\u{2066}';
                before = last.unwrap_or(' ');
                is_bare
            })
}

/// Reports placeholders that differ from the reference locale.
pub fn compare(reference: &Sentences, other: &Sentences, problems: &mut Vec<Problem>) {
    for (path, (text, sentence)) in other {
        let Some((_, original)) = reference.get(path) else {
            continue;
        };
        let (wanted, found) = (placeholders(original), placeholders(sentence));
        if wanted != found {
            let message =
                format!("the placeholders are {found:?}, but {REFERENCE} has {wanted:?}.");
            problems.push(text.problem_near(sentence, message));
        }
    }
}

/// Names of the placeholders in braces in a sentence.
fn placeholders(sentence: &str) -> BTreeSet<&str> {
    sentence
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split('}').next())
        .collect()
}

fn flatten(path: &str, value: &toml::Value, each: &mut impl FnMut(&str, &str)) {
    match value {
        toml::Value::String(sentence) => each(path, sentence),
        toml::Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                flatten(&format!("{path}.{index}"), value, each);
            }
        }
        toml::Value::Table(table) => {
            for (key, value) in table {
                flatten(&format!("{path}.{key}"), value, each);
            }
        }
        toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)
        | toml::Value::Datetime(_) => {}
    }
}
