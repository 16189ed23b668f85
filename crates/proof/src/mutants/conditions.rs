//! Mutants of conditions.

use super::Mistake;
use assessment::{
    Completeness, Condition, DisplayCondition, FirstStep, ItemIndex, ItemKind, LevelOfCare,
    Options, Questionnaire, RiskRating, Rule, Scale, Threshold,
};

/// Adds every mutant with one mistake in the condition of a rule.
pub fn of(questionnaire: &Questionnaire, rule: &Rule, add: &mut impl FnMut(Mistake, String, Rule)) {
    let never = Rule {
        when: Condition::Any(&[]),
        ..*rule
    };
    add(Mistake::DroppedRule, "is missing".into(), never);
    for (mistake, what, when) in variants(questionnaire, &rule.when) {
        add(mistake, what, Rule { when, ..*rule });
    }
}

/// Generates every display condition with one change.
pub fn displayed(
    questionnaire: &Questionnaire,
    condition: &DisplayCondition,
) -> Vec<(String, DisplayCondition)> {
    match condition {
        DisplayCondition::Holds(condition) => {
            let changed = variants(questionnaire, condition).into_iter();
            changed
                .map(|(_, what, changed)| (what, DisplayCondition::Holds(changed)))
                .collect()
        }
        DisplayCondition::Reached(threshold) => {
            let moved = moved_threshold(*threshold).into_iter();
            moved
                .map(|(what, moved)| (what, DisplayCondition::Reached(moved)))
                .collect()
        }
        DisplayCondition::OnlyFrom(threshold, track, rules) => {
            let only = |track, rules| DisplayCondition::OnlyFrom(*threshold, track, rules);
            let mut found: Vec<_> = (0..rules.len())
                .map(|position| {
                    let mut fewer = rules.to_vec();
                    fewer.remove(position);
                    let what =
                        format!("without rule {} of those named", position.saturating_add(1));
                    (what, only(*track, fewer.leak()))
                })
                .collect();
            if track.is_some() {
                found.push(("without the track".into(), only(None, rules)));
            }
            found
        }
        DisplayCondition::Completeness(state) => {
            let (what, other) = match state {
                Completeness::ManyOpen => ("care stands", Completeness::CareStands),
                Completeness::CareStands => ("many are open", Completeness::ManyOpen),
            };
            let changed = DisplayCondition::Completeness(other);
            vec![(format!("asks whether {what}"), changed)]
        }
        DisplayCondition::None(list) => {
            displayed_within(questionnaire, list, DisplayCondition::None)
        }
        DisplayCondition::All(list) => {
            let swapped = ("all is any".into(), DisplayCondition::Any(list));
            let within = displayed_within(questionnaire, list, DisplayCondition::All);
            std::iter::once(swapped).chain(within).collect()
        }
        DisplayCondition::Any(list) => {
            let swapped = ("any is all".into(), DisplayCondition::All(list));
            let within = displayed_within(questionnaire, list, DisplayCondition::Any);
            std::iter::once(swapped).chain(within).collect()
        }
    }
}

