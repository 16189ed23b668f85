//! Every set of answers at once: one true-or-false variable for each step an answer can take.

use biodivine_lib_bdd::{
    Bdd, BddPartialValuation, BddValuation, BddVariable, BddVariableSet, BddVariableSetBuilder,
};

use assessment::{
    Answer, Completeness, Item, ItemIndex, ItemKind, Options, Questionnaire, Response,
};

use super::variable_order::{Slot, count, order};

/// The variables of all items.
///
/// Their order decides how large the decision diagrams get.
#[derive(Clone)]
pub struct Space {
    set: BddVariableSet,
    items: Vec<ItemVariables>,
    many_open: BddVariable,
    care_stands: BddVariable,
}

/// The variables of one item.
#[derive(Clone, Debug)]
pub struct ItemVariables {
    /// For each option: chosen or, where one is chosen, "this option or a worse one". The mildest
    /// option and those that stand alone need none.
    steps: Vec<Option<BddVariable>>,
    /// No definite answer.
    open: BddVariable,
}

impl Space {
    /// Makes the variables of a questionnaire.
    pub fn of(questionnaire: &Questionnaire) -> Space {
        let mut builder = BddVariableSetBuilder::new();
        let mut slots: Vec<(ItemIndex, Slot, BddVariable)> = Vec::new();
        for (index, slot) in order(questionnaire) {
            let name = slots.len().to_string();
            slots.push((index, slot, builder.make_variable(&name)));
        }
        let many_open = builder.make_variable("many-open");
        let care_stands = builder.make_variable("care-stands");
        let set = builder.build();
        let position = |index, slot| {
            let found = slots.iter().find(|(of, at, _)| *of == index && *at == slot);
            found.map(|(_, _, variable)| *variable)
        };
        let items = questionnaire
            .indexed_items()
            .filter_map(|(index, item)| {
                let steps = (0..count(item)).map(|option| position(index, Slot::Step(option)));
                let open = position(index, Slot::Open)?;
                Some(ItemVariables {
                    steps: steps.collect(),
                    open,
                })
            })
            .collect();
        Space {
            set,
            items,
            many_open,
            care_stands,
        }
    }

    /// How many variables there are.
    pub fn variables(&self) -> u16 {
        self.set.num_vars()
    }

    /// Holds for nothing.
    pub fn never(&self) -> Bdd {
        self.set.mk_false()
    }

    /// Holds for everything.
    pub fn always(&self) -> Bdd {
        self.set.mk_true()
    }

    /// Holds where the answer to an item, were it asked, includes this option; for one choice, where
    /// it is this option or a worse one.
    pub fn step(&self, index: ItemIndex, option: u8) -> Bdd {
        match self.variable(index, option) {
            Some(variable) => self.holds(variable),
            None => self.always(),
        }
    }

    /// Holds where the item has no definite answer.
    pub fn open(&self, index: ItemIndex) -> Bdd {
        match self.items.get(usize::from(index.0)) {
            Some(item) => self.holds(item.open),
            None => self.never(),
        }
    }

    /// The variable of how complete the answers are. It is free, beside any answers: what is proved holds
    /// whether so many questions are open or not, and whether withdrawal care stands without them or not.
    pub fn completeness(&self, state: Completeness) -> BddVariable {
        match state {
            Completeness::ManyOpen => self.many_open,
            Completeness::CareStands => self.care_stands,
        }
    }

    /// Holds where this variable is true.
    pub fn holds(&self, variable: BddVariable) -> Bdd {
        self.set.mk_var(variable)
    }

    /// The variable behind a step, where it has one.
    pub fn variable(&self, index: ItemIndex, option: u8) -> Option<BddVariable> {
        let item = self.items.get(usize::from(index.0))?;
        item.steps.get(usize::from(option)).copied().flatten()
    }

    /// The variable behind "no definite answer".
    pub fn open_variable(&self, index: ItemIndex) -> Option<BddVariable> {
        self.items.get(usize::from(index.0)).map(|item| item.open)
    }

    /// Every variable of an item.
    pub fn variables_of(&self, index: ItemIndex) -> Vec<BddVariable> {
        let open = self.open_variable(index);
        self.steps_of(index).into_iter().chain(open).collect()
    }

    /// The variables of an item's answers.
    pub fn steps_of(&self, index: ItemIndex) -> Vec<BddVariable> {
        let item = self.items.get(usize::from(index.0));
        item.into_iter()
            .flat_map(|item| item.steps.iter().copied().flatten())
            .collect()
    }

    /// The values of an item's variables for one answer, given or counted for a gap.
    pub fn at(
        &self,
        index: ItemIndex,
        item: &Item,
        answer: Options,
        open: bool,
    ) -> Vec<(BddVariable, bool)> {
        let mut values = Vec::new();
        for option in 0..count(item) {
            if let Some(variable) = self.variable(index, option) {
                let chosen = match item.kind {
                    ItemKind::ChooseOne | ItemKind::Scale => answer.last() >= Some(option),
                    ItemKind::ChooseMany => answer.has(option),
                };
                values.push((variable, chosen));
            }
        }
        values.extend(self.open_variable(index).map(|variable| (variable, open)));
        values
    }

