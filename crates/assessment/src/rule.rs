//! A rule: a condition, what it raises, and where it comes from.

use super::condition::Condition;
use super::output::{AddOn, Alert, FirstStep, LevelOfCare, Track, Urgency};
use super::rating::{RiskRating, Scale};

/// The stable name of a rule: the evidence file's id, with a suffix where one row became several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub &'static str);

/// The index of a rule in the questionnaire. A rule may only refer to earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RuleIndex(pub u16);

/// The stable name of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceId(pub &'static str);

/// The stable name of a help screen or card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HelpId(pub &'static str);

/// A condition with what it raises.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The stable name.
    pub id: RuleId,
    /// When it fires.
    pub when: Condition,
    /// What it raises. Nothing is ever lowered.
    pub then: Effect,
    /// Where it comes from; never empty.
    pub sources: &'static [SourceId],
    /// Whether its level still counts once the person is stable (evidence file, C.1).
    pub counts_for_next_level: bool,
    /// Whether it only explains: without it every set of answers would come to the same outputs and ratings.
    pub explains: bool,
}

/// What a rule raises.
#[derive(Clone, Copy, Debug)]
pub struct Effect {
    /// Raises the alert to at least this.
    pub alert: Alert,
    /// Raises the first step to at least this.
    pub first_step: FirstStep,
    /// Raises the level to at least this.
    pub level: LevelOfCare,
    /// Raises the urgency to at least this.
    pub urgency: Urgency,
    /// Raises these ratings.
    pub ratings: &'static [(Scale, RiskRating)],
    /// Adds these.
    pub add_ons: &'static [AddOn],
    /// The help screen or card that goes with the alert.
    pub help: Option<HelpId>,
    /// The withdrawal track its first step speaks of.
    pub track: Option<Track>,
}
