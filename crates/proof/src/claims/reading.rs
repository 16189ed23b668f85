//! Claims about reading: every set of answers is read completely, and gaps with care.

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

/// Ranks and outputs are ladders: whoever is at a step is at every step below it, and a question is
/// asked where it counts as anything.
fn total(proof: &Proof) -> Vec<String> {
    let mut against = Vec::new();
    for (index, item) in proof.questionnaire.indexed_items() {
        let highest = u8::try_from(item.options.len()).unwrap_or(u8::MAX);
        for rank in 1..=highest.saturating_add(item.first_rank) {
            let here = proof.scored.at_least(index, rank);
            let below = match rank {
                1 if item.hidden_as.is_some() => proof.space.always(),
                1 => proof.scored.shown(index),
                rank => proof.scored.at_least(index, rank.saturating_sub(1)),
            };
            against.extend(proof.follows(
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
            against.extend(proof.follows(holds, proof.outcome.fact(below), &named));
        }
    }
    against
}

/// What is hidden has no gap, and no rank but the one its file names. What is asked and open has the rank
/// of its unsure or its skip option, or the one that arithmetic from other answers gives it.
fn nothing_missing(proof: &Proof) -> Vec<String> {
    let mut against = Vec::new();
    let never = proof.space.never();
    for (index, item) in proof.questionnaire.indexed_items() {
        let (shown, missing) = (proof.scored.shown(index), proof.scored.missing(index));
        let named = |what: &str| format!("{what} of {}", item.link_id.0);
        against.extend(proof.follows(&missing, &shown, &named("being asked, for a gap")));
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
            against.extend(proof.follows(&hidden, &never, &what));

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
            against.extend(proof.follows(&outside, &never, &what));
        }
    }
    against
}

/// Everywhere, where this rank reaches that one.
fn counts(proof: &Proof, rank: u8, least: u8) -> Bdd {
    if rank >= least {
        proof.space.always()
    } else {
        proof.space.never()
    }
}

/// The mildest answer is the lowest point of its question, and nothing is lowered from there (I01).
fn gaps(proof: &Proof) -> Vec<String> {
    let mut against = super::order::rises(proof);
    against.extend(range(proof));
    against
}

/// The two readings are the lowest and the highest point of the space.
fn range(proof: &Proof) -> Vec<String> {
    let mut against = Vec::new();
    for (index, item) in proof.questionnaire.indexed_items() {
        let low = proof.space.at(index, item, item.mildest(), false);
        let high = proof.space.at(index, item, item.most_careful(), true);
        if low.iter().any(|(_, value)| *value) || high.iter().any(|(_, value)| !*value) {
            against.push(format!(
                "the readings of {} are not its two ends",
                item.link_id.0
            ));
        }
    }
    against
}
