//! Claims about every valid response, each with its decision procedure.

mod branching;

mod care;

mod danger;

mod order;

mod reading;

mod words;

mod worth;

use biodivine_lib_bdd::Bdd;

use super::{Fact, Proof};

pub use branching::{COULD_MATTER, hidden_matters};

/// Claim about every valid response; one counterexample disproves it.
#[derive(Clone, Copy)]
pub struct Claim {
    /// Id of the invariant in the evidence file (C.7), or another stable name.
    pub id: &'static str,
    /// The claim, as a sentence.
    pub says: &'static str,
    /// Decides the claim; returns all violations.
    pub check: fn(&Proof) -> Vec<String>,
}

/// Every claim, in display order.
pub fn all() -> Vec<Claim> {
    let mut claims = Vec::new();
    claims.extend(reading::CLAIMS);
    claims.extend(order::CLAIMS);
    claims.extend(branching::CLAIMS);
    claims.extend(danger::CLAIMS);
    claims.extend(care::CLAIMS);
    claims.extend(words::CLAIMS);
    claims.extend(worth::CLAIMS);
    claims
}

/// Finds a claim by its id.
pub fn find(id: &str) -> Option<Claim> {
    all().into_iter().find(|claim| claim.id == id)
}

/// Returns counterexamples to the facts following from a formula. An unsatisfiable formula is a
/// violation too, as the claim would be vacuous.
fn must(proof: &Proof, when: &Bdd, facts: &[Fact]) -> Vec<String> {
    let check = |fact: &Fact| proof.follows(when, proof.outcome.fact(*fact), &format!("{fact:?}"));
    let mut violations: Vec<String> = facts.iter().flat_map(check).collect();
    if when.and(&proof.valid).is_false() {
        violations.push("no set of answers is like that".into());
    }
    violations
}
