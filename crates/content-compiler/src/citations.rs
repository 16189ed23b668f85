//! Known sources, and the check that every entry cites at least one.

use std::collections::BTreeSet;

use super::logic::Logic;
use super::problem::{Problem, Text};
use super::suggestion::unknown;
use toml::Spanned;

/// Ids of all sources.
#[derive(Clone, Debug)]
pub struct Citations<'a> {
    known: BTreeSet<&'a str>,
}

impl<'a> Citations<'a> {
    /// Collects the sources of `sources.toml`.
    pub fn of(logic: &'a Logic) -> Citations<'a> {
        let sources = logic.sources.body.source.iter();
        Citations {
            known: sources.map(|source| source.id.get_ref().as_str()).collect(),
        }
    }

    /// Reports an entry without sources, and unknown sources.
    pub fn check(
        &self,
        text: &Text,
        what: &str,
        id: &Spanned<String>,
        named: &[Spanned<String>],
        problems: &mut Vec<Problem>,
    ) {
        if named.is_empty() {
            let message = format!(
                "{what} '{}' has no source; name one of sources.toml.",
                id.get_ref()
            );
            problems.push(text.problem_at(id.span().start, message));
        }
        for source in named {
            if !self.known.contains(source.get_ref().as_str()) {
                let message = unknown("source", source.get_ref(), self.known.iter().copied());
                problems.push(text.problem_at(source.span().start, message));
            }
        }
    }
}
