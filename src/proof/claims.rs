//! What is claimed of every sheet, each claim with the check that decides it.

mod danger;

mod order;

mod reading;

mod second;

mod worth;

use super::Proof;

/// Something that holds for every sheet of answers, or is shown to be false by one.
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
    claims.extend(danger::CLAIMS);
    claims.extend(worth::CLAIMS);
    claims.extend(second::CLAIMS);
    claims
}

/// The claim with this id.
pub fn find(id: &str) -> Option<Claim> {
    all().into_iter().find(|claim| claim.id == id)
}
