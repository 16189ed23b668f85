//! Reasons: the rules that set each output, with the answers they depend on.

use super::condition::{Condition, DisplayCondition};
use super::evaluation::{Bases, Evaluation, rates};
use super::output::{Alert, FirstStep, LevelOfCare, Urgency};
use super::questionnaire::{ItemIndex, LinkId, Questionnaire};
use super::rating::{Dimension, RiskRating, Scale};
use super::rule::{Rule, RuleId, RuleIndex, SourceId};
use super::sorted_set::SortedSet;

/// Fired rule that set an output or a rating to its final value.
#[derive(Clone, Debug)]
pub struct Reason {
    /// The rule.
    pub rule: RuleId,
    /// Its index in the questionnaire.
    pub index: RuleIndex,
    /// Outputs and ratings that it set to their final value.
    pub sets: SortedSet<Sets>,
    /// Answers that the rule reads directly, in display order.
    pub direct: Vec<LinkId>,
    /// Every answer it depends on: the direct ones, those behind the ratings and rules it reads,
    /// and those that enabled an item or bounded it by arithmetic.
    pub answers: Vec<LinkId>,
    /// Sources of the rule.
    pub sources: &'static [SourceId],
}

/// Output or rating that a rule can set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sets {
    /// The alert.
    Alert,
    /// The first step.
    FirstStep,
    /// The level.
    Level,
    /// The urgency.
    Urgency,
    /// An add-on.
    AddOn,
    /// The rating of an area.
    Rating(Dimension),
}

impl Sets {
    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Sets::Alert => "alert",
            Sets::FirstStep => "first_step",
            Sets::Level => "level",
            Sets::Urgency => "urgency",
            Sets::AddOn => "add_ons",
            Sets::Rating(dimension) => dimension.code(),
        }
    }
}

/// Lists the fired rules that set an output or a rating to its final value. Rules that raised it
/// less are omitted (evidence file, C.1).
pub(super) fn reasons(
    questionnaire: &Questionnaire,
    evaluation: &Evaluation,
    bases: &Bases,
) -> Vec<Reason> {
    evaluation
        .fired(questionnaire)
        .filter_map(|(index, rule)| {
            let sets = sets(rule, evaluation);
            (!sets.is_empty()).then(|| Reason {
                rule: rule.id,
                index,
                sets,
                direct: names(questionnaire, &items_read_directly(evaluation, &rule.when)),
                answers: names(
                    questionnaire,
                    &closure(questionnaire, evaluation, bases.get(index)),
                ),
                sources: rule.sources,
            })
        })
        .collect()
}

fn sets(rule: &Rule, evaluation: &Evaluation) -> SortedSet<Sets> {
    let (then, now) = (&rule.then, &evaluation.outputs);
    let mut sets = SortedSet::new();
    let mut note = |holds: bool, what: Sets| {
        if holds {
            sets.insert(what);
        }
    };
    note(
        then.alert > Alert::None && then.alert == now.alert,
        Sets::Alert,
    );
    note(
        then.first_step > FirstStep::None && then.first_step == now.first_step,
        Sets::FirstStep,
    );
    note(
        then.level > LevelOfCare::NoneIndicated && then.level == now.level,
        Sets::Level,
    );
    note(
        then.urgency > Urgency::WhenYouCan && then.urgency == now.urgency,
        Sets::Urgency,
    );
    note(!then.add_ons.is_empty(), Sets::AddOn);
    for dimension in Dimension::ALL {
        let rating = evaluation.ratings.of(dimension);
        let sets_it = rating > RiskRating::None && rates(rule, Scale::Whole(dimension), rating);
        note(sets_it, Sets::Rating(dimension));
    }
    sets
}

/// Collects the items a condition reads directly, where it holds because of them.
pub fn items_read_directly(evaluation: &Evaluation, condition: &Condition) -> SortedSet<ItemIndex> {
    let mut items = SortedSet::new();
    collect_direct(evaluation, condition, &mut items);
    items
}

fn collect_direct(
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
        Condition::RatingAtLeast(..) | Condition::RuleFired(_) => {}
        Condition::CountAtLeast(_, conditions)
        | Condition::All(conditions)
        | Condition::Any(conditions) => {
            for condition in *conditions {
                collect_direct(evaluation, condition, items);
            }
        }
    }
}

/// Collects the items a display condition reads, where it holds because of them.
fn collect_display(
    evaluation: &Evaluation,
    condition: &DisplayCondition,
    items: &mut SortedSet<ItemIndex>,
) {
    match condition {
        DisplayCondition::Holds(condition) => collect_direct(evaluation, condition, items),
        DisplayCondition::All(list) | DisplayCondition::Any(list) => {
            for one in *list {
                collect_display(evaluation, one, items);
            }
        }
        DisplayCondition::Reached(_)
        | DisplayCondition::OnlyFrom(..)
        | DisplayCondition::Completeness(_)
        | DisplayCondition::None(_) => {}
    }
}

/// Adds, transitively, the answers that enabled an item and those that bounded it by arithmetic.
pub(super) fn closure(
    questionnaire: &Questionnaire,
    evaluation: &Evaluation,
    mut items: SortedSet<ItemIndex>,
) -> SortedSet<ItemIndex> {
    let mut open: Vec<ItemIndex> = items.iter().copied().collect();
    while let Some(index) = open.pop() {
        let Some(item) = questionnaire.item(index) else {
            continue;
        };
        let value = evaluation.scored.get(index);
        let mut enabling = SortedSet::new();
        if let Some(when) = &item.enable_when {
            collect_display(evaluation, when, &mut enabling);
        }
        let raising = item
            .raised_by
            .iter()
            .filter(|_| value.raised)
            .map(|bound| bound.item);
        for other in enabling.into_iter().chain(raising) {
            if items.insert(other) {
                open.push(other);
            }
        }
    }
    items
}

fn names(questionnaire: &Questionnaire, items: &SortedSet<ItemIndex>) -> Vec<LinkId> {
    let named = |index: &ItemIndex| questionnaire.item(*index).map(|item| item.link_id);
    items.iter().filter_map(named).collect()
}
