//! The sources there are, and the check that everything names one of them.

use std::collections::BTreeSet;

use super::logic::Logic;
use super::problem::{Problem, Text};
use super::suggestion::unknown;
use toml::Spanned;

/// Every source that can be cited.
#[derive(Clone, Debug)]
pub struct Citations<'a> {
    known: BTreeSet<&'a str>,
}

impl<'a> Citations<'a> {
    /// The sources of `sources.toml`.
    pub fn of(logic: &'a Logic) -> Citations<'a> {
        let sources = logic.sources.body.source.iter();
        Citations {
            known: sources.map(|source| source.id.get_ref().as_str()).collect(),
        }
    }

    /// Something has a source, and every source it names is known.
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
