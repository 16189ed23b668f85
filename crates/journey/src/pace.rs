//! The pace of the result, which a person may choose on it.

use super::section::Section;

/// The pace of the result: what it puts first (evidence file, V07).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Information first, no hurry.
    TellMore,
    /// A small first step.
    SmallStep,
    /// Contact options for a call first.
    CallNow,
}

impl Pace {
    /// Every pace.
    pub const ALL: [Pace; 3] = [Pace::TellMore, Pace::SmallStep, Pace::CallNow];

    /// Returns the sections that deliver what this choice promises. The person can close them again.
    pub fn opens(self) -> &'static [Section] {
        match self {
            Pace::TellMore => &[Section::Way],
            Pace::SmallStep => &[Section::FirstCall],
            Pace::CallNow => &[Section::FirstCall, Section::Contact],
        }
    }

    /// Returns the stable name, used in element ids.
    pub fn code(self) -> &'static str {
        match self {
            Pace::TellMore => "tell-more",
            Pace::SmallStep => "small-step",
            Pace::CallNow => "call-now",
        }
    }
}
