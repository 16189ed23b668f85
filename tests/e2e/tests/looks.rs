//! Every screen, held to what everyone needs to read and reach it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{
    Axe, Environment, Scheme, Scripts, Server, Session, Size, Specimens, Viewport, Violation,
};
use serde::Deserialize;

#[test]
fn every_screen_is_accessible() {
    let session = looking_at(Size::PHONE, Scheme::Light);
    let axe = Axe::install(&session);
    look_at_all(&session, || message(&axe.check()));
}

#[test]
fn every_screen_has_enough_contrast_in_dark_mode() {
    let session = looking_at(Size::PHONE, Scheme::Dark);
    let axe = Axe::install(&session);
    look_at_all(&session, || message(&axe.check_only("color-contrast")));
}

#[test]
fn no_screen_scrolls_horizontally_at_320_px() {
    let session = looking_at(Size::NARROWEST, Scheme::Light);
    look_at_all(&session, || too_wide(&session));
}

#[test]
fn every_touch_target_is_at_least_44_px_high() {
    let session = looking_at(Size::PHONE, Scheme::Light);
    look_at_all(&session, || too_small(&session));
}

/// The checks of each screen, on a page that has every fault.
#[test]
fn checks_detect_a_page_with_faults() {
    let page = "<!doctype html><title>Faults</title>
        <p style='width: 321px; color: #ccc'>Pale, with <a href='/'>a link inside</a>.</p>
        <button style='height: 43px'>Small</button><a href='/'>Alone</a>";
    let pages = [("/faults".to_owned(), page.to_owned())].into();
    let server = Server::with_pages(&Environment::read().dist, pages);
    let session = looking_at(Size::NARROWEST, Scheme::Light);
    let axe = Axe::install(&session);
    session.visit(&server.url("/faults"));
    let found = message(&axe.check()).join("\n");
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

fn message(violations: &[Violation]) -> Vec<String> {
    violations.iter().map(ToString::to_string).collect()
}

fn too_wide(session: &Session) -> Vec<String> {
    let (needed, there): (u32, u32) =
        session.read("return [document.documentElement.scrollWidth, innerWidth]");
    if needed <= there {
        return Vec::new();
    }
    let wide: Vec<String> = session.read(STICKING_OUT);
    vec![format!(
        "needs {needed} pixels of {there} for {}",
        wide.join(", ")
    )]
}

/// The innermost elements that stick out of the page, by tag, class and first words.
const STICKING_OUT: &str = "
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

/// Something to press.
#[derive(Deserialize)]
struct Target {
    text: String,
    height: f64,
}

/// Everything shown that can be pressed. A choice is pressed by its label. A link that stands inside
/// a sentence is as high as its line, and may be: WCAG 2.2, success criterion 2.5.8.
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

fn looking_at(size: Size, scheme: Scheme) -> Session {
    let session = Session::start(Scripts::On);
    session.set(Viewport { size, scheme });
    session
}

/// Looks at every screen, as it comes and with everything opened that can be, and fails with all
/// that was found.
fn look_at_all(session: &Session, faults: impl Fn() -> Vec<String>) {
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
