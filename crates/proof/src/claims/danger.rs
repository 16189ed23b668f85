//! Claims about danger: consequences of some answers, whatever the others are.

use biodivine_lib_bdd::Bdd;

use super::{Claim, must};
use crate::answers::Answers;
use crate::{Fact, Proof};
use assessment::Dimension::StoppingSafely;
use assessment::{
    AddOn, Alert, Condition, FirstStep, GuidanceId, ItemIndex, LevelOfCare, RiskRating, Scale,
    Urgency,
};

pub const CLAIMS: [Claim; 6] = [
    Claim {
        id: "I03",
        says: "A plan for suicide, an attempt in the past 3 months, or any sign of danger right now is always an emergency.",
        check: emergency,
    },
    Claim {
        id: "I04",
        says: "A past withdrawal seizure or delirium, with use in the last 14 days in an amount that matters and no supervised detox since, always asks for withdrawal care around the clock.",
        check: past_seizure,
    },
    Claim {
        id: "I04b",
        says: "The same with less alcohol, or on a steady prescription, always rates stopping, gives at least early support and says not to stop alone.",
        check: past_seizure_with_less,
    },
    Claim {
        id: "I05",
        says: "Pregnancy with any use but tobacco in the last 28 days always raises a card, is for the next two days and adds pregnancy care; near-daily use of either track, or misused opioids, are for today and ask for a check.",
        check: pregnancy,
    },
    Claim {
        id: "I20",
        says: "Every medical sign that is asked about and chosen is one of the signs, and fires a rule that reads it.",
        check: signs_fire,
    },
    Claim {
        id: "I24",
        says: "A sign for a doctor today alarms, is for today, and its headline is a doctor, withdrawal care or an emergency; confusion, chest pain, a seizure or seeing things in withdrawal are always an emergency.",
        check: medical_signs,
    },
];

/// Substances of the danger track (withdrawal can be fatal), and unknown supply.
pub const TRACK_D: [&str; 5] = ["alcohol", "sedatives", "barbiturates", "ghb", "unknown"];

/// Substances of the opioid track, and unknown supply.
pub const TRACK_O: [&str; 3] = ["opioids", "kratom", "unknown"];

fn emergency(proof: &Proof) -> Vec<String> {
    let answers = Answers(proof);
    let when = answers
        .at("right-now", "cannot-be-woken")
        .or(&answers.at("suicidal-thoughts", "plan-intent-or-right-now"))
        .or(&answers.at("suicide-attempt", "past-3-months"));
    let now = [
        Fact::Alert(Alert::EmergencyNow),
        Fact::Urgency(Urgency::Now),
    ];
    must(proof, &when, &now)
}

/// No supervised detox since: more recent use hides the item, which then counts as "no".
fn not_since(answers: &Answers<'_>) -> Bdd {
    answers
        .at("supervised-detox", "no-or-still-in-it")
        .or(&answers.last(&TRACK_D, "within-5-days"))
        .or(&answers.last(&TRACK_O, "within-5-days"))
}

fn past_seizure(proof: &Proof) -> Vec<String> {
    let answers = Answers(proof);
    let past = |item| answers.at(item, "seizure-confusion-or-seeing-things");
    let alcohol = answers
        .days(&["alcohol"], "4-12-days")
        .or(&answers.at("drinks-a-day", "5-7-drinks"))
        .and(&answers.last(&["alcohol"], "6-to-14-days"));
    let medicine = answers
        .at("sedative-source", "not-as-prescribed")
        .or(&answers.at("running-out", "yes"))
        .and(&answers.last(&["sedatives", "barbiturates"], "6-to-14-days"));
    let amount = alcohol
        .or(&medicine)
        .or(&answers.last(&["ghb", "unknown"], "6-to-14-days"));
    let danger = past("stopping-danger").and(&amount);
    let opioid = past("stopping-opioid").and(&answers.last(&TRACK_O, "6-to-14-days"));
    let when = danger.or(&opioid).and(&not_since(&answers));
    must(proof, &when, &[Fact::FirstStep(FirstStep::WithdrawalCare)])
}

fn past_seizure_with_less(proof: &Proof) -> Vec<String> {
    let answers = Answers(proof);
    let past = answers.at("stopping-danger", "seizure-confusion-or-seeing-things");
    let when = past
        .and(&answers.last(&TRACK_D, "6-to-14-days"))
        .and(&not_since(&answers));
    let facts = [
        Fact::Rating(Scale::Whole(StoppingSafely), RiskRating::Some),
        Fact::Level(LevelOfCare::EarlySupport),
    ];
    let mut violations = must(proof, &when, &facts);
    let entries = proof.questionnaire.guidance.iter();
    let said = entries.filter(|entry| entry.id == GuidanceId::DoNotStopAlone);
    let said = said.fold(proof.space.never(), |any, entry| {
        any.or(&proof.shows(&entry.when))
    });
    violations.extend(proof.follows(&when, &said, "not to stop alone"));
    violations
}

