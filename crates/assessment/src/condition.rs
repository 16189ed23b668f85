//! Conditions of rules: a closed set without negation.
//!
//! Without negation rules are monotone: a worse answer can only make more rules fire.

use super::output::{Alert, FirstStep, LevelOfCare, Track};
use super::questionnaire::{ItemIndex, Options};
use super::rating::{RiskRating, Scale};
use super::rule::RuleIndex;

/// A condition over answers, ratings and earlier rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The answer has this rank or a worse one. The rank of a multiple-choice item is the number of
    /// chosen options.
    AnsweredAtLeast(ItemIndex, u8),
    /// The answer includes one of these options.
    AnsweredAnyOf(ItemIndex, Options),
    /// One of these items was shown and has no definite answer.
    AnyUnknown(&'static [ItemIndex]),
    /// The rating is this or worse.
    RatingAtLeast(Scale, RiskRating),
    /// At least this many of these conditions hold.
    CountAtLeast(u8, &'static [Condition]),
    /// An earlier rule fired.
    RuleFired(RuleIndex),
    /// All of these hold.
    All(&'static [Condition]),
    /// At least one of these holds.
    Any(&'static [Condition]),
}

/// Condition under which something is displayed: a question, a headline, advice.
///
/// Unlike a [`Condition`] it may negate ("none of these") and read outputs. Rules cannot contain
/// one, so it can never lower an output (evidence file, C.1).
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum DisplayCondition {
    /// A condition of the kind that rules use.
    Holds(Condition),
    /// An output or rating is at least this value.
    Reached(Threshold),
    /// Every fired rule that raises the output to this value belongs to this track or to this list.
    OnlyFrom(Threshold, Option<Track>, &'static [RuleIndex]),
    /// A fact about missing answers.
    Completeness(Completeness),
    /// None of these hold.
    None(&'static [DisplayCondition]),
    /// All of these hold.
    All(&'static [DisplayCondition]),
    /// At least one of these holds.
    Any(&'static [DisplayCondition]),
}

/// Minimum value of an output or of a rating.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Threshold {
    /// The alert is this or more urgent.
    Alert(Alert),
    /// The first step is this or more.
    FirstStep(FirstStep),
    /// The computed level is this or higher, even where it is hidden under 18.
    Level(LevelOfCare),
    /// The rating is this or worse.
    Rating(Scale, RiskRating),
}

/// Effect of missing answers on the result (evidence file, V12).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// So many questions are unanswered that talking with a person comes first.
    ManyOpen,
    /// 24-hour withdrawal care is suggested even with every gap at its mildest option.
    CareStands,
}

// `Debug` prints a Rust path: `content/build.rs` generates code with it.
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

// `Debug` prints a Rust path: `content/build.rs` generates code with it.
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
