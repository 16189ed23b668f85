//! Builds formulas about answers from link ids and option codes.

use biodivine_lib_bdd::Bdd;

use assessment::{ItemIndex, Options};

use super::Proof;

/// Formula builder. An unknown name gives a formula that is always true, so that claims using it
/// fail.
pub struct Answers<'a>(pub &'a Proof);

impl Answers<'_> {
    /// The answer is this option or a worse one.
    pub fn at(&self, link_id: &str, option: &str) -> Bdd {
        let read = |(index, _, rank): (ItemIndex, u8, u8)| self.0.scored.at_least(index, rank);
        self.option(link_id, option)
            .map_or_else(|| self.0.space.always(), read)
    }

    /// The multiple-choice answer includes this option.
    pub fn has(&self, link_id: &str, option: &str) -> Bdd {
        let read = |(index, position, _): (ItemIndex, u8, u8)| {
            self.0.scored.any_of(index, Options::only(position))
        };
        self.option(link_id, option)
            .map_or_else(|| self.0.space.always(), read)
    }

    /// One of these substances was last used at this time or more recently (Q06).
    pub fn last(&self, groups: &[&str], time: &str) -> Bdd {
        self.any(groups, |group| self.at(&format!("last-{group}"), time))
    }

    /// One of these substances was used on this many days or more (Q04).
    pub fn days(&self, groups: &[&str], days: &str) -> Bdd {
        self.any(groups, |group| self.at(&format!("days-{group}"), days))
    }

    /// At least one of these formulas holds.
    pub fn any<'n>(&self, names: &[&'n str], holds: impl Fn(&'n str) -> Bdd) -> Bdd {
        // In reverse variable order: intermediate diagrams stay small.
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
