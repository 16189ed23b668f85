//! Accessibility and layout of every specimen.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{
    Axe, Environment, Scheme, Scripts, Server, Session, Size, Specimens, Viewport, Violation,
};
use serde::Deserialize;

#[test]
fn every_screen_is_accessible() {
    let session = start_session(Size::PHONE, Scheme::Light);
    let axe = Axe::install(&session);
    check_all(&session, || describe(&axe.check()));
}

#[test]
fn every_screen_has_enough_contrast_in_dark_mode() {
    let session = start_session(Size::PHONE, Scheme::Dark);
    let axe = Axe::install(&session);
    check_all(&session, || describe(&axe.check_only("color-contrast")));
}

#[test]
fn no_screen_scrolls_horizontally_at_320_px() {
    let session = start_session(Size::NARROWEST, Scheme::Light);
    check_all(&session, || too_wide(&session));
}

#[test]
fn every_touch_target_is_at_least_44_px_high() {
    let session = start_session(Size::PHONE, Scheme::Light);
    check_all(&session, || too_small(&session));
}

/// Self-test: each check detects its fault.
#[test]
fn checks_detect_a_page_with_faults() {
    let page = "<!doctype html><title>Faults</title>
        <p style='width: 321px; color: #ccc'>Pale, with <a href='/'>a link inside</a>.</p>
        <button style='height: 43px'>Small</button><a href='/'>Alone</a>";
    let pages = [("/faults".to_owned(), page.to_owned())].into();
    let server = Server::with_pages(&Environment::read().dist, pages);
    let session = start_session(Size::NARROWEST, Scheme::Light);
    let axe = Axe::install(&session);
    session.visit(&server.url("/faults"));
    let found = describe(&axe.check()).join("\n");
    for rule in ["color-contrast", "html-has-lang"] {
        assert!(found.contains(rule), "{rule} is not in:\n{found}");
    }
    assert_eq!(too_wide(&session).len(), 1);
    let small = too_small(&session).join(", ");
    assert!(
        small.contains("'Small'") && small.contains("'Alone'"),
        "{small}"
    );
    assert!(!small.contains("inside"), "{small}");
}

fn describe(violations: &[Violation]) -> Vec<String> {
    violations.iter().map(ToString::to_string).collect()
}

fn too_wide(session: &Session) -> Vec<String> {
    let (needed, available): (u32, u32) =
        session.read("return [document.documentElement.scrollWidth, innerWidth]");
    if needed <= available {
        return Vec::new();
    }
    let elements: Vec<String> = session.read(OVERFLOWING);
    vec![format!(
        "needs {needed} pixels of {available} for {}",
        elements.join(", ")
    )]
}

/// Innermost elements that overflow the page, as tag, class and first words.
const OVERFLOWING: &str = "
    const out = [...document.body.querySelectorAll('*')].filter(
        (element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth);
    const words = (element) => element.textContent.slice(0, 40);
    return out
        .filter((element) => !out.some((other) => other !== element && element.contains(other)))
        .slice(0, 3)
        .map((element) => `<${element.localName} class='${element.className}'> ${words(element)}`);
";

fn too_small(session: &Session) -> Vec<String> {
    let mut targets: Vec<Target> = session.read(TARGETS);
    targets.retain(|target| target.height < 44.0);
    let faults = targets
        .iter()
        .map(|Target { text, height }| format!("'{text}' is {height} pixels high"));
    faults.collect()
}

/// Touch target.
#[derive(Deserialize)]
struct Target {
    text: String,
    height: f64,
}

/// All visible touch targets. Options are pressed by their label. Links inside a sentence are
/// exempt (WCAG 2.2, success criterion 2.5.8).
const TARGETS: &str = "
    const inSentence = (link) =>
        getComputedStyle(link).display === 'inline' &&
        link.parentElement.textContent.trim() !== link.textContent.trim() &&
        [...link.parentElement.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const choices = [...document.querySelectorAll('input')].flatMap((input) => [...input.labels]);
    return [...document.querySelectorAll('a[href], button, summary'), ...choices]
        .filter((element) => element.checkVisibility() && !(element.matches('a') && inSentence(element)))
        .map((element) => ({
            text: element.textContent.trim(),
            height: element.getBoundingClientRect().height,
        }));
";

fn start_session(size: Size, scheme: Scheme) -> Session {
    let session = Session::start(Scripts::On);
    session.set(Viewport { size, scheme });
    session
}

/// Checks every specimen, first as rendered and then with all `<details>` open.
fn check_all(session: &Session, faults: impl Fn() -> Vec<String>) {
    let specimens = Specimens::serve(&Environment::read().dist);
    assert!(!specimens.names.is_empty());
    let mut found = Vec::new();
    for name in &specimens.names {
        session.visit(&specimens.url(name));
        let closed = faults();
        let () = session.read(OPEN);
        let mut opened = faults();
        opened.retain(|fault| !closed.contains(fault));
        found.extend(closed.into_iter().map(|fault| format!("{name}: {fault}")));
        found.extend(
            opened
                .into_iter()
                .map(|fault| format!("{name}, opened: {fault}")),
        );
    }
    let count = found.len();
    assert!(found.is_empty(), "{count} faults:\n{}", found.join("\n"));
}

const OPEN: &str = "for (const more of document.querySelectorAll('details')) more.open = true";
