//! Claims about headlines and guidance. Completeness is a free variable, so these hold for any
//! number of unanswered questions.

use super::Claim;
use crate::answers::Answers;
use crate::{Fact, Proof};
use assessment::Dimension::{StoppingSafely, UseAndControl};
use assessment::{AddOn, GuidanceId, PointsTo, Response, RiskRating, Scale, assess};

pub const CLAIMS: [Claim; 4] = [
    Claim {
        id: "headlines",
        says: "Every set of answers has one headline: the first that holds; some always does, and every entry is the one on some set of answers.",
        check: headlines,
    },
    Claim {
        id: "I08",
        says: "Who answers, means within reach and what matters to the person change no output but the veterans card, and no headline.",
        check: unrated,
    },
    Claim {
        id: "I19",
        says: "The path for young people is taken exactly where the answers are about someone under 18, and its headline speaks of no adult level.",
        check: under_18,
    },
    Claim {
        id: "I22",
        says: "Where nothing speaks for use or withdrawal no headline is of level 2, and one of level 3 or more only after live-in care or with care that is not enough.",
        check: no_use,
    },
];

fn headlines(proof: &Proof) -> Vec<String> {
    let mut violations = Vec::new();
    let mut some = proof.space.never();
    for (entry, first) in proof.headlines() {
        some = some.or(first);
        if first.and(&proof.valid).is_false() {
            violations.push(format!("{} never comes out here", entry.id));
        }
    }
    // An empty response determines completeness.
    let empty = assess(&proof.questionnaire, &Response::default());
    if empty.headline.points_to != PointsTo::Helpline {
        violations.push(format!("nothing answered says {}", empty.headline.id));
    }
    violations.extend(proof.follows(&proof.space.always(), &some, "a headline"));
    violations
}

fn unrated(proof: &Proof) -> Vec<String> {
    let mut violations = Vec::new();
    let items = proof.questionnaire.indexed_items();
    let free = items.filter(|(_, item)| ["Q01", "Q16b", "Q29", "Q30"].contains(&item.question()));
    let free: Vec<_> = free.collect();
    let facts = proof.outcome.facts();
    let facts = facts.map(|(fact, holds)| (format!("{fact:?}"), holds));
    let first = proof.headlines();
    let first = first.map(|(entry, first)| (format!("headline {}", entry.id), first));
    let veterans = format!("{:?}", Fact::AddOn(AddOn::Veterans));
    for (what, holds) in facts.chain(first) {
        let support = holds.support_set();
        for (index, item) in &free {
            let mut variables = proof.space.variables_of(*index).into_iter();
            let allowed = what == veterans && item.question() == "Q30";
            if !allowed && variables.any(|variable| support.contains(&variable)) {
                violations.push(format!("{what} depends on {}", item.link_id.0));
            }
        }
    }
    if free.len() != 4 {
        violations.push("Q01, Q16b, Q29 and Q30 are not one question each".into());
    }
    violations
}

fn under_18(proof: &Proof) -> Vec<String> {
    let young = Answers(proof).at("age", "under-18");
    let path = proof.outcome.fact(Fact::AddOn(AddOn::Adolescent));
    let entries = proof.questionnaire.guidance.iter();
    let no_level = entries.filter(|entry| entry.id == GuidanceId::UnderEighteen);
    let no_level = no_level.fold(proof.space.never(), |any, entry| {
        any.or(&proof.shows(&entry.when))
    });
    let mut violations = Vec::new();
    for (what, same) in [("the path for young people", path), ("no level", &no_level)] {
        violations.extend(proof.follows(&young, same, what));
        violations.extend(proof.follows(same, &young, &format!("under 18, for {what}")));
    }
    let headlines = proof.headline(&[
        "emergency",
        "withdrawal-care-24h",
        "medication-24h",
        "doctor-today",
        "keep-treatment",
        "prescriber",
        "withdrawal-check",
        "medication-start",
        "adolescent",
    ]);
    violations.extend(proof.follows(&young, &headlines, "a headline without a level"));
    violations
}

fn no_use(proof: &Proof) -> Vec<String> {
    let rated = |dimension| {
        let scale = Scale::Whole(dimension);
        proof.outcome.rated(scale, RiskRating::Some)
    };
    let none = rated(UseAndControl).or(&rated(StoppingSafely)).not();
    let mut violations = proof.follows(
        &none,
        &proof.headline(&["level-2"]).not(),
        "no headline of level 2",
    );
    let more = proof.headline(&["level-3", "level-4", "level-5", "level-6"]);
    let care = Answers(proof).at("care-now", "live-in-care-now-or-past-30-days");
    violations.extend(proof.follows(&none.and(&more), &care, "live-in care"));
    violations
}
