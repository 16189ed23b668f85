//! The check in every kind of host page, from two sites.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use e2e::{CHOICES, Host, Site, Visit, assert_saw_no_answer, pages_of, words};
use fantoccini::Locator;

/// Runs the check to its result in a host page, after additional assertions.
fn runs_in(host: Host, test: impl Fn(&Visit)) {
    for site in [Site::First, Site::Second] {
        let visit = host.show(site);
        visit.session.wait_for_embedded();
        test(&visit);
        visit.run();
        visit.assert_no_errors();
    }
}

/// Asserts that the frame has the height of its content and a usable width.
fn assert_has_room(visit: &Visit) {
    let session = &visit.session;
    session.wait_until("the height it needs", || session.embedded_height() > 480);
    let width: f64 = session.read_frame("return frame.getBoundingClientRect().width");
    assert!(width > 290.0, "{width}");
}

#[test]
fn runs_under_a_csp_without_unsafe_inline() {
    runs_in(Host::StrictPolicy, assert_has_room);
}

#[test]
fn runs_beside_a_hostile_style_sheet() {
    runs_in(Host::HostileStyle, assert_has_room);
}

#[test]
fn runs_in_a_right_to_left_page() {
    runs_in(Host::RightToLeft, assert_has_room);
}

#[test]
fn runs_in_a_narrow_column() {
    runs_in(Host::Narrow, |visit| {
        assert_has_room(visit);
        visit.session.enter_embedded();
        let tops: Vec<i64> = visit.session.read(
            "return [...document.querySelectorAll('.top :is(.help-now > summary, .leave)')].map((way) => Math.round(way.getBoundingClientRect().top))",
        );
        assert_eq!(tops.len(), 2);
        assert_eq!(tops[0], tops[1], "both ways out stand side by side");
        visit.session.leave_frame();
    });
}

/// Cross-Origin-Embedder-Policy, with the headers that the build generates for the check.
#[test]
fn runs_in_a_cross_origin_isolated_page() {
    runs_in(Host::WalledOff, |visit| {
        assert!(visit.session.read::<bool>("return crossOriginIsolated"));
    });
}

#[test]
fn runs_in_a_nested_frame() {
    runs_in(Host::Framed, |visit| {
        assert_eq!(
            visit.session.read::<String>("return self.origin"),
            visit.host.url("")
        );
    });
}

#[test]
fn runs_in_a_sandboxed_frame_with_opaque_origin() {
    runs_in(Host::Sandboxed, |visit| {
        assert_eq!(visit.session.read::<String>("return self.origin"), "null");
    });
}

#[test]
fn runs_without_third_party_storage() {
    runs_in(Host::WithoutStorage, |visit| {
        const CAN_STORE: &str =
            "try { localStorage.setItem('a', 'b'); return true; } catch { return false; }";
        assert!(visit.session.read::<bool>(CAN_STORE));
        visit.session.enter_embedded();
        assert!(!visit.session.read::<bool>(CAN_STORE));
        visit.session.leave_frame();
    });
}

/// Even if the check loads after the timeout of eight seconds.
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
    runs_in(Host::Printed, |visit| {
        let printed = pages_of(&visit.session.print()).join("\n");
        let printed = printed.split_whitespace().collect::<Vec<_>>().join(" ");
        let heading = "A page of somebody else";
        for text in [heading, words().phrases.start_title, "Below the check."] {
            assert!(printed.contains(text), "{text}: {printed}");
        }
        assert!(!printed.contains(words().phrases.leave), "{printed}");
    });
}

/// Site builders may leave only a `<div>`, the script tag or an iframe.
#[test]
fn runs_where_the_editor_strips_unknown_tags() {
    runs_in(Host::Stripped, assert_has_room);
    let script_only = Visit::to(
        "{help}<script async src='{embed}' data-footing data-mode='popup' data-label='Try it'></script>",
    );
    script_only.session.wait_for(
        "the element",
        Locator::Css("script + footing-check:defined"),
    );
    let opener: String = script_only.session.read(
        "return document.querySelector('footing-check').shadowRoot.querySelector('.open').textContent",
    );
    assert_eq!(opener, "Try it");
    let plain_frame =
        Visit::to("<iframe title='Self-check' width='100%' height='900' src='{site}/'></iframe>");
    plain_frame.session.enter_frame();
    plain_frame.session.wait_until_running();
    plain_frame.session.click_through_to_result(CHOICES);
}

#[test]
fn cross_site_frame_fits_its_content_and_hides_answers_from_a_recorder() {
    for site in [Site::First, Site::Second] {
        let visit = Host::Recorded.show(site);
        let session = &visit.session;
        session.wait_for_embedded();
        let title: String = session.read_frame("return frame.title");
        assert!(!title.is_empty());
        // The frame is higher than its content, so it has no scroll bar.
        assert_fits(&visit);
        let initial_height = session.embedded_height();
        visit.run();
        session.wait_until("the frame to grow", || {
            session.embedded_height() > initial_height + 1000
        });
        assert_fits(&visit);
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
    runs_in(Host::OwnOrigin, |visit| {
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

fn assert_fits(visit: &Visit) {
    let session = &visit.session;
    session.wait_until("the frame to have room for the check", || {
        session.enter_embedded();
        let (frame, content): (u32, u32) = session.read(
            "return [innerHeight, Math.round(document.body.getBoundingClientRect().height)];",
        );
        session.leave_frame();
        // Its heights are few and far apart.
        (frame / 3..=frame).contains(&content)
    });
}
