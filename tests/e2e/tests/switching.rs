//! Changing the language in the middle of a visit keeps the answers and the place.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{Environment, Pages, Role, Scripts, Server, Session, Visit, locales, words, words_in};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::{Value, json};
use site::{LANGUAGES, Language};

/// Presses Continue until the page has a question with this id.
const TO_QUESTION: &str = "
    const [choices, id, done] = arguments;
    let steps = 0;
    (function step() {
        if (document.getElementById(id)) return done(true);
        if (steps++ > 60) return done(false);
        for (const choice of choices) {
            const input = document.getElementById(choice);
            if (input && !input.checked) input.click();
        }
        document.querySelector('main .go .primary, main .way-on button')?.click();
        requestAnimationFrame(() => setTimeout(step));
    })();
";

/// Presses Continue until the result is whole, leaving all else open.
const TO_RESULT: &str = "
    const [done] = arguments;
    let steps = 0;
    (function step() {
        if (document.querySelector('.result:not([aria-busy])')) return done(true);
        if (steps++ > 200) return done(false);
        document.querySelector('main .go .primary, main .way-on button')?.click();
        requestAnimationFrame(() => setTimeout(step));
    })();
";

/// What the page shows, without its words.
const STATE: &str = "
    return {
        lang: document.documentElement.lang,
        dir: document.documentElement.dir,
        checked: [...document.querySelectorAll('main input:checked')].map(({ id }) => id),
        asked: [...document.querySelectorAll('main input')].map(({ id }) => id),
        isResult: Boolean(document.querySelector('.result')),
        open: [...document.querySelectorAll('main details[open]')].map(({ id }) => id),
        focus: document.activeElement.localName,
        name: self.name,
        entries: history.length,
    }";

fn state(session: &Session) -> Value {
    session.read(STATE)
}

fn language(locale: &str) -> &'static Language {
    Language::find(locale).unwrap()
}

/// Presses the name of a language in the foot, and waits for the check in it.
fn switch(session: &Session, locale: &str) {
    let link = format!("return document.querySelector('.foot .languages a[hreflang={locale}]')");
    session.click_found(&link);
    // The module has drawn, and the heading has the focus.
    let there = format!("html[lang={locale}] main:not(:has(.waiting)) h1:focus");
    session.wait_for("the other language", Locator::Css(&there));
}

fn assert_went_on(before: &Value, after: &Value, locale: &str) {
    for same in ["checked", "asked", "isResult", "open", "entries"] {
        assert_eq!(before[same], after[same], "{same} in {locale}");
    }
    assert_eq!(after["lang"], locale);
    assert_eq!(after["dir"], language(locale).direction);
    assert_eq!(after["focus"], "h1", "{locale}");
    assert_eq!(after["name"], "", "the tab keeps nothing");
}

#[test]
fn each_language_is_a_link_in_its_own_name_without_scripts() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::Off);
    session.visit(&server.url("/"));
    for Language { locale, name, .. } in LANGUAGES.iter().skip(1).chain(&LANGUAGES[..1]) {
        let links = session.find_all(Role::Link, name);
        assert_eq!(links.len(), 2, "at the start and in the foot");
        session.click_found(&format!(
            "return document.querySelector('main .languages a[hreflang={locale}]')"
        ));
        let title = words_in(locale).phrases.start_title;
        session.wait_until("the start screen", || session.text().contains(title));
        let draft = words_in(locale).phrases.translation_draft;
        assert_eq!(session.text().contains(draft), *locale != "en", "{locale}");
        let named: Vec<String> = session.read(
            "return [...document.querySelectorAll('main .languages :is(a, b)')].map((one) => one.textContent)",
        );
        assert_eq!(named, LANGUAGES.map(|language| language.name));
    }
}

#[test]
fn answers_and_place_stay_on_a_page_of_questions_and_on_the_result() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/#theme=dark"));
    session.wait_until_running();
    let choices = json!(["who-for-0", "age-2", "substances-0"]);
    assert!(session.read_later::<bool>(TO_QUESTION, &[choices.clone(), json!("substances-0")]));
    session.click_found("return document.getElementById('substances-1')");
    session.click_found("return document.getElementById('substances-2')");
    let before = state(&session);
    assert_eq!(before["checked"], json!(["substances-1", "substances-2"]));
    for locale in ["es", "ar", "fr"] {
        switch(&session, locale);
        assert_went_on(&before, &state(&session), locale);
        assert!(session.text().contains(words_in(locale).phrases.continue_));
        let hash: String = session.read("return location.hash");
        assert_eq!(hash, "#theme=dark");
    }
    // Back stays within the journey, and in the language.
    session.back();
    let page_before = "main:not(:has(#substances-0)) input";
    session.wait_for("the page before", Locator::Css(page_before));
    assert_eq!(state(&session)["lang"], "fr");
    session.forward();
    session.wait_for("the page after", Locator::Css("#substances-2:checked"));

    assert!(session.read_later::<bool>(TO_RESULT, &[]));
    let before = state(&session);
    assert_eq!(before["isResult"], true);
    switch(&session, "en");
    assert_went_on(&before, &state(&session), "en");
    assert!(session.text().contains(words().phrases.today_title));
    let asked: Vec<String> = server.requests().into_iter().map(|one| one.path).collect();
    for locale in locales() {
        let file = format!("/words/{locale}.json");
        assert!(asked.contains(&file), "{file}");
    }
    let leaked: Vec<&String> = asked
        .iter()
        .filter(|path| path.contains("substances"))
        .collect();
    assert!(leaked.is_empty(), "{leaked:?}");
    assert_eq!(session.console(), []);
}

