//! Guidance: changes to the words around a result, never to the result (evidence file, C.6).

use super::display::GuidanceId;
use super::evaluation::Evaluation;
use super::headline::{Gaps, shows};
use super::output::LevelOfCare;
use super::questionnaire::Questionnaire;

/// Guidance for the words of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guidance {
    /// The next lower level, in case a barrier prevents the suggested one (V06).
    pub alternative: Option<LevelOfCare>,
    /// Whether the age was not answered and 18 to 64 is assumed.
    pub age_assumed: bool,
    /// Whether the danger question was not answered, so that the emergency line stays on screen.
    pub danger_open: bool,
    /// Whether the person is at work or school during the day, so that evening programs fit better.
    pub days_taken: bool,
    /// Whether the respondent answers for another person.
    pub second_hand: bool,
    /// Whether to warn against stopping suddenly and alone (V03).
    pub do_not_stop_alone: bool,
    /// Whether the person is under 18, so that no adult level is shown (V08).
    pub under_18: bool,
    /// Whether the level of care is named and described (I22).
    pub tell_level: bool,
}

/// Evaluates the guidance entries of the content.
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

/// Returns the next lower level, never below early support.
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
