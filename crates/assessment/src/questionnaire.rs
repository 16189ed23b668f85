//! What we ask: items with their options, in the order they are asked, and the rules that read them.

use super::advice::Advice;
use super::condition::DisplayCondition;
use super::display::{GuidanceEntry, HeadlineEntry, TalkFirst};
use super::rule::{HelpId, Rule, SourceId};

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
    /// Headlines in order: the first that holds is shown. No rule knows them.
    pub headlines: &'static [HeadlineEntry],
    /// What changes the words around a result. No rule knows it.
    pub guidance: &'static [GuidanceEntry],
    /// From which number of open questions on talking with a person comes first.
    pub talk_first: TalkFirst,
    /// Cards that would say the opposite of another: the first gives way to the second.
    pub gives_way: &'static [(HelpId, HelpId)],
    /// Items with a part of their own on the screen.
    pub roles: Roles,
    /// Renamed items: old link id, new link id.
    pub renamed: &'static [(LinkId, LinkId)],
    /// What became of answers to earlier versions.
    pub edition: Edition,
}

/// What became of answers to earlier versions: carried over where the meaning is the same, and asked
/// again where it is not.
#[derive(Clone, Copy, Debug)]
pub struct Edition {
    /// Answers to a version before this date are of an earlier edition.
    pub since: &'static str,
    /// Items whose meaning changed: their earlier answers count for nothing.
    pub asked_again: &'static [LinkId],
    /// Items that are asked no more.
    pub retired: &'static [&'static str],
    /// Options with another name and the same meaning: item, old code, new code.
    pub options: &'static [(LinkId, &'static str, &'static str)],
}

/// Items with a part of their own on the screen.
#[derive(Clone, Copy, Debug)]
pub struct Roles {
    /// Who the answers are about: asked on the start screen, and decides the wording.
    pub person: ItemIndex,
    /// What is happening right now: while it is open, the emergency line stays on screen.
    pub danger: ItemIndex,
}

/// The stable name of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkId(pub &'static str);

/// The index of an item in the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemIndex(pub u16);

/// The index of a page in the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageIndex(pub u16);

/// One screen of questions.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// The stable name.
    pub id: &'static str,
    /// The index of its section.
    pub section: u16,
    /// Whether it is asked on the result, where it acts, and not before.
    pub after_result: bool,
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
    /// The options that are medical signs: each one chosen is named on the result (V14).
    pub signs: Options,
    /// Asked when this holds; always where there is no condition.
    pub enable_when: Option<DisplayCondition>,
    /// The option a hidden item counts as, where it is not the lowest (I18).
    pub hidden_as: Option<u8>,
    /// What other answers say about this one by arithmetic.
    pub raised_by: &'static [RaisedBy],
    /// Whether its mildest option takes other answers' effect away, so that mild and unknown differ.
    pub takes_rows_away: bool,
    /// Whether rules read it. The others change words only.
    pub rated: bool,
    /// Whether it speaks of suicide, self-harm or hurting others: never named as what would change a
    /// result.
    pub sensitive: bool,
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

/// Another item with some of its answers.
#[derive(Clone, Copy, Debug)]
pub struct ItemAnswers {
    /// The other item, always an earlier one.
    pub item: ItemIndex,
    /// Its answers.
    pub any_of: Options,
}

/// What a missing or unsure answer counts as.
#[derive(Clone, Copy, Debug)]
pub struct UnsureAs {
    /// The option for "not sure".
    pub option: u8,
    /// The option for "rather not say" and for an item that was shown and left empty.
    pub skipped: u8,
    /// Another option instead of either, while an earlier item has one of these answers.
    pub instead: Option<(ItemAnswers, u8)>,
}

/// An answer elsewhere that makes this one at least so much, by arithmetic.
#[derive(Clone, Copy, Debug)]
pub struct RaisedBy {
    /// The other item: an earlier one, or a later one on the same page.
    pub item: ItemIndex,
    /// From this rank on …
    pub from: u8,
    /// … this item's rank is at least this.
    pub to: u8,
}

/// The index of an option in its item, from 0: the mildest.
pub type OptionIndex = u8;

/// A set of options of one item, by their index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Options(pub u32);

impl Options {
    /// The set that holds only this option.
    pub fn only(option: OptionIndex) -> Options {
        Options(1_u32.checked_shl(u32::from(option)).unwrap_or(0))
    }

    /// Tells whether an option is in the set.
    pub fn has(self, option: OptionIndex) -> bool {
        self.meets(Options::only(option))
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
    pub fn indices(self) -> impl Iterator<Item = u8> {
        (0..32).filter(move |option| self.has(*option))
    }

    /// The last option in the set.
    pub fn last(self) -> Option<u8> {
        self.indices().last()
    }
}
