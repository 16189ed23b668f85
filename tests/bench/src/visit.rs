//! Visits in the browser: loading a page, answering its first question, and a whole run.

use std::time::{Duration, Instant};

use command_support::failure::Failure;
use e2e::{Session, onward, words};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::measure::{Measure, Sample};
use crate::seen::{State, Step, Visit, has_all, insert, is_quiet, loaded};
use crate::server::{Request, Server};
use crate::statistics::percentile;
use crate::story::Choice;
use crate::subject::Subject;

/// Slow 4G: bytes in a second down (1.6 Mbit/s) and up (750 kbit/s), milliseconds of latency.
const NETWORK: (u32, u32, u32) = (200_000, 93_750, 150);

/// How many times slower the processor is.
const CPU: u32 = 4;

/// A visit that takes longer has failed.
const TIMEOUT: Duration = Duration::from_secs(90);

/// Pages of a run, at most.
const MAX_STEPS: usize = 150;

/// The browser with the server of all subjects.
#[derive(Debug)]
pub struct Browser<'a> {
    session: Session,
    server: &'a Server,
    script: Option<Value>,
}

/// What came of answering one page.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answered {
    times: Vec<f64>,
    is_end: bool,
}

/// Speed of network and processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speed {
    /// Slow 4G and a slower processor, as all that is reported.
    Slow,
    /// As fast as this computer is.
    Full,
}

