//! The help lines of each country: on its own page before any script, by the visitor's choice in the middle of a
//! visit, and by the site's (decision 0034).

use e2e::{Environment, Pages, Scripts, Server, Session, words_in};
use fantoccini::Locator;
use serde_json::{Value, json};
use site::{LANGUAGES, Language};

/// Numbers to call that stand in an element.
const NUMBERS: &str = "
    const links = document.querySelectorAll(arguments[0] + ' a.call');
    return [...links].map(({ href }) => href)";

/// Follows the link to a country below the help lines of the top, as by keyboard.
const CHANGE: &str = "
    const panel = document.querySelector('.top .help-now');
    panel.open = panel.querySelector('.countries').open = true;
    panel.querySelector(`.countries a[hreflang=${arguments[0]}]`).click();
    return null";

#[test]
fn each_country_shows_its_own_lines_without_scripts() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::Off);
    for Language { locale, page, .. } in &LANGUAGES {
        session.visit(&server.url(&format!("/{page}")));
        let words = words_in(locale);
        let lines = words
            .everywhere
            .iter()
            .map(|name| words.lines.get(name).unwrap());
        let wanted: Vec<String> = lines
            .filter_map(|line| line.call)
            .map(contact::tel)
            .collect();
        for place in [
            ".top .help-panel > .lines",
            ".danger-lines",
            ".foot .help-panel > .lines",
        ] {
            let shown: Vec<String> = session.read_with(NUMBERS, &[json!(place)]);
            assert_eq!(shown, wanted, "{place} of {page}");
        }
        let name = words.lines.get("emergency").unwrap().name;
        assert!(session.text().contains(name), "{page}");
    }
}

#[test]
fn a_change_of_country_keeps_answers_and_place() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/"));
    session.wait_until_running();
    let _: Value = session.read(
        "document.getElementById('who-for-1').click();
         document.querySelector('main .go .primary').click(); return null",
    );
    session.wait_for("the next page", Locator::Css("#age-1"));
    let _: Value = session.read("document.getElementById('age-1').click(); return null");
    for locale in ["en-IE", "en-CA", "fr-CA", "fr"] {
        if locale == "fr-CA" {
            let _: Value = session.read(
                "document.querySelector('.foot-more')?.setAttribute('open', '');
                 document.querySelector('.foot > .languages a[hreflang=fr-CA]').click(); return null",
            );
        } else {
            let _: Value = session.read_with(CHANGE, &[json!(locale)]);
        }
        let there = format!("html[lang={locale}] #age-1:checked");
        session.wait_for("the page of the country", Locator::Css(&there));
        session.wait_until_running();
        let words = words_in(locale);
        let emergency = words.lines.get("emergency").unwrap();
        let shown: Vec<String> = session.read_with(NUMBERS, &[json!(".top .help-panel > .lines")]);
        assert_eq!(
            shown.first(),
            emergency.call.map(contact::tel).as_ref(),
            "{locale}"
        );
    }
}

#[test]
fn the_country_of_the_site_is_opened_and_the_visitor_can_leave_it() {
    let mut pages = Pages::new();
    pages.insert("/site.json".into(), json!({ "region": "NZ" }).to_string());
    let server = Server::with_pages(&Environment::read().dist, pages);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/#theme=dark"));
    session.wait_for(
        "the page of the country",
        Locator::Css("html[lang=en-NZ] .start"),
    );
    session.wait_until_running();
    let _: Value = session.read_with(CHANGE, &[json!("en-AU")]);
    session.wait_for("the chosen page", Locator::Css("html[lang=en-AU] .start"));
    session.wait_until_running();
    let shown: Vec<String> = session.read_with(NUMBERS, &[json!(".danger-lines")]);
    assert_eq!(shown.first().map(String::as_str), Some("tel:000"));
}
