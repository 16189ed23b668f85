//! What to tell the person beside the result: kinds of help tied to their own answers.

use super::condition::DisplayCondition;
use super::rule::SourceId;

/// The index of a piece of advice in the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AdviceIndex(pub u16);

/// Advice with the answers it is for. It adds words and nothing else: no output depends on it.
#[derive(Clone, Copy, Debug)]
pub struct Advice {
    /// The stable name.
    pub id: &'static str,
    /// What kind of advice it is.
    pub kind: AdviceKind,
    /// Whom it is for.
    pub when: DisplayCondition,
    /// Where it comes from; never empty.
    pub sources: &'static [SourceId],
}

/// What kind of advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdviceKind {
    /// Keeping people safe: means of suicide, driving, children, and lines for what else was named (V15).
    Safety,
    /// A kind of help that fits something the person said.
    Therapy,
    /// A way round something that stands in the way.
    WayRound,
    /// How to find what the person asked for.
    Wish,
    /// For whoever answers for someone else.
    Supporter,
    /// For someone under 18.
    Young,
}

impl AdviceKind {
    /// Every kind, in the order they are shown.
    pub const ALL: [AdviceKind; 6] = [
        AdviceKind::Safety,
        AdviceKind::Therapy,
        AdviceKind::WayRound,
        AdviceKind::Wish,
        AdviceKind::Supporter,
        AdviceKind::Young,
    ];

    /// The stable name used in files.
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
