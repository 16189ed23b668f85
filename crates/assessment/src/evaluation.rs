//! Evaluates the rules on scored answers.

use super::condition::{Condition, DisplayCondition};
use super::output::{AddOn, LevelOfCare, Outputs};
use super::questionnaire::{ItemIndex, Questionnaire};
use super::rating::{Ratings, RiskRating, Scale};
use super::rule::{Effect, Rule, RuleIndex};
use super::scored_answers::ScoredAnswers;
use super::sorted_set::SortedSet;

/// Result of evaluating all rules once on [`ScoredAnswers`].
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// The answers that were evaluated.
    pub scored: ScoredAnswers,
    /// The rating of every scale.
    pub ratings: Ratings,
    /// Alert, first step, level and urgency.
    pub outputs: Outputs,
    /// Level of care that usually follows the first step.
    pub next_level: LevelOfCare,
    /// Add-ons.
    pub add_ons: SortedSet<AddOn>,
    fired: Vec<bool>,
}

impl Evaluation {
    /// Evaluates every rule once, in order. Rules refer only to earlier rules, so one pass
    /// suffices.
    pub fn of(questionnaire: &Questionnaire, scored: ScoredAnswers) -> Evaluation {
        let mut evaluation = Evaluation {
            scored,
            ratings: Ratings::default(),
            outputs: Outputs::default(),
            next_level: LevelOfCare::Outpatient,
            add_ons: SortedSet::new(),
            fired: Vec::with_capacity(questionnaire.rules.len()),
        };
        for rule in questionnaire.rules {
            let fires = evaluation.holds(&rule.when);
            evaluation.fired.push(fires);
            if fires {
                evaluation.apply(rule);
            }
        }
        evaluation
    }

    /// Tells whether a rule fired.
    pub fn has_fired(&self, index: RuleIndex) -> bool {
        self.fired
            .get(usize::from(index.0))
            .copied()
            .unwrap_or(false)
    }

    /// The rules that fired, in order.
    pub fn fired<'a>(
        &'a self,
        questionnaire: &Questionnaire,
    ) -> impl Iterator<Item = (RuleIndex, &'static Rule)> + use<'a> {
        let indexed = (0..).map(RuleIndex).zip(questionnaire.rules);
        indexed.filter(|(index, _)| self.has_fired(*index))
    }

    /// Tells whether outputs, ratings and add-ons are equal.
    pub fn same_outcome(&self, other: &Evaluation) -> bool {
        let mut scales = Scale::ALL.into_iter();
        self.outputs == other.outputs
            && self.next_level == other.next_level
            && self.add_ons == other.add_ons
            && scales.all(|scale| self.ratings.get(scale) == other.ratings.get(scale))
    }

    /// Tells whether a condition holds.
    pub fn holds(&self, condition: &Condition) -> bool {
        self.facts().holds(condition)
    }

    /// Facts that conditions are evaluated on.
    pub(super) fn facts(&self) -> Facts<'_> {
        Facts {
            scored: &self.scored,
            ratings: &self.ratings,
            fired: &self.fired,
        }
    }

    fn apply(&mut self, rule: &Rule) {
        let Effect {
            alert,
            first_step,
            level,
            urgency,
            ratings,
            add_ons,
            help: _,
            track: _,
        } = rule.then;
        self.outputs.alert = self.outputs.alert.max(alert);
        self.outputs.first_step = self.outputs.first_step.max(first_step);
        self.outputs.level = self.outputs.level.max(level);
        self.outputs.urgency = self.outputs.urgency.max(urgency);
        if rule.counts_for_next_level {
            self.next_level = self.next_level.max(level);
        }
        for (scale, rating) in ratings {
            self.ratings.raise(*scale, *rating);
        }
        self.add_ons.extend(add_ons);
    }
}

/// Facts that conditions are evaluated on: answers, ratings so far, and fired rules.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts<'a> {
    pub scored: &'a ScoredAnswers,
    pub ratings: &'a Ratings,
    pub fired: &'a [bool],
}

