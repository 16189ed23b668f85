//! `accessibility.html`: what was tested and how, and what is missing.

use maud::{Markup, html};

use super::data::Support;
use super::tools::Tool;
use super::{CONFORMANCE, Report, framed, tests};

/// Renders the page.
pub fn page(report: &Report) -> String {
    let sections = [
        ("short", "In short", short(report)),
        ("gaps", "What is missing, and what helps", gaps(report)),
        ("tested", "What was tested, and how", checks(report)),
        ("tools", "With what", tools(report)),
        ("people", "Not tested with people", people()),
        ("reports", "If something stops you", barriers()),
    ];
    framed("Accessibility", &sections, report)
}

fn short(report: &Report) -> Markup {
    let criteria = &report.conformance.criterion;
    let count = |support| criteria.iter().filter(|one| one.support == support).count();
    html! {
        p {
            "Footing is made to meet WCAG 2.2 at levels A and AA. Of its " (criteria.len()) " criteria, "
            (count(Support::Supports)) " are met as far as tests and reading show, "
            (count(Support::Partially)) " in part, " (count(Support::DoesNot)) " not, and "
            (count(Support::NotApplicable)) " have nothing to do with it."
        }
        p {
            "This is what its makers found with tools. No person with a disability and no real screen reader \
             was part of it. No one outside has checked it."
        }
        p {
            "It is about version " (report.release) " with the questions and rules of " (report.content)
            ". The build writes this page, and the tests below run on every change; they have no other date."
        }
        p {
            "Who needs a report to hand over: "
            a href={ "./" (CONFORMANCE) } { "the conformance report" }
            " has a row for each criterion of WCAG 2.2, of the Revised Section 508 and of EN 301 549."
        }
    }
}

fn gaps(report: &Report) -> Markup {
    let rows = html! {
        @for one in &report.statement.gap {
            (markup::row(&one.gap, &[&one.workaround]))
        }
    };
    markup::table(
        "Known gaps",
        &["What is missing", "What helps until then"],
        &rows,
    )
}

fn checks(report: &Report) -> Markup {
    html! {
        p {
            "Every line is a test that anyone can run with " code { "cargo xtask test" }
            ", and that fails where the line stops being true."
        }
        (markup::table("Tests", &["What", "How", "Test"], &html! {
            @for one in &report.statement.check {
                tr {
                    th scope="row" { (one.what) }
                    td { (one.how) }
                    td { (tests(&one.tests)) }
                }
            }
        }))
    }
}

fn tools(report: &Report) -> Markup {
    html! {
        p { "Their versions are read from the files that pin them." }
        (markup::table("Tools", &["Tool", "Version", "What it is"], &html! {
            @for Tool { name, version, what } in &report.tools {
                (markup::row(name, &[version.as_deref().unwrap_or("Debian's; not pinned"), what]))
            }
        }))
        p {
            "Tools find only some of what shuts people out. They cannot tell whether words are clear, or \
             whether a screen makes sense by ear."
        }
    }
}

fn people() -> Markup {
    html! {
        p { "Whoever wants to change this can start here. Please pay people for their time." }
        ol {
            li {
                "Ask two or three people who use a screen reader every day: NVDA with Firefox or Chrome, VoiceOver \
                 on a phone, TalkBack. Ask others who use a magnifier, a switch, or voice control."
            }
            li {
                "Give them a made-up story, never their own. The folder " code { "tests/vignettes" }
                " has many; pick one that leads to a result, and one that leads to a screen of danger."
            }
            li {
                "Let them go from the first screen to the result, change one answer, find a help line, and leave \
                 by the quick exit. Watch, and do not help."
            }
            li {
                "Ask what they heard when the screen changed, when an answer was missing, and what they would do \
                 next."
            }
            li { "Write down each barrier with the screen, the device and the versions, and send it to us." }
        }
        p {
            "For the drafts in Spanish, French and Arabic: a native speaker, best one who works in care, reads \
             the files of " code { "crates/content/words" } " beside the English ones."
        }
    }
}

fn barriers() -> Markup {
    html! {
        p {
            "Tell the owner of the site where you found the check, or open an issue where its source is. Leave \
             out your answers. If you need help now, the lines on every screen answer by phone, and many by text."
        }
    }
}

#[cfg(test)]
mod tests_of_page {
    use super::super::checks::report;
    use super::*;

    #[test]
    fn every_gap_check_and_tool_is_on_the_page() {
        let report = report();
        let page = page(&report);
        for one in &report.statement.gap {
            assert!(page.contains(one.gap.as_str()) && page.contains(one.workaround.as_str()));
        }
        for tool in &report.tools {
            assert!(page.contains(tool.name), "{}", tool.name);
            assert!(page.contains(tool.version.as_deref().unwrap_or("not pinned")));
        }
        assert!(page.contains("w3c_checker_accepts_every_page_and_screen"));
    }
}
