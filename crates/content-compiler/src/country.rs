//! Countries: their crisis lines, and what the words of a language say otherwise there.
//!
//! Words are written for the United States. `words/<language>/outside-us/` says otherwise what names a law, a
//! service or a way to pay of that country, and `words/<language>/<country>/` adds what is known of one country.
//! Both hold parts of the files beside them: a text there takes the place of the text of the same key, and
//! `replacements.toml` changes words inside of sentences. Last, the numbers for an emergency and for a crisis are
//! exchanged. Start at [`Country::of`].

use std::cell::Cell;
use std::collections::BTreeSet;
use std::path::Path;

use i18n::filling::standing_alone;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::{Table, Value};

use super::crisis::{CrisisFile, Numbers};
use super::logic::{LoadedFile, load};
use super::problem::{Problem, Text};

/// The country that all words are written for.
pub const HOME: &str = "us";

/// Folder of what every other country says otherwise.
const ELSEWHERE: &str = "outside-us";

/// A country with its crisis lines, and what it says otherwise in one language.
#[derive(Debug)]
pub struct Country {
    language: String,
    /// Its code in lower case, as the name of its files.
    code: String,
    /// Its crisis lines.
    pub lines: LoadedFile<CrisisFile>,
    /// Numbers of [`HOME`], with what stands in their place.
    numbers: Vec<(String, String)>,
    replacements: Vec<Replacement>,
    /// Advice that has no meaning there.
    pub left_out: BTreeSet<String>,
}

/// Words inside of sentences that are exchanged.
#[derive(Debug)]
struct Replacement {
    file: Text,
    from: String,
    to: String,
    was_used: Cell<bool>,
}

/// Schema of `replacements.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Replacements {
    #[serde(default)]
    omit_advice: Vec<String>,
    replace: Vec<(String, String)>,
}

/// Splits the tag of a locale: `en-GB` is English in `gb`, and `en` alone is English in [`HOME`].
pub fn parts(locale: &str) -> (&str, String) {
    let (language, country) = locale.split_once('-').unwrap_or((locale, HOME));
    (language, country.to_lowercase())
}

/// Lists the locales of a language: its own tag, then one for each further country that it has words for.
pub fn locales(folder: &Path, language: &str) -> Vec<String> {
    let entries = std::fs::read_dir(folder.join("words").join(language));
    let names = entries.into_iter().flatten().flatten();
    let names = names.filter(|entry| entry.path().is_dir());
    let mut countries: Vec<String> = names
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name != ELSEWHERE)
        .map(|name| format!("{language}-{}", name.to_uppercase()))
        .collect();
    countries.sort();
    countries.insert(0, language.to_owned());
    countries
}

impl Country {
    /// Reads the country of a locale.
    pub fn of(folder: &Path, locale: &str, problems: &mut Vec<Problem>) -> Option<Country> {
        let (language, code) = parts(locale);
        let lines = load::<CrisisFile>(folder, &format!("crisis/{code}.toml"), problems)?;
        if code == HOME {
            return Some(Country {
                language: language.to_owned(),
                code,
                lines,
                numbers: Vec::new(),
                replacements: Vec::new(),
                left_out: BTreeSet::new(),
            });
        }
        let home = load::<CrisisFile>(folder, &format!("crisis/{HOME}.toml"), problems)?;
        let pair = |of: fn(&Numbers) -> &Option<String>| {
            of(&home.body.numbers)
                .clone()
                .zip(of(&lines.body.numbers).clone())
        };
        let numbers = [
            pair(|numbers| &numbers.emergency),
            pair(|numbers| &numbers.crisis),
        ];
        let mut replacements = Vec::new();
        let mut left_out = BTreeSet::new();
        for part in [ELSEWHERE, &code] {
            let file = format!("words/{language}/{part}/replacements.toml");
            if !folder.join(&file).exists() {
                continue;
            }
            let LoadedFile { text, body } = load::<Replacements>(folder, &file, problems)?;
            left_out.extend(body.omit_advice);
            replacements.extend(body.replace.into_iter().map(|(from, to)| Replacement {
                file: text.clone(),
                from,
                to,
                was_used: Cell::new(false),
            }));
        }
        Some(Country {
            language: language.to_owned(),
            numbers: numbers.into_iter().flatten().collect(),
            code,
            lines,
            replacements,
            left_out,
        })
    }

