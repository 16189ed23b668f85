//! Everything that was measured, as `target/bench/report.json` has it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::measure::{Measure, Sample};
use crate::statistics::{Summary, slope};
use crate::subject::Subject;

/// Report of one run of the bench.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Where and when it was measured.
    pub machine: Machine,
    /// Versions of what was compared, by name.
    pub versions: BTreeMap<String, String>,
    /// How often each subject was visited.
    pub repetitions: usize,
    /// Figures by subject.
    pub figures: BTreeMap<Subject, BTreeMap<Measure, Summary>>,
    /// Memory over many runs on one page, if it was measured.
    pub leak: Option<Leak>,
}

/// Where and when something was measured.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Machine {
    /// Processor with its number of cores.
    pub processor: String,
    /// Memory in megabytes.
    pub memory: u64,
    /// Operating system.
    pub system: String,
    /// Browser with its version; empty where none took part.
    pub browser: String,
    /// Date in UTC, such as 2026-11-29.
    pub date: String,
    /// The command that measured.
    pub command: String,
    /// Load averages before and after: 1 is one busy core.
    pub load: (String, String),
}

/// Memory after each run on one page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Leak {
    /// JavaScript heap in bytes.
    pub heap: Vec<f64>,
    /// Memory of the module in bytes.
    pub module: Vec<f64>,
}

impl Report {
    /// Report without figures.
    pub fn new(machine: Machine, repetitions: usize) -> Report {
        Report {
            machine,
            versions: BTreeMap::new(),
            repetitions,
            figures: BTreeMap::new(),
            leak: None,
        }
    }

    /// Adds the figures of one visit.
    pub fn add(&mut self, subject: Subject, sample: Sample) {
        let figures = self.figures.entry(subject).or_default();
        for (measure, value) in sample {
            let mut samples = figures
                .remove(&measure)
                .map_or(Vec::new(), |summary| summary.samples);
            samples.push(value);
            if let Some(summary) = Summary::of(samples) {
                figures.insert(measure, summary);
            }
        }
    }

    /// A figure, if it was measured.
    pub fn figure(&self, subject: Subject, measure: Measure) -> Option<&Summary> {
        self.figures.get(&subject)?.get(&measure)
    }

    /// Median of a figure, if it was measured.
    pub fn median(&self, subject: Subject, measure: Measure) -> Option<f64> {
        self.figure(subject, measure).map(|summary| summary.median)
    }

    /// Subjects that were measured, in their order.
    pub fn subjects(&self) -> Vec<Subject> {
        self.figures.keys().copied().collect()
    }

    /// Measures with a figure of any subject, in their order.
    pub fn measures(&self) -> Vec<Measure> {
        let has = |measure: &Measure| self.figures.values().any(|own| own.contains_key(measure));
        Measure::ALL.into_iter().filter(has).collect()
    }
}

impl Leak {
    /// Growth of heap and of module memory, in bytes for each run. The first runs are left out: what is
    /// made once and kept is no leak.
    pub fn slopes(&self) -> (f64, f64) {
        let of = |memory: &[f64]| {
            let counted = (0_u32..).map(f64::from).zip(memory.iter().copied());
            let settled: Vec<(f64, f64)> = counted.skip(memory.len() / 5).collect();
            slope(&settled).unwrap_or_default()
        };
        (of(&self.heap), of(&self.module))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_of_repetitions_are_gathered() {
        let mut report = Report::new(Machine::default(), 3);
        for value in [3.0, 1.0, 2.0] {
            report.add(Subject::Preact, Sample::from([(Measure::Bytes, value)]));
        }
        assert_eq!(report.median(Subject::Preact, Measure::Bytes), Some(2.0));
        let summary = report.figure(Subject::Preact, Measure::Bytes).unwrap();
        assert_eq!(summary.samples, [3.0, 1.0, 2.0]);
        assert_eq!(report.subjects(), [Subject::Preact]);
        assert_eq!(report.measures(), [Measure::Bytes]);
        assert_eq!(report.median(Subject::Footing, Measure::Bytes), None);
    }

    #[test]
    fn a_leak_is_the_slope_after_the_first_runs() {
        let grows: Vec<f64> = (0..10).map(|run| 1000.0 + 7.0 * f64::from(run)).collect();
        let mut settles = vec![5000.0; 10];
        settles[0] = 0.0;
        let leak = Leak {
            heap: grows,
            module: settles,
        };
        let (heap, module) = leak.slopes();
        assert!((heap - 7.0).abs() < 1e-9 && module.abs() < 1e-9);
    }

    #[test]
    fn a_report_comes_back_from_its_json() {
        let mut report = Report::new(Machine::default(), 1);
        report.add(Subject::SurveyJs, Sample::from([(Measure::Heap, 1.5)]));
        let json = serde_json::to_string(&report).unwrap();
        assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
    }
}
