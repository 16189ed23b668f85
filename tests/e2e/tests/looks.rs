//! Accessibility and layout of every specimen.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{
    Axe, Environment, OTHER_LANGUAGES, Scheme, Scripts, Server, Session, Size, Specimens, Viewport,
    Violation, checked, is_checked_in_other_languages,
};
use serde::Deserialize;

#[test]
fn every_screen_is_accessible() {
    let session = start_session(Size::PHONE, Scheme::Light);
    let axe = Axe::install(&session);
    check_all("axe-core, light", &session, || describe(&axe.check()));
}

#[test]
fn every_screen_is_accessible_in_other_languages() {
    let session = start_session(Size::PHONE, Scheme::Light);
    let axe = Axe::install(&session);
    for locale in OTHER_LANGUAGES {
        let (specimens, chosen) = in_language(locale);
        check(&session, &specimens, &chosen, || describe(&axe.check()));
        checked("axe-core, light", locale, chosen.len());
    }
}

#[test]
fn every_screen_has_enough_contrast_in_dark_mode() {
    let session = start_session(Size::PHONE, Scheme::Dark);
    let axe = Axe::install(&session);
    check_all("axe-core, contrast, dark", &session, || {
        describe(&axe.check_only("color-contrast"))
    });
}

#[test]
fn no_screen_scrolls_horizontally_at_320_px() {
    let session = start_session(Size::NARROWEST, Scheme::Light);
    check_all("no sideways scrolling at 320 px", &session, || {
        too_wide(&session)
    });
}

#[test]
fn every_touch_target_is_at_least_44_px_high() {
    let session = start_session(Size::PHONE, Scheme::Light);
    check_all("targets of 44 px", &session, || too_small(&session));
}

/// With the spacing of WCAG 2.2, success criterion 1.4.12.
#[test]
fn wider_text_spacing_loses_nothing() {
    let session = start_session(Size::PHONE, Scheme::Light);
    check_all("wider text spacing", &session, || {
        let () = session.read(SPACED);
        let mut faults = too_wide(&session);
        faults.extend(session.read::<Vec<String>>(CUT_OFF));
        faults
    });
}

/// Name of this check in the table of `cargo xtask test`.
const FOCUS_IS_SEEN: &str = "what has the focus is seen";