    /// Loads a words file of the language as this country says it.
    pub fn words<T: DeserializeOwned>(
        &self,
        folder: &Path,
        name: &str,
        problems: &mut Vec<Problem>,
    ) -> Option<LoadedFile<T>> {
        let file = |part: &str| format!("words/{}/{part}{name}.toml", self.language);
        if self.code == HOME {
            return load(folder, &file(""), problems);
        }
        let mut words = load::<Table>(folder, &file(""), problems)?.body;
        let is_lines = name == "crisis";
        if is_lines {
            // No line of another country is left.
            words.remove("lines");
        }
        for part in [ELSEWHERE, &self.code] {
            let file = file(&format!("{part}/"));
            if !folder.join(&file).exists() {
                continue;
            }
            let otherwise = load::<Table>(folder, &file, problems)?;
            merge(&mut words, otherwise, is_lines, problems);
        }
        if let Some(Value::Table(advice)) = words.get_mut("advice") {
            advice.retain(|id, _| !self.left_out.contains(id));
        }
        let mut words = Value::Table(words);
        if !is_lines {
            self.exchange(&mut words);
        }
        let text = Text {
            file: file(&format!("{}/", self.code)),
            body: toml::to_string(&words).ok()?,
        };
        match toml::from_str(&text.body) {
            Ok(body) => Some(LoadedFile { text, body }),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                problems.push(text.problem_at(at, format!("{}.", error.message().trim_end())));
                None
            }
        }
    }

    /// Reports replacements that found nothing in all files.
    pub fn report_unused(&self, problems: &mut Vec<Problem>) {
        let unused = self.replacements.iter();
        for unused in unused.filter(|one| !one.was_used.get()) {
            let message = format!("'{}' stands in no sentence; take it out.", unused.from);
            problems.push(unused.file.problem_near(&unused.from, message));
        }
    }

    fn exchange(&self, value: &mut Value) {
        match value {
            Value::String(sentence) => {
                for replacement in &self.replacements {
                    if sentence.contains(&replacement.from) {
                        replacement.was_used.set(true);
                        *sentence = sentence.replace(&replacement.from, &replacement.to);
                    }
                }
                for (from, to) in &self.numbers {
                    *sentence = replace_number(sentence, from, to);
                }
            }
            Value::Array(values) => values.iter_mut().for_each(|value| self.exchange(value)),
            Value::Table(table) => {
                for (_, value) in table.iter_mut() {
                    self.exchange(value);
                }
            }
            Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {}
        }
    }
}

/// Replaces a number where it stands by itself.
fn replace_number(sentence: &str, from: &str, to: &str) -> String {
    let mut written = String::new();
    let mut rest = sentence;
    while let Some((before, after)) =
        standing_alone(rest, from).and_then(|at| rest.split_at_checked(at))
    {
        written.push_str(before);
        written.push_str(to);
        rest = after.strip_prefix(from).unwrap_or_default();
    }
    written + rest
}

/// Puts the texts of `otherwise` in the place of those with the same key. Reports keys that there are not.
fn merge(
    words: &mut Table,
    otherwise: LoadedFile<Table>,
    is_new: bool,
    problems: &mut Vec<Problem>,
) {
    fn into(words: &mut Table, otherwise: Table, each: &mut dyn FnMut(&str)) {
        for (key, value) in otherwise {
            match (words.get_mut(&key), value) {
                (Some(Value::Table(words)), Value::Table(value)) => into(words, value, each),
                (Some(known), value) => *known = value,
                (None, value) => {
                    each(&key);
                    words.insert(key, value);
                }
            }
        }
    }
    let LoadedFile { text, body } = otherwise;
    into(words, body, &mut |key| {
        if !is_new {
            let message = format!("there is no '{key}' in the words that this file changes.");
            problems.push(text.problem_near(key, message));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_exchanged_where_it_stands_alone() {
        let said = replace_number(
            "Call 911, 1-911-9110 or 9-911. The 911 operator.",
            "911",
            "112",
        );
        assert_eq!(said, "Call 112, 1-911-9110 or 9-911. The 112 operator.");
    }

    #[test]
    fn a_locale_has_a_language_and_a_country() {
        assert_eq!(parts("en"), ("en", "us".to_owned()));
        assert_eq!(parts("en-GB"), ("en", "gb".to_owned()));
        assert_eq!(parts("en-001"), ("en", "001".to_owned()));
    }
}
