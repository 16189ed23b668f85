//! Claims about danger: what must follow from some answers, whatever the others are.

use biodivine_lib_bdd::Bdd;

use super::Claim;
use crate::assessment::Dimension::{
    HomeAndSupport, MindAndSafety, PhysicalHealth, StoppingSafely, UseAndControl,
};
use crate::assessment::{AddOn, Alert, FirstStep, LevelOfCare, RiskRating, Scale, Track, Urgency};
use crate::proof::tables::{Answers, TRACK_D, TRACK_O};
use crate::proof::when::When;
use crate::proof::{Fact, Proof};

pub const CLAIMS: [Claim; 7] = [
    Claim {
        id: "I03",
        says: "A plan for suicide, an attempt in the past 3 months, or any sign of danger right now is always an emergency.",
        check: emergency,
    },
    Claim {
        id: "I04",
        says: "A past withdrawal seizure or delirium, with use in the last 14 days and no supervised detox since, always asks for withdrawal care around the clock.",
        check: past_seizure,
    },
    Claim {
        id: "I05",
        says: "Pregnancy with use in the last 28 days is always for today and adds pregnancy care.",
        check: pregnancy,
    },
    Claim {
        id: "I06",
        says: "Opioid use that is not only as prescribed always adds medication and naloxone, and its headline is never about withdrawal of another kind alone.",
        check: opioids,
    },
    Claim {
        id: "I07",
        says: "No treatment is indicated only where everything was answered and nothing speaks for it.",
        check: nothing_indicated,
    },
    Claim {
        id: "I19",
        says: "The path for young people is taken exactly where the answers are about someone under 18.",
        check: under_18,
    },
    Claim {
        id: "signs",
        says: "Needing more and feeling ill when stopping count for nothing where every substance is a medicine taken as prescribed, and for something elsewhere.",
        check: signs_of_the_body,
    },
];

fn answers(proof: &Proof) -> Answers<'_> {
    Answers::new(&proof.questionnaire, &proof.sheet, &proof.space)
}

fn must(proof: &Proof, when: &When, facts: &[Fact]) -> Vec<String> {
    let check =
        |fact: &Fact| proof.follows(&when.0, proof.outcome.fact(*fact), &format!("{fact:?}"));
    facts.iter().flat_map(check).collect()
}

fn emergency(proof: &Proof) -> Vec<String> {
    let a = answers(proof);
    let when = a.any("right-now")
        | a.at("suicidal-thoughts", "plan-intent-or-right-now")
        | a.at("suicide-attempt", "past-3-months");
    must(
        proof,
        &when,
        &[
            Fact::Alert(Alert::EmergencyNow),
            Fact::Urgency(Urgency::Now),
        ],
    )
}

fn past_seizure(proof: &Proof) -> Vec<String> {
    let a = answers(proof);
    let not_since = a.at("supervised-detox", "no")
        | a.last(&TRACK_D, "within-5-days")
        | a.last(&TRACK_O, "within-5-days");
    let past = |item| a.at(item, "seizure-confusion-or-seeing-things");
    let danger = past("stopping-danger") & a.last(&TRACK_D, "6-to-14-days");
    let opioid = past("stopping-opioid") & a.last(&TRACK_O, "6-to-14-days");
    let when = (danger | opioid) & not_since;
    must(proof, &when, &[Fact::FirstStep(FirstStep::WithdrawalCare)])
}

fn pregnancy(proof: &Proof) -> Vec<String> {
    let a = answers(proof);
    let used = a.last(&TRACK_D, "15-to-28-days") | a.last(&TRACK_O, "15-to-28-days");
    let when = a.at("pregnancy", "might-be") & used;
    must(
        proof,
        &when,
        &[Fact::Urgency(Urgency::Today), Fact::AddOn(AddOn::Pregnancy)],
    )
}

fn opioids(proof: &Proof) -> Vec<String> {
    let when = answers(proof).at("opioid-supply", "some-misuse");
    let mut against = must(
        proof,
        &when,
        &[
            Fact::AddOn(AddOn::MedicationOpioid),
            Fact::AddOn(AddOn::Naloxone),
        ],
    );
    // The headline speaks of withdrawal care only where a rule of the danger track asks for it
    // (V13); that needs every first step to say which track it speaks of.
    let steps = [
        (FirstStep::WithdrawalCheck, FirstStep::WithdrawalCare),
        (FirstStep::WithdrawalCare, FirstStep::EmergencyDepartment),
    ];
    for (step, next) in steps {
        let exactly = proof
            .outcome
            .fact(Fact::FirstStep(step))
            .and_not(proof.outcome.fact(Fact::FirstStep(next)));
        let track = |track| proof.outcome.fact(Fact::Track(track, step));
        let some_track = track(Track::Danger).or(track(Track::Opioid));
        against.extend(proof.follows(
            &exactly.and(&when.0),
            &some_track,
            &format!("a track for {step:?}"),
        ));
    }
    against
}

fn nothing_indicated(proof: &Proof) -> Vec<String> {
    let a = answers(proof);
    let rated = |dimension, rating| When(proof.outcome.rated(Scale::Whole(dimension), rating));
    let indicated = a.open("Q01b", "Q27")
        | a.open("Q31a", "Q32")
        | rated(StoppingSafely, RiskRating::Some)
        | rated(PhysicalHealth, RiskRating::Clear)
        | rated(MindAndSafety, RiskRating::Clear)
        | rated(UseAndControl, RiskRating::Some)
        | rated(HomeAndSupport, RiskRating::Serious)
        | a.at("overdose", "past-12-months")
        | a.at("inpatient-care", "yes")
        | a.at("shaky-recovery", "yes");
    must(proof, &indicated, &[Fact::Level(LevelOfCare::EarlySupport)])
}

fn under_18(proof: &Proof) -> Vec<String> {
    let young = answers(proof).at("age", "under-18");
    let path = proof.outcome.fact(Fact::AddOn(AddOn::Adolescent));
    let mut against = proof.follows(&young.0, path, "the path for young people");
    against.extend(proof.follows(path, &young.0, "under 18"));
    against
}

fn signs_of_the_body(proof: &Proof) -> Vec<String> {
    let a = answers(proof);
    let beyond = a.beyond_as_prescribed();
    let mut against = Vec::new();
    for link_id in ["needs-more", "ill-when-stopping"] {
        let Some(index) = proof.questionnaire.find(link_id) else {
            against.push(format!("there is no question {link_id}"));
            continue;
        };
        let mut counts = proof.space.never();
        for rating in RiskRating::ALL.into_iter().skip(1) {
            let control = proof.outcome.rated(Scale::Whole(UseAndControl), rating);
            counts = counts.or(&depends(proof, &control, index));
        }
        let (beyond, none) = (&beyond.0, proof.space.never());
        against.extend(proof.follows(
            &counts.and_not(beyond),
            &none,
            &format!("{link_id} as prescribed"),
        ));
        if counts.and(beyond).and(&proof.sheets).is_false() {
            against.push(format!("{link_id} counts for nothing anywhere"));
        }
    }
    against
}

/// Where a formula changes with the answer to an item. What the answer makes appear is left out.
fn depends(proof: &Proof, formula: &Bdd, index: crate::assessment::ItemIndex) -> Bdd {
    let variables = proof.space.steps_of(index);
    let fixed = |value| -> Vec<_> {
        variables
            .iter()
            .map(|variable| (*variable, value))
            .collect()
    };
    formula
        .restrict(&fixed(true))
        .xor(&formula.restrict(&fixed(false)))
}
