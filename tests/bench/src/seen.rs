//! What has been seen of a page, and the figures that come of it.

use serde::Deserialize;

use crate::measure::{Measure, Sample};
use crate::server::{Kind, Request};
use crate::subject::Subject;

/// How long a page must have been quiet to count as loaded, in milliseconds.
const QUIET: f64 = 1_000.0;

/// Which visit it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visit {
    /// Nothing is in the browser's cache.
    First,
    /// The files of the first visit are.
    Repeat,
}

/// What the script in the page has seen (`scripts/observer.js`). Times are milliseconds.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct State {
    pub(crate) origin: f64,
    pub(crate) paint: Option<f64>,
    pub(crate) ready: Option<f64>,
    pub(crate) answered: Option<f64>,
    pub(crate) shift: f64,
    pub(crate) long_tasks: Vec<(f64, f64)>,
    pub(crate) steps: Vec<Step>,
    pub(crate) memory: f64,
    pub(crate) now: f64,
    pub(crate) files: Vec<File>,
}

/// One press of Continue.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Step {
    /// Until the next page is painted, or the word that it is on its way.
    pub(crate) ms: f64,
    /// Until the next page is painted, where it was on its way.
    pub(crate) waited: Option<f64>,
}

/// A file that the page has loaded.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct File {
    pub(crate) url: String,
    pub(crate) end: f64,
    pub(crate) bytes: f64,
}

/// Adds a figure, if there is one.
pub(crate) fn insert(sample: &mut Sample, measure: Measure, value: Option<f64>) {
    if let Some(value) = value {
        sample.insert(measure, value);
    }
}

/// Whether a second has passed since the last event.
pub(crate) fn is_quiet(state: &State) -> bool {
    let tasks = state.long_tasks.iter().map(|(from, long)| from + long);
    let files = state.files.iter().map(|file| file.end);
    let last = tasks.chain(files).chain(state.ready).fold(0.0, f64::max);
    state.now - last > QUIET
}

/// Whether every file that was asked for has arrived. A file that is still on its way is in no list of the
/// page's.
pub(crate) fn has_all(state: &State, requests: &[Request]) -> bool {
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

/// Figures of a visit that nothing was answered in. Times are moved by `offset`, from the frame's start to
/// the page's.
pub(crate) fn loaded(state: &State, offset: f64, requests: &[Request], visit: Visit) -> Sample {
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
