//! Visits in the browser: loading a page, answering its first question, and a whole run.

use std::time::{Duration, Instant};

use command_support::failure::Failure;
use e2e::{Session, onward, words};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::measure::{Measure, Sample};
use crate::server::{Kind, Request, Server};
use crate::statistics::percentile;
use crate::story::Choice;
use crate::subject::Subject;

/// Slow 4G: bytes in a second down (1.6 Mbit/s) and up (750 kbit/s), milliseconds of latency.
const NETWORK: (u32, u32, u32) = (200_000, 93_750, 150);

/// How many times slower the processor is.
const CPU: u32 = 4;

/// How long a page must have been quiet to count as loaded, in milliseconds.
const QUIET: f64 = 1_000.0;

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

/// What the script in the page has seen (`scripts/observer.js`). Times are milliseconds.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct State {
    origin: f64,
    paint: Option<f64>,
    ready: Option<f64>,
    answered: Option<f64>,
    shift: f64,
    long_tasks: Vec<(f64, f64)>,
    steps: Vec<Step>,
    memory: f64,
    now: f64,
    files: Vec<File>,
}

/// One press of Continue.
#[derive(Clone, Debug, Deserialize)]
struct Step {
    ms: f64,
}

/// A file that the page has loaded.
#[derive(Clone, Debug, Deserialize)]
struct File {
    url: String,
    end: f64,
    bytes: f64,
}

/// What came of answering one page.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answered {
    times: Vec<f64>,
    is_end: bool,
}

/// Which visit it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visit {
    /// Nothing is in the browser's cache.
    First,
    /// The files of the first visit are.
    Repeat,
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
        let requests = self.server.take_requests();
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
        self.session.wait_for_start();
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
            if let Some(state) = self.state()
                && holds(&state, &self.server.requests())
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

    /// Answers all pages. Returns the times of Continue and of the options.
    fn answer_all(
        &self,
        subject: Subject,
        choices: &[Choice],
    ) -> Result<(Vec<f64>, Vec<f64>), Failure> {
        let mut options = Vec::new();
        for steps in 0..MAX_STEPS {
            let answered: Answered = self.session.read_later(
                "footingBench.answer(arguments[0]).then(arguments[1])",
                &[json!(choices)],
            );
            options.extend(answered.times);
            if answered.is_end {
                let steps = self.state().map(|state| state.steps).unwrap_or_default();
                return Ok((steps.iter().map(|step| step.ms).collect(), options));
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
        "end": words().phrases.change_answers,
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

fn insert(sample: &mut Sample, measure: Measure, value: Option<f64>) {
    if let Some(value) = value {
        sample.insert(measure, value);
    }
}

fn is_quiet(state: &State) -> bool {
    let tasks = state.long_tasks.iter().map(|(from, long)| from + long);
    let files = state.files.iter().map(|file| file.end);
    let last = tasks.chain(files).chain(state.ready).fold(0.0, f64::max);
    state.now - last > QUIET
}

/// Whether every file that was asked for has arrived. A file that is still on its way is in no list of the
/// page's.
fn has_all(state: &State, requests: &[Request]) -> bool {
    let arrived = |request: &Request| {
        let path = request.path.trim_end_matches("index.html");
        request.is_worker
            || state.files.iter().any(|file| {
                file.url
                    .split(['?', '#'])
                    .next()
                    .is_some_and(|url| url.trim_end_matches("index.html").ends_with(path))
            })
    };
    requests
        .iter()
        .filter(|request| is_of_form(request))
        .all(arrived)
}

/// Whether a file is not one of the page around the frame.
fn is_of_form(request: &Request) -> bool {
    !request.path.starts_with(Subject::FootingInAFrame.path())
        && !request.path.ends_with("/embed.js")
}

fn loaded(state: &State, offset: f64, requests: &[Request], visit: Visit) -> Sample {
    let bytes = |kind: Option<Kind>| {
        let of_kind = requests
            .iter()
            .filter(|request| kind.is_none_or(|kind| kind == request.kind));
        of_kind
            .map(|request| number(request.bytes))
            .fold(0.0, |sum, bytes| sum + bytes)
    };
    let paint = state.paint.map(|at| at + offset);
    let ready = state.ready.map(|at| at + offset);
    let mut sample = Sample::new();
    if visit == Visit::Repeat {
        insert(&mut sample, Measure::RepeatPaint, paint);
        insert(&mut sample, Measure::RepeatQuestion, ready);
        sample.insert(Measure::RepeatBytes, bytes(None));
        sample.insert(Measure::RepeatRequests, number(requests.len()));
        return sample;
    }
    insert(&mut sample, Measure::FirstPaint, paint);
    insert(&mut sample, Measure::FirstQuestion, ready);
    let over = state.long_tasks.iter().map(|(_, long)| long - 50.0);
    // Not `sum`, which is -0 where there is nothing.
    let blocking = over.fold(0.0, |sum, long| sum + long);
    sample.insert(Measure::Blocking, blocking);
    sample.insert(Measure::LayoutShift, state.shift);
    sample.insert(Measure::Bytes, bytes(None));
    for (measure, kind) in [
        (Measure::PageBytes, Kind::Page),
        (Measure::ScriptBytes, Kind::Script),
        (Measure::StyleBytes, Kind::Style),
        (Measure::ModuleBytes, Kind::Module),
        (Measure::DataBytes, Kind::Data),
    ] {
        sample.insert(measure, bytes(Some(kind)));
    }
    sample.insert(Measure::Requests, number(requests.len()));
    sample
}

#[allow(
    clippy::cast_precision_loss,
    reason = "no file and no list is that long"
)]
fn number(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state() -> State {
        State {
            origin: 0.0,
            paint: Some(400.0),
            ready: Some(900.0),
            answered: None,
            shift: 0.0,
            long_tasks: vec![(500.0, 80.0), (700.0, 120.0)],
            steps: Vec::new(),
            memory: 0.0,
            now: 1_950.0,
            files: vec![File {
                url: "http://127.0.0.1:1/footing/index.html?lang=en".into(),
                end: 300.0,
                bytes: 10.0,
            }],
        }
    }

    fn request(path: &str, bytes: usize) -> Request {
        Request {
            path: path.into(),
            bytes,
            kind: Kind::of(path),
            is_worker: false,
        }
    }

    #[test]
    fn a_page_is_quiet_a_second_after_the_last_event() {
        assert!(is_quiet(&state()));
        let mut busy = state();
        busy.long_tasks.push((900.0, 60.0));
        assert!(!is_quiet(&busy));
    }

    #[test]
    fn a_file_on_its_way_is_waited_for() {
        let page = request("/footing/index.html", 10);
        let worker = Request {
            is_worker: true,
            ..request("/footing/offline.js", 5)
        };
        let host = request("/frame/index.html", 5);
        assert!(has_all(&state(), &[page.clone(), worker, host]));
        let module = request("/footing/footing_bg.wasm", 5);
        assert!(!has_all(&state(), &[page, module]));
    }

    #[test]
    fn blocking_is_what_tasks_take_beyond_50_ms() {
        let requests = [request("/a/index.html", 10), request("/a/a.wasm", 90)];
        let sample = loaded(&state(), 100.0, &requests, Visit::First);
        let get = |measure| sample.get(&measure).copied().unwrap();
        assert_eq!(get(Measure::Blocking), 100.0);
        assert_eq!(get(Measure::FirstPaint), 500.0);
        assert_eq!(get(Measure::Bytes), 100.0);
        assert_eq!(get(Measure::ModuleBytes), 90.0);
        assert_eq!(get(Measure::Requests), 2.0);
    }
}
