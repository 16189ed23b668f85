//! The check in a shadow root, where scripts of the page see it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{Check, Environment, Host, Server, Site, Visit, words};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::Value;

/// What scripts of the page see in a shadow root: everything. It is said on the screen and in the console.
#[test]
fn in_a_shadow_root_a_recorder_sees_all_and_both_are_told() {
    for site in [Site::First, Site::Second] {
        let visit = Host::ShadowRoot.show(site);
        let session = &visit.session;
        session.wait_until("the check to be ready", || !session.shows_help());
        assert_eq!(session.embedded_frames(), 0);
        let title = format!("{INSIDE} return inside.querySelector('h1').textContent");
        assert_eq!(session.read::<String>(&title), words().phrases.start_title);
        let card: String = session.read(&format!(
            "{INSIDE} return inside.querySelector('.shared').textContent"
        ));
        assert!(card.contains(words().phrases.answers_shared), "{card}");
        // Sizes are those the person chose, and nothing of the page's style comes in.
        let look: Vec<String> = session.read(&format!(
            "{INSIDE} const style = getComputedStyle(inside.querySelector('.lead'));
         return [style.letterSpacing, String(parseFloat(style.fontSize) >= 16), style.color]"
        ));
        assert_eq!(look[..2], ["normal", "true"], "{look:?}");
        assert_ne!(look[2], "rgb(0, 255, 0)");
        let places: (f64, f64) = session.read(&format!(
        "{INSIDE} return [history.length, inside.querySelector('main').getBoundingClientRect().width]"
    ));
        assert!(places.1 > 250.0 && places.1 <= 360.0, "{places:?}");
        session.hurry_to_shadow_result();
        let told: Vec<String> = session.read("return told");
        assert_eq!(told, ["ready", "started", "finished"]);
        assert_eq!(
            session.read::<f64>("return history.length"),
            places.0,
            "Back stays the page's own"
        );
        let log = session.recorded();
        assert!(
            log.join("\n").contains("opioids"),
            "a shadow root hides nothing"
        );
        visit.is_warned("can read the answers");
    }
}

#[test]
fn leaving_from_a_shadow_root_takes_the_page_away() {
    let calm =
        "<!doctype html><title>Calm</title><link rel='icon' href='data:,'><p id='calm'>Weather</p>";
    let away = Server::with_pages(
        &Environment::read().dist,
        [("/calm".to_owned(), calm.to_owned())].into(),
    );
    let settings = format!("{{\"leave_to\": \"{}\"}}", away.url("/calm"));
    let check = Check::open(Site::Second, [("/site.json".to_owned(), settings)].into());
    let visit = Visit::with(
        check,
        "<input id='name'><footing-check isolation='shadow'>{help}</footing-check>{script}",
    );
    let session = &visit.session;
    session.wait_until("the check to be ready", || !session.shows_help());
    // In the page's own field, Shift is for capitals.
    let _: Value = session.read("document.querySelector('#name').focus(); return null;");
    session.press_in_a_row(Key::Shift, 3);
    assert_eq!(
        session.read::<String>("return location.pathname"),
        "/host.html"
    );
    // Anywhere else it leaves, also where the focus is not in the check.
    let _: Value = session.read("document.activeElement.blur(); return null;");
    session.press_in_a_row(Key::Shift, 3);
    session.wait_for("the calm page", Locator::Css("#calm"));
}

/// What stands in the shadow root of the first check, as `inside`.
const INSIDE: &str = "const inside = document.querySelector('footing-check').shadowRoot.querySelector('.box .box').shadowRoot;";