fn displayed_within(
    questionnaire: &Questionnaire,
    list: &'static [DisplayCondition],
    join: impl Fn(&'static [DisplayCondition]) -> DisplayCondition,
) -> Vec<(String, DisplayCondition)> {
    let mut found = Vec::new();
    for (position, part) in list.iter().enumerate() {
        let with = |changed: Option<DisplayCondition>| {
            let mut parts = list.to_vec();
            parts.splice(position..=position, changed);
            join(parts.leak())
        };
        let what = format!(
            "without part {} of {}",
            position.saturating_add(1),
            list.len()
        );
        found.push((what, with(None)));
        let changed = displayed(questionnaire, part).into_iter();
        found.extend(changed.map(|(what, changed)| (what, with(Some(changed)))));
    }
    found
}

/// Neighboring thresholds: one step lower and one step higher, if any.
fn moved_threshold(threshold: Threshold) -> Vec<(String, Threshold)> {
    fn near<T: Copy + PartialEq>(all: &[T], value: T, of: fn(T) -> Threshold) -> Vec<Threshold> {
        let position = all.iter().position(|other| *other == value).unwrap_or(0);
        let around = [position.checked_sub(1), position.checked_add(1)];
        let around = around.into_iter().flatten();
        around
            .filter_map(|position| all.get(position).copied().map(of))
            .collect()
    }
    let moved = match threshold {
        Threshold::Alert(alert) => near(assessment::Alert::ALL, alert, Threshold::Alert),
        Threshold::FirstStep(step) => near(FirstStep::ALL, step, Threshold::FirstStep),
        Threshold::Level(level) => near(LevelOfCare::ALL, level, Threshold::Level),
        Threshold::Rating(scale, rating) => {
            let all = RiskRating::ALL.map(|rating| Threshold::Rating(scale, rating));
            near(&all, Threshold::Rating(scale, rating), |threshold| {
                threshold
            })
        }
    };
    moved
        .into_iter()
        .map(|moved| (format!("{threshold:?} is {moved:?}"), moved))
        .collect()
}

/// Generates every condition with one change.
fn variants(
    questionnaire: &Questionnaire,
    condition: &Condition,
) -> Vec<(Mistake, String, Condition)> {
    match condition {
        Condition::AnsweredAtLeast(item, rank) => moved_answer(questionnaire, *item, *rank),
        Condition::AnsweredAnyOf(item, options) => fewer_options(questionnaire, *item, *options),
        Condition::AnyUnknown(items) => fewer_items(questionnaire, items),
        Condition::RatingAtLeast(scale, rating) => moved_rating(*scale, *rating),
        Condition::RuleFired(_) => Vec::new(),
        Condition::CountAtLeast(least, conditions) => {
            let moved = [least.saturating_sub(1), least.saturating_add(1)];
            let moved = moved.into_iter().filter(|moved| *moved != *least);
            let mut found: Vec<_> = moved
                .map(|moved| {
                    let what = format!("a count of {least} is {moved}");
                    (
                        Mistake::MovedThreshold,
                        what,
                        Condition::CountAtLeast(moved, conditions),
                    )
                })
                .collect();
            found.extend(within(questionnaire, conditions, |conditions| {
                Condition::CountAtLeast(*least, conditions)
            }));
            found
        }
        Condition::All(conditions) => {
            let swapped = (
                Mistake::SwappedJoin,
                "all is any".into(),
                Condition::Any(conditions),
            );
            let mut found = vec![swapped];
            found.extend(within(questionnaire, conditions, Condition::All));
            found
        }
        Condition::Any(conditions) => {
            let swapped = (
                Mistake::SwappedJoin,
                "any is all".into(),
                Condition::All(conditions),
            );
            let mut found = vec![swapped];
            found.extend(within(questionnaire, conditions, Condition::Any));
            found
        }
    }
}

/// Generates lists of conditions with one part changed or dropped.
fn within(
    questionnaire: &Questionnaire,
    conditions: &'static [Condition],
    join: impl Fn(&'static [Condition]) -> Condition,
) -> Vec<(Mistake, String, Condition)> {
    let mut found = Vec::new();
    for (position, part) in conditions.iter().enumerate() {
        if conditions.len() > 1 {
            let mut fewer = conditions.to_vec();
            fewer.remove(position);
            let what = format!(
                "without part {} of {}",
                position.saturating_add(1),
                conditions.len()
            );
            found.push((Mistake::DroppedPart, what, join(fewer.leak())));
        }
        for (mistake, what, changed) in variants(questionnaire, part) {
            let mut parts = conditions.to_vec();
            if let Some(part) = parts.get_mut(position) {
                *part = changed;
            }
            found.push((mistake, what, join(parts.leak())));
        }
    }
    found
}

fn moved_answer(
    questionnaire: &Questionnaire,
    index: ItemIndex,
    rank: u8,
) -> Vec<(Mistake, String, Condition)> {
    let Some(item) = questionnaire.item(index) else {
        return Vec::new();
    };
    let options = u8::try_from(item.options.len()).unwrap_or(u8::MAX);
    let highest = match item.kind {
        ItemKind::ChooseOne | ItemKind::Scale => {
            options.saturating_add(item.first_rank).saturating_sub(1)
        }
        ItemKind::ChooseMany => options.saturating_sub(item.exclusive.count()),
    };
    let moved = [rank.checked_sub(1), rank.checked_add(1)];
    let moved = moved.into_iter().flatten();
    // One above the highest rank is unreachable: this drops the part.
    let moved = moved.filter(|moved| *moved <= highest.saturating_add(1));
    moved
        .map(|moved| {
            let what = format!("{} at rank {rank} is {moved}", item.link_id.0);
            let condition = Condition::AnsweredAtLeast(index, moved);
            (Mistake::MovedThreshold, what, condition)
        })
        .collect()
}

fn fewer_options(
    questionnaire: &Questionnaire,
    index: ItemIndex,
    options: Options,
) -> Vec<(Mistake, String, Condition)> {
    let name = questionnaire.item(index).map_or("", |item| item.link_id.0);
    let option = |position: u8| {
        let item = questionnaire.item(index);
        item.and_then(|item| item.options.get(usize::from(position)))
            .copied()
            .unwrap_or("")
    };
    options
        .indices()
        .map(|position| {
            let what = format!("{name} without {}", option(position));
            let fewer = options.without(Options::only(position));
            (
                Mistake::DroppedPart,
                what,
                Condition::AnsweredAnyOf(index, fewer),
            )
        })
        .collect()
}

fn fewer_items(
    questionnaire: &Questionnaire,
    items: &'static [ItemIndex],
) -> Vec<(Mistake, String, Condition)> {
    let mut found = Vec::new();
    for (position, index) in items.iter().enumerate() {
        let mut fewer = items.to_vec();
        fewer.remove(position);
        let name = questionnaire.item(*index).map_or("", |item| item.link_id.0);
        let what = format!("gaps without {name}");
        found.push((
            Mistake::DroppedPart,
            what,
            Condition::AnyUnknown(fewer.leak()),
        ));
    }
    found
}

fn moved_rating(scale: Scale, rating: RiskRating) -> Vec<(Mistake, String, Condition)> {
    let near = |other: &&RiskRating| other.rank().abs_diff(rating.rank()) == 1;
    let moved = RiskRating::ALL.iter().filter(near).map(|moved| {
        let what = format!("{} at {} is {}", scale.code(), rating.rank(), moved.rank());
        (
            Mistake::MovedThreshold,
            what,
            Condition::RatingAtLeast(scale, *moved),
        )
    });
    let others = Scale::ALL.into_iter().filter(|other| *other != scale);
    let swapped = others.map(|other| {
        let what = format!("{} is {}", scale.code(), other.code());
        (
            Mistake::SwappedDimension,
            what,
            Condition::RatingAtLeast(other, rating),
        )
    });
    moved.chain(swapped).collect()
}
