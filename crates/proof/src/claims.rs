//! What is claimed of every set of answers, each claim with the check that decides it.

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

/// Something that holds for every set of answers, or is shown to be false by one.
#[derive(Clone, Copy)]
pub struct Claim {
    /// The invariant's id in the evidence file (C.7), or a name of our own.
    pub id: &'static str,
    /// What is claimed, as a sentence.
    pub says: &'static str,
    /// Decides it. What it returns is everything that speaks against it.
    pub check: fn(&Proof) -> Vec<String>,
}

/// Every claim, in the order they are shown.
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

/// The claim with this id.
pub fn find(id: &str) -> Option<Claim> {
    all().into_iter().find(|claim| claim.id == id)
}

/// What speaks against these facts following from an answer. That there is no such answer does too.
fn must(proof: &Proof, when: &Bdd, facts: &[Fact]) -> Vec<String> {
    let check = |fact: &Fact| proof.follows(when, proof.outcome.fact(*fact), &format!("{fact:?}"));
    let mut against: Vec<String> = facts.iter().flat_map(check).collect();
    if when.and(&proof.sheets).is_false() {
        against.push("no set of answers is like that".into());
    }
    against
}
