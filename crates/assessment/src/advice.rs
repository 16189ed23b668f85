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
}

impl AdviceKind {
    /// Every kind, in display order.
    pub const ALL: [AdviceKind; 6] = [
        AdviceKind::Safety,
        AdviceKind::Therapy,
        AdviceKind::WayRound,
        AdviceKind::Wish,
        AdviceKind::Supporter,
        AdviceKind::Young,
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
        }
    }
}
