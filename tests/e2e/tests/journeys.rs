//! Full runs from the start to the result by keyboard.
//!
//! No run may leak anything into title, address, history, storage, console or network.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{
    ConsoleLine, Engine, Environment, Screen, Scripts, Server, Session, Vignette, Walk, words,
};
use fantoccini::Locator;
use serde::Deserialize;
use serde_json::{Value, json};

#[test]
fn weekend_drinking_leads_to_early_support() {
    let run = Run::of("01-weekend-heavy-drinking");
    assert_eq!(run.ending().heading, run.story.headline());
    run.assert_leaves_no_trace();
}

#[test]
fn a_seizure_when_stopping_leads_past_help_to_withdrawal_care() {
    let run = Run::of("06-past-withdrawal-seizure-drinks-daily");
    assert_eq!(run.ending().heading, run.story.headline());
    assert!(run.was_interrupted());
    run.assert_leaves_no_trace();
}

#[test]
fn daily_fentanyl_leads_to_medication() {
    let run = Run::of("10-fentanyl-daily-stable-home");
    assert_eq!(run.ending().heading, run.story.headline());
    run.assert_leaves_no_trace();
}

#[test]
fn a_plan_for_suicide_leads_to_crisis_lines() {
    let run = Run::of("12-plan-for-suicide-and-alcohol");
    // An emergency result has its own layout, headed by the help instead of the headline.
    assert_eq!(run.story.expect.headline, "emergency");
    let help = words().help.get("suicide-emergency").unwrap();
    assert_eq!(run.ending().heading, help.title.in_voice(run.story.voice()));
    assert!(run.was_interrupted());
    for number in ["988", "911"] {
        let targets = run
            .session
            .link_targets(&words().phrases.call.replace("{number}", number));
        assert!(
            targets.contains(&format!("tel:{number}")),
            "the result leads to {targets:?} for {number}"
        );
    }
    run.assert_leaves_no_trace();
}

#[test]
fn sixteen_and_vaping_leads_to_a_program_for_young_people() {
    let run = Run::of("17-sixteen-vapes-cannabis-daily");
    assert_eq!(run.ending().heading, run.story.headline());
    run.assert_leaves_no_trace();
}

#[test]
fn missed_methadone_leads_back_to_the_clinic() {
    let run = Run::of("149-methadone-and-three-doses-missed");
    assert_eq!(run.story.expect.headline, "keep-treatment");
    assert_eq!(run.ending().heading, run.story.headline());
    run.assert_leaves_no_trace();
}

/// Self-test: the trace detects every kind of leak.
#[test]
fn a_page_that_leaks_is_caught() {
    let page = "<!doctype html><title>Footing</title><link rel='icon' href='data:,'>
        <body><script>
        document.title = 'Level 6';
        history.replaceState({ answer: 'yes' }, '', '?answer=yes');
        localStorage.setItem('answer', 'yes');
        document.cookie = 'answer=yes';
        console.warn('answer');
        fetch('/answer').finally(() => document.body.append(document.createElement('p')));
        </script>";
    let pages = [("/leak".to_owned(), page.to_owned())].into();
    let server = Server::with_pages(&Environment::read().dist, pages);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/leak"));
    session.wait_for("the page to have leaked", Locator::Css("p"));
    let trace = Trace::of(&session);
    assert_eq!(trace.title, "Level 6");
    assert_eq!(trace.address, server.url("/leak?answer=yes"));
    assert_eq!(trace.state, json!({ "answer": "yes" }));
    assert_eq!(trace.stored, 2);
    assert!(trace.loaded.contains(&server.url("/answer")), "{trace:?}");
    assert!(
        server
            .requests()
            .iter()
            .any(|request| request.path == "/answer")
    );
    let levels: Vec<String> = warnings(&session)
        .into_iter()
        .map(|line| line.level)
        .collect();
    // Chromium logs the 404 response as an error too.
    let expected: &[&str] = match session.engine() {
        Engine::Chromium => &["WARNING", "SEVERE"],
        Engine::Firefox | Engine::WebKit => &["WARNING"],
    };
    assert_eq!(levels, expected);
}

/// Run that has reached its result.
struct Run {
    session: Session,
    server: Server,
    story: Vignette,
    screens: Vec<Screen>,
    traces: Vec<Trace>,
    requests_at_start: usize,
}

/// What other scripts and people can observe without reading the page.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Trace {
    title: String,
    address: String,
    /// `history.state` of this screen.
    state: Value,
    /// Number of cookies and entries of both storages.
    stored: u32,
    /// URLs of all resources that the page has loaded.
    loaded: Vec<String>,
}

impl Run {
    fn of(name: &str) -> Run {
        let story = Vignette::read(name);
        let server = Server::start(&Environment::read().dist);
        let session = Session::start(Scripts::On);
        let mut walk = Walk::begin(&session, &server.url("/"), &story);
        session.wait_for_worker();
        let requests_at_start = server.requests().len();
        let mut screens = vec![Screen::read(&session)];
        let mut traces = vec![Trace::of(&session)];
        while !is_result(&screens[screens.len() - 1]) {
            walk.step(&screens[screens.len() - 1]);
            screens.push(Screen::read(&session));
            traces.push(Trace::of(&session));
            assert!(screens.len() < 60, "this run has no end");
        }
        Run {
            session,
            server,
            story,
            screens,
            traces,
            requests_at_start,
        }
    }

    fn ending(&self) -> &Screen {
        &self.screens[self.screens.len() - 1]
    }

    fn was_interrupted(&self) -> bool {
        self.screens
            .iter()
            .any(|screen| screen.has_button(words().phrases.go_on))
    }

    fn assert_leaves_no_trace(&self) {
        let start = &self.traces[0];
        assert_eq!(start.title, "Footing");
        assert_eq!(start.address, self.server.url("/"));
        assert_eq!(start.stored, 0);
        let first_question = &self.traces[1];
        for (trace, screen) in self.traces.iter().zip(&self.screens).skip(1) {
            let heading = &screen.heading;
            assert_eq!(trace.title, start.title, "title on '{heading}'");
            assert_eq!(trace.address, start.address, "address on '{heading}'");
            assert_eq!(trace.state, first_question.state, "history on '{heading}'");
            assert_eq!(trace.stored, 0, "storage on '{heading}'");
            assert_eq!(trace.loaded, start.loaded, "loaded on '{heading}'");
        }
        let later = &self.server.requests()[self.requests_at_start..];
        assert!(
            later.is_empty(),
            "requests after the page was loaded: {later:?}"
        );
        let warnings = warnings(&self.session);
        assert!(warnings.is_empty(), "the console says: {warnings:?}");
    }
}

impl Trace {
    fn of(session: &Session) -> Trace {
        session.read(
            "const cookies = document.cookie.split(';').filter((cookie) => cookie.trim());
             return {
                 title: document.title,
                 address: location.href,
                 state: history.state,
                 stored: cookies.length + localStorage.length + sessionStorage.length,
                 loaded: performance.getEntriesByType('resource').map((entry) => entry.name).sort(),
             };",
        )
    }
}

/// Warnings and errors in the console.
fn warnings(session: &Session) -> Vec<ConsoleLine> {
    let mut console = session.console();
    console.retain(|line| matches!(line.level.as_str(), "WARNING" | "SEVERE"));
    console
}

fn is_result(screen: &Screen) -> bool {
    screen.has_button(words().phrases.change_answers)
}
