//! What changes the words around a result, never the result (evidence file, C.6).

use super::display::GuidanceId;
use super::evaluation::Evaluation;
use super::headline::{Gaps, shows};
use super::output::LevelOfCare;
use super::questionnaire::Questionnaire;

/// How to speak with the person, and what else to offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guidance {
    /// A level below, for when something stands in the way (V06).
    pub alternative: Option<LevelOfCare>,
    /// Whether the age was left open and adults of 18 to 64 were assumed.
    pub age_assumed: bool,
    /// Whether the danger question was left open, so that the emergency line stays on screen.
    pub danger_open: bool,
    /// Whether work or school takes the days, so that evenings would fit better.
    pub days_taken: bool,
    /// Whether someone answers for another person.
    pub second_hand: bool,
    /// Whether to warn against stopping suddenly and alone (V03).
    pub do_not_stop_alone: bool,
    /// Whether no adult level is shown (V08).
    pub under_18: bool,
    /// Whether the level of care is told, with what it is like (I22).
    pub tell_level: bool,
}

/// Works out what changes the words. The content says when each holds.
pub(super) fn guidance(
    questionnaire: &Questionnaire,
    evaluation: &Evaluation,
    gaps: Gaps,
) -> Guidance {
    let holds = |id: GuidanceId| {
        let mut entries = questionnaire.guidance.iter();
        let entry = entries.find(|entry| entry.id == id);
        entry.is_some_and(|entry| shows(questionnaire, evaluation, gaps, &entry.when))
    };
    Guidance {
        alternative: holds(GuidanceId::OfferAlternative)
            .then(|| lower(evaluation.outputs.level))
            .flatten(),
        age_assumed: holds(GuidanceId::AgeAssumed),
        danger_open: holds(GuidanceId::DangerOpen),
        days_taken: holds(GuidanceId::DaysTaken),
        second_hand: holds(GuidanceId::SecondHand),
        do_not_stop_alone: holds(GuidanceId::DoNotStopAlone),
        under_18: holds(GuidanceId::UnderEighteen),
        tell_level: holds(GuidanceId::TellLevel),
    }
}

/// One level lower, never below early support.
fn lower(level: LevelOfCare) -> Option<LevelOfCare> {
    match level {
        LevelOfCare::NoneIndicated | LevelOfCare::EarlySupport | LevelOfCare::MedicalInpatient => {
            None
        }
        LevelOfCare::Outpatient => Some(LevelOfCare::EarlySupport),
        LevelOfCare::IntensiveOutpatient => Some(LevelOfCare::Outpatient),
        LevelOfCare::DayProgram => Some(LevelOfCare::IntensiveOutpatient),
        LevelOfCare::Residential => Some(LevelOfCare::DayProgram),
    }
}
