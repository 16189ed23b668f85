//! What changes the words around a result, never the result (evidence file, C.6).

use super::evaluation::Evaluation;
use super::output::{Alert, FirstStep, LevelOfCare};
use super::questionnaire::{ItemIndex, Questionnaire};
use super::reading::Value;

/// How to speak with the person, and what else to offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guidance {
    /// A level below, for when something stands in the way (V06).
    pub alternative: Option<LevelOfCare>,
    /// How ready the person sounds (V07).
    pub tone: Tone,
    /// Whether prescribed sedatives are what the withdrawal check is about: the prescriber comes
    /// first.
    pub prescriber_first: bool,
    /// Whether the age was left open and adults of 18 to 64 were assumed.
    pub age_assumed: bool,
    /// Whether the danger question was left open, so that the emergency line stays on screen.
    pub danger_open: bool,
    /// Whether work or school takes the days, so that evenings would fit better.
    pub days_taken: bool,
    /// Whether someone answers for another person.
    pub second_hand: bool,
}

/// How ready the person sounds. It never changes the level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing to go by.
    Neutral,
    /// Change does not matter much yet: information and choice.
    LowImportance,
    /// Change matters, but the person doubts they can: a small first step.
    LowConfidence,
    /// Ready: a direct way.
    Ready,
}

/// On a scale of 10 down to 0, from this rank on the answer is low.
const LOW_FROM: u8 = 6;

/// On a scale of 10 down to 0, up to this rank the answer is high.
const HIGH_UP_TO: u8 = 3;

/// Works out what changes the words.
pub(super) fn guidance(questionnaire: &Questionnaire, evaluation: &Evaluation) -> Guidance {
    let find = |code: &str| {
        let mut indexed = (0..).map(ItemIndex).zip(questionnaire.items);
        indexed.find(|(_, item)| item.code == code)
    };
    let value = |code: &str| {
        find(code).map_or_else(Value::default, |(index, _)| evaluation.sheet.get(index))
    };
    let chosen = |code: &str, option: &str| {
        let place = find(code).and_then(|(_, item)| item.place_of(option));
        place.is_some_and(|place| value(code).chosen.has(place))
    };
    let open = |code: &str| value(code).missing.is_some();
    let sedatives = value("Q11");
    let others = ["Q06.alcohol", "Q06.ghb", "Q06.unknown"];
    Guidance {
        alternative: (value("Q29").rank > 0).then(|| lower(evaluation)).flatten(),
        tone: tone(value("Q28.readiness"), value("Q28.confidence")),
        prescriber_first: sedatives.missing.is_none()
            && (1..=2).contains(&sedatives.rank)
            && others.iter().all(|code| !value(code).shown),
        age_assumed: open("Q01b"),
        danger_open: open("Q02"),
        days_taken: chosen("Q29", "work"),
        second_hand: value("Q01").rank > 0,
    }
}

fn tone(readiness: Value, confidence: Value) -> Tone {
    if readiness.missing.is_some() || !readiness.shown {
        Tone::Neutral
    } else if readiness.rank >= LOW_FROM {
        Tone::LowImportance
    } else if confidence.missing.is_none() && confidence.rank >= LOW_FROM {
        Tone::LowConfidence
    } else if readiness.rank <= HIGH_UP_TO {
        Tone::Ready
    } else {
        Tone::Neutral
    }
}

/// One level lower, never below early support, and only where that is not dangerous.
fn lower(evaluation: &Evaluation) -> Option<LevelOfCare> {
    let outputs = evaluation.outputs;
    if outputs.first_step >= FirstStep::WithdrawalCare || outputs.alert >= Alert::ContactFirst {
        return None;
    }
    match outputs.level {
        LevelOfCare::NoneIndicated | LevelOfCare::EarlySupport | LevelOfCare::MedicalInpatient => {
            None
        }
        LevelOfCare::Outpatient => Some(LevelOfCare::EarlySupport),
        LevelOfCare::IntensiveOutpatient => Some(LevelOfCare::Outpatient),
        LevelOfCare::DayProgram => Some(LevelOfCare::IntensiveOutpatient),
        LevelOfCare::Residential => Some(LevelOfCare::DayProgram),
    }
}
