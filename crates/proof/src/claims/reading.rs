//! Claims about scoring: every response has defined ranks and outputs, and gaps count with care.

use biodivine_lib_bdd::Bdd;

use super::Claim;
use crate::{Fact, Proof};

pub const CLAIMS: [Claim; 4] = [
    Claim {
        id: "total",
        says: "Every set of answers gives every question one rank and every output one value.",
        check: total,
    },
    Claim {
        id: "I18",
        says: "A question that is not asked counts as its lowest option, or the one its file names, one that is asked and left open as its unsure or its skip option, and nothing is ever missing.",
        check: nothing_missing,
    },
    Claim {
        id: "I02",
        says: "A question without an answer, unsure or skipped, counts for at least as much as its mildest answer; with I01, for at least as much as the option A.2 names.",
        check: gaps,
    },
    Claim {
        id: "range",
        says: "The mildest and the most careful reading are the two ends of every question, so that, with I01, every way to fill the gaps lies between them.",
        check: range,
    },
];

/// Ranks and outputs are ladders: reaching a step implies every step below it; and an item with a
/// rank is shown.
fn total(proof: &Proof) -> Vec<String> {
    let mut violations = Vec::new();
    for (index, item) in proof.questionnaire.indexed_items() {
        let highest = u8::try_from(item.options.len()).unwrap_or(u8::MAX);
        for rank in 1..=highest.saturating_add(item.first_rank) {
            let here = proof.scored.at_least(index, rank);
            let below = match rank {
                1 if item.hidden_as.is_some() => proof.space.always(),
                1 => proof.scored.shown(index),
                rank => proof.scored.at_least(index, rank.saturating_sub(1)),
            };
            violations.extend(proof.follows(
                &here,
                &below,
                &format!("rank {rank} of {}", item.link_id.0),
            ));
        }
    }
    let facts: Vec<(Fact, &Bdd)> = proof.outcome.facts().collect();
    for (fact, holds) in &facts {
        if let Some(below) = fact.below() {
            let named = format!("{below:?} below {fact:?}");
            violations.extend(proof.follows(holds, proof.outcome.fact(below), &named));
        }
    }
    violations
}

/// A hidden item has no gap, and only the rank of `hidden_as`. A gap has the rank of `unsure_as` or
/// `skip_as`, or a higher one by arithmetic from other answers.
fn nothing_missing(proof: &Proof) -> Vec<String> {
    let mut violations = Vec::new();
    let never = proof.space.never();
    for (index, item) in proof.questionnaire.indexed_items() {
        let (shown, missing) = (proof.scored.shown(index), proof.scored.missing(index));
        let named = |what: &str| format!("{what} of {}", item.link_id.0);
        violations.extend(proof.follows(&missing, &shown, &named("being asked, for a gap")));
        let hidden_rank = item
            .hidden_as
            .map_or(0, |position| item.rank_of_option(position));
        let ranks = u8::try_from(item.options.len())
            .unwrap_or(u8::MAX)
            .saturating_add(item.first_rank);
        for rank in 1..=ranks {
            let found = proof.scored.at_least(index, rank);
            let hidden = found.xor(&counts(proof, hidden_rank, rank)).and_not(&shown);
            let what = named(&format!("hidden at rank {rank}"));
            violations.extend(proof.follows(&hidden, &never, &what));

            let unsure = item.unsure_as;
            let expected = |options: [u8; 2], pick: fn(u8, u8) -> u8| {
                let [one, other] = options.map(|option| item.rank_of_option(option));
                let usual = counts(proof, pick(one, other), rank);
                let counted = match unsure.instead {
                    Some((when, option)) => {
                        let there = proof.scored.any_of(when.item, when.any_of);
                        let other = counts(proof, item.rank_of_option(option), rank);
                        Bdd::if_then_else(&there, &other, &usual)
                    }
                    None => usual,
                };
                let raised = item.raised_by.iter().filter(|bound| bound.to >= rank);
                raised.fold(counted, |counted, bound| {
                    counted.or(&proof.scored.at_least(bound.item, bound.from))
                })
            };
            let both = [unsure.option, unsure.skipped];
            let (low, high) = (expected(both, u8::min), expected(both, u8::max));
            let outside = low.and_not(&found).or(&found.and_not(&high)).and(&missing);
            let what = named(&format!("a gap at rank {rank}"));
            violations.extend(proof.follows(&outside, &never, &what));
        }
    }
    violations
}

/// Constant formula: true if the rank is at least the minimum.
fn counts(proof: &Proof, rank: u8, least: u8) -> Bdd {
    if rank >= least {
        proof.space.always()
    } else {
        proof.space.never()
    }
}

/// The mildest answer is the minimum of its item, and outcomes are monotone from there (I01).
fn gaps(proof: &Proof) -> Vec<String> {
    let mut violations = super::order::rises(proof);
    violations.extend(range(proof));
    violations
}

/// The mildest and the most careful policy are the minimum and the maximum of the space.
fn range(proof: &Proof) -> Vec<String> {
    let mut violations = Vec::new();
    for (index, item) in proof.questionnaire.indexed_items() {
        let low = proof.space.at(index, item, item.mildest(), false);
        let high = proof.space.at(index, item, item.most_careful(), true);
        if low.iter().any(|(_, value)| *value) || high.iter().any(|(_, value)| !*value) {
            violations.push(format!(
                "the readings of {} are not its two ends",
                item.link_id.0
            ));
        }
    }
    violations
}
