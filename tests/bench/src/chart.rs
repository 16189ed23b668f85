//! Bar charts as SVG.

use maud::{Markup, html};

use crate::measure::Measure;
use crate::report::Report;
use crate::statistics::Summary;

/// Measures that have a chart.
pub const CHARTS: [Measure; 9] = [
    Measure::FirstPaint,
    Measure::FirstQuestion,
    Measure::FirstAnswer,
    Measure::Blocking,
    Measure::ContinueMedian,
    Measure::ContinueSlow,
    Measure::Bytes,
    Measure::Memory,
    Measure::RepeatQuestion,
];

const WIDTH: f64 = 640.0;
const NAMES: f64 = 220.0;
const VALUES: f64 = 110.0;
const ROW: f64 = 30.0;

/// Draws the medians of a measure as bars, with the middle half of the samples as a line; `None` if nothing
/// was measured.
pub fn chart(report: &Report, measure: Measure) -> Option<Markup> {
    let rows: Vec<(&str, &Summary)> = report
        .subjects()
        .into_iter()
        .filter_map(|subject| Some((subject.title(), report.figure(subject, measure)?)))
        .collect();
    let longest = rows
        .iter()
        .map(|(_, figure)| figure.high)
        .fold(0.0, f64::max);
    if rows.is_empty() {
        return None;
    }
    let scale = |value: f64| {
        let share = if longest > 0.0 { value / longest } else { 0.0 };
        share * (WIDTH - NAMES - VALUES)
    };
    let unit = measure.unit();
    let tops = std::iter::successors(Some(0.0), |top| Some(top + ROW));
    let height: f64 = rows.iter().map(|_| ROW).sum();
    Some(html! {
        figure {
            figcaption { (measure.title()) @if !unit.sign().is_empty() { ", " (unit.sign()) } }
            svg viewBox=(format!("0 0 {WIDTH} {height}")) role="img" aria-label=(measure.title()) {
                @for (top, (name, figure)) in tops.zip(&rows) {
                    @let middle = top + ROW / 2.0;
                    text x=(NAMES - 8.0) y=(middle) class="name" { (name) }
                    rect x=(NAMES) y=(top + 5.0) width=(number(scale(figure.median).max(1.0))) height=(ROW - 10.0) {}
                    line x1=(number(NAMES + scale(figure.low))) x2=(number(NAMES + scale(figure.high))) y1=(middle) y2=(middle) {}
                    text x=(number(NAMES + scale(figure.high.max(figure.median)) + 8.0)) y=(middle) { (unit.write(figure.median)) }
                }
            }
        }
    })
}

fn number(value: f64) -> String {
    format!("{value:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Sample;
    use crate::report::Machine;
    use crate::subject::Subject;

    #[test]
    fn bars_are_as_long_as_their_medians() {
        let mut report = Report::new(Machine::default(), 1);
        for (subject, value) in [(Subject::Footing, 500.0), (Subject::LForms, 1000.0)] {
            report.add(subject, Sample::from([(Measure::FirstPaint, value)]));
        }
        let drawn = chart(&report, Measure::FirstPaint).unwrap().into_string();
        assert!(drawn.contains("width=\"155.0\""), "{drawn}");
        assert!(drawn.contains("width=\"310.0\""), "{drawn}");
        assert!(chart(&report, Measure::Blocking).is_none());
    }

    #[test]
    fn nothing_at_all_is_drawn_too() {
        let mut report = Report::new(Machine::default(), 1);
        report.add(Subject::Footing, Sample::from([(Measure::Blocking, 0.0)]));
        let drawn = chart(&report, Measure::Blocking).unwrap().into_string();
        assert!(drawn.contains("width=\"1.0\""), "{drawn}");
    }
}
