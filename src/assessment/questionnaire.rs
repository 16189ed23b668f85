//! What we ask: items with their options, in the order they are asked, and the rules that read them.

use super::advice::Advice;
use super::rule::{Rule, SourceId};

/// Everything that is asked and every rule that reads it.
#[derive(Clone, Copy, Debug)]
pub struct Questionnaire {
    /// The canonical address, for FHIR.
    pub url: &'static str,
    /// The version of items and rules: the date they were last changed.
    pub version: &'static str,
    /// The date after which the rule set says of itself that it is due for review.
    pub review_by: &'static str,
    /// Groups of pages, for the progress bar.
    pub sections: &'static [&'static str],
    /// Pages in the order they are shown.
    pub pages: &'static [Page],
    /// Items in the order they are asked.
    pub items: &'static [Item],
    /// Rules in the order they are read.
    pub rules: &'static [Rule],
    /// Advice in the order it is shown. No rule knows it.
    pub advice: &'static [Advice],
    /// Renamed items: old link id, new link id.
    pub renamed: &'static [(LinkId, LinkId)],
}

/// The stable name of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkId(pub &'static str);

/// The place of an item in the questionnaire's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemIndex(pub u16);

/// The place of a page in the questionnaire's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageIndex(pub u16);

/// One screen of questions.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// The stable name.
    pub id: &'static str,
    /// The place of its section in the list.
    pub section: u16,
}

/// One question.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// The stable name.
    pub link_id: LinkId,
    /// The evidence file's question id with its part, such as `Q04.alcohol`.
    pub code: &'static str,
    /// How it is answered.
    pub kind: ItemKind,
    /// The page it stands on.
    pub page: PageIndex,
    /// The table it is a row of, where it is one.
    pub table: Option<&'static str>,
    /// Its group on the page, where the page has groups.
    pub group: Option<&'static str>,
    /// The choices, mildest first.
    pub options: &'static [&'static str],
    /// The rank of the first option: 1 where the mildest value is never on screen and means hidden.
    pub first_rank: u8,
    /// The options that stand alone in an item with several choices.
    pub exclusive: Options,
    /// What a missing or unsure answer counts as.
    pub unsure_as: UnsureAs,
    /// Asked when any of these holds; always when there are none.
    pub enable_when: &'static [EnableWhen],
    /// What other answers say about this one by arithmetic.
    pub raised_by: &'static [RaisedBy],
    /// Whether its mildest option takes other answers' effect away, so that mild and unknown differ.
    pub takes_rows_away: bool,
    /// Whether rules read it. The others change words only.
    pub rated: bool,
    /// Where the question comes from; never empty.
    pub sources: &'static [SourceId],
}

/// How an item is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// One option.
    ChooseOne,
    /// Any number of options, or one that stands alone.
    ChooseMany,
    /// One number on a scale.
    Scale,
}

/// Asks an item when another one has one of these answers.
#[derive(Clone, Copy, Debug)]
pub struct EnableWhen {
    /// The other item, always an earlier one.
    pub item: ItemIndex,
    /// Its answers.
    pub any_of: Options,
}

/// What a missing or unsure answer counts as.
#[derive(Clone, Copy, Debug)]
pub struct UnsureAs {
    /// The option.
    pub option: u8,
    /// Another option instead, while an earlier item has one of these answers.
    pub instead: Option<(EnableWhen, u8)>,
}

/// An answer elsewhere that makes this one at least so much, by arithmetic.
#[derive(Clone, Copy, Debug)]
pub struct RaisedBy {
    /// The earlier item.
    pub item: ItemIndex,
    /// From this rank on …
    pub from: u8,
    /// … this item's rank is at least this.
    pub to: u8,
}

/// A set of options of one item, by their place in its list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Options(pub u32);

impl Options {
    /// The set that holds only the option at `place`.
    pub fn only(place: u8) -> Options {
        Options(1_u32.checked_shl(u32::from(place)).unwrap_or(0))
    }

    /// Tells whether the option at `place` is in the set.
    pub fn has(self, place: u8) -> bool {
        self.meets(Options::only(place))
    }

    /// Tells whether the sets share an option.
    pub fn meets(self, other: Options) -> bool {
        self.0 & other.0 != 0
    }

    /// Tells whether nothing is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The set of what is in either.
    pub fn with(self, other: Options) -> Options {
        Options(self.0 | other.0)
    }

    /// The set without what is in the other.
    pub fn without(self, other: Options) -> Options {
        Options(self.0 & !other.0)
    }

    /// How many options are in the set.
    pub fn count(self) -> u8 {
        u8::try_from(self.0.count_ones()).unwrap_or(u8::MAX)
    }

    /// The places in the set, in order.
    pub fn places(self) -> impl Iterator<Item = u8> {
        (0..32).filter(move |place| self.has(*place))
    }

    /// The last place in the set.
    pub fn last(self) -> Option<u8> {
        self.places().last()
    }
}
