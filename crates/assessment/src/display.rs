//! What the result says first, and what changes the words around it. No rule knows any of it.

use super::condition::DisplayCondition;
use super::rule::{HelpId, SourceId};

/// A headline: when it is shown, and where it points.
#[derive(Clone, Copy, Debug)]
pub struct HeadlineEntry {
    /// The stable name: the code of C.1 of the evidence file.
    pub id: &'static str,
    /// When it holds. The first entry that holds is the headline.
    pub when: DisplayCondition,
    /// Whom the next step leads to.
    pub points_to: PointsTo,
    /// Where it comes from; never empty.
    pub sources: &'static [SourceId],
}

/// Whom the next step leads to (evidence file, V05).
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
    /// Every value with its stable name.
    pub const ALL: [(PointsTo, &'static str); 4] = [
        (PointsTo::Emergency, "emergency"),
        (PointsTo::Helpline, "helpline"),
        (PointsTo::Doctor, "doctor"),
        (PointsTo::Program, "program"),
    ];
}

// The debug form is the path in Rust: `content/build.rs` writes the logic with it.
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

/// Something that changes the words around a result: when it holds.
#[derive(Clone, Copy, Debug)]
pub struct GuidanceEntry {
    /// What it changes.
    pub id: GuidanceId,
    /// When it holds.
    pub when: DisplayCondition,
}

/// What can change the words around a result. The content says when; every one has its condition.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GuidanceId {
    /// Someone answers for another person.
    SecondHand,
    /// The person is under 18: no adult level is shown (V08, I19).
    UnderEighteen,
    /// The age was left open, and adults of 18 to 64 were assumed.
    AgeAssumed,
    /// The question about danger right now was left open, so the emergency line stays on screen.
    DangerOpen,
    /// "Do not stop suddenly on your own" stands in the first lines (V03).
    DoNotStopAlone,
    /// A lower level is offered for when something stands in the way (V06).
    OfferAlternative,
    /// Work or school takes the days, so that evenings would fit better.
    DaysTaken,
    /// The level of care is told, with what it is like: not where the need is not one of use (I22).
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

    /// The stable name used in files.
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

// The debug form is the path in Rust: `content/build.rs` writes the logic with it.
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

/// When talking with a person comes first (evidence file, V12).
#[derive(Clone, Copy, Debug)]
pub struct TalkFirst {
    /// From this many open questions on.
    pub from: u8,
    /// The questions that count, by their evidence id, each once.
    pub questions: &'static [&'static str],
    /// Cards that fold into one where they rest on open answers alone.
    pub folded: &'static [HelpId],
    /// The card they fold into.
    pub folded_into: HelpId,
}
