//! Advice: texts shown beside a result, selected by the person's answers.

use super::condition::DisplayCondition;
use super::rule::SourceId;

/// Index of an [`Advice`] in `Questionnaire::advice`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AdviceIndex(pub u16);

/// Advice with its display condition. It only adds words: no output depends on it.
#[derive(Clone, Copy, Debug)]
pub struct Advice {
    /// Stable id.
    pub id: &'static str,
    /// Category; it decides the order on the page.
    pub kind: AdviceKind,
    /// Condition under which it is shown.
    pub when: DisplayCondition,
    /// Sources; never empty.
    pub sources: &'static [SourceId],
}

/// Category of advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdviceKind {
    /// Safety: means of suicide, driving, children, and crisis lines for other dangers named (V15).
    Safety,
    /// A kind of treatment that fits an answer.
    Therapy,
    /// A way around a barrier to care.
    WayRound,
    /// How to find care that meets a stated preference.
    Wish,
    /// For a person who answers for someone else.
    Supporter,
    /// For someone under 18.
    Young,
    /// What to do until someone is seen, by substance and by what was answered.
    UntilSeen,
    /// What whoever stays looks for.
    Watch,
    /// Naloxone: steps, and what to know.
    Naloxone,
    /// The first call to a program.
    FirstCall,
    /// A door that is open now, and what to say there.
    Door,
    /// Cost and rights, each with its year.
    Cost,
    /// Parts of a safety plan.
    Plan,
    /// When to do the check again.
    Again,
}

/// Advice that is shown to no visitor yet.
#[derive(Clone, Copy, Debug)]
pub struct HeldAdvice {
    /// The advice.
    pub advice: Advice,
    /// Who has not signed it off; never empty.
    pub waits_for: &'static [Reviewer],
}

/// Who signs advice off before a visitor reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reviewer {
    /// Someone who treats people.
    Clinician,
    /// Someone who knows the law.
    Counsel,
}

impl Reviewer {
    /// Every reviewer there can be.
    pub const ALL: [Reviewer; 2] = [Reviewer::Clinician, Reviewer::Counsel];

    /// The stable name used in files.
    pub fn code(self) -> &'static str {
        match self {
            Reviewer::Clinician => "clinician",
            Reviewer::Counsel => "counsel",
        }
    }
}

impl AdviceKind {
    /// Every kind there can be.
    pub const ALL: [AdviceKind; 14] = [
        AdviceKind::Door,
        AdviceKind::UntilSeen,
        AdviceKind::Safety,
        AdviceKind::Naloxone,
        AdviceKind::Watch,
        AdviceKind::Plan,
        AdviceKind::Supporter,
        AdviceKind::Young,
        AdviceKind::FirstCall,
        AdviceKind::Therapy,
        AdviceKind::Wish,
        AdviceKind::WayRound,
        AdviceKind::Cost,
        AdviceKind::Again,
    ];

    /// Stable code used in files.
    pub fn code(self) -> &'static str {
        match self {
            AdviceKind::Safety => "safety",
            AdviceKind::Therapy => "therapy",
            AdviceKind::WayRound => "way-round",
            AdviceKind::Wish => "wish",
            AdviceKind::Supporter => "supporter",
            AdviceKind::Young => "young",
            AdviceKind::UntilSeen => "until-seen",
            AdviceKind::Watch => "watch",
            AdviceKind::Naloxone => "naloxone",
            AdviceKind::FirstCall => "first-call",
            AdviceKind::Door => "door",
            AdviceKind::Cost => "cost",
            AdviceKind::Plan => "plan",
            AdviceKind::Again => "again",
        }
    }
}
