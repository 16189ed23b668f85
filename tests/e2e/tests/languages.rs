//! Every language and country, from the start to a result, and the choice of one. `engines/languages.rs` changes it in the
//! middle of a visit.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{Environment, Pages, Role, Scripts, Server, Session, locales, words, words_in};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::json;
use site::Language;

/// Selects options by id and presses the primary button until the result is whole.
const RUN: &str = "
    const [choices, done] = arguments;
    let steps = 0;
    (function step() {
        const result = document.querySelector('.result:not([aria-busy])');
        if (result) return done(true);
        if (steps++ > 150) return done(false);
        for (const id of choices) {
            const input = document.getElementById(id);
            if (input && !input.checked) input.click();
        }
        document.querySelector('main .go .primary, main .way-on button')?.click();
        requestAnimationFrame(() => setTimeout(step));
    })();
";

#[test]
fn every_language_leads_to_a_result_in_its_own_words() {
    let languages = locales();
    assert!(languages.len() > 3, "{languages:?}");
    for language in &languages {
        let translated = words_in(language);
        let server = Server::start(&Environment::read().dist);
        let session = Session::start(Scripts::On);
        // A language of the source page's country by its address; another country by its page.
        let address = match Language::find(language) {
            Some(there) if there.country != site::HOME => format!("/{}#theme=light", there.page),
            _ => format!("/#lang={language}&theme=light"),
        };
        session.visit(&server.url(&address));
        session.wait_until_running();
        let (lang, dir): (String, String) =
            session.read("const { lang, dir } = document.documentElement; return [lang, dir]");
        assert_eq!(lang, *language);
        assert_eq!(dir == "rtl", language == "ar", "{language}");
        assert!(
            session.text().contains(translated.phrases.start_title),
            "{language}"
        );
        let arrived: bool =
            session.read_later(RUN, &[json!(["who-for-0", "substances-0", "age-0"])]);
        assert!(arrived, "{language} ends at:\n{}", session.text());
        session.wait_for("the result", Locator::Css(".result h1"));
        session.open_foot();
        let text = session.text();
        assert!(
            text.contains(translated.phrases.start_over),
            "{language}:\n{text}"
        );
        assert!(
            text.contains(translated.phrases.draft_note),
            "{language} says that it is a draft"
        );
        // Nothing is left in English but names.
        let english = &words().phrases;
        for phrase in [
            english.start_over,
            english.change_answers,
            english.open_all,
            english.today_title,
        ] {
            assert_eq!(
                text.contains(phrase),
                language.split('-').next() == Some("en"),
                "{language}: {phrase}"
            );
        }
        let asked = server.requests().into_iter().map(|one| one.path);
        let asked: Vec<String> = asked.filter(|path| path.starts_with("/words/")).collect();
        assert!(
            asked.contains(&format!("/words/{language}.json")),
            "{asked:?}"
        );
        // Only its own: the page of the source language hands over before it asks for any.
        let other = asked
            .iter()
            .find(|path| !path.ends_with(&format!("/{language}.json")));
        assert!(
            other.is_none_or(|path| path == "/words/en.json"),
            "{asked:?}"
        );
    }
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

/// Opens every section of the result by the name of its button, and returns all of its text.
const OPENED: &str = "
    const [name] = arguments;
    const open = [...document.querySelectorAll('main button')].find((one) => one.textContent === name);
    if (document.querySelector('main .disclosure > h2 > [aria-expanded=false]')) open?.click();
    for (const more of document.querySelectorAll('main details')) more.open = true;
    return document.querySelector('.result').textContent;
";

#[test]
fn someone_else_young_old_and_pregnant_people_come_to_a_result_in_their_own_words() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    for locale in ["en", "es"] {
        let words = words_in(locale);
        let age = content::questionnaire().find("age").unwrap();
        let old = &words.items[usize::from(age.0)].options[1];
        let pregnancy = words.help.get("pregnancy").unwrap();
        let journeys: [(&str, &[&str], &str); 4] = [
            ("who-for-1", &["age-0"], words.phrases.second_hand),
            ("who-for-0", &["age-2"], words.phrases.under_18_line),
            ("who-for-0", &["age-1"], old.0),
            (
                "who-for-0",
                &["age-0", "pregnancy-3", "days-alcohol-2", "days-opioids-2"],
                pregnancy.title.0,
            ),
        ];
        for (who, others, said) in journeys {
            let page = Language::find(locale).unwrap().page;
            session.visit(&server.url(&format!("/{page}")));
            session.wait_until_running();
            let choices = [&[who, "substances-1", "substances-2"], others].concat();
            let arrived: bool = session.read_later(RUN, &[json!(choices)]);
            assert!(arrived, "{locale} {choices:?} ends at:\n{}", session.text());
            session.wait_until(said, || {
                let text: String = session.read_with(OPENED, &[json!(words.phrases.open_all)]);
                text.contains(said)
            });
        }
    }
}
