//! Validates crisis lines and the help screens that use them.

use std::collections::BTreeSet;

use super::citations::Citations;
use super::crisis::{CrisisFile, HelpLines};
use super::logic::{LoadedFile, Logic};
use super::problem::{Problem, is_date};
use assessment::Questionnaire;

/// Validates status, dates and sources of the lines of a country.
pub fn check_lines(logic: &Logic, lines: &LoadedFile<CrisisFile>, problems: &mut Vec<Problem>) {
    let citations = Citations::of(logic);
    for line in &lines.body.line {
        let mut report = |at: usize, message: String| {
            problems.push(lines.text.problem_at(at, message));
        };
        if !["P", "S"].contains(&line.status.get_ref().as_str()) {
            report(
                line.status.span().start,
                "show only lines with status P or S.".into(),
            );
        }
        if !is_date(line.checked_on.get_ref()) {
            report(
                line.checked_on.span().start,
                "write the date as 2026-11-21.".into(),
            );
        }
        let is_numberless = lines.body.numbers.emergency.is_none() && line.place() == "emergency";
        if line.call.is_none() && line.text.is_none() && line.web.is_none() && !is_numberless {
            report(
                line.id.span().start,
                "a line has a number to call or text, or a site.".into(),
            );
        }
        citations.check(&lines.text, "line", &line.id, &line.sources, problems);
    }
}

/// Validates the help screens, and that each line they name is a line of the country that words are written for.
pub fn check_help(
    questionnaire: &Questionnaire,
    lines: &CrisisFile,
    help: &LoadedFile<HelpLines>,
    problems: &mut Vec<Problem>,
) {
    let known: BTreeSet<&str> = lines
        .line
        .iter()
        .map(|line| line.id.get_ref().as_str())
        .collect();
    let named = help
        .body
        .help
        .iter()
        .flat_map(|screen| screen.lines.iter().chain(&screen.more));
    for line in named.chain(&help.body.everywhere) {
        if !known.contains(line.get_ref().as_str()) {
            let message = super::suggestion::unknown("line", line.get_ref(), known.iter().copied());
            problems.push(help.text.problem_at(line.span().start, message));
        }
    }
    let screens: BTreeSet<&str> = help
        .body
        .help
        .iter()
        .map(|screen| screen.id.get_ref().as_str())
        .collect();
    let asked: BTreeSet<&str> = questionnaire
        .rules
        .iter()
        .filter_map(|rule| rule.then.help)
        .map(|id| id.0)
        .collect();
    for missing in asked.difference(&screens) {
        let message = format!("rules show the help screen '{missing}', which is not here; add it.");
        problems.push(help.text.problem_at(0, message));
    }
    for screen in help
        .body
        .help
        .iter()
        .filter(|screen| !asked.contains(screen.id.get_ref().as_str()))
    {
        let message = format!("no rule shows '{}'; take it out.", screen.id.get_ref());
        problems.push(help.text.problem_at(screen.id.span().start, message));
    }
}
