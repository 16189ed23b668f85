//! How every sheet is read: the symbolic twin of [`Sheet`](crate::assessment::Sheet).

use biodivine_lib_bdd::Bdd;

use crate::assessment::{Item, ItemIndex, ItemKind, Options, Questionnaire};

use super::space::Space;

/// For every item, the sheets on which each thing the rules can ask is true.
#[derive(Clone)]
pub struct SymbolicSheet {
    values: Vec<SymbolicValue>,
    never: Bdd,
    always: Bdd,
}

/// One item as the rules see it, on every sheet at once.
#[derive(Clone)]
struct SymbolicValue {
    shown: Bdd,
    /// By rank, from 1.
    at_least: Vec<Bdd>,
    /// By place in the list of options; for choose-many only.
    chosen: Vec<Bdd>,
    first_rank: u8,
    kind: ItemKind,
    missing: Bdd,
}

impl SymbolicSheet {
    /// Reads all sheets of a space.
    pub fn read(questionnaire: &Questionnaire, space: &Space) -> SymbolicSheet {
        let mut sheet = SymbolicSheet {
            values: Vec::with_capacity(questionnaire.items.len()),
            never: space.never(),
            always: space.always(),
        };
        for (index, item) in questionnaire.indexed_items() {
            let value = sheet.value_of(index, item, space);
            sheet.values.push(value);
        }
        sheet
    }

    /// Where the item is asked.
    pub fn shown(&self, index: ItemIndex) -> Bdd {
        self.get(index)
            .map_or(self.never.clone(), |value| value.shown.clone())
    }

    /// Where the item is asked and has no definite answer.
    pub fn missing(&self, index: ItemIndex) -> Bdd {
        self.get(index)
            .map_or(self.never.clone(), |value| value.missing.clone())
    }

    /// Where the item counts as this rank or more.
    pub fn at_least(&self, index: ItemIndex, rank: u8) -> Bdd {
        let Some(place) = rank.checked_sub(1) else {
            return self.always.clone();
        };
        self.get(index)
            .and_then(|value| value.at_least.get(usize::from(place)))
            .map_or(self.never.clone(), Bdd::clone)
    }

    /// Where the item counts as one of these options.
    pub fn any_of(&self, index: ItemIndex, options: Options) -> Bdd {
        let Some(value) = self.get(index) else {
            return self.never.clone();
        };
        let one = |place: u8| match value.kind {
            ItemKind::ChooseOne | ItemKind::Scale => {
                let rank = place.saturating_add(value.first_rank);
                let reached = self.at_least(index, rank).and(&value.shown);
                reached.and_not(&self.at_least(index, rank.saturating_add(1)))
            }
            ItemKind::ChooseMany => value
                .chosen
                .get(usize::from(place))
                .map_or(self.never.clone(), Bdd::clone),
        };
        let all = options.places().map(one);
        all.fold(self.never.clone(), |any, one| any.or(&one))
    }

    fn get(&self, index: ItemIndex) -> Option<&SymbolicValue> {
        self.values.get(usize::from(index.0))
    }

    fn value_of(&self, index: ItemIndex, item: &Item, space: &Space) -> SymbolicValue {
        let shown = if item.enable_when.is_empty() {
            self.always.clone()
        } else {
            let enabling = item.enable_when.iter();
            enabling
                .map(|when| self.any_of(when.item, when.any_of))
                .fold(self.never.clone(), |any, one| any.or(&one))
        };
        let places = 0..u8::try_from(item.options.len()).unwrap_or(u8::MAX);
        let mut value = SymbolicValue {
            missing: space.open(index).and(&shown),
            at_least: Vec::new(),
            chosen: Vec::new(),
            first_rank: item.first_rank,
            kind: item.kind,
            shown,
        };
        match item.kind {
            ItemKind::ChooseOne | ItemKind::Scale => {
                for below in 1..=item.first_rank {
                    let raised = self.raised(item, below).and(&value.shown);
                    // The first option itself has the first rank, so being asked is enough.
                    value.at_least.push(raised.or(&value.shown));
                }
                for place in places.skip(1) {
                    let rank = place.saturating_add(item.first_rank);
                    let reached = space.step(index, place).or(&self.raised(item, rank));
                    value.at_least.push(reached.and(&value.shown));
                }
            }
            ItemKind::ChooseMany => {
                let mut counted = Vec::new();
                for place in places {
                    let alone = item.exclusive.has(place);
                    let chosen = if alone {
                        self.never.clone()
                    } else {
                        space.step(index, place).and(&value.shown)
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

    /// Where arithmetic from other answers makes the item at least this rank.
    fn raised(&self, item: &Item, rank: u8) -> Bdd {
        let bounds = item.raised_by.iter().filter(|bound| bound.to >= rank);
        bounds
            .map(|bound| self.at_least(bound.item, bound.from))
            .fold(self.never.clone(), |any, one| any.or(&one))
    }
}

/// Where at least so many of these hold.
pub fn at_least(least: usize, of: &[Bdd], never: &Bdd, always: &Bdd) -> Bdd {
    // After each condition: where at least 1, 2, … of those so far hold.
    let mut reached = vec![never.clone(); least];
    for condition in of {
        let mut fewer = always.clone();
        for place in &mut reached {
            let more = place.or(&fewer.and(condition));
            fewer = std::mem::replace(place, more);
        }
    }
    reached.pop().unwrap_or_else(|| always.clone())
}
