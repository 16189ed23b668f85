//! The check in pages as there are, from two sites.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use e2e::{CHOICES, Host, Site, Visit, assert_saw_no_answer, pages_of, words};
use fantoccini::Locator;

/// What every host gets: the check, run to its end.
fn holds(host: Host, look: impl Fn(&Visit)) {
    for site in [Site::First, Site::Second] {
        let visit = host.show(site);
        visit.session.wait_for_embedded();
        look(&visit);
        visit.run();
        visit.assert_no_errors();
    }
}

/// The height it needs and a width that is of use, whatever the page wants of a frame.
fn has_room(visit: &Visit) {
    let session = &visit.session;
    session.wait_until("the height it needs", || session.embedded_height() > 480);
    let width: f64 = session.read_frame("return frame.getBoundingClientRect().width");
    assert!(width > 290.0, "{width}");
}

#[test]
fn runs_under_a_csp_without_unsafe_inline() {
    holds(Host::StrictPolicy, has_room);
}

#[test]
fn runs_beside_a_hostile_style_sheet() {
    holds(Host::HostileStyle, has_room);
}

#[test]
fn runs_in_a_right_to_left_page() {
    holds(Host::RightToLeft, has_room);
}

#[test]
fn runs_in_a_narrow_column() {
    holds(Host::Narrow, |visit| {
        has_room(visit);
        visit.session.enter_embedded();
        let tops: Vec<i64> = visit.session.read(
            "return [...document.querySelectorAll('.top :is(summary, .leave)')].map((way) => Math.round(way.getBoundingClientRect().top))",
        );
        assert_eq!(tops.len(), 2);
        assert_eq!(tops[0], tops[1], "both ways out stand side by side");
        visit.session.leave_frame();
    });
}

/// Behind the headers that `build` writes.
#[test]
fn runs_in_a_cross_origin_isolated_page() {
    holds(Host::WalledOff, |visit| {
        assert!(visit.session.read::<bool>("return crossOriginIsolated"));
    });
}

#[test]
fn runs_in_a_nested_frame() {
    holds(Host::Framed, |visit| {
        assert_eq!(
            visit.session.read::<String>("return self.origin"),
            visit.host.url("")
        );
    });
}

#[test]
fn runs_in_a_sandboxed_frame_with_opaque_origin() {
    holds(Host::Sandboxed, |visit| {
        assert_eq!(visit.session.read::<String>("return self.origin"), "null");
    });
}

#[test]
fn runs_without_third_party_storage() {
    holds(Host::WithoutStorage, |visit| {
        const KEEPS: &str =
            "try { localStorage.setItem('a', 'b'); return true; } catch { return false; }";
        assert!(visit.session.read::<bool>(KEEPS));
        visit.session.enter_embedded();
        assert!(!visit.session.read::<bool>(KEEPS));
        visit.session.leave_frame();
    });
}

/// Also where it comes after the eight seconds.
#[test]
fn slow_connection_keeps_help_lines_until_the_check_runs() {
    for site in [Site::First, Site::Second] {
        let visit = Host::Slow.show(site);
        assert_eq!(visit.session.embedded_frames(), 1);
        assert!(visit.session.shows_help());
        visit.run();
    }
}

#[test]
fn prints_within_the_host_page() {
    holds(Host::Printed, |visit| {
        let printed = pages_of(&visit.session.print()).join("\n");
        let printed = printed.split_whitespace().collect::<Vec<_>>().join(" ");
        let above = "A page of somebody else";
        for text in [above, words().phrases.start_title, "Below the check."] {
            assert!(printed.contains(text), "{text}: {printed}");
        }
        assert!(!printed.contains(words().phrases.leave), "{printed}");
    });
}

/// What editors of site builders leave over: plain elements, or the script alone, or a frame.
#[test]
fn runs_where_the_editor_strips_unknown_tags() {
    holds(Host::Stripped, has_room);
    let alone = Visit::to(
        "{help}<script async src='{embed}' data-footing data-mode='popup' data-label='Try it'></script>",
    );
    alone.session.wait_for(
        "the element",
        Locator::Css("script + footing-check:defined"),
    );
    let opener: String = alone.session.read(
        "return document.querySelector('footing-check').shadowRoot.querySelector('.open').textContent",
    );
    assert_eq!(opener, "Try it");
    let bare =
        Visit::to("<iframe title='Self-check' width='100%' height='900' src='{site}/'></iframe>");
    bare.session.enter_frame();
    bare.session.wait_for_start();
    bare.session.click_through_to_result(CHOICES);
}

#[test]
fn cross_site_frame_fits_its_content_and_hides_answers_from_a_recorder() {
    for site in [Site::First, Site::Second] {
        let visit = Host::Recorded.show(site);
        let session = &visit.session;
        session.wait_for_embedded();
        let title: String = session.read_frame("return frame.title");
        assert!(!title.is_empty());
        // No scroll bar of its own: the frame is as high as what is in it.
        fits(&visit);
        let at_first = session.embedded_height();
        visit.run();
        session.wait_until("the frame to grow", || {
            session.embedded_height() > at_first + 1000
        });
        fits(&visit);
        assert_eq!(session.read::<i32>("return scrollX"), 0);
        let log = session.recorded();
        assert_saw_no_answer(&log);
        let messages = log.iter().filter(|line| line.starts_with("message "));
        let kinds: BTreeSet<&str> = messages
            .map(|line| line.split("\"type\":\"").nth(1).unwrap())
            .map(|rest| rest.split('"').next().unwrap())
            .collect();
        assert_eq!(kinds, BTreeSet::from(["height", "ready"]));
    }
}

#[test]
fn same_origin_frame_is_opaque_and_hides_answers_from_a_recorder() {
    holds(Host::OwnOrigin, |visit| {
        let sandbox: String = visit
            .session
            .read_frame("return frame.getAttribute('sandbox')");
        assert!(!sandbox.contains("allow-same-origin"), "{sandbox}");
        visit.run();
        visit.session.enter_embedded();
        assert_eq!(visit.session.read::<String>("return self.origin"), "null");
        visit.session.leave_frame();
        assert_saw_no_answer(&visit.session.recorded());
        visit.reload();
    });
}

fn fits(visit: &Visit) {
    let session = &visit.session;
    session.wait_until("the frame to be as high as the check", || {
        session.enter_embedded();
        let spare: i64 = session
            .read("return Math.round(innerHeight - document.body.getBoundingClientRect().height);");
        session.leave_frame();
        (0..=41).contains(&spare)
    });
}
