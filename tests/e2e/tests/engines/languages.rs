//! Changing the language in the middle keeps answers and place.
//!
//! It rests on `window.name`, on replacing a history entry and reloading, and on how the browser
//! says that the page was reloaded (decision 0033).

use e2e::{Environment, Pages, Scripts, Server, Session, Visit, words, words_in};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::{Value, json};
use site::{HOME, LANGUAGES, Language};

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
        hash: location.hash,
    }";

/// Selects options by id, and focuses the button that leads on. Returns the text, or nothing where an
/// element has come.
const ANSWER: &str = "
    const [choices, until] = arguments;
    if (document.querySelector(until)) return null;
    for (const choice of choices) {
        const input = document.getElementById(choice);
        if (input && !input.checked) input.click();
    }
    document.querySelector('main .go .primary, main .way-on button').focus();
    return document.querySelector('main').textContent;
";

const CHOICES: [&str; 3] = ["who-for-0", "age-1", "substances-1"];

#[test]
fn answers_and_place_stay_on_a_page_of_questions_and_on_the_result() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/#theme=dark"));
    session.wait_until_running();
    go_until(&session, "#substances-1");
    session.click_found("return document.getElementById('substances-1')");
    session.click_found("return document.getElementById('substances-2')");
    let before = state(&session);
    assert_eq!(before["checked"], json!(["substances-1", "substances-2"]));
    for locale in ["es", "ar", "fr"] {
        switch(&session, locale);
        assert_went_on(&before, &state(&session), locale);
        let said = words_in(locale).phrases.continue_;
        assert!(session.text().contains(said), "{locale}");
    }
    // Back stays within the journey, and in the language.
    session.back();
    let before = Locator::Css("main:not(:has(#substances-1)) h1");
    session.wait_for("the page before", before);
    assert_eq!(state(&session)["lang"], "fr");
    session.back();
    session.wait_for("the page before that", Locator::Css("#age-1:checked"));
    assert_eq!(state(&session)["lang"], "fr");
    go_until(&session, ".result:not([aria-busy])");
    let before = state(&session);
    assert_eq!(before["isResult"], true);
    switch(&session, "en");
    assert_went_on(&before, &state(&session), "en");
    assert!(session.text().contains(words().phrases.today_title));
    let asked = server.requests().into_iter().map(|one| one.path);
    let leaked: Vec<String> = asked.filter(|path| path.contains("substances")).collect();
    assert!(leaked.is_empty(), "{leaked:?}");
}

#[test]
fn what_was_answered_before_the_module_stays() {
    let server = Server::silent_on(&Environment::read().dist, &[".wasm"]);
    let session = Session::start_without_awaiting_load();
    session.visit(&server.url("/"));
    session.wait_for("the first question", Locator::Css("#who-for-1:enabled"));
    press(&session, "#who-for-1", Key::Space);
    press(&session, "main .go .primary", Key::Enter);
    press(&session, "#age-1", Key::Space);
    press_language(&session, "es");
    let spanish = "html[lang=es] .waiting:not(:empty)";
    session.wait_for("the page in Spanish", Locator::Css(spanish));
    server.release();
    session.wait_until_running();
    let there = state(&session);
    assert_eq!(
        (&there["checked"], &there["name"]),
        (&json!(["age-1"]), &json!(""))
    );
    session.back();
    session.wait_for("the start", Locator::Css("#who-for-1:checked"));
    assert_eq!(state(&session)["lang"], "es");
}

#[test]
fn a_frame_of_another_site_keeps_answers_too() {
    let visit = Visit::to("<footing-check lang='es-MX'>{help}</footing-check>{script}");
    let session = &visit.session;
    session.wait_for_embedded();
    session.enter_embedded();
    session.wait_until_running();
    assert_eq!(state(session)["lang"], "es");
    // By script: in a frame of another site, WebKit lets no script take the focus, so that no key gets there.
    session.wait_until("the question", || {
        let arguments = [json!(CHOICES), json!("#substances-1")];
        let text: Option<String> = session.read_with(ANSWER, &arguments);
        let press =
            "document.querySelector('main .go .primary, main .way-on button').click(); return null";
        text.is_none() || session.read::<Value>(press) != Value::Null
    });
    let _: Value = session.read("document.getElementById('substances-3').click(); return null");
    let before = state(session);
    let _: Value = session
        .read("document.querySelector('.foot .languages a[hreflang=en]').click(); return null");
    wait_for_language(session, "en");
    session.wait_for(
        "the question in English",
        Locator::Css("#substances-3:checked"),
    );
    assert_went_on(&before, &state(session), "en");
    session.leave_frame();
    assert_eq!(
        session.read::<String>("return location.href"),
        visit.host.url("/host.html")
    );
}