impl Facts<'_> {
    /// Tells whether a condition holds.
    pub fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::AnsweredAtLeast(item, rank) => self.scored.get(*item).rank >= *rank,
            Condition::AnsweredAnyOf(item, options) => {
                self.scored.get(*item).chosen.meets(*options)
            }
            Condition::AnyUnknown(items) => items
                .iter()
                .any(|item| self.scored.get(*item).missing.is_some()),
            Condition::RatingAtLeast(scale, rating) => self.ratings.get(*scale) >= *rating,
            Condition::CountAtLeast(least, conditions) => {
                let count = conditions
                    .iter()
                    .filter(|condition| self.holds(condition))
                    .count();
                count >= usize::from(*least)
            }
            Condition::RuleFired(rule) => self.has_fired(*rule),
            Condition::All(conditions) => conditions.iter().all(|condition| self.holds(condition)),
            Condition::Any(conditions) => conditions.iter().any(|condition| self.holds(condition)),
        }
    }

    /// Tells whether a display condition over answers, ratings and rules holds. Thresholds on
    /// outputs count as not reached: the content compiler rejects them in `enable_when`.
    pub fn shows(&self, condition: &DisplayCondition) -> bool {
        match condition {
            DisplayCondition::Holds(condition) => self.holds(condition),
            DisplayCondition::Reached(_)
            | DisplayCondition::OnlyFrom(..)
            | DisplayCondition::Completeness(_) => false,
            DisplayCondition::None(list) => !list.iter().any(|one| self.shows(one)),
            DisplayCondition::All(list) => list.iter().all(|one| self.shows(one)),
            DisplayCondition::Any(list) => list.iter().any(|one| self.shows(one)),
        }
    }

    fn has_fired(&self, index: RuleIndex) -> bool {
        self.fired
            .get(usize::from(index.0))
            .copied()
            .unwrap_or(false)
    }
}

/// Items that each fired rule depends on, directly or through other rules.
#[derive(Debug)]
pub struct Bases {
    of_rules: Vec<SortedSet<ItemIndex>>,
}

impl Bases {
    /// Collects the items of all fired rules.
    pub fn of(questionnaire: &Questionnaire, evaluation: &Evaluation) -> Bases {
        let mut bases = Bases {
            of_rules: Vec::with_capacity(questionnaire.rules.len()),
        };
        for (index, rule) in (0..).map(RuleIndex).zip(questionnaire.rules) {
            let mut items = SortedSet::new();
            if evaluation.has_fired(index) {
                bases.collect(questionnaire, evaluation, &rule.when, &mut items);
            }
            bases.of_rules.push(items);
        }
        bases
    }

    /// Items that one rule depends on.
    pub fn get(&self, index: RuleIndex) -> SortedSet<ItemIndex> {
        self.of_rules
            .get(usize::from(index.0))
            .cloned()
            .unwrap_or_default()
    }

    fn collect(
        &self,
        questionnaire: &Questionnaire,
        evaluation: &Evaluation,
        condition: &Condition,
        items: &mut SortedSet<ItemIndex>,
    ) {
        if !evaluation.holds(condition) {
            return;
        }
        match condition {
            Condition::AnsweredAtLeast(item, _) | Condition::AnsweredAnyOf(item, _) => {
                // A hidden item is never a reason, even where it counts as an option (I18).
                if evaluation.scored.get(*item).shown {
                    items.insert(*item);
                }
            }
            Condition::AnyUnknown(unknown) => {
                let missing = |item: &&ItemIndex| evaluation.scored.get(**item).missing.is_some();
                items.extend(unknown.iter().filter(missing));
            }
            Condition::RatingAtLeast(scale, rating) => {
                for (index, rule) in evaluation.fired(questionnaire) {
                    if rates(rule, *scale, *rating) {
                        items.extend(self.get(index));
                    }
                }
            }
            Condition::RuleFired(rule) => items.extend(self.get(*rule)),
            Condition::CountAtLeast(_, conditions)
            | Condition::All(conditions)
            | Condition::Any(conditions) => {
                for condition in *conditions {
                    self.collect(questionnaire, evaluation, condition, items);
                }
            }
        }
    }
}

/// Tells whether a rule raises a scale to at least this rating.
pub(super) fn rates(rule: &Rule, scale: Scale, least: RiskRating) -> bool {
    rule.then
        .ratings
        .iter()
        .any(|(of, rating)| scale.includes(*of) && *rating >= least)
}
