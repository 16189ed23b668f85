//! Difference between two results: changed outputs and ratings, rules that started or stopped
//! firing.

use assessment::{AddOn, Recommendation, RuleId, Scale};

use super::words;

/// Difference between the results before and after a change of answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Outputs and ratings whose value changed.
    pub moved: Vec<Moved>,
    /// Rules that fire now.
    pub started: Vec<RuleId>,
    /// Rules that no longer fire.
    pub stopped: Vec<RuleId>,
}

/// A changed output or rating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Its name.
    pub what: &'static str,
    /// The value before.
    pub from: String,
    /// The value now.
    pub to: String,
}

/// Maximum number of rules to name in a sentence; more are counted.
const MAX_NAMED: usize = 6;

impl Difference {
    /// Compares two results.
    pub fn between(before: &Recommendation, after: &Recommendation) -> Difference {
        let (old, new) = (before.outputs(), after.outputs());
        let next = |result: &Recommendation| {
            result
                .next_level
                .map_or(words::NOTHING.to_owned(), |level| level.rank().to_string())
        };
        let add_ons = |result: &Recommendation| {
            let codes: Vec<&str> = result.add_ons.iter().copied().map(AddOn::code).collect();
            if codes.is_empty() {
                words::NOTHING.to_owned()
            } else {
                codes.join(", ")
            }
        };
        let mut difference = Difference {
            started: without(&after.fired, &before.fired),
            stopped: without(&before.fired, &after.fired),
            moved: Vec::new(),
        };
        let mut note = |what, from: String, to: String| {
            if from != to {
                difference.moved.push(Moved { what, from, to });
            }
        };
        note(
            words::HEADLINE,
            before.headline.code().to_owned(),
            after.headline.code().to_owned(),
        );
        note(words::ALERT, rank(old.alert.rank()), rank(new.alert.rank()));
        note(
            words::FIRST_STEP,
            rank(old.first_step.rank()),
            rank(new.first_step.rank()),
        );
        note(words::LEVEL, rank(old.level.rank()), rank(new.level.rank()));
        note(words::NEXT_LEVEL, next(before), next(after));
        note(
            words::URGENCY,
            rank(old.urgency.rank()),
            rank(new.urgency.rank()),
        );
        note(words::ADD_ONS, add_ons(before), add_ons(after));
        for scale in Scale::ALL {
            let of = |result: &Recommendation| rank(result.ratings.get(scale).rank());
            note(scale.code(), of(before), of(after));
        }
        difference
    }

    /// Whether the results are equal.
    pub fn is_nothing(&self) -> bool {
        self.moved.is_empty() && self.started.is_empty() && self.stopped.is_empty()
    }

    /// Formats the difference as a sentence, such as "level 3 → 6; F03, F05 now fire".
    pub fn sentence(&self) -> String {
        if self.is_nothing() {
            return words::NO_CHANGE.to_owned();
        }
        let moved = self.moved.iter().map(|moved| {
            format!(
                "{} {} → {}",
                moved.what.to_lowercase(),
                moved.from,
                moved.to
            )
        });
        let mut parts: Vec<String> = moved.collect();
        parts.extend(rules(&self.started, words::FIRES_NOW, words::FIRE_NOW));
        parts.extend(rules(
            &self.stopped,
            words::FIRES_NO_MORE,
            words::FIRE_NO_MORE,
        ));
        parts.join("; ")
    }
}

fn rank(rank: u8) -> String {
    rank.to_string()
}

fn without(all: &[RuleId], others: &[RuleId]) -> Vec<RuleId> {
    all.iter()
        .filter(|rule| !others.contains(rule))
        .copied()
        .collect()
}

fn rules(rules: &[RuleId], one: &str, several: &str) -> Option<String> {
    let ids: Vec<&str> = rules.iter().map(|rule| rule.0).collect();
    match ids.as_slice() {
        [] => None,
        [only] => Some(format!("{only} {one}")),
        many if many.len() > MAX_NAMED => {
            Some(format!("{} {} {several}", many.len(), words::RULES))
        }
        few => Some(format!("{} {several}", few.join(", "))),
    }
}
