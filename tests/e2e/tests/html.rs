//! The W3C's checker accepts the HTML of every page and every state of a screen.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::fs;

use e2e::{
    Environment, HtmlError, Scripts, Server, Session, Specimens, checked, html_errors, locales,
};
use fantoccini::Locator;

#[test]
fn w3c_checker_accepts_every_page_and_screen() {
    let dist = Environment::read().dist;
    let mut pages = BTreeMap::new();
    // Of the countries, the one that names no number: the others differ in words alone.
    let mut locales = locales();
    locales.retain(|locale| !locale.contains('-') || locale == "en-001");
    let mut seen = BTreeMap::new();
    for locale in &locales {
        let before = pages.len();
        for (path, html) in Specimens::serve_in(&dist, locale).pages {
            let name = format!("{locale}-{}", path.trim_start_matches('/'));
            pages.insert(name, html);
        }
        seen.insert(locale, pages.len() - before);
    }
    let screens = pages.len();
    for file in fs::read_dir(&dist).unwrap() {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        if name.ends_with(".html") {
            pages.insert(name, fs::read_to_string(file.path()).unwrap());
        }
    }
    pages.extend(running());
    println!("{screens} screens and {} pages", pages.len() - screens);
    assert!(pages.contains_key("method.html") && pages.contains_key("running-setup.html"));
    let errors: Vec<String> = html_errors(&pages).iter().map(describe).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    for (locale, screens) in seen {
        checked("W3C HTML checker", locale, screens);
    }
}

/// Self-test: the checker must find a mistake.
#[test]
fn w3c_checker_detects_wrong_html() {
    let page =
        "<!doctype html><html lang=\"en\"><title>Wrong</title><ul><p>No item</p></ul></html>";
    let pages = [("wrong.html".to_owned(), page.to_owned())].into();
    let errors = html_errors(&pages);
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0].page, "wrong.html");
    assert!(
        errors[0].text.contains("not allowed as child"),
        "{errors:?}"
    );
}

/// The pages that a module draws, as they stand once it runs.
fn running() -> BTreeMap<String, String> {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let pages = [("setup", "#phone"), ("workbench", "#code")];
    let running = pages.map(|(name, field)| {
        session.visit(&server.url(&format!("/{name}.html")));
        session.wait_for("the module to run", Locator::Css(field));
        let html: String = session.read("return document.documentElement.outerHTML");
        (
            format!("running-{name}.html"),
            format!("<!doctype html>\n{html}"),
        )
    });
    running.into()
}

fn describe(HtmlError { page, text }: &HtmlError) -> String {
    format!("{page}: {text}")
}
