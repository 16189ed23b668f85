//! Symbolic scoring of every response; the counterpart of
//! [`ScoredAnswers`](assessment::ScoredAnswers).

use std::collections::BTreeSet;

use biodivine_lib_bdd::Bdd;

use assessment::{Condition, DisplayCondition, Item, ItemIndex, ItemKind, Options, Questionnaire};

use super::space::Space;

/// Formulas of all items: every property that rules can read.
#[derive(Clone)]
pub struct SymbolicAnswers {
    values: Vec<SymbolicValue>,
    never: Bdd,
    always: Bdd,
}

/// Formulas of one item, as rules see it.
#[derive(Clone, PartialEq, Eq)]
struct SymbolicValue {
    shown: Bdd,
    /// Rank is at least this: by rank, from 1.
    at_least: Vec<Bdd>,
    /// Option is chosen: by option index; only for multiple choice.
    chosen: Vec<Bdd>,
    first_rank: u8,
    kind: ItemKind,
    hidden_as: Option<u8>,
    missing: Bdd,
}

impl SymbolicAnswers {
    /// Scores all responses of a space.
    pub fn read(questionnaire: &Questionnaire, space: &Space) -> SymbolicAnswers {
        let nothing = |(_, item): (ItemIndex, &Item)| SymbolicValue {
            shown: space.never(),
            at_least: Vec::new(),
            chosen: Vec::new(),
            first_rank: item.first_rank,
            kind: item.kind,
            hidden_as: item.hidden_as,
            missing: space.never(),
        };
        let mut scored = SymbolicAnswers {
            values: questionnaire.indexed_items().map(nothing).collect(),
            never: space.never(),
            always: space.always(),
        };
        // Two passes, as in the engine: an arithmetic bound may come from a later item on the same
        // page.
        for _ in 0..2 {
            for (index, item) in questionnaire.indexed_items() {
                let shown = scored.asks(item);
                let value = scored.value_of(index, item, shown, space);
                scored.put(index, value);
            }
        }
        scored
    }

    /// Rescores with these items always asked. All other items keep their `shown` and `missing`.
    pub fn asking(
        &self,
        questionnaire: &Questionnaire,
        space: &Space,
        items: &BTreeSet<ItemIndex>,
    ) -> SymbolicAnswers {
        let mut scored = self.clone();
        for _ in 0..2 {
            for (index, item) in questionnaire.indexed_items() {
                let shown = if items.contains(&index) {
                    self.always.clone()
                } else {
                    self.shown(index)
                };
                let mut value = scored.value_of(index, item, shown, space);
                value.missing = self.missing(index);
                scored.put(index, value);
            }
        }
        scored
    }

    /// Items whose formulas differ.
    pub fn differ(&self, other: &SymbolicAnswers) -> BTreeSet<ItemIndex> {
        let pairs = self.values.iter().zip(&other.values);
        let indexed = (0..).map(ItemIndex).zip(pairs);
        let differ = indexed.filter(|(_, (one, other))| one != other);
        differ.map(|(index, _)| index).collect()
    }

    /// Formula that the item is asked.
    pub fn shown(&self, index: ItemIndex) -> Bdd {
        self.get(index)
            .map_or(self.never.clone(), |value| value.shown.clone())
    }

    /// Formula that the item is asked and has no definite answer.
    pub fn missing(&self, index: ItemIndex) -> Bdd {
        self.get(index)
            .map_or(self.never.clone(), |value| value.missing.clone())
    }

    /// Formula that the item counts as this rank or more.
    pub fn at_least(&self, index: ItemIndex, rank: u8) -> Bdd {
        let Some(position) = rank.checked_sub(1) else {
            return self.always.clone();
        };
        self.get(index)
            .and_then(|value| value.at_least.get(usize::from(position)))
            .map_or(self.never.clone(), Bdd::clone)
    }

    /// Formula that the item counts as one of these options.
    pub fn any_of(&self, index: ItemIndex, options: Options) -> Bdd {
        let Some(value) = self.get(index) else {
            return self.never.clone();
        };
        let one = |position: u8| match value.kind {
            ItemKind::ChooseOne | ItemKind::Scale => {
                let rank = position.saturating_add(value.first_rank);
                let reached = self.at_least(index, rank);
                let exactly = reached.and_not(&self.at_least(index, rank.saturating_add(1)));
                if value.hidden_as == Some(position) {
                    exactly
                } else {
                    exactly.and(&value.shown)
                }
            }
            ItemKind::ChooseMany => value
                .chosen
                .get(usize::from(position))
                .map_or(self.never.clone(), Bdd::clone),
        };
        let all = options.indices().map(one);
        all.fold(self.never.clone(), |any, one| any.or(&one))
    }

    /// Formula of a condition; `more` evaluates the parts that read ratings or rules.
    pub fn holds(&self, condition: &Condition, more: &dyn Fn(&Condition) -> Bdd) -> Bdd {
        let each = |conditions: &[Condition]| -> Vec<Bdd> {
            let each = conditions.iter();
            each.map(|condition| self.holds(condition, more)).collect()
        };
        match condition {
            Condition::AnsweredAtLeast(item, rank) => self.at_least(*item, *rank),
            Condition::AnsweredAnyOf(item, options) => self.any_of(*item, *options),
            Condition::AnyUnknown(items) => {
                let missing = items.iter().rev().map(|item| self.missing(*item));
                missing.fold(self.never.clone(), |any, one| any.or(&one))
            }
            Condition::RatingAtLeast(..) | Condition::RuleFired(_) => more(condition),
            Condition::CountAtLeast(least, conditions) => {
                let of = each(conditions);
                at_least(usize::from(*least), &of, &self.never, &self.always)
            }
            Condition::All(conditions) => {
                let of = each(conditions);
                of.iter().fold(self.always.clone(), |all, one| all.and(one))
            }
            Condition::Any(conditions) => {
                let of = each(conditions);
                of.iter().fold(self.never.clone(), |any, one| any.or(one))
            }
        }
    }