#[test]
fn what_was_answered_before_the_module_stays() {
    let server = Server::silent_on(&Environment::read().dist, &[".wasm"]);
    let session = Session::start_without_awaiting_load();
    session.visit(&server.url("/"));
    session.wait_for("the first question", Locator::Css("#who-for-1:enabled"));
    session.click_found("return document.getElementById('who-for-1')");
    session.click_found("return document.querySelector('main .go .primary')");
    session.click_found("return document.getElementById('age-1')");
    session.click_found("return document.querySelector('.foot .languages a[hreflang=es]')");
    let spanish = "html[lang=es] .waiting:not(:empty)";
    session.wait_for("the page in Spanish", Locator::Css(spanish));
    server.release();
    session.wait_until_running();
    let state = state(&session);
    assert_eq!(state["checked"], json!(["age-1"]));
    assert_eq!(state["name"], "");
    session.back();
    session.wait_for("the start", Locator::Css("#who-for-1:checked"));
    assert_eq!(
        session.read::<String>("return document.documentElement.lang"),
        "es"
    );
}

#[test]
fn a_frame_keeps_answers_too_and_the_host_page_stays() {
    let visit =
        Visit::to("<footing-check lang='es-MX' lazy='false'>{help}</footing-check>{script}");
    visit.session.wait_for_embedded();
    visit.session.enter_embedded();
    visit.session.wait_until_running();
    let session = &visit.session;
    assert_eq!(
        session.read::<String>("return document.documentElement.lang"),
        "es"
    );
    assert!(session.read_later::<bool>(
        TO_QUESTION,
        &[json!(["who-for-0", "age-2"]), json!("substances-0")]
    ));
    session.click_found("return document.getElementById('substances-1')");
    let before = state(session);
    switch(session, "en");
    assert_went_on(&before, &state(session), "en");
    session.leave_frame();
    visit.assert_no_errors();
}

#[test]
fn a_page_of_another_site_cannot_hand_over_answers() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/site.json"));
    let forged = "footing-language who-for-1 continue age-0 continue";
    session.read_with::<Value>(
        "self.name = arguments[0]; location.href = './es.html'; return null",
        &[json!(forged)],
    );
    session.wait_until_running();
    session.wait_for("the start", Locator::Css(".start"));
    let state = state(&session);
    assert_eq!(
        (&state["checked"], &state["name"]),
        (&json!([]), &json!(""))
    );
}

#[test]
fn a_site_chooses_its_languages_and_the_page_does_not_move() {
    let mut pages = Pages::new();
    let settings = json!({
        "locales": ["en"],
        "language_help": "https://www.harbor.example/language-help",
    });
    pages.insert("/site.json".into(), settings.to_string());
    let server = Server::with_pages(&Environment::read().dist, pages);
    let session = Session::start(Scripts::On);
    session.add_init_script(
        "self.shift = 0; new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; })
            .observe({ type: 'layout-shift', buffered: true });",
    );
    session.visit(&server.url("/"));
    session.wait_until_running();
    assert_eq!(session.find_all(Role::Link, "Español").len(), 0);
    assert_eq!(session.read::<f64>("return shift"), 0.0);
    session.open_foot();
    let help = words().phrases.language_help;
    assert_eq!(
        session.link_targets(help),
        ["https://www.harbor.example/language-help"]
    );
}

#[test]
fn the_switch_is_reached_by_tab_and_pressed_by_enter() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/"));
    session.wait_until_running();
    for _ in 0..12 {
        session.press(Key::Tab);
        if session.focus().is_on(Role::Link, "Français") {
            break;
        }
    }
    assert!(session.focus().is_on(Role::Link, "Français"));
    session.press(Key::Enter);
    session.wait_for("the page in French", Locator::Css("html[lang=fr]"));
    session.wait_until_running();
    assert!(session.text().contains(words_in("fr").phrases.start_title));
}
