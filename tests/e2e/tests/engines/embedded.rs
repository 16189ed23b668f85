//! In a frame, of another site and of the page's own origin.

use e2e::{CHOICES, Check, Engine, Session, Visit, words};
use fantoccini::Locator;
use serde_json::Value;

/// Host page that notes every message of the check by its type.
const BODY: &str = "<script>self.heard = [];
     addEventListener('message', ({ data }) => data?.footing && heard.push([data.footing.type, data.footing.height ?? 0]));
     </script><h1>Partner</h1><footing-check lazy='false'>{help}</footing-check>{script}";

#[test]
fn the_frame_gets_its_height_from_messages_and_nothing_else_is_told() {
    let visit = Visit::to(BODY);
    let session = &visit.session;
    session.note_trouble();
    session.wait_for_embedded();
    let at_start = session.embedded_height();
    assert!(at_start > 400, "{at_start}");
    session.run_embedded();
    let content: u32 =
        session.read("return Math.ceil(document.body.getBoundingClientRect().height)");
    let has_scroll_bar: bool = session.read(
        "const { scrollHeight, clientHeight } = document.documentElement; return scrollHeight > clientHeight + 40",
    );
    session.leave_frame();
    session.wait_until("the height of the result", || {
        session.embedded_height() >= content
    });
    let needed = session.embedded_height();
    assert!(needed > at_start && !has_scroll_bar, "{needed} {at_start}");
    let heard: Vec<(String, u32)> = session.read("return heard");
    assert!(heard.contains(&("height".to_owned(), needed)), "{heard:?}");
    assert!(heard.iter().any(|(kind, _)| kind == "ready"), "{heard:?}");
    let other = heard
        .iter()
        .find(|(kind, _)| !["ready", "height"].contains(&kind.as_str()));
    assert_eq!(other, None);
    assert_eq!(session.trouble(), [""; 0]);
}

/// On the page's own origin the frame has none. WebKit could load nothing there, and gets a link to the check's page.
#[test]
fn on_the_page_s_own_origin_no_script_of_the_page_reads_along_and_the_check_runs() {
    let visit = Visit::with(Check::SameOrigin, BODY);
    let session = &visit.session;
    if session.engine() == Engine::WebKit {
        assert!(session.shows_help());
        assert_eq!(session.embedded_frames(), 0);
        let _: Value = session.read(
            "document.querySelector('footing-check').shadowRoot.querySelector('a.open').click(); return null",
        );
    } else {
        enter_frame_without_origin(&visit);
    }
    assert_runs_unheard(session);
}

/// Where the policies name the origin, WebKit too shows the check in the page.
#[test]
fn where_the_policies_name_the_origin_every_engine_shows_a_frame_without_one() {
    let visit = Visit::with(Check::SameOriginNamed, BODY);
    enter_frame_without_origin(&visit);
    assert_runs_unheard(&visit.session);
}

fn enter_frame_without_origin(visit: &Visit) {
    let session = &visit.session;
    session.wait_for_embedded();
    session.enter_embedded();
    assert_eq!(session.read::<String>("return self.origin"), "null");
}

fn assert_runs_unheard(session: &Session) {
    session.wait_until_running();
    let isolation: String =
        session.read("return document.querySelector('#footing').dataset.isolation");
    assert_eq!(isolation, "own");
    session.click_through_to_result(CHOICES);
}

/// No history entry of the host page is made, and its address stays.
#[test]
fn the_page_s_own_back_works_and_the_host_page_stays() {
    let visit = Visit::to(BODY);
    let session = &visit.session;
    session.wait_for_embedded();
    let before: (String, u32) = session.read("return [location.href, history.length]");
    session.enter_embedded();
    session.wait_until_running();
    let _: Value = session.read(
        "document.getElementById('who-for-0').click();
         document.querySelector('main .go .primary').click(); return null",
    );
    session.wait_for("the next question", Locator::Css("#age-0"));
    session.wait_for("Back", Locator::Css(".back button"));
    let _: Value = session.read("document.querySelector('.back button').click(); return null");
    session.wait_for("the start", Locator::Css("#who-for-0:checked"));
    assert!(session.text().contains(words().phrases.start_title));
    session.leave_frame();
    let after: (String, u32) = session.read("return [location.href, history.length]");
    assert_eq!(after, before);
}
