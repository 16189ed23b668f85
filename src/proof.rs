//! What holds for every sheet of answers there can be, not for a sample.
//!
//! A sheet is a row of true-or-false variables, and a rule a formula over them without "not". The
//! formulas are kept as binary decision diagrams, on which "for every sheet" and "for some sheet" are
//! answered exactly (Bryant 1986, IEEE Transactions on Computers C-35(8)). Start at [`Proof`]; what
//! is claimed stands in [`claims`].

pub mod claims;

mod disjunction;

pub mod mutants;

mod outcome;

mod reading;

mod report;

mod space;

mod tables;

mod when;

use biodivine_lib_bdd::Bdd;

use crate::assessment::{Questionnaire, Response, Rule, RuleIndex};

pub use outcome::{Fact, Outcome, facts_of};
pub use reading::SymbolicSheet;
pub use report::{Extent, extents};
pub use space::Space;
pub use tables::{Row, Rows, row_id, row_with, rows_of, second_reading};

/// A questionnaire with what its rules make of every sheet.
pub struct Proof {
    /// What is proved about.
    pub questionnaire: Questionnaire,
    /// The variables of the sheets.
    pub space: Space,
    /// How the sheets are read.
    pub sheet: SymbolicSheet,
    /// What the rules make of them.
    pub outcome: Outcome,
    /// The sheets that can be handed over.
    pub sheets: Bdd,
}

impl Proof {
    /// Works out what the rules of a questionnaire make of every sheet.
    pub fn of(questionnaire: &Questionnaire) -> Proof {
        let space = Space::of(questionnaire);
        let sheet = SymbolicSheet::read(questionnaire, &space);
        Proof {
            outcome: Outcome::of(questionnaire.rules, &sheet, &space),
            sheets: space.sheets(questionnaire),
            questionnaire: *questionnaire,
            space,
            sheet,
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
            outcome: self.outcome.again(old, rules, changed, &self.sheet),
            sheets: self.sheets.clone(),
            space: self.space.clone(),
            sheet: self.sheet.clone(),
        }
    }

    /// A sheet for which this holds, if there is one that can be handed over: the one with the least
    /// said against the person.
    pub fn example(&self, holds: &Bdd) -> Option<Response> {
        let valuation = holds.and(&self.sheets).most_negative_valuation()?;
        Some(self.space.response(&self.questionnaire, &valuation))
    }

    /// What speaks against `then` following from `when`: nothing, or a sheet.
    pub fn follows(&self, when: &Bdd, then: &Bdd, what: &str) -> Vec<String> {
        let against = self.example(&when.and_not(then));
        let told = against.map(|sheet| format!("{what}: not on {}", self.told(&sheet)));
        told.into_iter().collect()
    }

    /// A sheet in words for a developer: what is not the mildest answer.
    pub fn told(&self, sheet: &Response) -> String {
        let answers = self.questionnaire.items.iter().filter_map(|item| {
            use crate::assessment::Answer;
            match sheet.get(item.link_id) {
                Some(Answer::Chosen(chosen)) if chosen == item.mildest() => None,
                Some(Answer::Chosen(chosen)) => {
                    let names = chosen.places().filter_map(|place| {
                        item.options
                            .get(usize::from(place))
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
            "the sheet with every answer at its mildest".into()
        } else {
            format!("a sheet with {}", answers.join(", "))
        }
    }
}
