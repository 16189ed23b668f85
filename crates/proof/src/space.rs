//! Encoding of responses: one Boolean variable for each step of an answer.

use biodivine_lib_bdd::{
    Bdd, BddPartialValuation, BddValuation, BddVariable, BddVariableSet, BddVariableSetBuilder,
};

use assessment::{
    Answer, Completeness, Item, ItemIndex, ItemKind, Options, Questionnaire, Response,
};

use super::variable_order::{Slot, count, order};

/// Boolean variables of all items.
///
/// Their order determines the size of the decision diagrams.
#[derive(Clone)]
pub struct Space {
    set: BddVariableSet,
    items: Vec<ItemVariables>,
    many_open: BddVariable,
    care_stands: BddVariable,
}

/// Boolean variables of one item.
#[derive(Clone, Debug)]
pub struct ItemVariables {
    /// By option. Multiple choice: "chosen"; single choice: "this option or a worse one". The
    /// mildest and exclusive options need none.
    steps: Vec<Option<BddVariable>>,
    /// No definite answer.
    open: BddVariable,
}

impl Space {
    /// Creates the variables of a questionnaire.
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

    /// Number of variables.
    pub fn variables(&self) -> u16 {
        self.set.num_vars()
    }

    /// Constant false.
    pub fn never(&self) -> Bdd {
        self.set.mk_false()
    }

    /// Constant true.
    pub fn always(&self) -> Bdd {
        self.set.mk_true()
    }

    /// The answer to an item, if asked, includes this option; for single choice: is this option or
    /// a worse one.
    pub fn step(&self, index: ItemIndex, option: u8) -> Bdd {
        match self.variable(index, option) {
            Some(variable) => self.holds(variable),
            None => self.always(),
        }
    }

    /// The item has no definite answer.
    pub fn open(&self, index: ItemIndex) -> Bdd {
        match self.items.get(usize::from(index.0)) {
            Some(item) => self.holds(item.open),
            None => self.never(),
        }
    }

    /// Variable of a completeness state. It is free, independent of the answers: proofs hold for
    /// both values.
    pub fn completeness(&self, state: Completeness) -> BddVariable {
        match state {
            Completeness::ManyOpen => self.many_open,
            Completeness::CareStands => self.care_stands,
        }
    }

    /// This variable is true.
    pub fn holds(&self, variable: BddVariable) -> Bdd {
        self.set.mk_var(variable)
    }

    /// Variable of a step, if it has one.
    pub fn variable(&self, index: ItemIndex, option: u8) -> Option<BddVariable> {
        let item = self.items.get(usize::from(index.0))?;
        item.steps.get(usize::from(option)).copied().flatten()
    }

    /// Variable of "no definite answer".
    pub fn open_variable(&self, index: ItemIndex) -> Option<BddVariable> {
        self.items.get(usize::from(index.0)).map(|item| item.open)
    }

    /// All variables of an item.
    pub fn variables_of(&self, index: ItemIndex) -> Vec<BddVariable> {
        let open = self.open_variable(index);
        self.steps_of(index).into_iter().chain(open).collect()
    }

    /// Variables of the steps of an item.
    pub fn steps_of(&self, index: ItemIndex) -> Vec<BddVariable> {
        let item = self.items.get(usize::from(index.0));
        item.into_iter()
            .flat_map(|item| item.steps.iter().copied().flatten())
            .collect()
    }

    /// Values of an item's variables for one answer, given or counted for a gap.
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

    /// These variables have these values.
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

    /// The assignment is a valid response: steps are ladders, and a missing answer has an option
    /// that it counts as.
    pub fn valid_responses(&self, questionnaire: &Questionnaire) -> Bdd {
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

    /// Encodes a response.
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

    /// Applies `unsure_if`: a gap counts as another option while an earlier item has some answer.
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

    /// Decodes a valuation to a response.
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

/// Items in reverse order: intermediate diagrams stay small.
fn backwards(questionnaire: &Questionnaire) -> Vec<(ItemIndex, &'static Item)> {
    let mut items: Vec<(ItemIndex, &'static Item)> = questionnaire.indexed_items().collect();
    items.reverse();
    items
}
