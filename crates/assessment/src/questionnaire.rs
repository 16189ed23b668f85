//! Questionnaire: items with their options in display order, and the rules that read them.

use super::advice::Advice;
use super::condition::DisplayCondition;
use super::display::{GuidanceEntry, HeadlineEntry, TalkFirst};
use super::rule::{HelpId, Rule, SourceId};

/// Questionnaire with its items, rules and display entries.
#[derive(Clone, Copy, Debug)]
pub struct Questionnaire {
    /// Canonical URL, for FHIR.
    pub url: &'static str,
    /// Version of items and rules: the date of the last change.
    pub version: &'static str,
    /// Date after which the page says that the rule set is due for review.
    pub review_by: &'static str,
    /// Groups of pages, for the progress bar.
    pub sections: &'static [&'static str],
    /// Pages in display order.
    pub pages: &'static [Page],
    /// Items in display order.
    pub items: &'static [Item],
    /// Rules in evaluation order.
    pub rules: &'static [Rule],
    /// Advice in display order. No rule reads it.
    pub advice: &'static [Advice],
    /// Headlines in order: the first whose condition holds is shown. No rule reads them.
    pub headlines: &'static [HeadlineEntry],
    /// Guidance: changes to the words around a result. No rule reads it.
    pub guidance: &'static [GuidanceEntry],
    /// Limit on unanswered questions above which talking with a person comes first.
    pub talk_first: TalkFirst,
    /// Contradicting cards: where both would be shown, the second replaces the first.
    pub gives_way: &'static [(HelpId, HelpId)],
    /// Items with a special role on the screen.
    pub roles: Roles,
    /// Renamed items: former link id, current link id.
    pub renamed: &'static [(LinkId, LinkId)],
    /// Migration of answers to earlier versions.
    pub edition: Edition,
}

/// Migration of answers to earlier versions: an answer is carried over where its meaning is
/// unchanged, and asked again where it is not.
#[derive(Clone, Copy, Debug)]
pub struct Edition {
    /// Answers to a version before this date belong to an earlier edition.
    pub since: &'static str,
    /// Items whose meaning changed: earlier answers are dropped.
    pub asked_again: &'static [LinkId],
    /// Link ids of removed items.
    pub retired: &'static [&'static str],
    /// Renamed options with the same meaning: item, former code, current code.
    pub options: &'static [(LinkId, &'static str, &'static str)],
}

/// Items with a special role on the screen.
#[derive(Clone, Copy, Debug)]
pub struct Roles {
    /// Whom the answers are about: asked on the start screen; selects the voice of the words.
    pub person: ItemIndex,
    /// Danger right now: while it is unanswered, the emergency line stays on screen.
    pub danger: ItemIndex,
}

/// Link id: the stable id of an item (FHIR `linkId`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkId(pub &'static str);

/// Index of an item in the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemIndex(pub u16);

/// Index of a page in the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageIndex(pub u16);

/// One screen of questions.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// Stable id.
    pub id: &'static str,
    /// Index of its section.
    pub section: u16,
    /// Whether it is asked on the result page, where it takes effect, and not before.
    pub after_result: bool,
    /// Estimated height of its title on a phone of 360 CSS pixels, in CSS pixels.
    pub title_height: u16,
}

/// One question.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// Stable id.
    pub link_id: LinkId,
    /// Evidence id of the question with its part, such as `Q04.alcohol`.
    pub code: &'static str,
    /// Answer type.
    pub kind: ItemKind,
    /// Its page.
    pub page: PageIndex,
    /// Estimated height on a phone of 360 CSS pixels, in CSS pixels, with the space above it: a page with
    /// questions higher than its screen is shown in parts.
    pub height: u16,
    /// Table that it is a row of, if any.
    pub table: Option<&'static str>,
    /// Group on the page, if the page has groups.
    pub group: Option<&'static str>,
    /// Codes of the options, mildest first.
    pub options: &'static [&'static str],
    /// Rank of the first option: 1 where rank 0 means hidden and is never on screen.
    pub first_rank: u8,
    /// Exclusive options of a multiple-choice item ("none of these").
    pub exclusive: Options,
    /// Option that a missing or unsure answer counts as.
    pub unsure_as: UnsureAs,
    /// Options that are medical signs: each chosen one is named on the result (V14).
    pub signs: Options,
    /// Condition under which the item is asked; `None` means always.
    pub enable_when: Option<DisplayCondition>,
    /// Option that a hidden item counts as, if not the lowest (I18).
    pub hidden_as: Option<u8>,
    /// Lower bounds on the rank that follow from other answers by arithmetic.
    pub raised_by: &'static [RaisedBy],
    /// Whether its mildest option disables rules triggered by other answers, so that "mildest" and
    /// "unknown" differ.
    pub takes_rows_away: bool,
    /// Whether rules read it. Unrated items change words only.
    pub rated: bool,
    /// Whether it is about suicide, self-harm or hurting others: such an item is never named as one
    /// that would change a result.
    pub sensitive: bool,
    /// Sources of the question; never empty.
    pub sources: &'static [SourceId],
}

/// Answer type of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// Single choice.
    ChooseOne,
    /// Multiple choice, or one exclusive option.
    ChooseMany,
    /// One number on a scale.
    Scale,
}

/// Some answers of another item.
#[derive(Clone, Copy, Debug)]
pub struct ItemAnswers {
    /// The other item, always an earlier one.
    pub item: ItemIndex,
    /// Its answers.
    pub any_of: Options,
}

/// Option that a missing or unsure answer counts as.
#[derive(Clone, Copy, Debug)]
pub struct UnsureAs {
    /// The option for "not sure".
    pub option: u8,
    /// The option for "rather not say" and for an item that was shown and not answered.
    pub skipped: u8,
    /// Option that replaces both while an earlier item has one of these answers.
    pub instead: Option<(ItemAnswers, u8)>,
}

/// Lower bound on an item's rank that follows from another answer by arithmetic.
#[derive(Clone, Copy, Debug)]
pub struct RaisedBy {
    /// The other item: earlier, or later on the same page.
    pub item: ItemIndex,
    /// From this rank on …
    pub from: u8,
    /// … this item's rank is at least this.
    pub to: u8,
}

/// Index of an option in its item; 0 is the mildest.
pub type OptionIndex = u8;

/// Bit set of options of one item, by index.
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

    /// Tells whether the set is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Union of both sets.
    pub fn with(self, other: Options) -> Options {
        Options(self.0 | other.0)
    }

    /// Difference of both sets.
    pub fn without(self, other: Options) -> Options {
        Options(self.0 & !other.0)
    }

    /// Number of options in the set.
    pub fn count(self) -> u8 {
        u8::try_from(self.0.count_ones()).unwrap_or(u8::MAX)
    }

    /// Iterates over the indices in the set, in order.
    pub fn indices(self) -> impl Iterator<Item = u8> {
        (0..32).filter(move |option| self.has(*option))
    }

    /// The last option in the set.
    pub fn last(self) -> Option<u8> {
        self.indices().last()
    }
}
