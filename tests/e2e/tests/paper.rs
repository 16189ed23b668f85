//! The paper form `paper.html`: reachable without scripts, printable, readable on every screen.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use e2e::{
    Axe, Environment, Role, Scheme, Scripts, Server, Session, Size, Viewport, pages_of, paper,
    words,
};
use fantoccini::Locator;

const PAGE: &str = "/paper.html";

#[test]
fn start_page_without_scripts_links_to_the_paper_form() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::Off);
    session.visit(&server.url("/"));
    let link = &paper().own.paper.link;
    // WebKitWebDriver hands out the address that the attribute stands for.
    let targets = session.link_targets(link);
    assert!(
        targets == ["./paper.html"] || targets == [server.url(PAGE)],
        "{targets:?}"
    );
    session.visit(&server.url(PAGE));
    let text = session.text();
    let own = &paper().own.paper;
    for said in [&own.title, &own.danger_title, &own.using_title] {
        assert!(text.contains(said.as_str()), "'{said}' is missing");
    }
    for name in &words().everywhere {
        let number = words().lines.get(name).unwrap().call.unwrap();
        let targets = session.link_targets(&words().phrases.call.replace("{number}", number));
        let expected = contact::tel(number);
        assert!(targets.contains(&expected), "{targets:?}: no {expected}");
    }
    // The page requests only itself and its style sheet.
    let requested: Vec<String> = server
        .requests()
        .into_iter()
        .map(|request| request.path)
        .skip_while(|path| path != PAGE)
        .filter(|path| !path.contains("favicon"))
        .collect();
    assert_eq!(requested, [PAGE, "/paper.css"]);
}

#[test]
fn load_failure_notice_links_to_the_paper_form() {
    let server = Server::without(&Environment::read().dist, &[".wasm"]);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/"));
    let failed = format!(
        "//*[@role='alert' and not(@hidden)]//*[contains(., \"{}\")]",
        words().phrases.failed_what
    );
    session.wait_for("the page to say that it failed", Locator::XPath(&failed));
    session.click(Role::Link, &paper().own.paper.link);
    let title = format!("//h1[contains(., \"{}\")]", paper().own.paper.title);
    session.wait_for("the paper", Locator::XPath(&title));
}

#[test]
fn paper_form_prints_all_questions_marks_and_phone_numbers() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::Off);
    session.visit(&server.url(PAGE));
    let pages = pages_of(&session.print());
    // 13 in the first edition; branching takes more words on paper since the second.
    assert!(pages.len() <= 17, "{} pages", pages.len());
    // Columns mix lines in the extracted text, so texts are searched word by word.
    let printed = pages.join(" ");
    let said: BTreeSet<&str> = parts(&printed).collect();
    for (number, words) in (1..).zip(&words().items) {
        assert!(said.contains(format!("{number}.").as_str()), "{number}");
        for word in parts(words.text.0) {
            assert!(said.contains(word), "'{word}' of '{}'", words.text.0);
        }
    }
    // Phone numbers and the "right now" question are complete on the first page.
    let first = &pages[0];
    let right_now = paper().questionnaire.find("right-now").unwrap();
    let right_now = &words().items[usize::from(right_now.0)];
    assert!(first.contains(right_now.text.0), "{first}");
    let last = right_now.options.last().unwrap().0;
    assert!(first.contains(last.split(':').next().unwrap()), "{first}");
    for number in ["911", "988", "1-800-662-4357"] {
        assert!(first.contains(&format!("Call {number}")), "{number}");
    }
    for mark in ["▲", "■", "●", "Call 911 or 988 now"] {
        assert!(printed.contains(mark), "{mark}");
    }
    // The link back to the check is not printed.
    assert!(!printed.contains(paper().own.paper.back.as_str()));
}

#[test]
fn paper_form_is_accessible_and_fits_every_screen() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let axe = Axe::install(&session);
    let mut faults: Vec<String> = Vec::new();
    let viewports = [
        (Size::NARROWEST, Scheme::Light),
        (Size::PHONE, Scheme::Dark),
        (Size::PHONE, Scheme::Light),
        (Size::TABLET, Scheme::Light),
        (Size::LAPTOP, Scheme::Dark),
        (Size::LAPTOP, Scheme::Light),
    ];
    for (size, scheme) in viewports {
        session.set(Viewport { size, scheme });
        session.visit(&server.url(PAGE));
        let (needed, available): (u32, u32) =
            session.read("return [document.documentElement.scrollWidth, innerWidth]");
        if needed > available {
            faults.push(format!("{size:?}: needs {needed} pixels of {available}"));
        }
        if size == Size::PHONE || size == Size::LAPTOP {
            let found = axe.check();
            let named = |fault| format!("{size:?} {}: {fault}", scheme.name());
            faults.extend(found.iter().map(named));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(session.console(), []);
}

/// Splits a text into words, also at hyphens, because a line may end inside "live-in".
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| letter.is_whitespace() || letter == '-')
}
