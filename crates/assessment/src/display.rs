//! Headlines and guidance: what selects the words of a result. No rule reads them.

use super::condition::DisplayCondition;
use super::rule::{HelpId, SourceId};

/// Headline with its display condition.
#[derive(Clone, Copy, Debug)]
pub struct HeadlineEntry {
    /// Stable id: the code in C.1 of the evidence file.
    pub id: &'static str,
    /// Display condition. The first entry whose condition holds is the headline.
    pub when: DisplayCondition,
    /// Kind of help that the next step leads to.
    pub points_to: PointsTo,
    /// Sources; never empty.
    pub sources: &'static [SourceId],
}

/// Kind of help that the next step leads to (evidence file, V05).
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum PointsTo {
    /// Emergency help.
    Emergency,
    /// A person to talk with.
    Helpline,
    /// A doctor, a clinic or the prescriber: never the site's program first.
    Doctor,
    /// A treatment program.
    Program,
}

impl PointsTo {
    /// Every value with its stable code.
    pub const ALL: [(PointsTo, &'static str); 4] = [
        (PointsTo::Emergency, "emergency"),
        (PointsTo::Helpline, "helpline"),
        (PointsTo::Doctor, "doctor"),
        (PointsTo::Program, "program"),
    ];
}

// `Debug` prints a Rust path: `content/build.rs` generates code with it.
impl std::fmt::Debug for PointsTo {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            PointsTo::Emergency => "PointsTo::Emergency",
            PointsTo::Helpline => "PointsTo::Helpline",
            PointsTo::Doctor => "PointsTo::Doctor",
            PointsTo::Program => "PointsTo::Program",
        })
    }
}

/// Guidance with its display condition.
#[derive(Clone, Copy, Debug)]
pub struct GuidanceEntry {
    /// Which guidance.
    pub id: GuidanceId,
    /// Display condition.
    pub when: DisplayCondition,
}

/// Changes to the words around a result. The content files define the condition of each.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GuidanceId {
    /// The respondent answers for another person.
    SecondHand,
    /// The person is under 18: no adult level is shown (V08, I19).
    UnderEighteen,
    /// The age was not answered; 18 to 64 is assumed.
    AgeAssumed,
    /// The question about danger right now was not answered, so the emergency line stays on screen.
    DangerOpen,
    /// The first lines say "Do not stop suddenly on your own" (V03).
    DoNotStopAlone,
    /// A lower level is offered in case a barrier prevents the suggested one (V06).
    OfferAlternative,
    /// The person is at work or school during the day, so evening programs fit better.
    DaysTaken,
    /// The level of care is named and described; not where the need is not about substance use
    /// (I22).
    TellLevel,
}

impl GuidanceId {
    /// Every value, in order.
    pub const ALL: [GuidanceId; 8] = [
        GuidanceId::SecondHand,
        GuidanceId::UnderEighteen,
        GuidanceId::AgeAssumed,
        GuidanceId::DangerOpen,
        GuidanceId::DoNotStopAlone,
        GuidanceId::OfferAlternative,
        GuidanceId::DaysTaken,
        GuidanceId::TellLevel,
    ];

    /// Stable code used in files.
    pub fn code(self) -> &'static str {
        match self {
            GuidanceId::SecondHand => "second-hand",
            GuidanceId::UnderEighteen => "under-18",
            GuidanceId::AgeAssumed => "age-assumed",
            GuidanceId::DangerOpen => "danger-open",
            GuidanceId::DoNotStopAlone => "do-not-stop-alone",
            GuidanceId::OfferAlternative => "offer-alternative",
            GuidanceId::DaysTaken => "days-taken",
            GuidanceId::TellLevel => "tell-level",
        }
    }
}

// `Debug` prints a Rust path: `content/build.rs` generates code with it.
impl std::fmt::Debug for GuidanceId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            GuidanceId::SecondHand => "GuidanceId::SecondHand",
            GuidanceId::UnderEighteen => "GuidanceId::UnderEighteen",
            GuidanceId::AgeAssumed => "GuidanceId::AgeAssumed",
            GuidanceId::DangerOpen => "GuidanceId::DangerOpen",
            GuidanceId::DoNotStopAlone => "GuidanceId::DoNotStopAlone",
            GuidanceId::OfferAlternative => "GuidanceId::OfferAlternative",
            GuidanceId::DaysTaken => "GuidanceId::DaysTaken",
            GuidanceId::TellLevel => "GuidanceId::TellLevel",
        })
    }
}

/// Limit on unanswered questions above which talking with a person comes first (evidence, V12).
#[derive(Clone, Copy, Debug)]
pub struct TalkFirst {
    /// Minimum number of unanswered questions.
    pub from: u8,
    /// Evidence ids of the questions that count, without duplicates.
    pub questions: &'static [&'static str],
    /// Cards that are replaced by one where they depend on unanswered items only.
    pub folded: &'static [HelpId],
    /// The card that replaces them.
    pub folded_into: HelpId,
}
