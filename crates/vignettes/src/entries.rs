//! The entries of one table in a story's file, taken out by their keys.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use content_compiler::problem::{Problem, Text};

/// A table with its place. Whatever is missing or wrong in it goes to the problems.
pub(super) struct Entries<'a> {
    text: &'a Text,
    table: &'a DeTable<'a>,
    /// What the table is called in messages.
    name: &'static str,
    /// Where it begins.
    at: usize,
}

impl<'a> Entries<'a> {
    /// The table of the whole file. Tells of every key that is not known.
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

    /// A table inside this one. Tells of every key in it that is not known; no list, no check.
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

    /// Every key with its value.
    pub(super) fn iter(
        &self,
    ) -> impl Iterator<Item = (Spanned<&'a str>, &'a Spanned<DeValue<'a>>)> + use<'a> {
        self.table
            .iter()
            .map(|(key, value)| (Spanned::new(key.span(), key.get_ref().as_ref()), value))
    }

    /// What stands at a key, if anything does.
    pub(super) fn get(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.table.get(key)
    }

    /// What stands at a key that has to be there.
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

    /// A problem with the table as a whole.
    pub(super) fn problem(&self, message: impl Into<String>) -> Problem {
        self.text.problem_at(self.at, message)
    }

    /// A sentence.
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

    /// A whole number up to and including the most, if the key is there.
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

    /// One of these values by its rank, at a key that has to be there.
    pub(super) fn ranked<T: Copy>(
        &self,
        key: &str,
        all: &[T],
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        self.required(key, problems)?;
        self.ranked_if_there(key, all, problems)
    }

    /// One of these values by its rank, if the key is there.
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

    /// Names in brackets, each with its place; nothing where the key is not there.
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

/// Says that a name is not known, and which ones there are.
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
