//! Proofs about every possible response, by symbolic evaluation.
//!
//! A response is an assignment of Boolean variables, and a rule a formula over them without
//! negation. Formulas are binary decision diagrams (BDDs), which decide "for every response" and
//! "for some response" exactly (Bryant 1986, IEEE Transactions on Computers C-35(8)). Start at
//! [`Proof`]; the claims are in [`claims`].

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

/// Questionnaire with the symbolic outcome of its rules.
pub struct Proof {
    /// The questionnaire.
    pub questionnaire: Questionnaire,
    /// The Boolean variables of responses.
    pub space: Space,
    /// Symbolic scored answers.
    pub scored: SymbolicAnswers,
    /// Symbolic outcome of the rules.
    pub outcome: Outcome,
    /// Formula of the valid responses.
    pub valid: Bdd,
    first: OnceCell<Vec<Bdd>>,
}

impl Proof {
    /// Evaluates the rules of a questionnaire for every response.
    pub fn of(questionnaire: &Questionnaire) -> Proof {
        let space = Space::of(questionnaire);
        let scored = SymbolicAnswers::read(questionnaire, &space);
        Proof {
            outcome: Outcome::of(questionnaire.rules, &scored, &space),
            valid: space.valid_responses(questionnaire),
            questionnaire: *questionnaire,
            space,
            scored,
            first: OnceCell::new(),
        }
    }

    /// Re-evaluates with one changed rule.
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
            valid: self.valid.clone(),
            space: self.space.clone(),
            scored: self.scored.clone(),
            first: OnceCell::new(),
        }
    }

    /// Formula of a display condition.
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

    /// Iterates over the headline entries with the formula that each is the first that holds.
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

    /// One of these headlines is shown. An unknown id is never shown.
    pub fn headline(&self, ids: &[&str]) -> Bdd {
        let of = self
            .headlines()
            .filter(|(entry, _)| ids.contains(&entry.id));
        of.fold(self.space.never(), |any, (_, first)| any.or(first))
    }

    /// Re-evaluates with other headlines.
    pub fn with_headlines(&self, headlines: &'static [HeadlineEntry]) -> Proof {
        Proof {
            questionnaire: Questionnaire {
                headlines,
                ..self.questionnaire
            },
            outcome: self.outcome.clone(),
            valid: self.valid.clone(),
            space: self.space.clone(),
            scored: self.scored.clone(),
            first: OnceCell::new(),
        }
    }

    /// Tells whether every response has the same outputs, ratings, cards, tracks and signs and,
    /// where the headline lists differ, the same headline.
    pub fn same_outcome(&self, other: &Proof) -> bool {
        let same = |one: &Bdd, other: &Bdd| one.xor(other).and(&self.valid).is_false();
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
        self.valid == other.valid
            && signs(self) == signs(other)
            && covers(self, other)
            && covers(other, self)
            && (listed(self) == listed(other)
                || ids.all(|id| same(&self.headline(&[id]), &other.headline(&[id]))))
    }

    /// Finds a valid response that satisfies a formula, with as few true variables as possible: the
    /// mildest one.
    pub fn example(&self, holds: &Bdd) -> Option<Response> {
        let valuation = holds.and(&self.valid).most_negative_valuation()?;
        Some(self.space.response(&self.questionnaire, &valuation))
    }

    /// Returns a message with a counterexample if `then` does not follow from `when`.
    pub fn follows(&self, when: &Bdd, then: &Bdd, what: &str) -> Vec<String> {
        let counterexample = self.example(&when.and_not(then));
        let message =
            counterexample.map(|response| format!("{what}: not on {}", self.describe(&response)));
        message.into_iter().collect()
    }

    /// Describes a response for developers: all answers that are not the mildest.
    pub fn describe(&self, response: &Response) -> String {
        let answers = self.questionnaire.items.iter().filter_map(|item| {
            use assessment::Answer;
            match response.get(item.link_id) {
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
