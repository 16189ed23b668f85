//! Symbolic evaluation of the rules for every response; the counterpart of
//! [`Evaluation`](assessment::Evaluation).

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use biodivine_lib_bdd::Bdd;

use assessment::{
    AddOn, Alert, Condition, DisplayCondition, FirstStep, HelpId, ItemIndex, LevelOfCare,
    RiskRating, Rule, RuleIndex, Scale, Threshold, Track, Urgency,
};

use super::disjunction::Disjunction;
use super::reading::SymbolicAnswers;
use super::space::Space;

/// Boolean property of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// The alert is this or more urgent.
    Alert(Alert),
    /// The first step is this or more.
    FirstStep(FirstStep),
    /// The level is this or more.
    Level(LevelOfCare),
    /// The urgency is this or more.
    Urgency(Urgency),
    /// The next level is this or more.
    NextLevel(LevelOfCare),
    /// This add-on is given.
    AddOn(AddOn),
    /// The scale has this rating or a worse one.
    Rating(Scale, RiskRating),
    /// This help screen or card is raised.
    Help(HelpId),
    /// A rule of this track raises the first step to this: selects the headline (V13).
    Track(Track, FirstStep),
}

impl From<Threshold> for Fact {
    fn from(threshold: Threshold) -> Fact {
        match threshold {
            Threshold::Alert(alert) => Fact::Alert(alert),
            Threshold::FirstStep(step) => Fact::FirstStep(step),
            Threshold::Level(level) => Fact::Level(level),
            Threshold::Rating(scale, rating) => Fact::Rating(scale, rating),
        }
    }
}

impl Fact {
    /// Returns the fact one step below on the same ladder, if any.
    pub fn below(self) -> Option<Fact> {
        match self {
            Fact::Alert(alert) => below(Alert::ALL, alert).map(Fact::Alert),
            Fact::FirstStep(step) => below(FirstStep::ALL, step).map(Fact::FirstStep),
            Fact::Level(level) => below(LevelOfCare::ALL, level).map(Fact::Level),
            Fact::Urgency(urgency) => below(Urgency::ALL, urgency).map(Fact::Urgency),
            Fact::NextLevel(level) => below(LevelOfCare::ALL, level)
                .filter(|level| *level > LevelOfCare::Outpatient)
                .map(Fact::NextLevel),
            Fact::Rating(scale, rating) => {
                below(&RiskRating::ALL, rating).map(|below| Fact::Rating(scale, below))
            }
            Fact::AddOn(_) | Fact::Help(_) | Fact::Track(..) => None,
        }
    }
}

/// Formulas of all rules and all facts.
#[derive(Clone)]
pub struct Outcome {
    fires: Vec<Rc<Bdd>>,
    facts: BTreeMap<Fact, Disjunction>,
    never: Bdd,
    always: Bdd,
}

impl Outcome {
    /// Evaluates the rules for all responses at once.
    pub fn of(rules: &[Rule], scored: &SymbolicAnswers, space: &Space) -> Outcome {
        let mut outcome = Outcome {
            fires: Vec::new(),
            facts: BTreeMap::new(),
            never: space.never(),
            always: space.always(),
        };
        for rule in rules {
            let fires = Rc::new(outcome.holds(&rule.when, scored));
            for fact in facts_of(rule) {
                outcome.set(fact, rules.len(), Some(&fires));
            }
            outcome.fires.push(fires);
        }
        outcome
    }

    /// Re-evaluates after some rules, or the answers they read, changed; reuses unchanged formulas.
    ///
    /// `old` are the rules of this outcome; `rules` differ from them only at the `changed` indices.
    pub fn again(
        &self,
        old: &[Rule],
        rules: &[Rule],
        changed: &BTreeSet<RuleIndex>,
        scored: &SymbolicAnswers,
    ) -> Outcome {
        let mut outcome = Outcome {
            fires: Vec::with_capacity(rules.len()),
            facts: self.facts.clone(),
            never: self.never.clone(),
            always: self.always.clone(),
        };
        let mut differ: BTreeSet<RuleIndex> = BTreeSet::new();
        let mut open: BTreeSet<Fact> = BTreeSet::new();
        for (index, rule) in (0..).map(RuleIndex).zip(rules) {
            let before = self.fires.get(usize::from(index.0));
            let same = !changed.contains(&index) && !reads(&rule.when, &differ, &open);
            let fires = match before {
                Some(before) if same => Rc::clone(before),
                Some(_) | None => Rc::new(outcome.holds(&rule.when, scored)),
            };
            if changed.contains(&index) || before != Some(&fires) {
                differ.insert(index);
                let was = old.get(usize::from(index.0)).map(facts_of);
                for fact in was.unwrap_or_default() {
                    outcome.set(fact, rules.len(), None);
                    open.insert(fact);
                }
                for fact in facts_of(rule) {
                    outcome.set(fact, rules.len(), Some(&fires));
                    open.insert(fact);
                }
            }
            outcome.fires.push(fires);
        }
        outcome
    }

    /// Sets the contribution of the next rule to a fact.
    fn set(&mut self, fact: Fact, rules: usize, fires: Option<&Rc<Bdd>>) {
        let position = self.fires.len();
        let of = self.facts.entry(fact);
        of.or_insert_with(|| Disjunction::of(rules))
            .set(position, fires);
    }

    /// Formula that a rule fires.
    pub fn fires(&self, index: RuleIndex) -> &Bdd {
        self.fires
            .get(usize::from(index.0))
            .map_or(&self.never, Rc::as_ref)
    }

