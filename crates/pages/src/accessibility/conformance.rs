//! `conformance.html`: the accessibility conformance report, in the form of VPAT 2.5 INT.

use maud::{Markup, html};

use super::data::{Criterion, Level, Requirement, Support};
use super::tools::Tool;
use super::{Report, STATEMENT, framed, tests};

/// Renders the page.
pub fn page(report: &Report) -> String {
    let all = &report.conformance;
    let sections = [
        ("product", "Product", product(report)),
        ("methods", "Evaluation methods used", methods(report)),
        ("standards", "Standards and guidelines", standards()),
        ("terms", "Terms", terms()),
        ("wcag-a", "WCAG 2.2: level A", criteria(report, Level::A)),
        ("wcag-aa", "WCAG 2.2: level AA", criteria(report, Level::Aa)),
        (
            "section-508",
            "Revised Section 508",
            requirements(&all.section508),
        ),
        ("en-301-549", "EN 301 549", requirements(&all.en301549)),
        ("legal", "Notes on this form", notes()),
    ];
    framed("Accessibility conformance report", &sections, report)
}

fn product(report: &Report) -> Markup {
    html! {
        p { "International edition, in the form of VPAT 2.5 INT." }
        dl class="facts" {
            (markup::pair("Name", &html! { "Footing, version " (report.release) }))
            (markup::pair("Date", &html! {
                "Questions and rules of " (report.content) "; the report is written by the build of that version"
            }))
            (markup::pair("What it is", &html! {
                "A self-check in the browser that suggests where to start with addiction treatment, for sites of \
                 treatment centers; with a form on paper, a page with all rules, and pages for site owners and \
                 reviewers."
            }))
            (markup::pair("Contact", &html! {
                "The owner of the site that hands this over. A site adds its name and address when it does."
            }))
            (markup::pair("Not part of it", &html! {
                "The site around the check, its logo, its own words, and the pages that it links to."
            }))
        }
    }
}

fn methods(report: &Report) -> Markup {
    html! {
        p {
            "By its makers: automatic tests in a real browser on every state of every screen, and reading of \
             screens and code. There was no test with people, no real screen reader, and no audit by others. "
            "The translations are drafts: No native speaker has read them. "
            a href={ "./" (STATEMENT) } { "What was tested, and what is missing" } "."
        }
        ul {
            @for Tool { name, version, what } in &report.tools {
                li { (name) " " (version.as_deref().unwrap_or("as Debian has it")) ": " (what) }
            }
        }
    }
}

fn standards() -> Markup {
    let rows = html! {
        (markup::row("WCAG 2.2 (2.0 and 2.1 are part of it)", &["Level A: yes. Level AA: yes. Level AAA: not evaluated."]))
        (markup::row("Revised Section 508", &["yes"]))
        (markup::row("EN 301 549 V3.2.1 (2021-03)", &["yes"]))
    };
    html! { (markup::table("Standards", &["Standard", "Included in the report"], &rows)) }
}

fn terms() -> Markup {
    html! {
        dl class="facts" {
            @for (support, meaning) in Support::ALL {
                (markup::pair(support.term(), &html! { (meaning) }))
            }
            (markup::pair("Not Evaluated", &html! { "Nobody has looked. Only for level AAA." }))
        }
    }
}

fn criteria(report: &Report, level: Level) -> Markup {
    let of_level = report.conformance.criterion.iter();
    let of_level = of_level.filter(|one| one.level == level);
    let caption = match level {
        Level::A => "Success criteria, level A",
        Level::Aa => "Success criteria, level AA",
    };
    let columns = [
        "Criteria",
        "Conformance level",
        "Remarks and explanations",
        "Test",
    ];
    markup::table(
        caption,
        &columns,
        &html! {
            @for Criterion { number, name, support, remark, tests: named, .. } in of_level {
                tr id={ "sc-" (number.replace('.', "-")) } {
                    th scope="row" { (number) " " (name) }
                    td { (support.term()) }
                    td { (remark) }
                    td { (tests(named)) }
                }
            }
        },
    )
}

/// Renders a table for each chapter.
fn requirements(rows: &[Requirement]) -> Markup {
    let chapters = rows.chunk_by(|one, next| one.chapter == next.chapter);
    html! {
        @for chapter in chapters {
            @let name = chapter.first().map_or("", |one| one.chapter.as_str());
            h3 { (name) }
            (markup::table(name, &["Criteria", "Conformance level", "Remarks and explanations"], &html! {
                @for Requirement { number, name, support, remark, .. } in chapter {
                    (markup::row(&format!("{number} {name}"), &[support.term(), remark]))
                }
            }))
        }
    }
}

fn notes() -> Markup {
    html! {
        p {
            "VPAT is a registered service mark of the Information Technology Industry Council (ITI). This report \
             follows the form of its version 2.5, in words of our own. It is no certificate and no legal advice."
        }
    }
}

#[cfg(test)]
mod tests_of_page {
    use super::super::checks::report;
    use super::*;

    #[test]
    fn every_row_is_on_the_page_with_its_level() {
        let report = report();
        let page = page(&report);
        for one in &report.conformance.criterion {
            let id = format!("id=\"sc-{}\"", one.number.replace('.', "-"));
            let (_, row) = page.split_once(&id).unwrap();
            let (row, _) = row.split_once("</tr>").unwrap();
            assert!(
                row.contains(one.support.term()) && row.contains(&one.name),
                "{row}"
            );
        }
        for one in &report.conformance.section508 {
            assert!(page.contains(&one.remark), "{}", one.number);
        }
        for heading in [
            "Chapter 3: Functional Performance Criteria",
            "Chapter 9: Web",
        ] {
            assert_eq!(page.matches(&format!("<h3>{heading}</h3>")).count(), 1);
        }
    }
}
