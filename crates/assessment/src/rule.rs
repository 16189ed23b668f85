//! Rule: a condition, its effect, and its sources.

use super::condition::Condition;
use super::output::{AddOn, Alert, FirstStep, LevelOfCare, Track, Urgency};
use super::rating::{RiskRating, Scale};

/// Stable id of a rule: the id in the evidence file, with a suffix where one row became several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub &'static str);

/// Index of a rule in the questionnaire. A rule refers only to earlier rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RuleIndex(pub u16);

/// Stable id of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceId(pub &'static str);

/// Stable id of a help screen or card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HelpId(pub &'static str);

/// Rule: a condition with its effect.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Stable id.
    pub id: RuleId,
    /// Condition under which it fires.
    pub when: Condition,
    /// Effect. It only raises, never lowers.
    pub then: Effect,
    /// Sources; never empty.
    pub sources: &'static [SourceId],
    /// Whether its level counts toward the level that follows stabilization (evidence file, C.1).
    pub counts_for_next_level: bool,
    /// Whether it only explains: without it, every response would give the same outputs and
    /// ratings.
    pub explains: bool,
}

/// Effect of a rule: what it raises.
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
    /// Add-ons.
    pub add_ons: &'static [AddOn],
    /// Help screen or card shown with the alert.
    pub help: Option<HelpId>,
    /// Withdrawal track of its first step.
    pub track: Option<Track>,
}