    /// Formula that a fact holds.
    pub fn fact(&self, fact: Fact) -> &Bdd {
        let found = self.facts.get(&fact).and_then(Disjunction::holds);
        found.unwrap_or(&self.never)
    }

    /// Iterates over every fact that some rule can establish, with its formula.
    pub fn facts(&self) -> impl Iterator<Item = (Fact, &Bdd)> {
        self.facts.keys().map(|fact| (*fact, self.fact(*fact)))
    }

    /// Formula that a scale has this rating or a worse one.
    pub fn rated(&self, scale: Scale, rating: RiskRating) -> Bdd {
        if rating == RiskRating::None {
            return self.always.clone();
        }
        self.fact(Fact::Rating(scale, rating)).clone()
    }

    /// Formula of a condition.
    pub fn holds(&self, condition: &Condition, scored: &SymbolicAnswers) -> Bdd {
        scored.holds(condition, &|more| match more {
            Condition::RatingAtLeast(scale, rating) => self.rated(*scale, *rating),
            Condition::RuleFired(rule) => self.fires(*rule).clone(),
            Condition::AnsweredAtLeast(..)
            | Condition::AnsweredAnyOf(..)
            | Condition::AnyUnknown(_)
            | Condition::CountAtLeast(..)
            | Condition::All(_)
            | Condition::Any(_) => self.never.clone(),
        })
    }
}

/// Facts that hold wherever this rule fires.
pub fn facts_of(rule: &Rule) -> BTreeSet<Fact> {
    let then = &rule.then;
    let mut facts = BTreeSet::new();
    facts.extend(up_to(Alert::ALL, then.alert).map(Fact::Alert));
    facts.extend(up_to(FirstStep::ALL, then.first_step).map(Fact::FirstStep));
    facts.extend(up_to(LevelOfCare::ALL, then.level).map(Fact::Level));
    facts.extend(up_to(Urgency::ALL, then.urgency).map(Fact::Urgency));
    if rule.counts_for_next_level {
        let next = up_to(LevelOfCare::ALL, then.level);
        // The next level is at least outpatient anyway (C.1).
        let next = next.filter(|level| *level > LevelOfCare::Outpatient);
        facts.extend(next.map(Fact::NextLevel));
    }
    facts.extend(then.add_ons.iter().copied().map(Fact::AddOn));
    facts.extend(then.help.map(Fact::Help));
    facts.extend(then.track.map(|track| Fact::Track(track, then.first_step)));
    for (of, rating) in then.ratings {
        for scale in Scale::ALL.into_iter().filter(|scale| scale.includes(*of)) {
            facts.extend(up_to(&RiskRating::ALL, *rating).map(|below| Fact::Rating(scale, below)));
        }
    }
    facts
}

/// Returns the next lower value, except the lowest.
fn below<T: Copy + PartialOrd>(all: &[T], value: T) -> Option<T> {
    up_to(all, value).filter(|lower| *lower < value).last()
}

/// Iterates over the values above the lowest, up to this one.
pub(super) fn up_to<T: Copy + PartialOrd>(all: &[T], highest: T) -> impl Iterator<Item = T> {
    let above = all.iter().copied().skip(1);
    above.take_while(move |value| *value <= highest)
}

/// Rules that read one of these items directly.
pub fn readers(rules: &[Rule], items: &BTreeSet<ItemIndex>) -> BTreeSet<RuleIndex> {
    let indexed = (0..).map(RuleIndex).zip(rules);
    let reads = indexed.filter(|(_, rule)| {
        let mut read = BTreeSet::new();
        items_of(&rule.when, &mut read);
        !read.is_disjoint(items)
    });
    reads.map(|(index, _)| index).collect()
}

/// Collects the items a condition reads directly.
pub(super) fn items_of(condition: &Condition, items: &mut BTreeSet<ItemIndex>) {
    match condition {
        Condition::AnsweredAtLeast(item, _) | Condition::AnsweredAnyOf(item, _) => {
            items.insert(*item);
        }
        Condition::AnyUnknown(unknown) => items.extend(*unknown),
        Condition::RatingAtLeast(..) | Condition::RuleFired(_) => {}
        Condition::CountAtLeast(_, conditions)
        | Condition::All(conditions)
        | Condition::Any(conditions) => {
            for condition in *conditions {
                items_of(condition, items);
            }
        }
    }
}

/// Collects the items a display condition reads directly.
pub(super) fn items_shown_by(condition: &DisplayCondition, items: &mut BTreeSet<ItemIndex>) {
    match condition {
        DisplayCondition::Holds(condition) => items_of(condition, items),
        DisplayCondition::Reached(_)
        | DisplayCondition::OnlyFrom(..)
        | DisplayCondition::Completeness(_) => {}
        DisplayCondition::None(list)
        | DisplayCondition::All(list)
        | DisplayCondition::Any(list) => {
            for one in *list {
                items_shown_by(one, items);
            }
        }
    }
}

/// Tells whether a condition reads one of these rules or facts.
fn reads(condition: &Condition, rules: &BTreeSet<RuleIndex>, facts: &BTreeSet<Fact>) -> bool {
    match condition {
        Condition::AnsweredAtLeast(..)
        | Condition::AnsweredAnyOf(..)
        | Condition::AnyUnknown(_) => false,
        Condition::RatingAtLeast(scale, rating) => facts.contains(&Fact::Rating(*scale, *rating)),
        Condition::RuleFired(rule) => rules.contains(rule),
        Condition::CountAtLeast(_, conditions)
        | Condition::All(conditions)
        | Condition::Any(conditions) => {
            let mut each = conditions.iter();
            each.any(|condition| reads(condition, rules, facts))
        }
    }
}
