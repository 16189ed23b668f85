//! The JavaScript fallback of the check, for browsers without WebAssembly (as in Lockdown Mode).

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::path::PathBuf;

use assessment::{Response, assess};
use content::questionnaire;
use e2e::{
    Environment, Role, Screen, Scripts, Server, Session, Vignette, Walk, copy_folder, same_core,
    stories, words,
};
use fantoccini::Locator;
use serde_json::{Value, json};

#[test]
fn full_run_without_wasm_gives_the_same_headline() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::WithoutWasm);
    let story = Vignette::read("06-past-withdrawal-seizure-drinks-daily");
    let mut walk = Walk::begin(&session, &server.url("/"), &story);
    assert!(lacks_wasm(&session));
    let requests = server.requests().len();
    let seen = walk.continue_until(is_result);
    assert_eq!(seen[seen.len() - 1].heading, story.headline());
    let later = &server.requests()[requests..];
    assert!(later.is_empty(), "after the page was loaded: {later:?}");
    // Chromium may warn that the preloaded WebAssembly module was not used.
    let mut console = session.console();
    console.retain(|line| {
        matches!(line.level.as_str(), "WARNING" | "SEVERE")
            && !line.message.contains("was preloaded using link preload")
    });
    assert!(console.is_empty(), "the console says: {console:?}");
}

#[test]
fn every_story_gives_the_same_result_as_native_code() {
    let file = same_core();
    let (folder, name) = (file.parent().unwrap(), file.file_name().unwrap());
    let page = format!(
        "<!doctype html><title>Footing</title><link rel='icon' href='data:,'><body>
         <script type='module'>
         import begin, {{ assess_each }} from './{}';
         begin();
         window.assessEach = assess_each;
         document.body.append(document.createElement('p'));
         </script>",
        name.to_str().unwrap()
    );
    let server = Server::with_pages(folder, [("/page".to_owned(), page)].into());
    let session = Session::start(Scripts::WithoutWasm);
    session.visit(&server.url("/page"));
    session.wait_for("the core to be loaded", Locator::Css("p"));
    assert!(lacks_wasm(&session));

    let stories = stories();
    let responses: Vec<String> = stories
        .iter()
        .map(|story| {
            fhir::write_response(questionnaire(), &story.response, words(), None).to_string()
        })
        .collect();
    let results: String = session.read_with(
        "return assessEach(...arguments);",
        &[
            json!(words().write().join("\n")),
            json!(responses.join("\n")),
        ],
    );
    let results: Vec<Value> = results
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(results.len(), stories.len());
    let different: Vec<&str> = stories
        .iter()
        .zip(&results)
        .filter(|(story, result)| native(&story.response) != **result)
        .map(|(story, _)| story.name.as_str())
        .collect();
    assert!(different.is_empty(), "other results for {different:?}");
    // The stories have different results.
    let headlines: BTreeSet<&str> = results
        .iter()
        .filter_map(|result| result["headline"]["code"].as_str())
        .collect();
    assert!(headlines.len() > 20, "{headlines:?}");
}

#[test]
fn with_wasm_the_js_fallback_is_never_requested() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let story = Vignette::read("01-weekend-heavy-drinking");
    let mut walk = Walk::begin(&session, &server.url("/"), &story);
    assert!(!lacks_wasm(&session));
    walk.continue_until(is_result);
    let requested: Vec<String> = server.requests().into_iter().map(|one| one.path).collect();
    assert!(
        requested.iter().any(|path| path.ends_with(".wasm")),
        "{requested:?}"
    );
    assert!(
        !requested.iter().any(|path| path.contains("without-wasm")),
        "{requested:?}"
    );
}

#[test]
fn modified_js_fallback_is_refused() {
    let copy = tempfile::tempdir().unwrap();
    copy_folder(&Environment::read().dist, copy.path());
    let names: Vec<PathBuf> = std::fs::read_dir(copy.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_str().unwrap().contains("/without-wasm-"))
        .collect();
    assert_eq!(names.len(), 1, "{names:?}");
    let script = std::fs::read_to_string(&names[0]).unwrap();
    std::fs::write(&names[0], script + "\n// Changed.").unwrap();
    let server = Server::start(copy.path());
    let session = Session::start(Scripts::WithoutWasm);
    session.visit(&server.url("/"));
    wait_for_failure(&session);
    assert!(lacks_wasm(&session));
}

/// Holds for the WebAssembly module and for the JavaScript fallback.
#[test]
fn trap_shows_the_help_lines_and_foreign_errors_do_not() {
    for scripts in [Scripts::On, Scripts::WithoutWasm] {
        let server = Server::start(&Environment::read().dist);
        let session = Session::start(scripts);
        let story = Vignette::read("01-weekend-heavy-drinking");
        Walk::begin(&session, &server.url("/"), &story);
        // An error as a browser extension might cause it. Thrown by a driver's script, Firefox tells it to no page.
        let _: Value = session.read(
            "const error = new Error('not of the module');
             dispatchEvent(new ErrorEvent('error', { error, message: error.message, filename: 'https://extension.example/a.js' }));
             return null;",
        );
        let text = session.text();
        assert!(!text.contains(words().phrases.failed_what), "{text}");
        // Breaks rendering of the next screen, so that Yew panics.
        let _: Value = session.read(
            "Node.prototype.insertBefore = Node.prototype.insertBefore.bind(null); return null;",
        );
        session.click(Role::Button, words().phrases.start);
        wait_for_failure(&session);
    }
}

fn wait_for_failure(session: &Session) {
    let failed = format!(
        "//*[@role='alert' and not(@hidden)]//*[contains(., \"{}\")]",
        words().phrases.failed_what
    );
    session.wait_for("the page to say that it failed", Locator::XPath(&failed));
}

fn lacks_wasm(session: &Session) -> bool {
    session.read("return typeof WebAssembly === 'undefined';")
}

/// Result of native code, as `cargo xtask assess` writes it.
fn native(response: &Response) -> Value {
    let result = assess(questionnaire(), response);
    let mut json = export::recommendation(&result, words());
    let sensitivity = export::sensitivity(questionnaire(), response, &result);
    json.as_object_mut()
        .unwrap()
        .insert("sensitivity".to_owned(), sensitivity);
    json
}

fn is_result(screen: &Screen) -> bool {
    screen.has_button(words().phrases.change_answers)
}
