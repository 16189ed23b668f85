//! The page `method.html` with all rules: readable without scripts, accessible, responsive.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{Axe, Environment, Scheme, Scripts, Server, Session, Size, Viewport};

const PAGE: &str = "/method.html";

#[test]
fn rules_and_sources_are_readable_without_scripts() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::Off);
    session.visit(&server.url(PAGE));
    let text = session.text();
    for wanted in [
        "not yet reviewed by a clinician",
        "F03",
        "S22",
        "G26",
        "Review due by",
    ] {
        assert!(text.contains(wanted), "{wanted}");
    }
    let foreign: Vec<String> = server
        .requests()
        .into_iter()
        .map(|request| request.path)
        .filter(|path| !path.contains("method") && !path.contains("favicon"))
        .collect();
    assert_eq!(foreign, [""; 0]);
}

#[test]
fn method_page_is_accessible_and_fits_every_screen() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let axe = Axe::install(&session);
    let mut faults: Vec<String> = Vec::new();
    let viewports = [
        (Size::NARROWEST, Scheme::Light),
        (Size::PHONE, Scheme::Dark),
        (Size::TABLET, Scheme::Light),
        (Size::LAPTOP, Scheme::Dark),
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
}
