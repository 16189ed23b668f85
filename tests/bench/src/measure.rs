//! What is measured of each subject.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One figure of a subject, measured once in each repetition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// First contentful paint of the page that asks.
    FirstPaint,
    /// The first option can be pressed.
    FirstQuestion,
    /// The first answer has led to the next page.
    FirstAnswer,
    /// Long tasks of the visit, each without its first 50 ms.
    Blocking,
    /// Continue to the paint of the next page: median of a run.
    ContinueMedian,
    /// The same: 98th percentile of a run.
    ContinueSlow,
    /// The longest that a press of Continue waited for files.
    Wait,
    /// The last Continue to the paint of the result.
    Result,
    /// Choosing an option to the next paint: median of a run.
    ChoiceMedian,
    /// The same: 98th percentile of a run.
    ChoiceSlow,
    /// Layout shift of the visit.
    LayoutShift,
    /// Bytes of the first visit, compressed.
    Bytes,
    /// Of these, HTML.
    PageBytes,
    /// Of these, JavaScript.
    ScriptBytes,
    /// Of these, style sheets.
    StyleBytes,
    /// Of these, WebAssembly.
    ModuleBytes,
    /// Of these, all else.
    DataBytes,
    /// Bytes that had arrived when the first answer had led to the next page.
    NeededBytes,
    /// Requests of the first visit.
    Requests,
    /// JavaScript heap after a run, after garbage collection.
    Heap,
    /// Memory of the WebAssembly module then.
    ModuleMemory,
    /// Both together.
    Memory,
    /// First contentful paint of a second visit.
    RepeatPaint,
    /// The first option can be pressed on a second visit.
    RepeatQuestion,
    /// Bytes of the second visit.
    RepeatBytes,
    /// Requests of the second visit.
    RepeatRequests,
}

/// Unit of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Milliseconds.
    Milliseconds,
    /// Bytes, shown in thousands.
    Bytes,
    /// A number of things.
    Count,
    /// A score without a unit.
    Score,
}

/// Figures of one visit or run.
pub type Sample = BTreeMap<Measure, f64>;

impl Measure {
    /// All of them, in the order of the report.
    pub const ALL: [Measure; 26] = [
        Measure::FirstPaint,
        Measure::FirstQuestion,
        Measure::FirstAnswer,
        Measure::Blocking,
        Measure::ContinueMedian,
        Measure::ContinueSlow,
        Measure::Wait,
        Measure::Result,
        Measure::ChoiceMedian,
        Measure::ChoiceSlow,
        Measure::LayoutShift,
        Measure::Bytes,
        Measure::PageBytes,
        Measure::ScriptBytes,
        Measure::StyleBytes,
        Measure::ModuleBytes,
        Measure::DataBytes,
        Measure::NeededBytes,
        Measure::Requests,
        Measure::Heap,
        Measure::ModuleMemory,
        Measure::Memory,
        Measure::RepeatPaint,
        Measure::RepeatQuestion,
        Measure::RepeatBytes,
        Measure::RepeatRequests,
    ];

    /// Name in the report.
    pub fn title(self) -> &'static str {
        match self {
            Measure::FirstPaint => "first paint",
            Measure::FirstQuestion => "first question can be answered",
            Measure::FirstAnswer => "first question answered",
            Measure::Blocking => "blocking",
            Measure::ContinueMedian => "Continue to next paint, p50",
            Measure::ContinueSlow => "Continue to next paint, p98",
            Measure::Wait => "Continue that waits for the rest",
            Measure::Result => "step to the result",
            Measure::ChoiceMedian => "option to next paint, p50",
            Measure::ChoiceSlow => "option to next paint, p98",
            Measure::LayoutShift => "layout shift",
            Measure::Bytes => "first visit",
            Measure::PageBytes => "of it HTML",
            Measure::ScriptBytes => "of it JavaScript",
            Measure::StyleBytes => "of it style sheets",
            Measure::ModuleBytes => "of it WebAssembly",
            Measure::DataBytes => "of it data",
            Measure::NeededBytes => "arrived at the first answer",
            Measure::Requests => "requests",
            Measure::Heap => "heap after a run",
            Measure::ModuleMemory => "module memory after a run",
            Measure::Memory => "heap and module",
            Measure::RepeatPaint => "repeat visit: first paint",
            Measure::RepeatQuestion => "repeat visit: first question",
            Measure::RepeatBytes => "repeat visit: bytes",
            Measure::RepeatRequests => "repeat visit: requests",
        }
    }

    /// Its unit.
    pub fn unit(self) -> Unit {
        match self {
            Measure::FirstPaint
            | Measure::FirstQuestion
            | Measure::FirstAnswer
            | Measure::Blocking
            | Measure::ContinueMedian
            | Measure::ContinueSlow
            | Measure::Wait
            | Measure::Result
            | Measure::ChoiceMedian
            | Measure::ChoiceSlow
            | Measure::RepeatPaint
            | Measure::RepeatQuestion => Unit::Milliseconds,
            Measure::Bytes
            | Measure::PageBytes
            | Measure::ScriptBytes
            | Measure::StyleBytes
            | Measure::ModuleBytes
            | Measure::DataBytes
            | Measure::NeededBytes
            | Measure::Heap
            | Measure::ModuleMemory
            | Measure::Memory
            | Measure::RepeatBytes => Unit::Bytes,
            Measure::Requests | Measure::RepeatRequests => Unit::Count,
            Measure::LayoutShift => Unit::Score,
        }
    }

    /// Whether it varies between visits: the others are counted, not timed.
    pub fn is_timed(self) -> bool {
        self.unit() == Unit::Milliseconds
    }
}

impl Unit {
    /// Its sign after a number.
    pub fn sign(self) -> &'static str {
        match self {
            Unit::Milliseconds => "ms",
            Unit::Bytes => "KB",
            Unit::Count | Unit::Score => "",
        }
    }

    /// A number of this unit without its sign. Bytes are written as kilobytes of 1000 bytes.
    pub fn write(self, value: f64) -> String {
        match self {
            Unit::Milliseconds | Unit::Count => format!("{value:.0}"),
            Unit::Bytes => format!("{:.1}", value / 1000.0),
            Unit::Score => format!("{value:.3}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_is_listed_once_with_a_title_of_its_own() {
        let mut titles: Vec<&str> = Measure::ALL.map(Measure::title).into();
        titles.sort_unstable();
        titles.dedup();
        assert_eq!(titles.len(), Measure::ALL.len());
        assert!(Measure::ALL.is_sorted());
    }

    #[test]
    fn numbers_are_written_in_their_unit() {
        assert_eq!(Unit::Milliseconds.write(1234.5), "1234");
        assert_eq!(Unit::Bytes.write(10_292.0), "10.3");
        assert_eq!(Unit::Score.write(0.0), "0.000");
    }
}
