//! Assessment engine: evaluates answers to a recommendation.
//!
//! The crate is pure: no clock, no storage, no user-facing text, no floats. The same answers always
//! give the same recommendation, and no answers can make it fail.
//! It contains no thresholds and no clinical claims: those live in `content/rules/` with sources.
//! Start at [`assess`]; everything else is a part of it.

mod day;

mod recommendation;

mod headline;

mod advice;

mod guidance;

mod sensitivity;

mod clarity;

mod range;

mod possible;

mod standing;

mod reason;

mod evaluation;

mod scored_answers;

mod response;

mod display;

mod item;

mod questionnaire;

mod rule;

mod condition;

mod rating;

mod output;

mod packed;

mod sorted_set;

pub use advice::{Advice, AdviceIndex, AdviceKind, HeldAdvice, Reviewer};
pub use clarity::most_informative_gaps;
pub use condition::{Completeness, Condition, DisplayCondition, Threshold};
pub use day::Day;
pub use display::{GuidanceEntry, GuidanceId, HeadlineEntry, PointsTo, TalkFirst};
pub use evaluation::Evaluation;
pub use guidance::Guidance;
pub use headline::{Gaps, Headline};
pub use output::{AddOn, Alert, FirstStep, LevelOfCare, Outputs, Track, Urgency};
pub use packed::Packed;
pub use questionnaire::{
    Edition, Item, ItemAnswers, ItemIndex, ItemKind, LinkId, OptionIndex, Options, Page, PageIndex,
    Questionnaire, RaisedBy, Roles, UnsureAs,
};
pub use range::Range;
pub use rating::{Dimension, Ratings, RiskRating, Scale};
pub use reason::{Reason, Sets, items_read_directly};
pub use recommendation::{Recommendation, RedFlag, Sign, assess, red_flags, shown};
pub use response::{Answer, Response};
pub use rule::{Effect, HelpId, Rule, RuleId, RuleIndex, SourceId};
pub use scored_answers::{GapPolicy, Missing, ScoredAnswers, Value};
pub use sensitivity::{Alternative, Change, WhatWouldChange, answers_behind, what_would_change};
pub use sorted_set::SortedSet;
pub use standing::{Standing, standing};
