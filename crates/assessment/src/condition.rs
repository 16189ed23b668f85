//! When a rule fires: a closed set of conditions, none of them a negation.
//!
//! Because nothing here can say "not", a worse answer can only ever make more rules fire.

use super::output::{Alert, FirstStep, LevelOfCare, Track};
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

/// When something is displayed: a question, a headline, a piece of advice.
///
/// Unlike a [`Condition`] it may say "at most" and "none of these", and it may read outputs. No rule can
/// hold one, so nothing it says can lower an output (evidence file, C.1).
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum DisplayCondition {
    /// A condition as the rules have it.
    Holds(Condition),
    /// An output has reached this value.
    Reached(Threshold),
    /// Every rule that raises the output to this value is of this track, or one of these.
    OnlyFrom(Threshold, Option<Track>, &'static [RuleIndex]),
    /// How complete the answers are.
    Completeness(Completeness),
    /// None of these hold.
    None(&'static [DisplayCondition]),
    /// All of these hold.
    All(&'static [DisplayCondition]),
    /// At least one of these holds.
    Any(&'static [DisplayCondition]),
}

/// A value of an output, or of a rating.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Threshold {
    /// The alert is this or more urgent.
    Alert(Alert),
    /// The first step is this or more.
    FirstStep(FirstStep),
    /// The level is this or higher, also where it is hidden under 18.
    Level(LevelOfCare),
    /// The rating is this or worse.
    Rating(Scale, RiskRating),
}

/// What the gaps in the answers do to the result (evidence file, V12).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// So many questions are open that talking with a person comes first.
    ManyOpen,
    /// Withdrawal care around the clock stands even with every gap at its mildest option.
    CareStands,
}

// The debug form is the path in Rust: `content/build.rs` writes the logic with it.
impl std::fmt::Debug for DisplayCondition {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("DisplayCondition::")?;
        match self {
            DisplayCondition::Holds(condition) => write!(formatter, "Holds({condition:?})"),
            DisplayCondition::Reached(threshold) => write!(formatter, "Reached({threshold:?})"),
            DisplayCondition::OnlyFrom(threshold, track, rules) => {
                write!(formatter, "OnlyFrom({threshold:?}, {track:?}, {rules:?})")
            }
            DisplayCondition::Completeness(state) => {
                write!(formatter, "Completeness(Completeness::{state:?})")
            }
            DisplayCondition::None(list) => write!(formatter, "None({list:?})"),
            DisplayCondition::All(list) => write!(formatter, "All({list:?})"),
            DisplayCondition::Any(list) => write!(formatter, "Any({list:?})"),
        }
    }
}

// The debug form is the path in Rust: `content/build.rs` writes the logic with it.
impl std::fmt::Debug for Threshold {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Threshold::")?;
        match self {
            Threshold::Alert(alert) => write!(formatter, "Alert({alert:?})"),
            Threshold::FirstStep(step) => write!(formatter, "FirstStep({step:?})"),
            Threshold::Level(level) => write!(formatter, "Level({level:?})"),
            Threshold::Rating(scale, rating) => write!(formatter, "Rating({scale:?}, {rating:?})"),
        }
    }
}
