//! Exports of the result in a real browser: print, clipboard, download and speech.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;

use assessment::{Recommendation, Response, assess};
use content::questionnaire;
use e2e::{Environment, Role, Screen, Scripts, Server, Session, Vignette, Walk, pages_of, words};
use export::summary;
use fantoccini::Locator;
use fhir::read_response;
use serde_json::{Value, json};
use vignettes::read;

const STORY: &str = "04-ten-drinks-daily-partner-can-stay";

#[test]
fn printout_has_the_clinical_summary_on_two_pages_then_all_advice() {
    let visit = Visit::to(STORY);
    let pages = pages_of(&visit.session.print());
    let (response, result) = visit.outcome();
    let made = summary(questionnaire(), &response, &result, words());
    let is_for_the_person = |page: &String| page.contains(words().phrases.sheet_for_the_person);
    let clinical = pages.iter().position(is_for_the_person).unwrap();
    assert!((1..=2).contains(&clinical), "{clinical} clinical pages");
    assert!(pages.len() <= clinical + 2, "{} pages", pages.len());
    let text = without_spaces(&pages.join(" "));
    for line in made
        .for_the_person
        .iter()
        .flat_map(|section| &section.lines)
    {
        assert!(
            text.contains(&without_spaces(line)),
            "advice is not printed: {line}"
        );
    }
    for section in &made.sections {
        assert!(
            text.contains(&without_spaces(section.title)),
            "{}",
            section.title
        );
    }
    for line in &made.sections[0].lines {
        assert!(
            text.contains(&without_spaces(line)),
            "a risk is not printed: {line}"
        );
    }
    assert!(text.contains(&without_spaces(words().phrases.not_diagnosis)));
    assert!(text.contains(result.version));
    assert!(text.contains(&without_spaces(words().phrases.sheet_notes)));
    // Only the printout is printed.
    assert!(!text.contains(&without_spaces(words().phrases.take_lead)));
    assert!(!text.contains(&without_spaces(words().phrases.leave)));
}

#[test]
fn copies_the_summary_to_the_clipboard() {
    let visit = Visit::to(STORY);
    visit
        .session
        .set_clipboard_permission(&visit.origin(), true);
    visit.press(words().phrases.take_copy);
    visit.wait_for_status(words().phrases.took_copy);
    let copied: String = visit.session.read_later(
        "const done = arguments[arguments.length - 1];
         navigator.clipboard.readText().then(done, (error) => done(String(error)));",
        &[],
    );
    assert_eq!(copied.replace("\r\n", "\n"), visit.text());
    visit.assert_no_requests();
}

#[test]
fn denied_clipboard_shows_selectable_text() {
    let visit = Visit::to(STORY);
    visit
        .session
        .set_clipboard_permission(&visit.origin(), false);
    visit.press(words().phrases.take_copy);
    visit.wait_for_status(words().phrases.refused_copy);
    let shown: String = visit
        .session
        .read("return document.querySelector('.as-text textarea').value;");
    assert_eq!(shown, visit.text());
}

#[test]
fn downloads_have_neutral_names_and_read_back_to_the_same_result() {
    let folder = tempfile::tempdir().unwrap();
    let visit = Visit::to(STORY);
    visit.session.download_to(folder.path());
    visit.press(words().phrases.take_save_text);
    visit.wait_for_status(words().phrases.took_save);
    visit.press(words().phrases.take_save_fhir);
    visit.wait_for_status(words().phrases.took_save);
    let text = read_download(&visit.session, folder.path(), "footing.txt");
    assert_eq!(text, visit.text());
    let fhir = read_download(&visit.session, folder.path(), "footing.json");
    let bundle: Value = serde_json::from_str(&fhir).unwrap();
    assert_eq!(bundle["resourceType"], json!("Bundle"));
    // The file gives the same result when the command line reads it.
    let response = read_response(questionnaire(), &fhir).unwrap();
    let (_, result) = visit.outcome();
    let same = assess(questionnaire(), &response);
    assert_eq!(same.headline, result.headline);
    assert_eq!(same.outputs(), result.outputs());
    assert_eq!(same.fired, result.fired);
    assert_eq!(same.add_ons, result.add_ons);
    visit.assert_no_requests();
}

