//! What holds for every set of answers there can be, not for a sample.
//!
//! A set of answers is a row of true-or-false variables, and a rule a formula over them without "not". The
//! formulas are kept as binary decision diagrams, on which "for every set of answers" and "for some sheet" are
//! answered exactly (Bryant 1986, IEEE Transactions on Computers C-35(8)). Start at [`Proof`]; what
//! is claimed stands in [`claims`].

pub mod claims;

mod answers;

mod disjunction;

pub mod mutants;

mod outcome;

mod reading;

mod report;

mod space;

mod variable_order;

use std::cell::OnceCell;
use std::collections::BTreeSet;

use biodivine_lib_bdd::Bdd;

use assessment::{
    DisplayCondition, HeadlineEntry, Options, Questionnaire, Response, Rule, RuleIndex,
};

pub use outcome::{Fact, Outcome, facts_of};
pub use reading::SymbolicAnswers;
pub use report::{Extent, extents};
pub use space::Space;

/// A questionnaire with what its rules make of every set of answers.
pub struct Proof {
    /// What is proved about.
    pub questionnaire: Questionnaire,
    /// The variables of the sheets.
    pub space: Space,
    /// How the sheets are read.
    pub scored: SymbolicAnswers,
    /// What the rules make of them.
    pub outcome: Outcome,
    /// The sheets that can be handed over.
    pub sheets: Bdd,
    first: OnceCell<Vec<Bdd>>,
}

impl Proof {
    /// Works out what the rules of a questionnaire make of every set of answers.
    pub fn of(questionnaire: &Questionnaire) -> Proof {
        let space = Space::of(questionnaire);
        let scored = SymbolicAnswers::read(questionnaire, &space);
        Proof {
            outcome: Outcome::of(questionnaire.rules, &scored, &space),
            sheets: space.sheets(questionnaire),
            questionnaire: *questionnaire,
            space,
            scored,
            first: OnceCell::new(),
        }
    }

    /// The same with one rule changed.
    pub fn with_rules(&self, rules: &'static [Rule], changed: RuleIndex) -> Proof {
        let old = self.questionnaire.rules;
        Proof {
            questionnaire: Questionnaire {
                rules,
                ..self.questionnaire
            },
            outcome: self
                .outcome
                .again(old, rules, &BTreeSet::from([changed]), &self.scored),
            sheets: self.sheets.clone(),
            space: self.space.clone(),
            scored: self.scored.clone(),
            first: OnceCell::new(),
        }
    }

    /// Where a display condition holds.
    pub fn shows(&self, condition: &DisplayCondition) -> Bdd {
        let (outcome, never) = (&self.outcome, self.space.never());
        self.scored.shows(condition, &|part| match part {
            DisplayCondition::Holds(condition) => outcome.holds(condition, &self.scored),
            DisplayCondition::Reached(threshold) => outcome.fact(Fact::from(*threshold)).clone(),
            DisplayCondition::OnlyFrom(threshold, track, of) => {
                let gives = |rule: &Rule| facts_of(rule).contains(&Fact::from(*threshold));
                let own = |index: RuleIndex, rule: &Rule| {
                    of.contains(&index) || track.is_some() && rule.then.track == *track
                };
                let rules = self.questionnaire.indexed_rules();
                let others = rules.filter(|(index, rule)| gives(rule) && !own(*index, rule));
                let others = others.map(|(index, _)| outcome.fires(index));
                others.fold(never.clone(), |any, one| any.or(one)).not()
            }
            DisplayCondition::Completeness(state) => {
                self.space.holds(self.space.completeness(*state))
            }
            DisplayCondition::None(_) | DisplayCondition::All(_) | DisplayCondition::Any(_) => {
                never.clone()
            }
        })
    }

