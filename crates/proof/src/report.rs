//! Size of the space that the proof covers.

use std::collections::BTreeSet;

use assessment::{Completeness, Condition, Dimension, ItemIndex, Rule, RuleIndex, Scale};

use super::Proof;
use super::outcome::{items_of, items_shown_by};

/// Number of distinct responses for a scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Name of the scope.
    pub of: String,
    /// Number of items read.
    pub items: usize,
    /// Number of distinct responses on those items, as rules see them.
    pub responses: String,
}

/// Computes the extent of each dimension, and of all items.
pub fn extents(proof: &Proof) -> Vec<Extent> {
    let mut extents = Vec::new();
    for dimension in Dimension::ALL {
        let items = behind_scale(proof, Scale::Whole(dimension));
        extents.push(extent(proof, dimension.code(), &items));
    }
    let rated = proof.questionnaire.indexed_items();
    let all = rated.filter(|(_, item)| item.rated);
    let all: BTreeSet<ItemIndex> = all.map(|(index, _)| index).collect();
    extents.push(extent(proof, "all outputs", &all));
    extents
}

/// Counts the distinct responses on some items. Hidden items have no answer.
fn extent(proof: &Proof, of: &str, items: &BTreeSet<ItemIndex>) -> Extent {
    let states = [Completeness::ManyOpen, Completeness::CareStands];
    let mut others = states.map(|state| proof.space.completeness(state)).to_vec();
    let mut valid = proof.valid.clone();
    for (index, item) in proof.questionnaire.indexed_items() {
        if items.contains(&index) {
            let mildest = proof.space.at(index, item, item.mildest(), false);
            let hidden = proof.space.clause(mildest);
            valid = valid.and(&proof.scored.shown(index).or(&hidden));
        } else {
            others.extend(proof.space.variables_of(index));
        }
    }
    // Fix every other item, so that it does not multiply the count.
    let valid = valid.exists(&others);
    let fixed = others.iter().map(|variable| (*variable, false));
    let counted = valid.and(&proof.space.clause(fixed));
    Extent {
        of: of.to_owned(),
        items: items.len(),
        responses: grouped(&counted.exact_cardinality().to_string()),
    }
}

/// Collects every item that a rating depends on, including through other rules and `enable_when`.
fn behind_scale(proof: &Proof, scale: Scale) -> BTreeSet<ItemIndex> {
    let rates = |rule: &&Rule| {
        let mut ratings = rule.then.ratings.iter();
        ratings.any(|(of, _)| scale.includes(*of))
    };
    let mut items = BTreeSet::new();
    for rule in proof.questionnaire.rules.iter().filter(rates) {
        behind(proof, &rule.when, &mut items);
    }
    let mut open: Vec<ItemIndex> = items.iter().copied().collect();
    while let Some(item) = open.pop().and_then(|index| proof.questionnaire.item(index)) {
        let mut before: BTreeSet<ItemIndex> =
            item.raised_by.iter().map(|bound| bound.item).collect();
        if let Some(when) = &item.enable_when {
            items_shown_by(when, &mut before);
        }
        for other in before {
            if items.insert(other) {
                open.push(other);
            }
        }
    }
    items
}

fn behind(proof: &Proof, condition: &Condition, items: &mut BTreeSet<ItemIndex>) {
    items_of(condition, items);
    match condition {
        Condition::AnsweredAtLeast(..)
        | Condition::AnsweredAnyOf(..)
        | Condition::AnyUnknown(_) => {}
        Condition::RatingAtLeast(scale, _) => items.extend(behind_scale(proof, *scale)),
        Condition::RuleFired(RuleIndex(position)) => {
            if let Some(rule) = proof.questionnaire.rules.get(usize::from(*position)) {
                behind(proof, &rule.when, items);
            }
        }
        Condition::CountAtLeast(_, conditions)
        | Condition::All(conditions)
        | Condition::Any(conditions) => {
            for condition in *conditions {
                behind(proof, condition, items);
            }
        }
    }
}

/// Formats a number with a space between groups of three digits.
fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len().saturating_sub(position)) % 3 == 0 {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    grouped
}
