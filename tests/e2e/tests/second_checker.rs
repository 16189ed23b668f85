//! A second opinion beside axe-core: IBM's checker on every state of every screen, and on every page.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::fs;
use std::sync::Mutex;

use e2e::{
    Environment, EqualAccess, Finding, OTHER_LANGUAGES, Occurred, Scripts, Server, Session,
    Specimens, checked, is_checked_in_other_languages,
};
use fantoccini::Locator;

/// More would exceed the processors of CI.
const BROWSERS: usize = 2;

/// Findings by their text, each with where it is.
type Faults = Mutex<BTreeMap<String, Vec<String>>>;

/// A page to check.
struct Target {
    name: String,
    url: String,
    /// Exists once the page's module has drawn it.
    ready: Option<&'static str>,
}

#[test]
fn second_checker_accepts_every_screen() {
    let dist = Environment::read().dist;
    let english = Specimens::serve(&dist);
    let others = OTHER_LANGUAGES.map(|locale| (locale, Specimens::serve_in(&dist, locale)));
    let server = Server::start(&dist);
    let mut targets: Vec<Target> = pages(&server);
    targets.extend(english.names.iter().map(|name| Target {
        name: name.clone(),
        url: english.url(name),
        ready: None,
    }));
    for (locale, specimens) in &others {
        let names = specimens.names.iter();
        targets.extend(
            names
                .filter(|name| is_checked_in_other_languages(name))
                .map(|name| Target {
                    name: format!("{name} ({locale})"),
                    url: specimens.url(name),
                    ready: None,
                }),
        );
    }
    println!("{} pages and states", targets.len());
    let queue = Mutex::new(targets);
    let (faults, occurred) = (Faults::default(), Occurred::default());
    std::thread::scope(|scope| {
        for _ in 0..BROWSERS {
            scope.spawn(|| check_all(&queue, &faults, &occurred));
        }
    });
    let faults = faults.into_inner().unwrap();
    let told: Vec<String> = faults
        .iter()
        .map(|(fault, names)| format!("{} x {fault}\n    on {}", names.len(), names[0]))
        .collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    let outdated = occurred.outdated();
    assert!(outdated.is_empty(), "never found: {outdated:#?}");
    let check = "IBM Equal Access, light";
    checked(check, "en", english.names.len());
    for (locale, specimens) in &others {
        let names = specimens.names.iter();
        let seen = names.filter(|name| is_checked_in_other_languages(name));
        checked(check, locale, seen.count());
    }
}

/// Self-test: the checker must find what is wrong, and a listed element is no excuse for others.
#[test]
fn second_checker_detects_faults() {
    let page = "<!doctype html><title>Faults</title><main><input><img src='x.png'></main>";
    let pages = [("/faults".to_owned(), page.to_owned())].into();
    let server = Server::with_pages(&Environment::read().dist, pages);
    let session = Session::start(Scripts::On);
    let checker = EqualAccess::install(&session);
    session.visit(&server.url("/faults"));
    let found = checker.check(&Occurred::default());
    let rules: Vec<&str> = found.iter().map(|one| one.rule.as_str()).collect();
    for rule in ["html_lang_exists", "img_alt_valid", "input_label_exists"] {
        assert!(rules.contains(&rule), "{rule} is not in {rules:?}");
    }
}

/// Checks pages of the queue until it is empty.
fn check_all(queue: &Mutex<Vec<Target>>, faults: &Faults, occurred: &Occurred) {
    let session = Session::start(Scripts::On);
    let checker = EqualAccess::install(&session);
    let next = || queue.lock().unwrap().pop();
    while let Some(Target { name, url, ready }) = next() {
        session.visit(&url);
        if let Some(ready) = ready {
            session.wait_for(&name, Locator::Css(ready));
        }
        let () = session.read(OPEN);
        let () = session.read(FEW_OF_EACH);
        for Finding {
            rule,
            message,
            snippet,
            ..
        } in checker.check(occurred)
        {
            let fault = format!("{message} ({rule})\n    {snippet}");
            let mut faults = faults.lock().unwrap();
            faults.entry(fault).or_default().push(name.clone());
        }
    }
}

/// Every page of the release.
fn pages(server: &Server) -> Vec<Target> {
    let files = fs::read_dir(Environment::read().dist).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names
        .filter(|name| name.ends_with(".html"))
        .map(|name| Target {
            url: server.url(&format!("/{name}")),
            ready: match name.as_str() {
                "setup.html" => Some("#phone"),
                "workbench.html" => Some("#code"),
                _ => None,
            },
            name,
        })
        .collect()
}

const OPEN: &str = "for (const more of document.querySelectorAll('details')) more.open = true";

/// Keeps three of each kind of entry, row and list item on pages with thousands: the checker compares each
/// element with every other, and would take minutes.
const FEW_OF_EACH: &str = "
    if (document.querySelectorAll('*').length < 5000) return null;
    const seen = new Map();
    for (const one of document.querySelectorAll('section :is(.entry, tr, li, .names > div)')) {
        if (!one.isConnected) continue;
        const kind = [one.closest('section').id, one.localName, one.querySelectorAll('dt').length].join();
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
        if (seen.get(kind) > 3) one.remove();
    }
    return null;
";
