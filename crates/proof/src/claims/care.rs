//! Claims about care: who gets which medicine, and who is left alone.

use biodivine_lib_bdd::{Bdd, BddVariable};

use super::{Claim, must};
use crate::answers::Answers;
use crate::{Fact, Proof};
use assessment::Dimension::{
    HomeAndSupport, MindAndSafety, PhysicalHealth, StoppingSafely, UseAndControl,
};
use assessment::{
    AddOn, FirstStep, Item, ItemIndex, ItemKind, LevelOfCare, RiskRating, Scale, Track,
};

pub const CLAIMS: [Claim; 6] = [
    Claim {
        id: "I06",
        says: "Opioid use that is not only as prescribed always adds medication and naloxone; 24-hour care from the opioid track alone never gets the headline of withdrawal care.",
        check: opioids,
    },
    Claim {
        id: "I07",
        says: "No treatment is indicated only where everything was answered and nothing speaks for it.",
        check: nothing_indicated,
    },
    Claim {
        id: "I21",
        says: "Medicines taken as prescribed, with nothing else but what I21 names, never lead to withdrawal care around the clock or above outpatient care.",
        check: as_prescribed,
    },
    Claim {
        id: "I23",
        says: "On treatment medicine the level is at least outpatient, no headline is of level 0 or 1, and keeping the medicine and naloxone are added.",
        check: on_treatment_medicine,
    },
    Claim {
        id: "I25",
        says: "Alcohol with lost control always adds medication for alcohol.",
        check: alcohol_medication,
    },
    Claim {
        id: "signs-of-the-body",
        says: "Needing more and feeling ill when stopping count for nothing where every substance is a medicine taken as prescribed, and for something elsewhere.",
        check: signs_of_the_body,
    },
];

fn opioids(proof: &Proof) -> Vec<String> {
    let when = Answers(proof).at("opioid-supply", "not-now-used-before");
    let facts = [
        Fact::AddOn(AddOn::MedicationOpioid),
        Fact::AddOn(AddOn::Naloxone),
    ];
    let mut against = must(proof, &when, &facts);
    // V13: the headline speaks of withdrawal care only where a rule of the danger track asks for it.
    let headline = proof.headline(&["withdrawal-care-24h"]);
    let danger = Fact::Track(Track::Danger, FirstStep::WithdrawalCare);
    against.extend(must(proof, &headline, &[danger]));
    // That needs every first step to say which track it speaks of.
    for rule in proof.questionnaire.rules {
        let step = rule.then.first_step;
        let speaks = step > FirstStep::None && step < FirstStep::EmergencyDepartment;
        if speaks && rule.then.track.is_none() {
            against.push(format!("{} asks for a step of no track", rule.id.0));
        }
    }
    against
}

fn rated(proof: &Proof, scale: Scale, rating: RiskRating) -> Bdd {
    proof.outcome.rated(scale, rating)
}

/// Where one of the items that I07 counts was asked and has no definite answer.
fn open(proof: &Proof) -> Bdd {
    let items = proof.questionnaire.indexed_items();
    let aside = ["Q01", "Q16b", "Q29", "Q30", "Q31a"];
    let counted = items.filter(|(_, item)| !aside.contains(&item.question()));
    let mut missing: Vec<Bdd> = counted
        .map(|(index, _)| proof.scored.missing(index))
        .collect();
    // From the last: diagrams that are built from the end upwards stay small.
    missing.reverse();
    let missing = missing.iter();
    missing.fold(proof.space.never(), |any, one| any.or(one))
}

fn nothing_indicated(proof: &Proof) -> Vec<String> {
    let a = Answers(proof);
    let whole = |dimension, rating| rated(proof, Scale::Whole(dimension), rating);
    let speaks = [
        open(proof),
        whole(StoppingSafely, RiskRating::Some),
        whole(PhysicalHealth, RiskRating::Clear),
        whole(MindAndSafety, RiskRating::Clear),
        whole(UseAndControl, RiskRating::Some),
        whole(HomeAndSupport, RiskRating::Serious),
        a.at("overdose", "past-12-months-once"),
        a.at("care-now", "in-recovery-and-worried"),
        a.at("treatment-medicine", "as-planned"),
        a.at("pregnancy", "might-be"),
        a.at("suicide-attempt", "once-over-12-months-ago"),
        a.at("self-harm", "over-12-months-ago"),
        a.at("told-by-a-doctor", "bipolar"),
    ];
    let early = [Fact::Level(LevelOfCare::EarlySupport)];
    let each = speaks.iter();
    each.flat_map(|one| must(proof, one, &early)).collect()
}

/// What may vary in I21, each up to an option. All else is at its mildest, and nothing is open.
const AS_PRESCRIBED: [(&str, &str); 15] = [
    ("age", "65-or-over"),
    ("pregnancy", "yes"),
    ("waking-danger", "most-days"),
    ("waking-opioid", "most-days"),
    ("someone-to-stay", "no"),
    ("treatment-medicine", "as-planned"),
    ("stopping-danger", "sick-once-or-twice"),
    ("health-conditions", "not-looked-after"),
    ("mood", "more-than-half-the-days"),
    ("living-place", "temporary"),
    ("people-around", "mostly-use"),
    ("sedative-source", "prescribed-4-weeks-or-more"),
    ("opioid-supply", "as-prescribed"),
    ("stimulant-source", "as-prescribed"),
    ("running-out", "yes"),
];