impl<'a> Browser<'a> {
    /// Starts the browser.
    pub fn start(server: &'a Server) -> Browser<'a> {
        Browser {
            // Pages that the browser keeps for going back would count in the heap of later ones.
            session: Session::start_with_flags(&["--disable-back-forward-cache"]),
            server,
            script: None,
        }
    }

    /// Name and version of the browser.
    pub fn version(&self) -> String {
        let version = self.session.devtools("Browser.getVersion", json!({}));
        let product = version.get("product").and_then(Value::as_str);
        product.unwrap_or("an unknown browser").to_owned()
    }

    /// Loads a page and leaves it alone.
    pub fn load(
        &mut self,
        subject: Subject,
        visit: Visit,
        speed: Speed,
    ) -> Result<Sample, Failure> {
        self.prepare(subject, visit, speed, false);
        let start = self.open(subject);
        let state = self.wait(subject, "to be loaded", |state, requests| {
            state.ready.is_some() && is_quiet(state) && has_all(state, requests)
        })?;
        let mut requests = self.server.take_requests();
        requests.retain(|request| subject.is_asked_by(&request.path));
        Ok(loaded(&state, state.origin - start, &requests, visit))
    }

    /// Answers the first question as soon as the page takes an answer, then all others as the story says.
    pub fn run(&mut self, subject: Subject, choices: &[Choice]) -> Result<Sample, Failure> {
        self.prepare(subject, Visit::First, Speed::Slow, true);
        let start = self.open(subject);
        let state = self.wait(subject, "to take an answer", |state, _| {
            state.answered.is_some()
        })?;
        let offset = state.origin - start;
        let mut sample = Sample::new();
        let answered = state.answered.unwrap_or_default();
        sample.insert(Measure::FirstAnswer, answered + offset);
        if !subject.is_framed() {
            let arrived = state.files.iter().filter(|file| file.end <= answered);
            sample.insert(
                Measure::NeededBytes,
                arrived.map(|file| file.bytes).sum::<f64>(),
            );
        }
        let (steps, options) = self.answer_all(subject, choices)?;
        let waited = steps.iter().filter_map(|step| step.waited);
        insert(&mut sample, Measure::Wait, waited.reduce(f64::max));
        let steps: Vec<f64> = steps.iter().map(|step| step.ms).collect();
        let (result, steps) = match steps.split_last() {
            Some((result, steps)) if subject.has_result() => (Some(*result), steps),
            _ => (None, steps.as_slice()),
        };
        insert(&mut sample, Measure::Result, result);
        insert(&mut sample, Measure::ContinueMedian, percentile(steps, 50));
        insert(&mut sample, Measure::ContinueSlow, percentile(steps, 98));
        insert(&mut sample, Measure::ChoiceMedian, percentile(&options, 50));
        insert(&mut sample, Measure::ChoiceSlow, percentile(&options, 98));
        let (heap, module) = (self.heap(), self.state().map_or(0.0, |state| state.memory));
        sample.insert(Measure::Heap, heap);
        sample.insert(Measure::ModuleMemory, module);
        sample.insert(Measure::Memory, heap + module);
        Ok(sample)
    }

    /// Takes the check again and again on the same page, at full speed, and returns heap and module memory
    /// after each result.
    pub fn retake(&mut self, choices: &[Choice], times: usize) -> Vec<(f64, f64)> {
        let subject = Subject::Footing;
        self.prepare(subject, Visit::First, Speed::Full, false);
        self.open(subject);
        self.session.wait_until_running();
        let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
        let mut memory = Vec::new();
        for _ in 0..times {
            // By script alone: the driver keeps elements that it has been told of, and they would count.
            self.session.click_through_to_result(&ids);
            let module = self.state().map_or(0.0, |state| state.memory);
            memory.push((self.heap(), module));
            let _: Value = self.session.read_later(
                "footingBench.press(arguments[0], arguments[1])",
                &[json!(words().phrases.start_over)],
            );
        }
        memory
    }

    /// Empties the page, and what the browser keeps before a first visit.
    fn prepare(&mut self, subject: Subject, visit: Visit, speed: Speed, presses: bool) {
        let session = &self.session;
        session.visit("about:blank");
        if visit == Visit::First {
            session.devtools("Network.clearBrowserCache", json!({}));
            for origin in self.server.origins() {
                session.devtools(
                    "Storage.clearDataForOrigin",
                    json!({ "origin": origin, "storageTypes": "all" }),
                );
            }
        }
        self.throttle(speed);
        if let Some(old) = self.script.take() {
            let session = &self.session;
            session.devtools("Page.removeScriptToEvaluateOnNewDocument", old);
        }
        let script = json!({ "source": script(subject, presses) });
        let session = &self.session;
        self.script = Some(session.devtools("Page.addScriptToEvaluateOnNewDocument", script));
        session.devtools("HeapProfiler.collectGarbage", json!({}));
        self.server.take_requests();
    }

    fn throttle(&self, speed: Speed) {
        let (down, up, latency) = NETWORK;
        let (conditions, rate) = match speed {
            Speed::Slow => (
                json!({ "offline": false, "latency": latency, "downloadThroughput": down, "uploadThroughput": up }),
                CPU,
            ),
            Speed::Full => (
                json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }),
                1,
            ),
        };
        self.session
            .devtools("Network.emulateNetworkConditions", conditions);
        self.session
            .devtools("Emulation.setCPUThrottlingRate", json!({ "rate": rate }));
    }

    /// Opens a subject's page and goes to the frame that asks, if there is one. Returns the moment at which
    /// the navigation began.
    fn open(&self, subject: Subject) -> f64 {
        self.session.visit(&self.server.url(subject));
        let start = self.session.read("return performance.timeOrigin");
        if subject.is_framed() {
            self.session
                .wait_until("the frame", || self.session.embedded_frames() > 0);
            self.session.enter_embedded();
        }
        start
    }

    /// Looks at a page now and then until a condition holds.
    fn wait(
        &self,
        subject: Subject,
        what: &str,
        holds: impl Fn(&State, &[Request]) -> bool,
    ) -> Result<State, Failure> {
        let begin = Instant::now();
        while begin.elapsed() < TIMEOUT {
            let mut requests = self.server.requests();
            requests.retain(|request| subject.is_asked_by(&request.path));
            if let Some(state) = self.state()
                && holds(&state, &requests)
            {
                return Ok(state);
            }
            // Seldom: looking takes time in the page.
            let _: Value = self
                .session
                .read_later("setTimeout(arguments[0], 250, null)", &[]);
        }
        Err(Failure::work(
            format!("{} did not come {what}.", subject.title()),
            format!(
                "Open it with `--only {}` and look at its page.",
                subject.title()
            ),
        ))
    }

    /// `None` before the script runs in the page.
    fn state(&self) -> Option<State> {
        self.session
            .read("return window.footingBench?.state() ?? null")
    }

    /// Answers all pages. Returns each press of Continue and the times of the options.
    fn answer_all(
        &self,
        subject: Subject,
        choices: &[Choice],
    ) -> Result<(Vec<Step>, Vec<f64>), Failure> {
        let mut options = Vec::new();
        for steps in 0..MAX_STEPS {
            let answered: Answered = self.session.read_later(
                "footingBench.answer(arguments[0]).then(arguments[1])",
                &[json!(choices)],
            );
            options.extend(answered.times);
            if answered.is_end {
                let steps = self.state().map(|state| state.steps).unwrap_or_default();
                return Ok((steps, options));
            }
            self.session.click_found("return footingBench.onward()");
            self.wait(subject, "to the next page", |state, _| {
                state.steps.len() > steps
            })?;
        }
        Err(Failure::work(
            format!("{} has no end.", subject.title()),
            "Look whether its answers are taken.",
        ))
    }

    /// JavaScript heap in bytes after garbage collection. Collected twice: the first collection lets go of
    /// what finalizers still held.
    fn heap(&self) -> f64 {
        for _ in 0..2 {
            self.session
                .devtools("HeapProfiler.collectGarbage", json!({}));
        }
        let usage = self.session.devtools("Runtime.getHeapUsage", json!({}));
        let used = usage.get("usedSize").and_then(Value::as_f64);
        used.unwrap_or_default()
    }
}

/// The script of every page: settings, the subject's driver, the observer.
fn script(subject: Subject, presses: bool) -> String {
    let settings = json!({
        "onward": onward(),
        "presses": presses,
        "withoutWasm": subject == Subject::FootingWithoutWasm,
    });
    format!(
        "if (location.pathname === {path}) {{\nconst settings = {settings};\n{driver}\n{observer}\n}}",
        path = json!(subject.form()),
        driver = subject.driver(),
        observer = include_str!("../scripts/observer.js"),
    )
}
