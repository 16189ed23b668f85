//! The answers as the tables ask for them.

use crate::assessment::{ItemIndex, Options, Questionnaire};
use crate::proof::reading::{SymbolicSheet, at_least};
use crate::proof::space::Space;
use crate::proof::when::When;

/// Asks by the names of items and options. What has no such name holds nowhere.
pub struct Answers<'a> {
    questionnaire: &'a Questionnaire,
    sheet: &'a SymbolicSheet,
    space: &'a Space,
}

impl<'a> Answers<'a> {
    /// Asks about all sheets of a space.
    pub fn new(
        questionnaire: &'a Questionnaire,
        sheet: &'a SymbolicSheet,
        space: &'a Space,
    ) -> Answers<'a> {
        Answers {
            questionnaire,
            sheet,
            space,
        }
    }

    /// This option or a worse one.
    pub fn at(&self, link_id: &str, option: &str) -> When {
        let read = |(index, _, rank): (ItemIndex, u8, u8)| When(self.sheet.at_least(index, rank));
        self.option(link_id, option)
            .map_or_else(|| self.never(), read)
    }

    /// Chosen among several.
    pub fn has(&self, link_id: &str, option: &str) -> When {
        let read = |(index, place, _): (ItemIndex, u8, u8)| {
            When(self.sheet.any_of(index, Options::only(place)))
        };
        self.option(link_id, option)
            .map_or_else(|| self.never(), read)
    }

    /// Anything among several.
    pub fn any(&self, link_id: &str) -> When {
        let index = self.questionnaire.find(link_id);
        index.map_or_else(|| self.never(), |index| When(self.sheet.at_least(index, 1)))
    }

    /// One of these groups chosen in Q03.
    pub fn used(&self, groups: &[&str]) -> When {
        self.one(groups, |group| self.has("substances", group))
    }

    /// One of these groups used so lately (Q06).
    pub fn last(&self, groups: &[&str], time: &str) -> When {
        self.one(groups, |group| self.at(&format!("last-{group}"), time))
    }

    /// NEAR-DAILY of C.3.
    pub fn near_daily(&self, group: &str) -> When {
        self.at(&format!("days-{group}"), "13-20-days")
    }

    /// A question between these two, ends included, was asked and not answered.
    pub fn open(&self, from: &str, to: &str) -> When {
        let items = self.questionnaire.indexed_items();
        let between = items.filter(|(_, item)| item.question() >= from && item.question() <= to);
        let missing: Vec<When> = between
            .map(|(index, _)| When(self.sheet.missing(index)))
            .collect();
        // From the last: diagrams that are built from the end upwards stay small.
        let open = missing.iter().rev();
        open.fold(self.never(), |any, one| any | one)
    }

    /// Use that goes beyond medicines taken as prescribed (C.3, below the table of D).
    pub fn beyond_as_prescribed(&self) -> When {
        let never_a_medicine = [
            "alcohol",
            "ghb",
            "kratom",
            "stimulants",
            "cannabis",
            "other",
            "unknown",
        ];
        self.used(&never_a_medicine)
            | self.at("sedative-source", "not-as-prescribed")
            | self.at("opioid-supply", "some-misuse")
    }

    /// At least so many of these.
    pub fn count(&self, least: usize, of: &[When]) -> When {
        let of: Vec<_> = of.iter().map(|when| when.0.clone()).collect();
        let (never, always) = (self.space.never(), self.space.always());
        When(at_least(least, &of, &never, &always))
    }

    /// The items of one question that are answered with "yes", by their codes.
    pub fn signs(&self, question: &str) -> Vec<(&'static str, When)> {
        let items = self.questionnaire.indexed_items();
        let of_it = items.filter(|(_, item)| item.question() == question);
        of_it
            .map(|(_, item)| (item.code, self.at(item.link_id.0, "yes")))
            .collect()
    }

    /// Everywhere.
    pub fn always(&self) -> biodivine_lib_bdd::Bdd {
        self.space.always()
    }

    /// Nowhere.
    pub fn never(&self) -> When {
        When(self.space.never())
    }

    /// One of these.
    pub fn one<'n>(&self, names: &[&'n str], when: impl Fn(&'n str) -> When) -> When {
        let each = names.iter().map(|name| when(name));
        each.fold(self.never(), |any, one| any | one)
    }

    fn option(&self, link_id: &str, option: &str) -> Option<(ItemIndex, u8, u8)> {
        let index = self.questionnaire.find(link_id)?;
        let item = self.questionnaire.item(index)?;
        let place = item.place_of(option)?;
        Some((index, place, item.rank_of_option(place)))
    }
}
