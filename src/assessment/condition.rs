//! When a rule fires: a closed set of conditions, none of them a negation.
//!
//! Because nothing here can say "not", a worse answer can only ever make more rules fire.

use super::questionnaire::{ItemIndex, Options};
use super::rating::{RiskRating, Scale};
use super::rule::RuleIndex;

/// A condition over answers, ratings and earlier rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The answer is at this rank or worse. For an item with several choices the rank is how many
    /// were chosen.
    AnsweredAtLeast(ItemIndex, u8),
    /// The answer includes one of these options.
    AnsweredAnyOf(ItemIndex, Options),
    /// One of these items was shown and has no definite answer.
    AnyUnknown(&'static [ItemIndex]),
    /// The rating is this or worse.
    RatingAtLeast(Scale, RiskRating),
    /// So many of these conditions hold.
    CountAtLeast(u8, &'static [Condition]),
    /// An earlier rule fired.
    RuleFired(RuleIndex),
    /// All of these hold.
    All(&'static [Condition]),
    /// At least one of these holds.
    Any(&'static [Condition]),
}