    /// Formula of a display condition; `part` evaluates everything except `All`, `Any` and `None`.
    pub fn shows(
        &self,
        condition: &DisplayCondition,
        part: &dyn Fn(&DisplayCondition) -> Bdd,
    ) -> Bdd {
        let any = |list: &[DisplayCondition]| {
            let each = list.iter().map(|one| self.shows(one, part));
            each.fold(self.never.clone(), |any, one| any.or(&one))
        };
        match condition {
            DisplayCondition::Holds(_)
            | DisplayCondition::Reached(_)
            | DisplayCondition::OnlyFrom(..)
            | DisplayCondition::Completeness(_) => part(condition),
            DisplayCondition::None(list) => any(list).not(),
            DisplayCondition::All(list) => {
                let each = list.iter().map(|one| self.shows(one, part));
                each.fold(self.always.clone(), |all, one| all.and(&one))
            }
            DisplayCondition::Any(list) => any(list),
        }
    }

    fn get(&self, index: ItemIndex) -> Option<&SymbolicValue> {
        self.values.get(usize::from(index.0))
    }

    fn put(&mut self, index: ItemIndex, value: SymbolicValue) {
        if let Some(slot) = self.values.get_mut(usize::from(index.0)) {
            *slot = value;
        }
    }

    /// Formula that an item is asked, from the items scored so far.
    fn asks(&self, item: &Item) -> Bdd {
        let Some(when) = &item.enable_when else {
            return self.always.clone();
        };
        // The content compiler allows only conditions on answers in `enable_when`.
        let answers = |part: &DisplayCondition| match part {
            DisplayCondition::Holds(condition) => self.holds(condition, &|_| self.never.clone()),
            DisplayCondition::Reached(_)
            | DisplayCondition::OnlyFrom(..)
            | DisplayCondition::Completeness(_)
            | DisplayCondition::None(_)
            | DisplayCondition::All(_)
            | DisplayCondition::Any(_) => self.never.clone(),
        };
        self.shows(when, &answers)
    }

    fn value_of(&self, index: ItemIndex, item: &Item, shown: Bdd, space: &Space) -> SymbolicValue {
        let positions = 0..u8::try_from(item.options.len()).unwrap_or(u8::MAX);
        let mut value = SymbolicValue {
            missing: space.open(index).and(&shown),
            at_least: Vec::new(),
            chosen: Vec::new(),
            first_rank: item.first_rank,
            kind: item.kind,
            hidden_as: item.hidden_as,
            shown,
        };
        match item.kind {
            ItemKind::ChooseOne | ItemKind::Scale => {
                let hidden_rank = item
                    .hidden_as
                    .map_or(0, |position| item.rank_of_option(position));
                let mut add = |rank: u8, reached: Bdd| {
                    let seen = reached.and(&value.shown);
                    value.at_least.push(if hidden_rank >= rank {
                        seen.or(&value.shown.not())
                    } else {
                        seen
                    });
                };
                for below in 1..=item.first_rank {
                    // The first option has the first rank, so being shown suffices.
                    add(below, self.always.clone());
                }
                // The worst true step counts: so every assignment is a response, and a step that
                // becomes true never makes an answer milder.
                let mut worst = self.never.clone();
                let mut steps = Vec::new();
                for position in positions.skip(1).rev() {
                    worst = worst.or(&space.step(index, position));
                    steps.push((position.saturating_add(item.first_rank), worst.clone()));
                }
                for (rank, reached) in steps.into_iter().rev() {
                    add(rank, reached.or(&self.raised(item, rank)));
                }
            }
            ItemKind::ChooseMany => {
                let mut counted = Vec::new();
                for position in positions {
                    let alone = item.exclusive.has(position);
                    let chosen = if alone {
                        self.never.clone()
                    } else {
                        space.step(index, position).and(&value.shown)
                    };
                    if !alone {
                        counted.push(chosen.clone());
                    }
                    value.chosen.push(chosen);
                }
                for rank in 1..=counted.len() {
                    value
                        .at_least
                        .push(at_least(rank, &counted, &self.never, &self.always));
                }
            }
        }
        value
    }

    /// Formula that other answers raise the item to this rank by arithmetic.
    fn raised(&self, item: &Item, rank: u8) -> Bdd {
        let bounds = item.raised_by.iter().filter(|bound| bound.to >= rank);
        bounds
            .map(|bound| self.at_least(bound.item, bound.from))
            .fold(self.never.clone(), |any, one| any.or(&one))
    }
}

/// Formula that at least `least` of these hold.
pub fn at_least(least: usize, of: &[Bdd], never: &Bdd, always: &Bdd) -> Bdd {
    // Invariant: `reached[n]` means that at least n + 1 of the conditions so far hold.
    let mut reached = vec![never.clone(); least];
    for condition in of {
        let mut fewer = always.clone();
        for slot in &mut reached {
            let more = slot.or(&fewer.and(condition));
            fewer = std::mem::replace(slot, more);
        }
    }
    reached.pop().unwrap_or_else(|| always.clone())
}