fn as_prescribed(proof: &Proof) -> Vec<String> {
    let a = Answers(proof);
    let medicines = ["sedatives", "barbiturates", "opioids", "stimulants"];
    let mut against = Vec::new();
    let mut low: Vec<(BddVariable, bool)> = Vec::new();
    for (index, item) in proof.questionnaire.indexed_items() {
        // The supervised detox may be anything: as it stands, its lowest option takes rows away.
        let free = ["Q04", "Q06", "Q31a", "Q01", "Q29", "Q30"].contains(&item.question());
        low.extend(proof.space.open_variable(index).map(|open| (open, false)));
        let up_to = AS_PRESCRIBED
            .iter()
            .find(|(link_id, _)| *link_id == item.link_id.0);
        let highest = up_to.map(|(_, option)| item.option_index(option));
        if highest == Some(None) {
            against.push(format!("{} has no such option", item.link_id.0));
        }
        let highest = highest.flatten();
        for (position, name) in (0..).zip(item.options) {
            let within = highest.is_some_and(|highest| position <= highest);
            let medicine = item.link_id.0 == "substances" && medicines.contains(name);
            if let Some(step) = proof.space.variable(index, position)
                && !(free || within || medicine)
            {
                low.push((step, false));
            }
        }
    }
    // With a prescription that runs out, past trouble goes only so far.
    let running_out = a
        .at("running-out", "yes")
        .and(&a.at("stopping-danger", "sick-once-or-twice"));
    let when = proof.space.clause(low).and_not(&running_out);
    let never = [
        Fact::FirstStep(FirstStep::WithdrawalCare),
        Fact::Level(LevelOfCare::IntensiveOutpatient),
    ];
    if when.and(&proof.sheets).is_false() {
        against.push("no set of answers is like that".into());
    }
    for fact in never {
        let without = proof.outcome.fact(fact).not();
        against.extend(proof.follows(&when, &without, &format!("no {fact:?}")));
    }
    against
}

fn on_treatment_medicine(proof: &Proof) -> Vec<String> {
    let when = Answers(proof).at("treatment-medicine", "as-planned");
    let facts = [
        Fact::Level(LevelOfCare::Outpatient),
        Fact::AddOn(AddOn::KeepMedicine),
        Fact::AddOn(AddOn::Naloxone),
    ];
    let mut against = must(proof, &when, &facts);
    let low = proof.headline(&["level-0", "level-1"]);
    against.extend(proof.follows(&when, &low.not(), "no headline of level 0 or 1"));
    against
}

fn alcohol_medication(proof: &Proof) -> Vec<String> {
    let control = rated(proof, Scale::Whole(UseAndControl), RiskRating::Clear);
    let when = Answers(proof).has("substances", "alcohol").and(&control);
    must(proof, &when, &[Fact::AddOn(AddOn::MedicationAlcohol)])
}

fn signs_of_the_body(proof: &Proof) -> Vec<String> {
    let a = Answers(proof);
    let never_a_medicine = ["alcohol", "ghb", "kratom", "cannabis", "other", "unknown"];
    let beyond = a
        .any(&never_a_medicine, |group| a.has("substances", group))
        .or(&a.at("stimulant-source", "not-as-prescribed"))
        .or(&a.at("sedative-source", "not-as-prescribed"))
        .or(&a.at("opioid-supply", "not-now-used-before"));
    let mut against = Vec::new();
    for link_id in ["needs-more", "ill-when-stopping"] {
        let found = proof.questionnaire.find(link_id);
        let Some((index, item)) =
            found.and_then(|index| Some((index, proof.questionnaire.item(index)?)))
        else {
            against.push(format!("there is no question {link_id}"));
            continue;
        };
        let mut counts = proof.space.never();
        for rating in RiskRating::ALL.into_iter().skip(1) {
            let control = rated(proof, Scale::Whole(UseAndControl), rating);
            counts = counts.or(&depends(proof, &control, index, item));
        }
        let never = proof.space.never();
        let what = format!("{link_id} as prescribed");
        against.extend(proof.follows(&counts.and_not(&beyond), &never, &what));
        if counts.and(&beyond).and(&proof.sheets).is_false() {
            against.push(format!("{link_id} counts for nothing anywhere"));
        }
    }
    against
}

/// Where a formula changes with the answer to an item. What the answer makes appear is left out.
fn depends(proof: &Proof, formula: &Bdd, index: ItemIndex, item: &Item) -> Bdd {
    debug_assert!(item.kind == ItemKind::ChooseOne);
    let answer = |options| formula.restrict(&proof.space.at(index, item, options, false));
    answer(item.most_careful()).xor(&answer(item.mildest()))
}
