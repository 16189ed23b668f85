//! Asks a proof about answers by the names of items and options.

use biodivine_lib_bdd::Bdd;

use assessment::{ItemIndex, Options};

use super::Proof;

/// What is asked. A name that is not in the questionnaire holds everywhere, so that a claim resting on it
/// fails.
pub struct Answers<'a>(pub &'a Proof);

impl Answers<'_> {
    /// This option or a worse one.
    pub fn at(&self, link_id: &str, option: &str) -> Bdd {
        let read = |(index, _, rank): (ItemIndex, u8, u8)| self.0.scored.at_least(index, rank);
        self.option(link_id, option)
            .map_or_else(|| self.0.space.always(), read)
    }

    /// Chosen among several.
    pub fn has(&self, link_id: &str, option: &str) -> Bdd {
        let read = |(index, position, _): (ItemIndex, u8, u8)| {
            self.0.scored.any_of(index, Options::only(position))
        };
        self.option(link_id, option)
            .map_or_else(|| self.0.space.always(), read)
    }

    /// One of these groups used so lately (Q06).
    pub fn last(&self, groups: &[&str], time: &str) -> Bdd {
        self.any(groups, |group| self.at(&format!("last-{group}"), time))
    }

    /// One of these groups on so many days (Q04).
    pub fn days(&self, groups: &[&str], days: &str) -> Bdd {
        self.any(groups, |group| self.at(&format!("days-{group}"), days))
    }

    /// One of these.
    pub fn any<'n>(&self, names: &[&'n str], holds: impl Fn(&'n str) -> Bdd) -> Bdd {
        // From the last: diagrams that are built from the end upwards stay small.
        let each = names.iter().rev().map(|name| holds(name));
        each.fold(self.0.space.never(), |any, one| any.or(&one))
    }

    fn option(&self, link_id: &str, option: &str) -> Option<(ItemIndex, u8, u8)> {
        let index = self.0.questionnaire.find(link_id)?;
        let item = self.0.questionnaire.item(index)?;
        let position = item.option_index(option)?;
        Some((index, position, item.rank_of_option(position)))
    }
}