#[test]
fn a_page_of_another_site_cannot_hand_over_answers() {
    let server = Server::start(&Environment::read().dist);
    let page =
        "<!doctype html><title>Elsewhere</title><link rel='icon' href='data:,'><p>Elsewhere</p>";
    let pages: Pages = [("/elsewhere".to_owned(), page.to_owned())].into();
    let elsewhere = Server::with_pages(&Environment::read().dist, pages);
    // From another origin and from the same one.
    for from in [elsewhere.url("/elsewhere"), server.url("/site.json")] {
        let session = Session::start(Scripts::On);
        session.visit(&from);
        let forged = "footing-language who-for-1 continue age-0 continue";
        session.read_with::<Value>(
            "self.name = arguments[0]; location.href = arguments[1]; return null",
            &[json!(forged), json!(server.url("/es.html"))],
        );
        session.wait_for("the check", Locator::Css("html[lang=es] .start"));
        session.wait_until_running();
        let there = state(&session);
        assert_eq!(
            (&there["checked"], &there["name"]),
            (&json!([]), &json!(""))
        );
        assert!(session.text().contains(words_in("es").phrases.start_title));
    }
}

/// A reload by the person begins anew, in the language of the page.
#[test]
fn a_reload_after_the_switch_hands_over_nothing() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/"));
    session.wait_until_running();
    go_until(&session, "#substances-1");
    switch(&session, "es");
    session.reload();
    session.wait_for("the start", Locator::Css("html[lang=es] .start"));
    session.wait_until_running();
    assert_eq!(state(&session)["checked"], json!([]));
}

#[test]
fn each_language_is_a_link_in_its_own_name_without_scripts() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::Off);
    session.visit(&server.url("/"));
    let here = LANGUAGES.iter().filter(|language| language.country == HOME);
    let names: Vec<&str> = here.clone().map(|language| language.name).collect();
    // The page begins in the source language, so that one comes last.
    for Language { locale, .. } in here.clone().skip(1).chain(here.take(1)) {
        let link =
            format!("return document.querySelector('.choose-language a[hreflang={locale}]')");
        session.click_found(&link);
        let title = words_in(locale).phrases.start_title;
        session.wait_until("the start screen", || session.text().contains(title));
        let named: Vec<String> = session.read(
            "return [...document.querySelectorAll('.choose-language :is(a, b)')].map((one) => one.textContent)",
        );
        assert_eq!(named, names);
    }
}

fn state(session: &Session) -> Value {
    session.read(STATE)
}

/// Goes on by keyboard until an element is there: WebKit passes over entries of the history that no person
/// made.
fn go_until(session: &Session, element: &str) {
    let arguments = [json!(CHOICES), json!(element)];
    for _ in 0..60 {
        let Some(text) = session.read_with::<Option<String>>(ANSWER, &arguments) else {
            return;
        };
        session.press(Key::Enter);
        session.wait_until("the next screen", || {
            session.read_with(
                "return document.querySelector('main').textContent !== arguments[0] && !document.querySelector('[aria-busy]')",
                &[json!(text)],
            )
        });
    }
    panic!("no {element}:\n{}", session.text());
}

/// Presses the name of a language in the foot, and waits for the check in it.
fn switch(session: &Session, locale: &str) {
    press_language(session, locale);
    wait_for_language(session, locale);
    session.wait_until("the heading to have the focus", || {
        state(session)["focus"] == "h1"
    });
}

fn wait_for_language(session: &Session, locale: &str) {
    let there = format!("html[lang={locale}] main:not(:has(.waiting)) h1");
    session.wait_for("the other language", Locator::Css(&there));
    session.wait_until("the place in it", || state(session)["name"] == "");
}

fn press_language(session: &Session, locale: &str) {
    let _: Value =
        session.read("document.querySelector('.foot-more')?.setAttribute('open', ''); return null");
    let link = format!(".foot .languages a[hreflang={locale}]");
    press(session, &link, Key::Enter);
}

/// Presses a key on an element: WebKit's driver clicks nothing that is out of sight.
fn press(session: &Session, element: &str, key: Key) {
    session.read_with::<Value>(
        "document.querySelector(arguments[0]).focus(); return null",
        &[json!(element)],
    );
    session.press(key);
}

fn assert_went_on(before: &Value, after: &Value, locale: &str) {
    for same in ["checked", "asked", "isResult", "open", "entries", "hash"] {
        assert_eq!(before[same], after[same], "{same} in {locale}");
    }
    assert_eq!(after["lang"], locale);
    assert_eq!(after["dir"], Language::find(locale).unwrap().direction);
    assert_eq!(after["name"], "", "the tab keeps nothing");
}
