//! Claims about care: medication, and absence of treatment where none is needed.

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
    let mut violations = must(proof, &when, &facts);
    // V13: the headline names withdrawal care only where a rule of the danger track raises it.
    let headline = proof.headline(&["withdrawal-care-24h"]);
    let danger = Fact::Track(Track::Danger, FirstStep::WithdrawalCare);
    violations.extend(must(proof, &headline, &[danger]));
    // Precondition: every rule with a first step declares its track.
    for rule in proof.questionnaire.rules {
        let step = rule.then.first_step;
        let speaks = step > FirstStep::None && step < FirstStep::EmergencyDepartment;
        if speaks && rule.then.track.is_none() {
            violations.push(format!("{} asks for a step of no track", rule.id.0));
        }
    }
    violations
}

fn rated(proof: &Proof, scale: Scale, rating: RiskRating) -> Bdd {
    proof.outcome.rated(scale, rating)
}

/// One of the items that I07 counts was asked and has no definite answer.
fn open(proof: &Proof) -> Bdd {
    let items = proof.questionnaire.indexed_items();
    let aside = ["Q01", "Q16b", "Q29", "Q30", "Q31a"];
    let counted = items.filter(|(_, item)| !aside.contains(&item.question()));
    let mut missing: Vec<Bdd> = counted
        .map(|(index, _)| proof.scored.missing(index))
        .collect();
    // In reverse variable order: intermediate diagrams stay small.
    missing.reverse();
    let missing = missing.iter();
    missing.fold(proof.space.never(), |any, one| any.or(one))
}

fn nothing_indicated(proof: &Proof) -> Vec<String> {
    let answers = Answers(proof);
    let whole = |dimension, rating| rated(proof, Scale::Whole(dimension), rating);
    let speaks = [
        open(proof),
        whole(StoppingSafely, RiskRating::Some),
        whole(PhysicalHealth, RiskRating::Clear),
        whole(MindAndSafety, RiskRating::Clear),
        whole(UseAndControl, RiskRating::Some),
        whole(HomeAndSupport, RiskRating::Serious),
        answers.at("overdose", "past-12-months-once"),
        answers.at("care-now", "in-recovery-and-worried"),
        answers.at("treatment-medicine", "as-planned"),
        answers.at("pregnancy", "might-be"),
        answers.at("suicide-attempt", "once-over-12-months-ago"),
        answers.at("self-harm", "over-12-months-ago"),
        answers.at("told-by-a-doctor", "bipolar"),
    ];
    let early = [Fact::Level(LevelOfCare::EarlySupport)];
    let each = speaks.iter();
    each.flat_map(|one| must(proof, one, &early)).collect()
}

/// Items that may vary in I21, each up to an option. All others are answered at their mildest.
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
    let answers = Answers(proof);
    let medicines = ["sedatives", "barbiturates", "opioids", "stimulants"];
    let mut violations = Vec::new();
    let mut low: Vec<(BddVariable, bool)> = Vec::new();
    for (index, item) in proof.questionnaire.indexed_items() {
        // Supervised detox is free: its lowest option disables rules.
        let free = ["Q04", "Q06", "Q31a", "Q01", "Q29", "Q30"].contains(&item.question());
        low.extend(proof.space.open_variable(index).map(|open| (open, false)));
        let up_to = AS_PRESCRIBED
            .iter()
            .find(|(link_id, _)| *link_id == item.link_id.0);
        let highest = up_to.map(|(_, option)| item.option_index(option));
        if highest == Some(None) {
            violations.push(format!("{} has no such option", item.link_id.0));
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
    // With a prescription that runs out, past withdrawal must be below this.
    let running_out = answers
        .at("running-out", "yes")
        .and(&answers.at("stopping-danger", "sick-once-or-twice"));
    let when = proof.space.clause(low).and_not(&running_out);
    let never = [
        Fact::FirstStep(FirstStep::WithdrawalCare),
        Fact::Level(LevelOfCare::IntensiveOutpatient),
    ];
    if when.and(&proof.valid).is_false() {
        violations.push("no set of answers is like that".into());
    }
    for fact in never {
        let without = proof.outcome.fact(fact).not();
        violations.extend(proof.follows(&when, &without, &format!("no {fact:?}")));
    }
    violations
}

fn on_treatment_medicine(proof: &Proof) -> Vec<String> {
    let when = Answers(proof).at("treatment-medicine", "as-planned");
    let facts = [
        Fact::Level(LevelOfCare::Outpatient),
        Fact::AddOn(AddOn::KeepMedicine),
        Fact::AddOn(AddOn::Naloxone),
    ];
    let mut violations = must(proof, &when, &facts);
    let low = proof.headline(&["level-0", "level-1"]);
    violations.extend(proof.follows(&when, &low.not(), "no headline of level 0 or 1"));
    violations
}

fn alcohol_medication(proof: &Proof) -> Vec<String> {
    let control = rated(proof, Scale::Whole(UseAndControl), RiskRating::Clear);
    let when = Answers(proof).has("substances", "alcohol").and(&control);
    must(proof, &when, &[Fact::AddOn(AddOn::MedicationAlcohol)])
}

fn signs_of_the_body(proof: &Proof) -> Vec<String> {
    let answers = Answers(proof);
    let never_a_medicine = ["alcohol", "ghb", "kratom", "cannabis", "other", "unknown"];
    let beyond = answers
        .any(&never_a_medicine, |group| answers.has("substances", group))
        .or(&answers.at("stimulant-source", "not-as-prescribed"))
        .or(&answers.at("sedative-source", "not-as-prescribed"))
        .or(&answers.at("opioid-supply", "not-now-used-before"));
    let mut violations = Vec::new();
    for link_id in ["needs-more", "ill-when-stopping"] {
        let found = proof.questionnaire.find(link_id);
        let Some((index, item)) =
            found.and_then(|index| Some((index, proof.questionnaire.item(index)?)))
        else {
            violations.push(format!("there is no question {link_id}"));
            continue;
        };
        let mut counts = proof.space.never();
        for rating in RiskRating::ALL.into_iter().skip(1) {
            let control = rated(proof, Scale::Whole(UseAndControl), rating);
            counts = counts.or(&depends(proof, &control, index, item));
        }
        let never = proof.space.never();
        let what = format!("{link_id} as prescribed");
        violations.extend(proof.follows(&counts.and_not(&beyond), &never, &what));
        if counts.and(&beyond).and(&proof.valid).is_false() {
            violations.push(format!("{link_id} counts for nothing anywhere"));
        }
    }
    violations
}

/// The formula depends on the answer to an item. Ignores items that the answer enables.
fn depends(proof: &Proof, formula: &Bdd, index: ItemIndex, item: &Item) -> Bdd {
    debug_assert!(item.kind == ItemKind::ChooseOne);
    let answer = |options| formula.restrict(&proof.space.at(index, item, options, false));
    answer(item.most_careful()).xor(&answer(item.mildest()))
}
