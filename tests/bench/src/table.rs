//! Tables as Markdown, which a terminal shows as well.

use crate::goals::Verdict;
use crate::measure::Measure;
use crate::report::{Leak, Report};
use crate::subject::Subject;

/// Rows of cells, the first with the headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Table with these headings.
    pub fn new(headings: impl IntoIterator<Item = String>) -> Table {
        Table {
            rows: vec![headings.into_iter().collect()],
        }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// Rows of cells, the first with the headings.
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// The table in Markdown, its columns aligned: the first to the left, numbers to the right.
    pub fn markdown(&self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or(0)
                .max(3)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        let mut lines = Vec::new();
        for (number, row) in self.rows.iter().enumerate() {
            let cells = row.iter().zip(&widths).enumerate();
            let cells = cells.map(|(column, (cell, width))| match column {
                0 => format!("{cell:width$}"),
                _ => format!("{cell:>width$}"),
            });
            lines.push(format!("| {} |", cells.collect::<Vec<_>>().join(" | ")));
            if number == 0 {
                let rules = widths.iter().enumerate();
                let rules = rules.map(|(column, width)| match column {
                    0 => "-".repeat(*width),
                    _ => format!("{}:", "-".repeat(width - 1)),
                });
                lines.push(format!("| {} |", rules.collect::<Vec<_>>().join(" | ")));
            }
        }
        lines.join("\n")
    }
}

/// Medians of all figures; behind those that vary, the middle half of the samples.
pub fn figures(report: &Report) -> Table {
    let subjects = report.subjects();
    let mut table = Table::new(headings("", &subjects));
    for measure in report.measures() {
        let unit = measure.unit();
        let name = match unit.sign() {
            "" => measure.title().to_owned(),
            sign => format!("{}, {sign}", measure.title()),
        };
        let cells = subjects.iter().map(|subject| {
            let Some(figure) = report.figure(*subject, measure) else {
                return "-".to_owned();
            };
            let median = unit.write(figure.median);
            let (low, high) = (unit.write(figure.low), unit.write(figure.high));
            if low == high {
                median
            } else {
                format!("{median} ({low} to {high})")
            }
        });
        table.row(std::iter::once(name).chain(cells));
    }
    table
}

/// Medians of times, bytes and memory as ratios to SurveyJS.
pub fn ratios(report: &Report) -> Option<Table> {
    const SHOWN: [Measure; 8] = [
        Measure::FirstPaint,
        Measure::FirstAnswer,
        Measure::Blocking,
        Measure::ContinueMedian,
        Measure::ContinueSlow,
        Measure::Bytes,
        Measure::Memory,
        Measure::RepeatQuestion,
    ];
    report.figures.get(&Subject::SurveyJs)?;
    let subjects = report.subjects();
    let mut table = Table::new(headings("to SurveyJS", &subjects));
    for measure in SHOWN {
        let Some(base) = report.median(Subject::SurveyJs, measure) else {
            continue;
        };
        let cells = subjects.iter().map(|subject| {
            let median = report.median(*subject, measure).filter(|_| base > 0.0);
            median.map_or("-".to_owned(), |median| format!("{:.2}", median / base))
        });
        table.row(std::iter::once(measure.title().to_owned()).chain(cells));
    }
    Some(table)
}

/// Goals with what was measured.
pub fn goals(verdicts: &[Verdict]) -> Table {
    let headings = ["goal", "measured", "at most", "holds"];
    let mut table = Table::new(headings.map(str::to_owned));
    for verdict in verdicts {
        table.row([
            verdict.what.clone(),
            verdict.value.clone(),
            verdict.goal.clone(),
            if verdict.holds { "yes" } else { "no" }.to_owned(),
        ]);
    }
    table
}

/// Memory over many runs on one page, in one sentence.
pub fn leak(leak: &Leak) -> String {
    let kilobytes = |memory: Option<&f64>| memory.map_or(0.0, |bytes| bytes / 1000.0);
    let (heap, module) = leak.slopes();
    format!(
        "Memory over {} runs on one page, after garbage collection: heap {:.0} KB after the first and {:.0} KB \
         after the last, {heap:+.0} bytes a run; module {:.0} KB and {:.0} KB, {module:+.0} bytes a run.",
        leak.heap.len(),
        kilobytes(leak.heap.first()),
        kilobytes(leak.heap.last()),
        kilobytes(leak.module.first()),
        kilobytes(leak.module.last()),
    )
}

fn headings(first: &str, subjects: &[Subject]) -> Vec<String> {
    let titles = subjects.iter().map(|subject| subject.title().to_owned());
    std::iter::once(first.to_owned()).chain(titles).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Sample;
    use crate::report::Machine;

    fn report() -> Report {
        let mut report = Report::new(Machine::default(), 2);
        for (subject, first, second) in [
            (Subject::Footing, 100.0, 140.0),
            (Subject::SurveyJs, 400.0, 400.0),
        ] {
            for value in [first, second] {
                report.add(subject, Sample::from([(Measure::FirstPaint, value)]));
            }
        }
        report.add(Subject::Footing, Sample::from([(Measure::Result, 90.0)]));
        report
    }

    #[test]
    fn figures_have_median_and_spread_where_they_vary() {
        assert_eq!(
            figures(&report()).markdown(),
            "|                        |          Footing | SurveyJS |\n\
             | ---------------------- | ---------------: | -------: |\n\
             | first paint, ms        | 120 (100 to 140) |      400 |\n\
             | step to the result, ms |               90 |        - |"
        );
    }

    #[test]
    fn ratios_are_to_surveyjs() {
        let table = ratios(&report()).unwrap();
        assert_eq!(table.rows()[1], ["first paint", "0.30", "1.00"]);
        assert_eq!(table.rows().len(), 2);
        assert_eq!(ratios(&Report::new(Machine::default(), 1)), None);
    }

    #[test]
    fn a_leak_is_told_with_its_slope() {
        let text = leak(&Leak {
            heap: vec![2_000_000.0; 5],
            module: vec![
                1_000_000.0,
                1_000_000.0,
                1_000_064.0,
                1_000_128.0,
                1_000_192.0,
            ],
        });
        assert!(text.contains("+0 bytes a run"), "{text}");
        assert!(text.contains("+64 bytes a run"), "{text}");
    }
}
