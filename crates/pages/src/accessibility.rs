//! The pages about accessibility: what was tested and what is missing, and the conformance report.
//!
//! What they say is in `crates/pages/accessibility/`; versions come from the lock files, and the day from the
//! content.

mod conformance;

mod data;

mod statement;

mod tools;

use assessment::Questionnaire;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use markup::Head;
use maud::{Markup, html};

pub use conformance::page as conformance_page;
pub use statement::page as statement_page;

use data::{Conformance, Statement};
use tools::Tool;

/// File name of the page with tests and gaps.
pub const STATEMENT: &str = "accessibility.html";

/// File name of the conformance report.
pub const CONFORMANCE: &str = "conformance.html";

/// Everything the pages are made of.
#[derive(Debug)]
pub struct Report {
    statement: Statement,
    conformance: Conformance,
    tools: Vec<Tool>,
    /// Version of the release.
    release: String,
    /// Day of the questions and rules, such as 2026-11-21.
    content: &'static str,
}

impl Report {
    /// Reads data and versions.
    pub fn read(workspace: &Workspace, questionnaire: &Questionnaire) -> Result<Report, Failure> {
        Ok(Report {
            statement: Statement::read()?,
            conformance: Conformance::read()?,
            tools: tools::read(workspace)?,
            release: tools::release(workspace)?,
            content: questionnaire.version,
        })
    }
}

/// Renders a page with the frame that both share.
fn framed(title: &str, sections: &[(&str, &str, Markup)], report: &Report) -> String {
    let head = Head {
        locale: "en",
        direction: None,
        title: &format!("Footing: {title}"),
        styles: "./method.css",
        script: None,
    };
    let body = html! {
        a class="skip" href="#main" { "Go to the text" }
        "\n"
        header class="top" {
            a class="brand" href="./" { "Footing" }
            p { "Version " (report.release) ", questions and rules of " (report.content) }
        }
        div class="columns" {
            nav class="contents" aria-labelledby="contents" {
                h2 id="contents" { "On this page" }
                ol {
                    @for (id, heading, _) in sections { li { (markup::link(id, heading)) } }
                }
            }
            main id="main" {
                h1 { (title) }
                @for (id, heading, text) in sections {
                    section id=(id) aria-labelledby={ (id) "-heading" } {
                        h2 id={ (id) "-heading" } { (heading) }
                        (text)
                    }
                }
            }
        }
    };
    markup::page(&head, &body)
}

/// Renders the tests that show something, or says that reading alone does.
fn tests(named: &[String]) -> Markup {
    html! {
        @if named.is_empty() {
            "No test; read in the screens and in the code."
        } @else {
            @for (position, test) in named.iter().enumerate() {
                @if position > 0 { ", " }
                code { (test.split_once(": ").map_or(test.as_str(), |(_, name)| name)) }
            }
        }
    }
}

#[cfg(test)]
mod checks {
    use std::collections::BTreeMap;

    use super::*;

    pub(super) fn report() -> Report {
        let workspace = Workspace::find().unwrap();
        let questionnaire = content_compiler::author::questionnaire(&workspace.content()).unwrap();
        Report::read(&workspace, &questionnaire).unwrap()
    }

    #[test]
    fn every_named_test_exists() {
        let workspace = Workspace::find().unwrap();
        let report = report();
        let of_criteria = report.conformance.criterion.iter().map(|one| &one.tests);
        let of_checks = report.statement.check.iter().map(|one| &one.tests);
        let mut files: BTreeMap<&str, String> = BTreeMap::new();
        let mut wrong = Vec::new();
        for named in of_criteria.chain(of_checks).flatten() {
            let (file, test) = named.split_once(": ").unwrap();
            let text = files.entry(file).or_insert_with(|| {
                std::fs::read_to_string(workspace.root().join(file)).unwrap_or_default()
            });
            if !text.contains(&format!("#[test]\nfn {test}()"))
                && !text.contains(&format!("#[test]\n    fn {test}()"))
            {
                wrong.push(named);
            }
        }
        assert!(wrong.is_empty(), "no such test: {wrong:#?}");
        assert!(files.len() > 10);
    }

    #[test]
    fn pages_say_what_was_not_done_and_when() {
        let report = report();
        for page in [statement_page(&report), conformance_page(&report)] {
            for said in [
                "no real screen reader",
                "No native speaker",
                report.content,
                &report.release,
            ] {
                assert!(page.contains(said), "'{said}' is missing");
            }
        }
    }
}
