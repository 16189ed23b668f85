//! Claims about branching: hidden items cannot change a result, except where A.5 says so.

use std::collections::BTreeSet;

use biodivine_lib_bdd::Bdd;

use super::Claim;
use super::worth::is_result;
use crate::outcome::readers;
use crate::{Fact, Proof, facts_of};
use assessment::{ItemIndex, Response};

pub const CLAIMS: [Claim; 2] = [
    Claim {
        id: "branching",
        says: "Where a question is hidden no answer to it, nor to all such questions together, could have changed an output, a rating or a sign, but for the questions listed.",
        check: harmless,
    },
    Claim {
        id: "branching-listed",
        says: "For every question listed an answer could have changed something where it is hidden, so the list says no more than there is.",
        check: listed,
    },
];

/// Items whose answer could matter while hidden, grouped by the justification in A.5.
pub const COULD_MATTER: &[(&str, &[&str])] = &[
    (
        "page 4: about a group that was not chosen, so that any answer but the lowest contradicts Q03",
        &[
            "days-alcohol",
            "days-sedatives",
            "days-barbiturates",
            "days-ghb",
            "days-opioids",
            "days-kratom",
            "days-stimulants",
            "days-cannabis",
            "days-other",
            "days-unknown",
            "last-alcohol",
            "last-sedatives",
            "last-barbiturates",
            "last-ghb",
            "last-opioids",
            "last-kratom",
            "last-unknown",
            "drinks-a-day",
            "sedative-source",
            "stimulant-source",
            "opioid-supply",
        ],
    ),
    (
        "page 5, Q07b: light drinkers without trouble are spared the worst signs (G34)",
        &["bad-signs"],
    ),
    (
        "page 10, Q20: signs of lost control over nothing but tobacco, which is out of scope",
        &[
            "more-than-planned",
            "cannot-cut-down",
            "strong-pull",
            "duties-slip",
            "dangerous-places",
            "worsens-body-or-mood",
        ],
    ),
    (
        "page 11, Q20: without one of the first six, the five alone add at most D3 (G34)",
        &[
            "much-time",
            "harms-relationships",
            "drops-activities",
            "needs-more",
            "ill-when-stopping",
        ],
    ),
    (
        "page 12, Q23 and Q24: asked by the groups chosen and by treatment medicine",
        &["overdose", "risky-ways"],
    ),
    (
        "page 13, Q27: E02 reads it only with a track that is in use (C.3)",
        &["someone-to-stay"],
    ),
];

/// All listed items.
fn could_matter(proof: &Proof) -> BTreeSet<ItemIndex> {
    let names = COULD_MATTER.iter().flat_map(|(_, names)| *names);
    let found = names.filter_map(|name| proof.questionnaire.find(name));
    found.collect()
}

/// All items with `enable_when`.
fn conditional(proof: &Proof) -> BTreeSet<ItemIndex> {
    let items = proof.questionnaire.indexed_items();
    let conditional = items.filter(|(_, item)| item.enable_when.is_some());
    conditional.map(|(index, _)| index).collect()
}

fn harmless(proof: &Proof) -> Vec<String> {
    let listed = could_matter(proof);
    let items = conditional(proof);
    let items: BTreeSet<ItemIndex> = items.difference(&listed).copied().collect();
    let found = hidden_matters(proof, &items);
    let message =
        found.map(|(fact, response)| format!("{fact:?} differs on {}", proof.describe(&response)));
    message.into_iter().collect()
}

fn listed(proof: &Proof) -> Vec<String> {
    let mut violations = Vec::new();
    for (_, names) in COULD_MATTER {
        for name in *names {
            let index = proof.questionnaire.find(name);
            let found = index.and_then(|index| hidden_matters(proof, &BTreeSet::from([index])));
            if found.is_none() {
                violations.push(format!(
                    "{name} is harmless where it is hidden; take it out"
                ));
            }
        }
    }
    violations
}

/// Searches for a fact that would differ if these items were always asked and answered, with all
/// other items enabled as usual. Returns the fact and a response, including the hidden answers.
pub fn hidden_matters(proof: &Proof, items: &BTreeSet<ItemIndex>) -> Option<(Fact, Response)> {
    let (questionnaire, space) = (&proof.questionnaire, &proof.space);
    let scored = proof.scored.asking(questionnaire, space, items);
    let rules = questionnaire.rules;
    let mut answered = space.always();
    for index in items.iter().rev() {
        let definite = proof.scored.shown(*index).or(&space.open(*index).not());
        answered = answered.and(&definite);
    }
    let changed = readers(rules, &scored.differ(&proof.scored));
    // Fast path: a rule that reads the answer fires, and its effect was absent before.
    for (index, rule) in questionnaire.indexed_rules() {
        if changed.contains(&index) {
            let fires = proof.outcome.holds(&rule.when, &scored).and(&answered);
            let new = fires.and_not(proof.outcome.fires(index));
            for fact in facts_of(rule).into_iter().filter(|fact| is_result(*fact)) {
                let differs = new.and_not(proof.outcome.fact(fact));
                if let Some(response) = proof.example(&differs) {
                    return Some((fact, response));
                }
            }
        }
    }
    let after = proof.outcome.again(rules, rules, &changed, &scored);
    let mut facts = proof.outcome.facts().filter(|(fact, _)| is_result(*fact));
    facts.find_map(|(fact, before)| {
        let differs: Bdd = before.xor(after.fact(fact)).and(&answered);
        proof.example(&differs).map(|response| (fact, response))
    })
}
