//! The report as a page with charts, `target/bench/report.html`.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::chart::{CHARTS, chart};
use crate::fairness::{LIMITS, METHODS, SAME_FOR_ALL};
use crate::goals::judge;
use crate::report::Report;
use crate::table::{self, Table};

const STYLE: &str = "
    :root { color-scheme: light dark; --bar: #2f6f8f; --line: #0b2733; }
    @media (prefers-color-scheme: dark) { :root { --bar: #4f9dbf; --line: #d7eef7; } }
    body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; }
    th, td { padding: .25rem .75rem; border-bottom: 1px solid #8886; text-align: right; white-space: nowrap; }
    th:first-child, td:first-child { text-align: left; }
    .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 1rem; }
    figure { margin: 0; }
    figcaption { font-weight: 600; }
    svg { width: 100%; }
    text { font-size: 14px; fill: currentColor; dominant-baseline: central; }
    text.name { text-anchor: end; }
    rect { fill: var(--bar); }
    line { stroke: var(--line); stroke-width: 3; }
";

/// Writes the page.
pub fn page(report: &Report) -> String {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Footing: bench" }
                link rel="icon" href="data:,";
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { "Bench" }
                p { (report.machine.sentence()) ". " (report.repetitions) " repetitions." }
                h2 { "Goals" }
                (rows(&table::goals(&judge(report))))
                h2 { "Charts" }
                p { "Bars are medians; lines are the middle half of the samples." }
                div class="charts" {
                    @for drawn in CHARTS.iter().filter_map(|measure| chart(report, *measure)) { (drawn) }
                }
                h2 { "Figures" }
                p { "Medians; in brackets the middle half of the samples." }
                (rows(&table::figures(report)))
                @if let Some(ratios) = table::ratios(report) {
                    h2 { "Ratios" }
                    (rows(&ratios))
                }
                @if let Some(leak) = &report.leak {
                    h2 { "Memory over many runs" }
                    p { (table::leak(leak)) }
                }
                h2 { "Same for all" }
                (list(SAME_FOR_ALL))
                h2 { "How it is measured" }
                (list(METHODS))
                h2 { "What it cannot tell" }
                (list(LIMITS))
                h2 { "Versions" }
                ul { @for (name, version) in &report.versions { li { (name) " " (version) } } }
            }
        }
    }
    .into_string()
}

fn rows(table: &Table) -> Markup {
    let (head, body) = table.rows().split_first().unzip();
    html! {
        div class="wide" {
            table {
                @if let Some(head) = head {
                    thead { tr { @for cell in head { th { (cell) } } } }
                }
                tbody {
                    @for row in body.into_iter().flatten() {
                        tr { @for cell in row { td { (cell) } } }
                    }
                }
            }
        }
    }
}

fn list(sentences: &[&str]) -> Markup {
    html! { ul { @for sentence in sentences { li { (sentence) } } } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::{Measure, Sample};
    use crate::report::{Leak, Machine};
    use crate::subject::Subject;

    #[test]
    fn everything_that_was_measured_is_on_the_page() {
        let mut report = Report::new(Machine::default(), 1);
        for subject in Subject::ALL {
            report.add(
                subject,
                Sample::from(Measure::ALL.map(|measure| (measure, 1.0))),
            );
        }
        report.leak = Some(Leak {
            heap: vec![1.0; 50],
            module: vec![1.0; 50],
        });
        let page = page(&report);
        for title in Subject::ALL
            .map(Subject::title)
            .iter()
            .chain(&Measure::ALL.map(Measure::title))
        {
            assert!(page.contains(title), "{title}");
        }
        assert!(page.contains("Memory over 50 runs"));
        assert_eq!(page.matches("<svg").count(), CHARTS.len());
    }
}