/// Everything that can have the focus has a visible ring, and no bar hides it (WCAG 2.2, success criteria 2.4.7
/// and 2.4.11: not entirely). Not with words made long on purpose: the bar at the bottom then outgrows the room it has.
#[test]
fn what_has_the_focus_is_seen() {
    let session = start_session(Size::PHONE, Scheme::Light);
    let dist = Environment::read().dist;
    let english = Specimens::serve(&dist);
    let names = english.names.iter().cloned();
    let names: Vec<String> = names
        .filter(|name| !name.ends_with("-long-words"))
        .collect();
    check(&session, &english, &names, || session.read(UNSEEN_FOCUS));
    checked(FOCUS_IS_SEEN, "en", names.len());
    for locale in OTHER_LANGUAGES {
        let (specimens, chosen) = in_language(locale);
        check(&session, &specimens, &chosen, || session.read(UNSEEN_FOCUS));
        checked(FOCUS_IS_SEEN, locale, chosen.len());
    }
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

/// Self-test: a bar over a button, a button without a ring, and a text that has no room to grow are found.
#[test]
fn checks_detect_hidden_focus_and_cut_text() {
    let page = "<!doctype html><title>Faults</title><style>:focus { outline: none }
            .bar { position: fixed; inset: 0; background: white } .cut { height: 20px; overflow: hidden }</style>
        <p class='cut' style='width: 200px'>These words stay in one line, or do they</p>
        <button>Ringless</button><div class='bar'></div>";
    let pages = [("/faults".to_owned(), page.to_owned())].into();
    let server = Server::with_pages(&Environment::read().dist, pages);
    let session = start_session(Size::PHONE, Scheme::Light);
    session.visit(&server.url("/faults"));
    let unseen: Vec<String> = session.read(UNSEEN_FOCUS);
    assert!(
        unseen.iter().any(|fault| fault.contains("no ring")),
        "{unseen:?}"
    );
    assert!(
        unseen.iter().any(|fault| fault.contains("hidden")),
        "{unseen:?}"
    );
    let () = session.read(SPACED);
    let cut: Vec<String> = session.read(CUT_OFF);
    assert_eq!(cut.len(), 1, "{cut:?}");
}

/// Specimens in one language, and the names of those to check.
fn in_language(locale: &str) -> (Specimens, Vec<String>) {
    let specimens = Specimens::serve_in(&Environment::read().dist, locale);
    let names = specimens.names.iter().cloned();
    let chosen: Vec<String> = names
        .filter(|name| is_checked_in_other_languages(name))
        .collect();
    assert!(chosen.len() > 20, "{chosen:?}");
    (specimens, chosen)
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

/// Sets the spacing that a person may need. A constructed style sheet, as the policy allows no other.
const SPACED: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
    return null;
";

/// Elements that cut off their own text. Texts for screen readers alone are a pixel wide on purpose.
const CUT_OFF: &str = "
    const cutsOff = (element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
        return (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
            (cuts(overflowY) && element.scrollHeight > element.clientHeight + 1);
    };
    return [...document.body.querySelectorAll('*')]
        .filter((element) => element.clientWidth > 1 && element.textContent.trim() && element.checkVisibility())
        .filter(cutsOff)
        .map((element) => `<${element.localName} class='${element.className}'> is cut off`);
";

/// Faults of each element that can have the focus. A radio button or a checkbox shows its ring on its label. The
/// panel with help is closed: it lies over the page because a person opened it, and closes in place.
const UNSEEN_FOCUS: &str = "
    const faults = [];
    const rings = (element) => [
        getComputedStyle(element),
        ...(element.nextElementSibling ? [getComputedStyle(element.nextElementSibling, '::after')] : []),
    ].some(({ outlineStyle: style, outlineWidth }) =>
        style === 'auto' || (style !== 'none' && parseFloat(outlineWidth) >= 2));
    const parts = [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98];
    const isSeen = (element) => {
        const label = element.closest('label');
        const rects = [...element.getClientRects()];
        const points = rects.flatMap(({ left, top, width, height }) =>
            parts.flatMap((x) => parts.map((y) => [left + x * width, top + y * height])));
        return points.some(([x, y]) => {
            const on = document.elementFromPoint(x, y);
            return on && (element.contains(on) || label?.contains(on));
        });
    };
    const all = 'a[href], button, summary, input, select, textarea, [tabindex=\"0\"]';
    const panel = document.querySelector('.help-now');
    if (panel) panel.open = false;
    for (const element of document.querySelectorAll(all)) {
        const { width, height } = element.getBoundingClientRect();
        if (!element.checkVisibility() || element.disabled || width * height === 0) continue;
        element.focus({ focusVisible: true });
        if (document.activeElement !== element) continue;
        const name = `${element.localName} '${(element.labels?.[0] ?? element).textContent.trim().slice(0, 30)}'`;
        if (!rings(element)) faults.push(`${name} has no ring`);
        if (!isSeen(element)) {
            const { left, right, top, bottom } = element.getBoundingClientRect();
            const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
            const where = [left, top, right, bottom].map(Math.round);
            faults.push(`${name} is hidden at ${where} by ${over?.localName} '${over?.className}'`);
        }
    }
    return faults;
";

/// Checks every specimen, first as rendered and then with all `<details>` open.
fn check_all(name: &str, session: &Session, faults: impl Fn() -> Vec<String>) {
    let specimens = Specimens::serve(&Environment::read().dist);
    check(session, &specimens, &specimens.names, faults);
    checked(name, "en", specimens.names.len());
}

/// Checks specimens by name.
fn check(
    session: &Session,
    specimens: &Specimens,
    names: &[String],
    faults: impl Fn() -> Vec<String>,
) {
    assert!(!names.is_empty());
    let mut found = Vec::new();
    for name in names {
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
