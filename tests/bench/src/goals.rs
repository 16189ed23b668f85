//! What the design asks for (design, section 6), and whether it holds.

use serde::{Deserialize, Serialize};

use crate::measure::{Measure, Unit};
use crate::report::Report;
use crate::subject::Subject;

/// Upper limit of a figure of Footing: a ratio to another subject, or a value.
#[derive(Clone, Copy, Debug)]
struct Goal {
    measure: Measure,
    /// Compared with, for a ratio.
    peer: Option<Subject>,
    limit: f64,
}

/// A goal with what was measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// What is compared.
    pub what: String,
    /// What was measured, with its unit.
    pub value: String,
    /// The limit, with its unit.
    pub goal: String,
    /// Whether the value is at most the limit.
    pub holds: bool,
}

const GOALS: [Goal; 10] = [
    ratio(Measure::FirstPaint, Subject::PlainHtml, 1.1),
    ratio(Measure::FirstAnswer, Subject::SurveyJs, 0.35),
    ratio(Measure::Blocking, Subject::SurveyJs, 0.1),
    ratio(Measure::Memory, Subject::SurveyJs, 0.5),
    value(Measure::ContinueSlow, 50.0),
    value(Measure::Result, 150.0),
    value(Measure::Requests, 8.0),
    value(Measure::Bytes, 200_000.0),
    value(Measure::NeededBytes, 14_000.0),
    value(Measure::LayoutShift, 0.0),
];

const fn ratio(measure: Measure, peer: Subject, limit: f64) -> Goal {
    Goal {
        measure,
        peer: Some(peer),
        limit,
    }
}

const fn value(measure: Measure, limit: f64) -> Goal {
    Goal {
        measure,
        peer: None,
        limit,
    }
}

/// Judges every goal for which something was measured. A goal that does not hold fails nothing.
pub fn judge(report: &Report) -> Vec<Verdict> {
    GOALS.iter().filter_map(|goal| goal.judge(report)).collect()
}

impl Goal {
    fn judge(&self, report: &Report) -> Option<Verdict> {
        let own = report.median(Subject::Footing, self.measure)?;
        let title = self.measure.title();
        Some(match self.peer {
            Some(peer) => {
                let value = own / report.median(peer, self.measure)?;
                Verdict {
                    what: format!("{title}, to {}", peer.title()),
                    value: format!("{value:.2}"),
                    goal: format!("{:.2}", self.limit),
                    holds: value <= self.limit,
                }
            }
            None => {
                let unit = self.measure.unit();
                let write = |value| with_sign(unit, value);
                Verdict {
                    what: title.to_owned(),
                    value: write(own),
                    goal: write(self.limit),
                    holds: own <= self.limit,
                }
            }
        })
    }
}

fn with_sign(unit: Unit, value: f64) -> String {
    format!("{} {}", unit.write(value), unit.sign())
        .trim_end()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Sample;
    use crate::report::Machine;

    fn report(samples: &[(Subject, Measure, f64)]) -> Report {
        let mut report = Report::new(Machine::default(), 1);
        for (subject, measure, value) in samples {
            report.add(*subject, Sample::from([(*measure, *value)]));
        }
        report
    }

    #[test]
    fn ratios_are_of_medians_in_one_run() {
        let verdicts = judge(&report(&[
            (Subject::Footing, Measure::FirstPaint, 100.0),
            (Subject::Footing, Measure::FirstPaint, 108.0),
            (Subject::Footing, Measure::FirstPaint, 900.0),
            (Subject::PlainHtml, Measure::FirstPaint, 100.0),
        ]));
        let [verdict] = verdicts.as_slice() else {
            panic!("{verdicts:?}");
        };
        assert_eq!((&*verdict.value, &*verdict.goal), ("1.08", "1.10"));
        assert!(verdict.holds);
    }

    #[test]
    fn a_limit_may_be_reached_but_not_exceeded() {
        let holds = |bytes| {
            let verdicts = judge(&report(&[(Subject::Footing, Measure::Bytes, bytes)]));
            verdicts.first().unwrap().holds
        };
        assert!(holds(200_000.0));
        assert!(!holds(200_001.0));
    }

    #[test]
    fn nothing_is_judged_that_was_not_measured() {
        assert_eq!(judge(&report(&[])), []);
        let alone = [(Subject::Footing, Measure::Blocking, 1.0)];
        assert_eq!(judge(&report(&alone)), []);
    }
}
