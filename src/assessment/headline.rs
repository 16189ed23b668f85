//! Which one thing the result says first.

use super::evaluation::Evaluation;
use super::output::{Alert, FirstStep, LevelOfCare, Track};
use super::questionnaire::Questionnaire;

/// The first line of a result (evidence file, C.1, V08, V12, V13).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Headline {
    /// Help now.
    Emergency,
    /// So much is open that talking with a person comes first.
    TalkFirst,
    /// Medical withdrawal care around the clock.
    WithdrawalCare,
    /// Care around the clock that starts medication for opioid use.
    MedicationCare,
    /// A medical check before cutting down, then the level.
    WithdrawalCheck,
    /// A start of medication for opioid use, then the level.
    MedicationStart,
    /// A program for young people.
    Adolescent,
    /// The level alone.
    Level(LevelOfCare),
}

impl Headline {
    /// The stable name.
    pub fn code(self) -> String {
        match self {
            Headline::Emergency => "emergency".into(),
            Headline::TalkFirst => "talk-first".into(),
            Headline::WithdrawalCare => "withdrawal-care-24h".into(),
            Headline::MedicationCare => "medication-24h".into(),
            Headline::WithdrawalCheck => "withdrawal-check".into(),
            Headline::MedicationStart => "medication-start".into(),
            Headline::Adolescent => "adolescent".into(),
            Headline::Level(level) => format!("level-{}", level.rank()),
        }
    }
}

/// What else stands beside the headline and decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Situation {
    /// Whether the answers are about someone under 18.
    pub under_18: bool,
    /// Whether so many answers are missing that the talk-first line is shown (V12).
    pub talk_first: bool,
    /// Whether withdrawal care around the clock stands even in the mildest reading (V12).
    pub care_stands_when_mild: bool,
}

/// Picks the headline: emergency, talk first, withdrawal care, withdrawal check, level; under 18
/// emergency, withdrawal care, withdrawal check, adolescent program.
pub fn headline(
    questionnaire: &Questionnaire,
    evaluation: &Evaluation,
    situation: Situation,
) -> Headline {
    let outputs = evaluation.outputs;
    if outputs.alert == Alert::EmergencyNow || outputs.first_step == FirstStep::EmergencyDepartment
    {
        return Headline::Emergency;
    }
    if situation.talk_first && !situation.care_stands_when_mild && !situation.under_18 {
        return Headline::TalkFirst;
    }
    let opioid_only = is_of_the_opioid_track_only(questionnaire, evaluation);
    match outputs.first_step {
        FirstStep::EmergencyDepartment => Headline::Emergency,
        FirstStep::WithdrawalCare if opioid_only => Headline::MedicationCare,
        FirstStep::WithdrawalCare => Headline::WithdrawalCare,
        FirstStep::WithdrawalCheck if opioid_only => Headline::MedicationStart,
        FirstStep::WithdrawalCheck => Headline::WithdrawalCheck,
        FirstStep::None if situation.under_18 => Headline::Adolescent,
        FirstStep::None => Headline::Level(outputs.level),
    }
}

/// Tells whether the first step comes from the opioid track alone (V13).
fn is_of_the_opioid_track_only(questionnaire: &Questionnaire, evaluation: &Evaluation) -> bool {
    let from = |track| {
        evaluation.fired(questionnaire).any(|(_, rule)| {
            rule.then.first_step == evaluation.outputs.first_step && rule.then.track == Some(track)
        })
    };
    from(Track::Opioid) && !from(Track::Danger)
}
