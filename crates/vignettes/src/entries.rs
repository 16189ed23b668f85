//! Reader for one TOML table of a story file.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use content_compiler::problem::{Problem, Text};

/// TOML table with its position. Reports missing and invalid entries as problems.
pub(super) struct Entries<'a> {
    text: &'a Text,
    table: &'a DeTable<'a>,
    /// Name of the table in messages.
    name: &'static str,
    /// Byte offset of its start.
    at: usize,
}

impl<'a> Entries<'a> {
    /// Creates a reader for the root table. Reports unknown keys.
    pub(super) fn of_file(
        text: &'a Text,
        table: &'a DeTable<'a>,
        known: &[&str],
        problems: &mut Vec<Problem>,
    ) -> Entries<'a> {
        let entries = Entries {
            text,
            table,
            name: "the story",
            at: 0,
        };
        entries.refuse_others(known, problems);
        entries
    }

    /// Creates a reader for an inner table. Reports unknown keys; an empty `known` disables that
    /// check.
    pub(super) fn inner(
        &self,
        key: &'static str,
        known: &[&str],
        problems: &mut Vec<Problem>,
    ) -> Option<Entries<'a>> {
        let value = self.required(key, problems)?;
        let DeValue::Table(table) = value.get_ref() else {
            self.refuse(value, format!("'{key}' is a table"), problems);
            return None;
        };
        let entries = Entries {
            text: self.text,
            table,
            name: key,
            at: value.span().start,
        };
        if !known.is_empty() {
            entries.refuse_others(known, problems);
        }
        Some(entries)
    }

    /// Iterates over keys and values.
    pub(super) fn iter(
        &self,
    ) -> impl Iterator<Item = (Spanned<&'a str>, &'a Spanned<DeValue<'a>>)> + use<'a> {
        self.table
            .iter()
            .map(|(key, value)| (Spanned::new(key.span(), key.get_ref().as_ref()), value))
    }

    /// Looks up an optional key.
    pub(super) fn get(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.table.get(key)
    }

    /// Looks up a required key; reports if it is missing.
    pub(super) fn required(
        &self,
        key: &str,
        problems: &mut Vec<Problem>,
    ) -> Option<&'a Spanned<DeValue<'a>>> {
        let found = self.get(key);
        if found.is_none() {
            let message = format!("there is no '{key}' in {}; add it.", self.name);
            problems.push(self.problem(message));
        }
        found
    }

    /// Creates a problem at the start of the table.
    pub(super) fn problem(&self, message: impl Into<String>) -> Problem {
        self.text.problem_at(self.at, message)
    }

    /// Parses a required text.
    pub(super) fn sentence(&self, key: &str, problems: &mut Vec<Problem>) -> Option<&'a str> {
        let value = self.required(key, problems)?;
        match value.get_ref().as_str() {
            Some(sentence) if !sentence.trim().is_empty() => Some(sentence),
            Some(_) | None => {
                self.refuse(value, format!("'{key}' is a text in quotes"), problems);
                None
            }
        }
    }

    /// Parses an optional integer from 0 to `most`.
    pub(super) fn number(&self, key: &str, most: u8, problems: &mut Vec<Problem>) -> Option<u8> {
        let value = self.get(key)?;
        let number = value.get_ref().as_integer().and_then(|number| {
            (number.radix() == 10)
                .then(|| number.as_str().parse::<u8>().ok())
                .flatten()
        });
        if number.is_none_or(|number| number > most) {
            let message = format!("'{key}' is a number from 0 to {most}");
            self.refuse(value, message, problems);
            return None;
        }
        number
    }

    /// Parses a required rank to one of these values.
    pub(super) fn ranked<T: Copy>(
        &self,
        key: &str,
        all: &[T],
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        self.required(key, problems)?;
        self.ranked_if_there(key, all, problems)
    }

    /// Parses an optional rank to one of these values.
    pub(super) fn ranked_if_there<T: Copy>(
        &self,
        key: &str,
        all: &[T],
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        let most = u8::try_from(all.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let rank = self.number(key, most, problems)?;
        all.get(usize::from(rank)).copied()
    }

    /// Parses an optional list of names with their positions.
    pub(super) fn names(&self, key: &str, problems: &mut Vec<Problem>) -> Vec<Spanned<&'a str>> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let Some(array) = value.get_ref().as_array() else {
            let message = format!("'{key}' is a list of names in brackets, such as [\"one\"]");
            self.refuse(value, message, problems);
            return Vec::new();
        };
        let mut names = Vec::new();
        for entry in array.iter() {
            match entry.get_ref().as_str() {
                Some(name) => names.push(Spanned::new(entry.span(), name)),
                None => self.refuse(entry, format!("'{key}' holds names in quotes"), problems),
            }
        }
        names
    }

    fn refuse(&self, value: &Spanned<DeValue<'_>>, is: String, problems: &mut Vec<Problem>) {
        let message = format!("{is}; write it so.");
        problems.push(self.text.problem_at(value.span().start, message));
    }

    fn refuse_others(&self, known: &[&str], problems: &mut Vec<Problem>) {
        for (key, _) in self.iter() {
            if !known.contains(key.get_ref()) {
                let message = one_of("key", key.get_ref(), known.iter().copied());
                problems.push(self.text.problem_at(key.span().start, message));
            }
        }
    }
}

/// Formats a message that a name is unknown, with the known names.
pub(super) fn one_of<'a>(
    what: &str,
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    format!(
        "there is no {what} '{name}'; write one of: {}.",
        known.join(", ")
    )
}