    /// Every headline entry with where it is the one that is shown: the first that holds.
    pub fn headlines(&self) -> impl Iterator<Item = (&'static HeadlineEntry, &Bdd)> {
        let first = self.first.get_or_init(|| {
            let mut left = self.space.always();
            let entries = self.questionnaire.headlines.iter();
            let first = entries.map(|entry| {
                let holds = self.shows(&entry.when);
                let first = left.and(&holds);
                left = left.and_not(&holds);
                first
            });
            first.collect()
        });
        self.questionnaire.headlines.iter().zip(first)
    }

    /// Where one of these headlines is the one that is shown. What is no headline is shown nowhere.
    pub fn headline(&self, ids: &[&str]) -> Bdd {
        let of = self
            .headlines()
            .filter(|(entry, _)| ids.contains(&entry.id));
        of.fold(self.space.never(), |any, (_, first)| any.or(first))
    }

    /// The same with other headlines.
    pub fn with_headlines(&self, headlines: &'static [HeadlineEntry]) -> Proof {
        Proof {
            questionnaire: Questionnaire {
                headlines,
                ..self.questionnaire
            },
            outcome: self.outcome.clone(),
            sheets: self.sheets.clone(),
            space: self.space.clone(),
            scored: self.scored.clone(),
            first: OnceCell::new(),
        }
    }

    /// Whether every set of answers comes to the same: outputs, ratings, cards, tracks, signs and, where they
    /// are not the same list, the headline.
    pub fn same_outcome(&self, other: &Proof) -> bool {
        let same = |one: &Bdd, other: &Bdd| one.xor(other).and(&self.sheets).is_false();
        let covers = |one: &Proof, other: &Proof| {
            let mut facts = one.outcome.facts();
            facts.all(|(fact, holds)| same(holds, other.outcome.fact(fact)))
        };
        let signs = |proof: &Proof| -> Vec<Options> {
            let items = proof.questionnaire.items.iter();
            items.map(|item| item.signs).collect()
        };
        let listed = |proof: &Proof| proof.questionnaire.headlines.as_ptr_range();
        let entries = [self, other].map(|proof| proof.questionnaire.headlines);
        let mut ids = entries.into_iter().flatten().map(|entry| entry.id);
        self.sheets == other.sheets
            && signs(self) == signs(other)
            && covers(self, other)
            && covers(other, self)
            && (listed(self) == listed(other)
                || ids.all(|id| same(&self.headline(&[id]), &other.headline(&[id]))))
    }

    /// A set of answers for which this holds, if there is one that can be handed over: the one with the least
    /// said against the person.
    pub fn example(&self, holds: &Bdd) -> Option<Response> {
        let valuation = holds.and(&self.sheets).most_negative_valuation()?;
        Some(self.space.response(&self.questionnaire, &valuation))
    }

    /// What speaks against `then` following from `when`: nothing, or a set of answers.
    pub fn follows(&self, when: &Bdd, then: &Bdd, what: &str) -> Vec<String> {
        let against = self.example(&when.and_not(then));
        let message = against.map(|scored| format!("{what}: not on {}", self.describe(&scored)));
        message.into_iter().collect()
    }

    /// A set of answers in words for a developer: what is not the mildest answer.
    pub fn describe(&self, scored: &Response) -> String {
        let answers = self.questionnaire.items.iter().filter_map(|item| {
            use assessment::Answer;
            match scored.get(item.link_id) {
                Some(Answer::Chosen(chosen)) if chosen == item.mildest() => None,
                Some(Answer::Chosen(chosen)) => {
                    let names = chosen.indices().filter_map(|position| {
                        item.options
                            .get(usize::from(position))
                            .map(|name| (*name).to_owned())
                    });
                    Some(format!(
                        "{} = {}",
                        item.link_id.0,
                        names.collect::<Vec<_>>().join(" + ")
                    ))
                }
                Some(Answer::Unsure | Answer::Declined) | None => {
                    Some(format!("{} left open", item.link_id.0))
                }
            }
        });
        let answers: Vec<String> = answers.collect();
        if answers.is_empty() {
            "the set with every answer at its mildest".into()
        } else {
            format!("a set of answers with {}", answers.join(", "))
        }
    }
}