fn pregnancy(proof: &Proof) -> Vec<String> {
    let answers = Answers(proof);
    let all = [
        "alcohol",
        "sedatives",
        "barbiturates",
        "ghb",
        "opioids",
        "kratom",
        "stimulants",
        "cannabis",
        "other",
        "unknown",
    ];
    let tracks = [&TRACK_D[..], &TRACK_O[..]].concat();
    let pregnant = answers.at("pregnancy", "might-be");
    let used = answers
        .days(&all, "1-3-days")
        .or(&answers.last(&tracks, "15-to-28-days"));
    let facts = [
        Fact::Alert(Alert::SupportCard),
        Fact::Urgency(Urgency::WithinTwoDays),
        Fact::AddOn(AddOn::Pregnancy),
    ];
    let mut violations = must(proof, &pregnant.and(&used), &facts);
    let near_daily = answers.any(&tracks, |group| {
        answers
            .days(&[group], "13-20-days")
            .and(&answers.last(&[group], "15-to-28-days"))
    });
    let misused = answers
        .at("opioid-supply", "some-misuse")
        .and(&answers.last(&["opioids"], "15-to-28-days"));
    let facts = [
        Fact::Urgency(Urgency::Today),
        Fact::FirstStep(FirstStep::WithdrawalCheck),
    ];
    let when = pregnant.and(&near_daily.or(&misused));
    violations.extend(must(proof, &when, &facts));
    violations
}

/// Signs are options of the answer, so a worse answer can only add one (I01).
fn signs_fire(proof: &Proof) -> Vec<String> {
    let mut violations = Vec::new();
    let mut signs = 0_usize;
    for (index, item) in proof.questionnaire.indexed_items() {
        for position in item.signs.indices() {
            signs = signs.saturating_add(1);
            let option = assessment::Options::only(position);
            let chosen = proof.scored.any_of(index, option);
            let rules = proof.questionnaire.indexed_rules();
            let readers = rules.filter(|(_, rule)| reads(&rule.when, index, option));
            let fired = readers.fold(proof.space.never(), |any, (rule, _)| {
                any.or(proof.outcome.fires(rule))
            });
            let name = item.options.get(usize::from(position)).copied();
            let what = format!(
                "a rule for {} = {}",
                item.link_id.0,
                name.unwrap_or_default()
            );
            violations.extend(proof.follows(&chosen, &fired, &what));
        }
    }
    if signs < 20 {
        violations.push(format!("only {signs} options are signs"));
    }
    violations
}

/// Tells whether a condition reads this option of an item.
fn reads(condition: &Condition, index: ItemIndex, option: assessment::Options) -> bool {
    match condition {
        Condition::AnsweredAtLeast(item, _) => *item == index,
        Condition::AnsweredAnyOf(item, options) => *item == index && options.meets(option),
        Condition::AnyUnknown(_) | Condition::RatingAtLeast(..) | Condition::RuleFired(_) => false,
        Condition::CountAtLeast(_, conditions)
        | Condition::All(conditions)
        | Condition::Any(conditions) => conditions.iter().any(|one| reads(one, index, option)),
    }
}

fn medical_signs(proof: &Proof) -> Vec<String> {
    let answers = Answers(proof);
    let today = [
        "cannot-keep-fluids-down",
        "chest-pain-or-fluttering",
        "fainted",
        "hit-to-the-head",
        "yellow-skin-or-eyes",
        "numb-or-weak-legs",
        "wound-with-fever-or-black-skin",
    ];
    let today = answers.any(&today, |sign| answers.has("health-signs", sign));
    let facts = [
        Fact::Alert(Alert::ContactFirst),
        Fact::Urgency(Urgency::Today),
    ];
    let mut violations = must(proof, &today, &facts);
    let headlines = [
        "doctor-today",
        "withdrawal-care-24h",
        "medication-24h",
        "emergency",
    ];
    let headlines = proof.headline(&headlines);
    violations.extend(proof.follows(&today, &headlines, "a headline for today"));
    let now = [
        "confusion",
        "chest-pain",
        "seizure",
        "seeing-or-hearing-things",
    ];
    let now = answers.any(&now, |sign| answers.has("bad-signs", sign));
    violations.extend(must(proof, &now, &[Fact::Alert(Alert::EmergencyNow)]));
    let emergency = proof.headline(&["emergency"]);
    violations.extend(proof.follows(&now, &emergency, "the headline of an emergency"));
    violations
}
