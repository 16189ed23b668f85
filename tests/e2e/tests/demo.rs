//! Demo pages of a fictional center and partner.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{Axe, Demo, Scheme, Scripts, Session, Size, Viewport};
use serde_json::Value;

#[test]
fn demo_shows_every_embedding_mode_and_each_runs() {
    let demo = Demo::serve();
    let session = Session::start(Scripts::On);
    session.visit(&demo.url("partner"));
    session.wait_until("the elements", || {
        session.read("return document.querySelectorAll('footing-check:defined').length > 5")
    });
    let modes: Vec<String> = session.read(
        "return [...document.querySelectorAll('footing-check')].map((check) =>
             [check.mode ?? 'inline', check.theme, check.minHeight === 'fill' ? 'fill' : null].filter(Boolean).join(' '))",
    );
    for mode in [
        "inline",
        "inline dark",
        "inline fill",
        "popup",
        "side-tab",
        "full-page",
    ] {
        assert!(modes.iter().any(|shown| shown == mode), "{mode}: {modes:?}");
    }
    let plain_frames: u32 = session.read("return document.querySelectorAll('iframe').length");
    assert_eq!(plain_frames, 1, "a frame alone");
    // Every element contains help lines, also for pages where the check does not run.
    let without_help: Vec<String> = session.read(
        "return [...document.querySelectorAll('footing-check')]
             .filter((check) => !check.querySelector('a[href=\"tel:988\"]')).map((check) => check.outerHTML)",
    );
    assert!(without_help.is_empty(), "{without_help:?}");
    // Each check starts once it is scrolled into view.
    let _: Value = session.read(
        "window.ready = new Set(); addEventListener('footing:ready', ({ target }) => ready.add(target));
         for (const check of document.querySelectorAll('footing-check')) { check.lazy = 'false'; check.mode = check.mode ?? 'inline'; }
         return null;",
    );
    session.wait_until("all that stand in the page", || {
        session.read(
            "const inline = [...document.querySelectorAll('footing-check')].filter((check) => check.mode === 'inline');
             inline.find((check) => !ready.has(check))?.scrollIntoView();
             return inline.every((check) => ready.has(check))",
        )
    });
}

#[test]
fn demo_pages_are_accessible_and_fit_every_width() {
    let demo = Demo::serve();
    let session = Session::start(Scripts::On);
    let axe = Axe::install(&session);
    for name in Demo::NAMES {
        for scheme in [Scheme::Light, Scheme::Dark] {
            session.set(Viewport {
                size: Size::PHONE,
                scheme,
            });
            session.visit(&demo.url(name));
            let violations = axe.check();
            assert!(violations.is_empty(), "{name}: {violations:?}");
        }
        let has_placeholder: bool = session
            .read("return /\\{(check|center|partner)\\}/.test(document.documentElement.outerHTML)");
        assert!(
            !has_placeholder,
            "{name} has an address that was not filled in"
        );
        for size in [Size::PHONE, Size::TABLET, Size::LAPTOP] {
            session.set(Viewport {
                size,
                scheme: Scheme::Light,
            });
            let overflow: i64 =
                session.read("return document.documentElement.scrollWidth - innerWidth");
            assert!(overflow <= 0, "{name} at {}: {overflow}", size.width);
        }
    }
}
