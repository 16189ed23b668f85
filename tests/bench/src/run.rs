//! The whole comparison in the browser.

use command_support::failure::Failure;
use command_support::terminal;
use e2e::Vignette;

use crate::measure::{Measure, Sample};
use crate::report::{Leak, Machine, Report};
use crate::seen::Visit;
use crate::served::Sources;
use crate::server::Server;
use crate::story::{STORY, choices};
use crate::subject::Subject;
use crate::visit::{Browser, Speed};

/// How often the check is taken on one page for the leak.
const RETAKES: usize = 50;

/// Packages whose versions the report names.
const PACKAGES: [&str; 4] = ["survey-core", "survey-js-ui", "lforms", "preact"];

/// Visits every subject in turns, and reports what was measured.
pub fn run(subjects: &[Subject], repetitions: usize, machine: Machine) -> Result<Report, Failure> {
    let sources = Sources::read()?;
    let server = Server::start(sources.make()?)?;
    let mut browser = Browser::start(&server);
    let mut report = Report::new(machine, repetitions);
    report.machine.browser = browser.version();
    for package in PACKAGES {
        let version = sources.version(package)?;
        report.versions.insert(package.to_owned(), version);
    }
    let choices = choices(&Vignette::read(STORY));

    terminal::say("Visiting every page once, unmeasured.");
    for subject in subjects {
        browser.load(*subject, Visit::First, Speed::Full)?;
    }
    for repetition in 1..=repetitions {
        // Loads of all first, then runs of all: no page is visited twice in a row but for the repeat visit,
        // so that none finds its own code still compiled.
        for subject in subjects {
            report.add(*subject, browser.load(*subject, Visit::First, Speed::Slow)?);
            report.add(
                *subject,
                browser.load(*subject, Visit::Repeat, Speed::Slow)?,
            );
        }
        let mut answers = Vec::new();
        for subject in subjects.iter().filter(|subject| subject.is_answered()) {
            let sample = browser.run(*subject, &choices)?;
            answers.push(progress(*subject, &sample));
            report.add(*subject, sample);
        }
        terminal::say(format_args!(
            "{repetition} of {repetitions}: first answers after {}",
            answers.join(", ")
        ));
    }
    if subjects.contains(&Subject::Footing) {
        terminal::say(format_args!(
            "Taking the check {RETAKES} times on one page."
        ));
        let memory = browser.retake(&choices, RETAKES);
        let (heap, module) = memory.into_iter().unzip();
        report.leak = Some(Leak { heap, module });
    }
    report.machine.finish();
    Ok(report)
}

fn progress(subject: Subject, sample: &Sample) -> String {
    let answer = sample.get(&Measure::FirstAnswer).copied();
    format!("{:.0} ms {}", answer.unwrap_or_default(), subject.title())
}
