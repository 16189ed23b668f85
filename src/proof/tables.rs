//! The tables C.2 to C.4 of the evidence file, read and written down a second time, apart from the
//! content files. Both readings have to agree on every sheet.
//!
//! This is a check, not a source: no threshold here ever reaches a visitor.

mod answers;

mod floors;

mod questions;

mod ratings;

mod red_flags;

use std::collections::BTreeMap;

use biodivine_lib_bdd::Bdd;

use crate::assessment::{
    AddOn, Alert, FirstStep, HelpId, LevelOfCare, Questionnaire, RiskRating, Rule, RuleIndex,
    Scale, Track, Urgency,
};

use super::outcome::{Fact, Outcome, facts_of, up_to};
use super::reading::SymbolicSheet;
use super::space::Space;
use super::when::When;

pub use answers::Answers;
pub use questions::{Counts, questions};
pub use red_flags::{TRACK_D, TRACK_O};

/// What the rows of the tables say: where each fires and what it brings about there.
pub type Rows = BTreeMap<String, Row>;

/// One row, which may stand for several rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it fires.
    pub fires: Bdd,
    /// What it brings about, and where.
    pub facts: BTreeMap<Fact, Bdd>,
}

impl Row {
    /// Whether both fire on the same of these sheets and bring about the same there.
    pub fn same_on(&self, other: &Row, sheets: &Bdd) -> bool {
        let differ = |one: &Bdd, other: &Bdd| !one.xor(other).and(sheets).is_false();
        let facts = self.facts.keys().chain(other.facts.keys());
        let same_fact = |fact: &Fact| match (self.facts.get(fact), other.facts.get(fact)) {
            (Some(one), Some(other)) => !differ(one, other),
            (Some(alone), None) | (None, Some(alone)) => alone.and(sheets).is_false(),
            (None, None) => true,
        };
        let mut facts = facts.map(same_fact);
        !differ(&self.fires, &other.fires) && facts.all(|same| same)
    }
}

/// The rows as the content files have them.
pub fn rows_of(rules: &[Rule], outcome: &Outcome) -> Rows {
    let mut rows = Rows::new();
    for (index, rule) in (0..).map(RuleIndex).zip(rules) {
        add(
            &mut rows,
            row_id(rule),
            outcome.fires(index),
            facts_of(rule),
        );
    }
    rows
}

/// One row as the content files have it, with one rule changed and firing elsewhere.
pub fn row_with(rules: &[Rule], outcome: &Outcome, changed: &Rule, fires: &Bdd) -> Option<Row> {
    let mut rows = Rows::new();
    for (index, rule) in (0..).map(RuleIndex).zip(rules) {
        if rule.id == changed.id {
            add(&mut rows, row_id(changed), fires, facts_of(changed));
        } else if row_id(rule) == row_id(changed) {
            add(
                &mut rows,
                row_id(rule),
                outcome.fires(index),
                facts_of(rule),
            );
        }
    }
    rows.remove(row_id(changed))
}

/// The row a rule belongs to: one row may have become several rules, with a suffix.
pub fn row_id(rule: &Rule) -> &'static str {
    rule.id.0.split('-').next().unwrap_or(rule.id.0)
}

/// The rows as the second reading has them.
pub fn second_reading(questionnaire: &Questionnaire, sheet: &SymbolicSheet, space: &Space) -> Rows {
    let mut tables = Tables {
        answers: Answers::new(questionnaire, sheet, space),
        rows: Rows::new(),
    };
    let flags = tables.red_flags();
    tables.stopping_safely(&flags);
    tables.other_areas(&flags);
    tables.floors(&flags);
    tables.rows
}

/// The tables as they are being written down.
struct Tables<'a> {
    answers: Answers<'a>,
    rows: Rows,
}

/// What a row raises, in the numbers of C.1.
#[derive(Clone, Copy)]
enum Raises {
    Alert(usize),
    FirstStep(usize),
    Level(usize),
    Urgency(usize),
    AddOn(&'static str),
    Help(&'static str),
    Track(Track, usize),
    Rating(Scale, usize),
}

/// Floors that speak of the withdrawal, medical or suicide risk of now (C.1).
const NOT_FOR_NEXT_LEVEL: [&str; 9] = [
    "F01", "F02", "F03", "F04", "F05", "F06", "F09", "F10", "F16",
];

impl Tables<'_> {
    fn row(&mut self, id: &'static str, when: &When, raises: &[Raises]) {
        let facts = raises.iter().flat_map(|raised| facts(id, *raised));
        add(&mut self.rows, id, &when.0, facts);
    }
}

fn facts(id: &str, raised: Raises) -> Vec<Fact> {
    match raised {
        Raises::Alert(rank) => to(Alert::ALL, rank, Fact::Alert),
        Raises::FirstStep(rank) => to(FirstStep::ALL, rank, Fact::FirstStep),
        Raises::Level(rank) => {
            let mut facts = to(LevelOfCare::ALL, rank, Fact::Level);
            if !NOT_FOR_NEXT_LEVEL.contains(&id) {
                // From intensive outpatient on: outpatient follows in any case (C.1).
                let next = to(LevelOfCare::ALL, rank, Fact::NextLevel);
                facts.extend(next.into_iter().skip(2));
            }
            facts
        }
        Raises::Urgency(rank) => to(Urgency::ALL, rank, Fact::Urgency),
        Raises::AddOn(code) => {
            let named = AddOn::ALL.iter().filter(|add_on| add_on.code() == code);
            named.copied().map(Fact::AddOn).collect()
        }
        Raises::Help(id) => vec![Fact::Help(HelpId(id))],
        Raises::Track(track, rank) => {
            let step = FirstStep::ALL.get(rank).copied().unwrap_or_default();
            vec![Fact::Track(track, step)]
        }
        Raises::Rating(of, rank) => {
            let scales = Scale::ALL.into_iter().filter(|scale| scale.includes(of));
            let rated = |scale| to(&RiskRating::ALL, rank, |below| Fact::Rating(scale, below));
            scales.flat_map(rated).collect()
        }
    }
}

/// The facts from the first above the lowest up to this rank.
fn to<T: Copy + PartialOrd>(all: &[T], rank: usize, fact: impl Fn(T) -> Fact) -> Vec<Fact> {
    let highest = all.get(rank).into_iter();
    highest
        .flat_map(|highest| up_to(all, *highest))
        .map(fact)
        .collect()
}

fn add(rows: &mut Rows, id: &str, fires: &Bdd, facts: impl IntoIterator<Item = Fact>) {
    let row = rows.entry(id.to_owned()).or_insert_with(|| Row {
        fires: fires.clone(),
        facts: BTreeMap::new(),
    });
    row.fires = row.fires.or(fires);
    for fact in facts {
        let known = row.facts.get(&fact);
        let joined = known.map_or_else(|| fires.clone(), |known| known.or(fires));
        row.facts.insert(fact, joined);
    }
}
