//! `cargo xtask test`: everything CI runs.

mod checked;
mod engines;
mod plugin;
mod step;
mod tally;
mod types;
mod withstood;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant, SystemTime};

use crate::build;
use crate::command_line::Extent;
use crate::supply::{self, Database};
use command_support::failure::Failure;
use command_support::terminal;
use command_support::workspace::Workspace;
use engines::{BrowserTests, CHROMIUM, OTHERS};
use plugin::PluginTests;
use step::Step;
use tally::Tally;

/// Runs every step, even after a failure, and prints only the count on the last line.
pub fn test(workspace: &Workspace, engines: Extent) -> Result<ExitCode, Failure> {
    let mut report = Report::default();

    // Delete reports of earlier runs, so that they cannot pass as this run's.
    let _ = fs::remove_file(workspace.proof_report());
    let _ = fs::remove_file(workspace.length_report());
    let _ = fs::remove_file(workspace.withstood_report());
    for step in Step::all(workspace) {
        report.add(step.name, || step.run());
    }
    show(workspace.proof_report(), "What was proved");
    show(workspace.length_report(), "How long it is");
    report.add("Types of embed.js", || once(types::types(workspace)));
    report.add("Supply chain", || {
        once(supply::supply(workspace, Database::Offline))
    });
    if report.add("Release page", || once(build::into_dist(workspace))) {
        report.add("Budgets", || once(build::keep_budgets(workspace)));
        in_browsers(&mut report, workspace, engines);
    } else {
        report.add("Budgets", || skip("there is no page to measure"));
        report.add("Browser tests", || skip("there is no page to open"));
    }

    say_what_was_withstood(workspace, &report);
    Ok(report.close())
}

/// Walks, faults and made-up input for so many minutes, from other seeds each time.
pub fn soak(workspace: &Workspace, minutes: u32) -> Result<ExitCode, Failure> {
    let mut report = Report::default();
    let _ = fs::remove_file(workspace.withstood_report());
    if !report.add("Release page", || once(build::into_dist(workspace))) {
        return Ok(report.close());
    }
    let tests = BrowserTests::prepare(workspace)?;
    let end = Instant::now() + Duration::from_secs(u64::from(minutes) * 60);
    let start = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let mut seed = start.map_or(0, |since| since.as_secs());
    loop {
        terminal::say(format_args!("\nSeed {seed}"));
        for step in Step::soak(workspace, seed) {
            report.add(step.name, || step.run());
        }
        report.add("Walks and faults in Chromium", || tests.soak(seed));
        seed = seed.wrapping_add(1);
        if Instant::now() >= end || !report.tally.is_clean() {
            break;
        }
    }
    say_what_was_withstood(workspace, &report);
    Ok(report.close())
}

fn say_what_was_withstood(workspace: &Workspace, report: &Report) {
    let noted = fs::read_to_string(workspace.withstood_report()).unwrap_or_default();
    terminal::say(format_args!(
        "\n== What it withstood\n{}",
        withstood::table(&noted, report.tally.is_clean())
    ));
}

/// Checks the code of the plugin, builds the page with it, and tests it in the oldest and the newest WordPress.
///
/// CI skips this: it installs a database and PHP, and tests third-party pages.
pub fn wordpress(workspace: &Workspace) -> Result<ExitCode, Failure> {
    let mut report = Report::default();
    let tests = PluginTests::prepare(workspace)?;
    report.add("PHP code of the plugin", || tests.check_code());
    if report.add("Release page", || once(build::into_dist(workspace))) {
        report.add("Oldest WordPress", || tests.in_the_oldest());
        report.add("Newest WordPress", || tests.in_the_newest());
    } else {
        report.add("WordPress", || skip("there is no plugin to install"));
    }
    Ok(report.close())
}

/// Prints the report that a test wrote.
fn show(report: PathBuf, what: &str) {
    match fs::read_to_string(report) {
        Ok(report) => terminal::say(format_args!("\n== {what}\n{report}")),
        Err(_) => terminal::complain(format_args!(
            "\"{what}\" left no report: see its test above."
        )),
    }
}

/// Results of all steps so far.
#[derive(Debug, Default)]
struct Report {
    tally: Tally,
    failed: Vec<&'static str>,
}

impl Report {
    /// Runs a step, prints its result and duration, and returns whether it passed.
    fn add(&mut self, name: &'static str, step: impl FnOnce() -> Tally) -> bool {
        terminal::say(format_args!("\n== {name}"));
        let start = Instant::now();
        let tally = step();
        let verdict = if tally.is_clean() { "ok" } else { "FAILED" };
        let seconds = start.elapsed().as_secs_f64();
        terminal::say(format_args!("== {name}: {verdict} after {seconds:.1} s"));

        self.tally += tally;
        if !tally.is_clean() {
            self.failed.push(name);
        }
        tally.is_clean()
    }

    /// Lists the failed steps again, and ends with the count.
    fn close(self) -> ExitCode {
        terminal::say("");
        for name in &self.failed {
            terminal::say(format_args!("Failed: {name}"));
        }
        terminal::say(self.tally.closing_line());
        if self.tally.is_clean() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

/// Tests that need the page, a browser, third-party checkers, or the core as JavaScript: all of them in
/// Chromium, then the core or all that is possible in the other engines.
fn in_browsers(report: &mut Report, workspace: &Workspace, engines: Extent) {
    match BrowserTests::prepare(workspace) {
        Ok(tests) => {
            let _ = fs::remove_file(workspace.checked_report());
            let mut passed = Vec::new();
            let all = [(CHROMIUM, Extent::All)].into_iter();
            for (engine, extent) in all.chain(OTHERS.map(|engine| (engine, engines))) {
                let before = report.tally.passed;
                report.add(engine.step, || tests.run(engine, extent));
                passed.push((engine.step, report.tally.passed - before));
            }
            let noted = fs::read_to_string(workspace.checked_report()).unwrap_or_default();
            terminal::say(format_args!(
                "\n== States, languages, engines and checks\n{}",
                checked::table(&noted, &passed)
            ));
        }
        Err(failure) => {
            report.add(CHROMIUM.step, || once(Err(failure)));
        }
    }
}

/// Counts a step as one check.
fn once(outcome: Result<(), Failure>) -> Tally {
    match outcome {
        Ok(()) => Tally::PASSED,
        Err(failure) => {
            terminal::complain(failure);
            Tally::FAILED
        }
    }
}

/// Counts a step that could not run as failed, because its result is unknown.
fn skip(why: &str) -> Tally {
    terminal::complain(format_args!("Not run: {why}."));
    Tally::FAILED
}
