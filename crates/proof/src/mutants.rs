//! Wrong rules: every small change to the content that a slip of the pen could make.
//!
//! A change that alters anything on any sheet has to be caught by the tests. One that alters nothing
//! is the same questionnaire written differently.

mod conditions;

mod effects;

mod headlines;

mod items;

use assessment::{HeadlineEntry, Item, ItemIndex, Questionnaire, Rule, RuleIndex};

/// A questionnaire with one mistake in it.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// Where and what, as in `F03: level 6 is 5`.
    pub name: String,
    /// The kind of mistake.
    pub mistake: Mistake,
    /// What is different.
    pub change: MutantChange,
}

/// What is different in a mutant.
#[derive(Clone, Copy, Debug)]
pub enum MutantChange {
    /// This rule.
    Rule(RuleIndex, Rule),
    /// This item.
    Item(ItemIndex, Item),
    /// The headlines.
    Headlines(&'static [HeadlineEntry]),
}

/// Kinds of mistakes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mistake {
    /// A rule is missing.
    DroppedRule,
    /// A threshold in a condition is one off.
    MovedThreshold,
    /// A condition or an effect speaks of another area.
    SwappedDimension,
    /// Part of a condition is missing.
    DroppedPart,
    /// "All" stands for "any", or the other way round.
    SwappedJoin,
    /// An effect is one step off, missing, or on the wrong track.
    WrongEffect,
    /// A question is read wrongly.
    MisreadItem,
    /// A headline is missing, out of order, or shown elsewhere.
    WrongHeadline,
}

impl Mistake {
    /// Every kind, in the order they are told.
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

    /// The kind in words.
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

/// Every mutant of a questionnaire.
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
    /// The questionnaire with the mistake. It is kept for as long as the program runs.
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