#[test]
fn reads_aloud_with_local_voices_only() {
    let visit = Visit::with(STORY, &voices(true));
    visit.press(words().phrases.take_read);
    visit.wait_for_status(words().phrases.took_read);
    let spoken: Vec<(String, String)> = visit.session.read("return window.spoken;");
    assert!(!spoken.is_empty());
    assert!(
        spoken.iter().all(|(voice, _)| voice == "local"),
        "{spoken:?}"
    );
    let text: Vec<&str> = spoken.iter().map(|(_, text)| text.as_str()).collect();
    assert!(text.contains(&words().phrases.do_not_stop), "{text:?}");
    visit.press(words().phrases.take_stop);
    visit.session.wait_for(
        "the button to read again",
        Locator::XPath(&format!(
            "//button[normalize-space()='{}']",
            words().phrases.take_read
        )),
    );
    let stopped: u32 = visit.session.read("return window.stopped;");
    assert!(stopped >= 2, "reading was not stopped");
}

#[test]
fn reads_nothing_aloud_if_all_voices_are_remote() {
    let visit = Visit::with(STORY, &voices(false));
    visit.press(words().phrases.take_read);
    visit.wait_for_status(words().phrases.refused_read);
    let spoken: Vec<(String, String)> = visit.session.read("return window.spoken;");
    assert!(spoken.is_empty(), "{spoken:?}");
}

/// Script that mocks `speechSynthesis` with a remote voice and optionally a local one.
fn voices(has_local: bool) -> String {
    format!(
        "window.spoken = [];
         window.stopped = 0;
         class Voice {{
             constructor(name, localService) {{
                 Object.assign(this, {{ name, localService, lang: 'en-US' }});
             }}
         }}
         class Utterance {{
             constructor(text) {{ this.text = text; }}
         }}
         window.SpeechSynthesisVoice = Voice;
         window.SpeechSynthesisUtterance = Utterance;
         const voices = [new Voice('remote', false)];
         if ({has_local}) voices.push(new Voice('local', true));
         Object.defineProperty(window, 'speechSynthesis', {{
             value: {{
                 getVoices: () => voices,
                 speak: (words) => window.spoken.push([words.voice.name, words.text]),
                 cancel: () => {{ window.stopped += 1; }},
             }},
         }});"
    )
}

/// Visit at the result of a story.
struct Visit {
    session: Session,
    server: Server,
    name: &'static str,
    requests: usize,
}

impl Visit {
    fn to(name: &'static str) -> Visit {
        Visit::with(name, "")
    }

    /// Goes to the result with an init script in the page.
    fn with(name: &'static str, script: &str) -> Visit {
        let story = Vignette::read(name);
        let server = Server::start(&Environment::read().dist);
        let session = Session::start(Scripts::On);
        if !script.is_empty() {
            session.add_init_script(script);
        }
        let mut walk = Walk::begin(&session, &server.url("/"), &story);
        session.wait_for_worker();
        let requests = server.requests().len();
        walk.continue_until(|screen: &Screen| screen.heading == story.headline());
        session.open_sections();
        Visit {
            session,
            server,
            name,
            requests,
        }
    }

    fn origin(&self) -> String {
        self.server.url("")
    }

    fn press(&self, name: &str) {
        self.session.click(Role::Button, name);
    }

    fn wait_for_status(&self, text: &str) {
        let xpath = format!("//p[@role='status' and normalize-space()=\"{text}\"]");
        self.session.wait_for(text, Locator::XPath(&xpath));
    }

    fn outcome(&self) -> (Response, Recommendation) {
        let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../vignettes"));
        let stories = read(questionnaire(), folder).unwrap_or_else(|_| panic!("no stories"));
        let story = stories.into_iter().find(|story| story.name == self.name);
        let mut response = story.unwrap().response;
        // Questions on the result itself are left empty.
        for item in questionnaire().items {
            if questionnaire().is_after_result(item) {
                response.clear(item.link_id);
            }
        }
        let result = assess(questionnaire(), &response);
        (response, result)
    }

    fn text(&self) -> String {
        let (response, result) = self.outcome();
        summary(questionnaire(), &response, &result, words()).text()
    }

    fn assert_no_requests(&self) {
        let later = &self.server.requests()[self.requests..];
        assert!(later.is_empty(), "requests: {later:?}");
    }
}

/// Waits for a download and reads it.
fn read_download(session: &Session, folder: &Path, name: &str) -> String {
    let file = folder.join(name);
    session.wait_until(&format!("{name} to be saved"), || file.exists());
    let all: Vec<_> = fs::read_dir(folder).unwrap().flatten().collect();
    assert!(all.len() <= 2, "{all:?}");
    fs::read_to_string(file).unwrap()
}

/// Removes white space, because printing breaks lines anywhere.
fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}
