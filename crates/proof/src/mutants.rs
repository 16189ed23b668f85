//! Mutation testing of the content: every small change that could be a mistake.
//!
//! Tests must catch a mutant that changes the outcome of any response. A mutant that changes none
//! is equivalent.

mod conditions;

mod effects;

mod headlines;

mod items;

use assessment::{HeadlineEntry, Item, ItemIndex, Questionnaire, Rule, RuleIndex};

/// Mutant: a questionnaire with one mistake.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// Location and change, such as `F03: level 6 is 5`.
    pub name: String,
    /// Kind of mistake (mutation operator).
    pub mistake: Mistake,
    /// The changed part.
    pub change: MutantChange,
}

/// Changed part of a mutant.
#[derive(Clone, Copy, Debug)]
pub enum MutantChange {
    /// A rule.
    Rule(RuleIndex, Rule),
    /// An item.
    Item(ItemIndex, Item),
    /// The list of headlines.
    Headlines(&'static [HeadlineEntry]),
}

/// Kinds of mistakes (mutation operators).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mistake {
    /// A rule is missing.
    DroppedRule,
    /// A threshold in a condition is one off.
    MovedThreshold,
    /// A condition or an effect refers to another dimension.
    SwappedDimension,
    /// Part of a condition is missing.
    DroppedPart,
    /// `All` is replaced by `Any`, or the reverse.
    SwappedJoin,
    /// An effect is one step off, missing, or on the wrong track.
    WrongEffect,
    /// An item is scored or enabled wrongly.
    MisreadItem,
    /// A headline is missing, out of order, or has a wrong condition.
    WrongHeadline,
}

impl Mistake {
    /// Every kind, in report order.
    pub const ALL: [Mistake; 8] = [
        Mistake::DroppedRule,
        Mistake::MovedThreshold,
        Mistake::SwappedDimension,
        Mistake::DroppedPart,
        Mistake::SwappedJoin,
        Mistake::WrongEffect,
        Mistake::MisreadItem,
        Mistake::WrongHeadline,
    ];

    /// Display name.
    pub fn name(self) -> &'static str {
        match self {
            Mistake::DroppedRule => "a rule dropped",
            Mistake::MovedThreshold => "a threshold moved by one",
            Mistake::SwappedDimension => "an area swapped",
            Mistake::DroppedPart => "part of a condition dropped",
            Mistake::SwappedJoin => "'all' and 'any' swapped",
            Mistake::WrongEffect => "an effect one step off, missing or on the wrong track",
            Mistake::MisreadItem => "a question misread",
            Mistake::WrongHeadline => "a headline missing, out of order or shown elsewhere",
        }
    }
}

/// Generates every mutant of a questionnaire.
pub fn mutants(questionnaire: &Questionnaire) -> Vec<Mutant> {
    let mut all = Vec::new();
    for (index, rule) in questionnaire.indexed_rules() {
        let mut add = |mistake, what: String, changed: Rule| {
            all.push(Mutant {
                name: format!("{}: {what}", rule.id.0),
                mistake,
                change: MutantChange::Rule(index, changed),
            });
        };
        conditions::of(questionnaire, rule, &mut add);
        effects::of(rule, &mut add);
    }
    for (index, item) in questionnaire.indexed_items() {
        items::of(questionnaire, item, &mut |what: String, changed: Item| {
            all.push(Mutant {
                name: format!("{}: {what}", item.link_id.0),
                mistake: Mistake::MisreadItem,
                change: MutantChange::Item(index, changed),
            });
        });
    }
    headlines::of(questionnaire, &mut |name: String, changed| {
        all.push(Mutant {
            name,
            mistake: Mistake::WrongHeadline,
            change: MutantChange::Headlines(changed),
        });
    });
    all
}

impl Mutant {
    /// Builds the questionnaire with the mistake. Leaks memory: the result is `'static`.
    pub fn of(&self, questionnaire: &Questionnaire) -> Questionnaire {
        let mut mutant = *questionnaire;
        match self.change {
            MutantChange::Rule(index, changed) => {
                let mut rules = questionnaire.rules.to_vec();
                if let Some(rule) = rules.get_mut(usize::from(index.0)) {
                    *rule = changed;
                }
                mutant.rules = rules.leak();
            }
            MutantChange::Item(index, changed) => {
                let mut items = questionnaire.items.to_vec();
                if let Some(item) = items.get_mut(usize::from(index.0)) {
                    *item = changed;
                }
                mutant.items = items.leak();
            }
            MutantChange::Headlines(changed) => mutant.headlines = changed,
        }
        mutant
    }
}
