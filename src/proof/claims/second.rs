//! Claims about the source: the content files say what the evidence file says.

use std::collections::BTreeSet;

use biodivine_lib_bdd::Bdd;

use super::Claim;
use crate::proof::tables::{Counts, questions};
use crate::proof::{Fact, Proof, Row, rows_of, second_reading};

pub const CLAIMS: [Claim; 2] = [
    Claim {
        id: "questions",
        says: "What is asked, what a gap counts as and what arithmetic raises is what A.2 says, read a second time.",
        check: same_questions,
    },
    Claim {
        id: "tables",
        says: "Every row of the tables C.2 to C.4, read a second time, fires on the same sheets and raises the same there.",
        check: same_rows,
    },
];

fn same_rows(proof: &Proof) -> Vec<String> {
    let found = rows_of(proof.questionnaire.rules, &proof.outcome);
    let expected = second_reading(&proof.questionnaire, &proof.sheet, &proof.space);
    let ids: BTreeSet<&String> = found.keys().chain(expected.keys()).collect();
    let mut against = Vec::new();
    for id in ids {
        match (found.get(id), expected.get(id)) {
            (Some(found), Some(expected)) => compare(proof, id, found, expected, &mut against),
            (Some(_), None) => against.push(format!("{id} is not in the tables")),
            (None, Some(_)) => against.push(format!("{id} of the tables is no rule")),
            (None, None) => {}
        }
    }
    against
}

fn compare(proof: &Proof, id: &str, found: &Row, expected: &Row, against: &mut Vec<String>) {
    let never = proof.space.never();
    let mut same = |what: &str, found: &Bdd, expected: &Bdd| {
        if let Some(sheet) = proof.example(&found.xor(expected)) {
            let more = proof.example(&found.and_not(expected)).is_some();
            let says = if more {
                "goes beyond"
            } else {
                "falls short of"
            };
            against.push(format!(
                "{id}: {what} {says} the tables on {}",
                proof.told(&sheet)
            ));
        }
    };
    same("where it fires", &found.fires, &expected.fires);
    let facts: BTreeSet<Fact> = found
        .facts
        .keys()
        .chain(expected.facts.keys())
        .copied()
        .collect();
    for fact in facts {
        let of = |row: &Row| row.facts.get(&fact).unwrap_or(&never).clone();
        same(&format!("{fact:?}"), &of(found), &of(expected));
    }
}

fn same_questions(proof: &Proof) -> Vec<String> {
    let expected = questions(&proof.questionnaire, &proof.sheet, &proof.space);
    let mut against = Vec::new();
    for (index, item) in proof.questionnaire.indexed_items() {
        let Some(Counts {
            shown,
            open,
            at_least,
        }) = expected.get(item.code)
        else {
            against.push(format!("{} ({}) is not in A.2", item.link_id.0, item.code));
            continue;
        };
        let mut same = |what: &str, found: &Bdd, expected: &Bdd| {
            if let Some(sheet) = proof.example(&found.xor(expected)) {
                against.push(format!(
                    "{}: {what} is not what A.2 says on {}",
                    item.code,
                    proof.told(&sheet)
                ));
            }
        };
        same("when it is asked", &proof.sheet.shown(index), &shown.0);
        for (rank, expected) in (1..).zip(at_least) {
            same(
                &format!("rank {rank}"),
                &proof.sheet.at_least(index, rank),
                &expected.0,
            );
        }
        // A gap that is asked about counts as the option of A.2 and no other.
        let gap = proof.sheet.missing(index).and(&proof.sheets);
        for (rank, expected) in (1..).zip(open) {
            let found = gap.and(&proof.sheet.at_least(index, rank));
            same(
                &format!("a gap at rank {rank}"),
                &found,
                &gap.and(&expected.0),
            );
        }
    }
    against
}