    /// Holds where these variables have these values.
    pub fn clause(&self, values: impl IntoIterator<Item = (BddVariable, bool)>) -> Bdd {
        let values: Vec<(BddVariable, bool)> = values.into_iter().collect();
        self.set
            .mk_conjunctive_clause(&BddPartialValuation::from_values(&values))
    }

    fn ladder(&self, index: ItemIndex, item: &Item) -> Bdd {
        let mut all = self.always();
        match item.kind {
            ItemKind::ChooseOne | ItemKind::Scale => {
                for option in 2..count(item) {
                    let below = self.step(index, option.saturating_sub(1));
                    all = all.and(&self.step(index, option).imp(&below));
                }
            }
            ItemKind::ChooseMany => {}
        }
        all
    }

    /// Holds for the sheets that can be handed over: ladders, and a missing answer at an option it
    /// counts as.
    pub fn sheets(&self, questionnaire: &Questionnaire) -> Bdd {
        let mut all = self.always();
        for (index, item) in backwards(questionnaire) {
            let exactly = |option| self.exactly(index, item, option);
            let unsure = item.unsure_as;
            let usual = exactly(unsure.option).or(&exactly(unsure.skipped));
            let counted = match unsure.instead {
                Some((when, option)) => {
                    let chosen = when
                        .any_of
                        .indices()
                        .map(|position| self.step(when.item, position));
                    let when = chosen.fold(self.never(), |any, one| any.or(&one));
                    Bdd::if_then_else(&when, &exactly(option), &usual)
                }
                None => usual,
            };
            let reading = self.open(index).imp(&counted);
            all = self.ladder(index, item).and(&reading).and(&all);
        }
        all
    }

    fn exactly(&self, index: ItemIndex, item: &Item, option: u8) -> Bdd {
        let mut values = self.at(index, item, Options::only(option), true);
        values.retain(|(variable, _)| self.open_variable(index) != Some(*variable));
        self.clause(values)
    }

    /// The valuation of a set of answers as it was handed over.
    pub fn valuation(&self, questionnaire: &Questionnaire, response: &Response) -> BddValuation {
        let mut valuation = BddValuation::all_false(self.variables());
        for (index, item) in questionnaire.indexed_items() {
            let (answer, open) = match response.get(item.link_id) {
                Some(Answer::Chosen(chosen)) => (item.tidy(chosen), false),
                Some(Answer::Unsure) => (Options::only(item.unsure_as.option), true),
                Some(Answer::Declined) | None => (Options::only(item.unsure_as.skipped), true),
            };
            for (variable, value) in self.at(index, item, answer, open) {
                valuation.set_value(variable, value);
            }
            self.count_instead(&mut valuation, index, item);
        }
        valuation
    }

    /// A gap may count as another option while an earlier answer is there.
    fn count_instead(&self, valuation: &mut BddValuation, index: ItemIndex, item: &Item) {
        let is = |variable: Option<BddVariable>| variable.is_some_and(|of| valuation.value(of));
        let Some((when, option)) = item.unsure_as.instead else {
            return;
        };
        let mut chosen = when.any_of.indices();
        let there = chosen.any(|position| is(self.variable(when.item, position)));
        if there && is(self.open_variable(index)) {
            for (variable, value) in self.at(index, item, Options::only(option), true) {
                valuation.set_value(variable, value);
            }
        }
    }

    /// The sheet a valuation stands for, as it would be handed over.
    pub fn response(&self, questionnaire: &Questionnaire, valuation: &BddValuation) -> Response {
        let mut response = Response::default();
        for (index, item) in questionnaire.indexed_items() {
            let open = self
                .open_variable(index)
                .is_some_and(|variable| valuation.value(variable));
            let chosen = self.chosen(index, item, valuation);
            if !open {
                response.set(item.link_id, Answer::Chosen(chosen));
            } else if chosen != Options::only(item.unsure_as.skipped) {
                response.set(item.link_id, Answer::Unsure);
            }
        }
        response
    }

    fn chosen(&self, index: ItemIndex, item: &Item, valuation: &BddValuation) -> Options {
        let is = |option: &u8| {
            self.variable(index, *option)
                .is_some_and(|variable| valuation.value(variable))
        };
        let mut steps = (0..count(item)).filter(is);
        match item.kind {
            ItemKind::ChooseOne | ItemKind::Scale => Options::only(steps.next_back().unwrap_or(0)),
            ItemKind::ChooseMany => {
                let some = steps.map(Options::only).fold(Options(0), Options::with);
                if some.is_empty() {
                    item.exclusive
                } else {
                    some
                }
            }
        }
    }
}

/// Items from the last to the first: diagrams that are built from the end upwards stay small.
fn backwards(questionnaire: &Questionnaire) -> Vec<(ItemIndex, &'static Item)> {
    let mut items: Vec<(ItemIndex, &'static Item)> = questionnaire.indexed_items().collect();
    items.reverse();
    items
}
