//! Picks the headline of a result, and evaluates display conditions.

use super::condition::{Completeness, DisplayCondition, Threshold};
use super::display::{HeadlineEntry, PointsTo};
use super::evaluation::{Evaluation, rates};
use super::questionnaire::Questionnaire;
use super::rule::Rule;

/// First line of a result (evidence file, C.1). The content files define headlines, their order and
/// their conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headline {
    /// Stable code.
    pub id: &'static str,
    /// Kind of help that the next step leads to.
    pub points_to: PointsTo,
}

impl Headline {
    /// Stable code.
    pub fn code(self) -> &'static str {
        self.id
    }

    /// Tells whether the headline points to emergency help.
    pub fn is_emergency(self) -> bool {
        self.points_to == PointsTo::Emergency
    }
}

impl From<&HeadlineEntry> for Headline {
    fn from(entry: &HeadlineEntry) -> Headline {
        Headline {
            id: entry.id,
            points_to: entry.points_to,
        }
    }
}

/// Effect of missing answers on the result (V12).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    /// Whether so many answers are missing that the talk-first headline is shown.
    pub many_open: bool,
    /// Whether 24-hour withdrawal care is suggested even with every gap at its mildest option.
    pub care_stands: bool,
}

/// Picks the first headline whose condition holds. The last one in the content always holds; the
/// fallback, talking with a person, is never wrong.
pub fn headline(questionnaire: &Questionnaire, evaluation: &Evaluation, gaps: Gaps) -> Headline {
    let mut headlines = questionnaire.headlines.iter();
    headlines
        .find(|entry| shows(questionnaire, evaluation, gaps, &entry.when))
        .map_or(
            Headline {
                id: "talk-first",
                points_to: PointsTo::Helpline,
            },
            Headline::from,
        )
}

/// Tells whether a display condition holds.
pub fn shows(
    questionnaire: &Questionnaire,
    evaluation: &Evaluation,
    gaps: Gaps,
    condition: &DisplayCondition,
) -> bool {
    let shows = |one: &DisplayCondition| shows(questionnaire, evaluation, gaps, one);
    match condition {
        DisplayCondition::Holds(condition) => evaluation.holds(condition),
        DisplayCondition::Reached(threshold) => reached(evaluation, *threshold),
        DisplayCondition::OnlyFrom(threshold, track, rules) => evaluation
            .fired(questionnaire)
            .filter(|(_, rule)| gives(rule, *threshold))
            .all(|(index, rule)| {
                track.is_some_and(|track| rule.then.track == Some(track)) || rules.contains(&index)
            }),
        DisplayCondition::Completeness(Completeness::ManyOpen) => gaps.many_open,
        DisplayCondition::Completeness(Completeness::CareStands) => gaps.care_stands,
        DisplayCondition::None(list) => !list.iter().any(shows),
        DisplayCondition::All(list) => list.iter().all(shows),
        DisplayCondition::Any(list) => list.iter().any(shows),
    }
}

fn reached(evaluation: &Evaluation, threshold: Threshold) -> bool {
    let outputs = evaluation.outputs;
    match threshold {
        Threshold::Alert(alert) => outputs.alert >= alert,
        Threshold::FirstStep(step) => outputs.first_step >= step,
        Threshold::Level(level) => outputs.level >= level,
        Threshold::Rating(scale, rating) => evaluation.ratings.get(scale) >= rating,
    }
}

/// Tells whether a rule alone raises the output to this threshold.
pub(super) fn gives(rule: &Rule, threshold: Threshold) -> bool {
    match threshold {
        Threshold::Alert(alert) => rule.then.alert >= alert,
        Threshold::FirstStep(step) => rule.then.first_step >= step,
        Threshold::Level(level) => rule.then.level >= level,
        Threshold::Rating(scale, rating) => rates(rule, scale, rating),
    }
}
