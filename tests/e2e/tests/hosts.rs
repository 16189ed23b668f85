//! The check in pages as there are: walled off, framed themselves, slow, printed, without storage.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{
    CHOICES, Environment, HELP, Nginx, Pages, RECORDER, Scripts, Server, Session, check, host,
    host_page, pages_of, saw_no_answer, words,
};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::Value;

/// Behind the headers that `build` writes, in a page that lets in only what lets itself be let in.
#[test]
fn a_page_that_embeds_only_what_agrees_shows_it() {
    let nginx = Nginx::for_partner(&Environment::read().dist, "http://127.0.0.1:*");
    let body = format!(
        "<footing-check lazy='false'>{HELP}</footing-check><script async src='{}'></script>",
        nginx.url("/embed.js")
    );
    let walled = Server::with_headers(
        &Environment::read().dist,
        [("/host.html".to_owned(), host_page(&body))].into(),
        &[
            ("cross-origin-embedder-policy", "require-corp"),
            ("cross-origin-opener-policy", "same-origin"),
        ],
    );
    let session = Session::start(Scripts::On);
    session.visit(&walled.url("/host.html"));
    assert!(session.read::<bool>("return crossOriginIsolated"));
    session.embedded_ready();
    session.run_embedded();
}

/// Not named in the headers, a page shows its help lines, and the check nothing.
#[test]
fn a_page_that_is_no_partner_gets_its_help_lines_back() {
    let nginx = Nginx::for_partner(&Environment::read().dist, "https://partner.example");
    let host = host(&format!(
        "<footing-check lazy='false'>{HELP}</footing-check>
         <script>addEventListener('footing:error', () => document.body.append(Object.assign(document.createElement('i'), {{ id: 'failed' }})));</script>
         <script async src='{}'></script>",
        nginx.url("/embed.js")
    ));
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
    session.wait_for("the error", Locator::Css("#failed"));
    assert!(session.shows_help());
}

/// A page that is framed itself, with and without an origin.
#[test]
fn it_runs_in_a_page_that_is_framed_itself() {
    let check = check(Pages::default());
    let inner = host(&format!(
        "<footing-check lazy='false'>{HELP}</footing-check><script async src='{}'></script>",
        check.url("/embed.js")
    ));
    for sandbox in ["", "sandbox='allow-scripts allow-forms'"] {
        let outer = host(&format!(
            "<iframe title='inner' width='600' height='900' {sandbox} src='{}'></iframe>",
            inner.url("/host.html")
        ));
        let session = Session::start(Scripts::On);
        session.visit(&outer.url("/host.html"));
        session.enter_frame();
        session.wait_for("the page inside", Locator::Css("footing-check:defined"));
        session.embedded_ready();
        session.run_embedded();
    }
}

#[test]
fn it_runs_where_frames_of_others_may_keep_nothing() {
    let check = check(Pages::default());
    let host = host(&format!(
        "<footing-check>{HELP}</footing-check><script async src='{}'></script>",
        check.url("/embed.js")
    ));
    let session = Session::start_without_foreign_storage();
    session.visit(&host.url("/host.html"));
    session.embedded_ready();
    session.run_embedded();
    session.leave_frame();
    let console = session.console();
    assert!(
        console.iter().all(|line| line.level != "SEVERE"),
        "{console:?}"
    );
}

#[test]
fn over_a_slow_line_the_help_lines_stay_until_it_runs() {
    let nginx = Nginx::slow_for_partner(&Environment::read().dist, "http://127.0.0.1:*", "50k");
    let host = host(&format!(
        "<footing-check lazy='false'>{HELP}</footing-check><script src='{}'></script>",
        nginx.url("/embed.js")
    ));
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
    assert_eq!(session.embedded_frames(), 1);
    let early: bool = session.read_frame("return frame.contentWindow !== null");
    assert!(early && session.shows_help());
    // Also where it comes after the eight seconds.
    session.embedded_ready();
    session.run_embedded();
}

#[test]
fn the_printed_page_of_a_host_holds_the_check() {
    let check = check(Pages::default());
    let host = host(&format!(
        "<h1>Partner page</h1><footing-check>{HELP}</footing-check><p>Below it</p><script async src='{}'></script>",
        check.url("/embed.js")
    ));
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
    session.embedded_ready();
    let printed = pages_of(&session.print()).join("\n");
    let printed = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    for text in ["Partner page", words().phrases.start_title, "Below it"] {
        assert!(printed.contains(text), "{text}: {printed}");
    }
}

/// What editors of site builders leave over: plain elements, or the script alone.
#[test]
fn where_unknown_tags_are_taken_away_plain_ones_do() {
    let check = check(Pages::default());
    let address = check.url("/embed.js");
    let element = format!(
        "<div data-footing data-lazy='false' data-min-height='700'>{HELP}</div><script async src='{address}'></script>"
    );
    let alone = format!(
        "{HELP}<script async src='{address}' data-footing data-mode='popup' data-label='Try it'></script>"
    );
    let host = Server::with_pages(
        &Environment::read().dist,
        [
            ("/element.html".to_owned(), host_page(&element)),
            ("/alone.html".to_owned(), host_page(&alone)),
        ]
        .into(),
    );
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/element.html"));
    session.embedded_ready();
    session.run_embedded();
    session.leave_frame();
    session.visit(&host.url("/alone.html"));
    session.wait_for(
        "the element",
        Locator::Css("script + footing-check:defined"),
    );
    let opener: String = session.read(
        "return document.querySelector('footing-check').shadowRoot.querySelector('.open').textContent",
    );
    assert_eq!(opener, "Try it");
    // The last resort: a frame that somebody wrote by hand.
    let bare = e2e::host(&format!(
        "<iframe title='Self-check' width='100%' height='900' src='{}'></iframe>",
        check.url("/")
    ));
    session.visit(&bare.url("/host.html"));
    session.enter_frame();
    session.wait_for_start();
    session.hurry_to_result(CHOICES);
}

/// Where its files do not say that anyone may read them, a frame without an origin could not load them.
#[test]
fn without_the_header_it_is_a_plain_frame_that_says_so() {
    let body =
        format!("<footing-check>{HELP}</footing-check><script async src='./embed.js'></script>");
    let host = host(&body);
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
    session.embedded_ready();
    assert!(session.read_frame::<bool>("return !frame.hasAttribute('sandbox')"));
    let console = session.console();
    assert!(
        console
            .iter()
            .any(|line| line.level == "WARNING" && line.message.contains("can read the answers")),
        "{console:?}"
    );
    session.enter_embedded();
    session.wait_for_start();
    assert!(
        session.text().contains(words().phrases.answers_shared),
        "{}",
        session.text()
    );
    session.leave_frame();
    // From another origin it is never said.
    let check = check(Pages::default());
    let apart = e2e::host(&body.replace("./embed.js", &check.url("/embed.js")));
    session.visit(&apart.url("/host.html"));
    session.embedded_ready();
    session.enter_embedded();
    session.wait_for_start();
    assert!(!session.text().contains(words().phrases.answers_shared));
}

/// What scripts of the page see in a shadow root: everything. It is said on the screen and in the console.
#[test]
fn in_a_shadow_root_a_recorder_sees_all_and_both_are_told() {
    let check = check(Pages::default());
    let host = host(&format!(
        "<style>html {{ font-size: 8px }} * {{ color: lime; letter-spacing: 9px }}</style>
         <script>{RECORDER}</script><h1>Partner</h1>
         <footing-check isolation='shadow' events='started finished'>{HELP}</footing-check>
         <script>
             window.told = [];
             for (const name of ['ready', 'started', 'finished', 'error']) addEventListener('footing:' + name, () => told.push(name));
         </script>
         <script async src='{}'></script>",
        check.url("/embed.js")
    ));
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
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
    let log: Vec<String> = session.read("return recorded");
    assert!(
        log.join("\n").contains("opioids"),
        "a shadow root hides nothing"
    );
    let console = session.console();
    assert!(
        console
            .iter()
            .any(|line| line.message.contains("can read the answers")),
        "{console:?}"
    );
    assert!(
        console.iter().all(|line| line.level != "SEVERE"),
        "{console:?}"
    );
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
    let check = check([("/site.json".to_owned(), settings)].into());
    let host = host(&format!(
        "<input id='name'><footing-check isolation='shadow'>{HELP}</footing-check><script async src='{}'></script>",
        check.url("/embed.js")
    ));
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
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

#[test]
fn the_page_does_not_move_before_a_person_acts_and_scrolls_over_the_check() {
    let check = check(Pages::default());
    let host = host(&format!(
        "<h1>Partner</h1><div style='height: 300px'></div>
         <footing-check lazy='false'>{HELP}</footing-check><div style='height: 3000px'></div>
         <script async src='{}'></script>",
        check.url("/embed.js")
    ));
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
    session.embedded_ready();
    let quiet: (f64, String) = session.read("return [scrollY, document.activeElement.localName]");
    assert_eq!(quiet, (0.0, "body".to_owned()));
    session.wheel_over(180, 600, 200);
    session.wait_until("the page to scroll", || {
        session.read::<f64>("return scrollY") > 0.0
    });
    // Going on shows the next question from its top.
    session.enter_embedded();
    session.wait_for_start();
    let _: Value = session.read("document.querySelector('button.primary').click(); return null;");
    session.wait_until("the next question", || {
        session.read("return document.querySelector('main .start') === null")
    });
    session.wait_until("the question to be in sight", || {
        session.leave_frame();
        let top: f64 = session.read_frame("return frame.getBoundingClientRect().top");
        session.enter_embedded();
        let inside: f64 =
            session.read("return document.querySelector('main h1').getBoundingClientRect().top");
        (0.0..740.0).contains(&(top + inside))
    });
}

#[test]
fn another_dialog_of_the_page_stays_open() {
    let check = check(Pages::default());
    let host = host(&format!(
        "<button onclick='other.showModal()'>News</button>
         <dialog id='other'><footing-check mode='popup' label='Take the check'>{HELP}</footing-check></dialog>
         <script async src='{}'></script>",
        check.url("/embed.js")
    ));
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
    session.wait_for("the element", Locator::Css("footing-check:defined"));
    let open = "return [document.querySelector('#other').open,
        document.querySelector('footing-check').shadowRoot.querySelector('dialog').open]";
    // A person opens both: without an act of theirs, the browser lets Escape close all at once.
    session.press(Key::Tab);
    session.press(Key::Enter);
    // The first thing in the dialog is the telephone link of the help lines.
    session.press(Key::Tab);
    session.press(Key::Enter);
    session.wait_until("the frame", || session.embedded_frames() == 1);
    assert_eq!(session.read::<Vec<bool>>(open), [true, true]);
    session.press(Key::Escape);
    session.wait_until("ours to close", || {
        session.read::<Vec<bool>>(open) == [true, false]
    });
}

#[test]
fn it_fills_a_box_and_takes_the_theme_and_language_it_is_given() {
    let check = check(Pages::default());
    let host = host(&format!(
        "<div style='height: 500px'><footing-check lazy='false' min-height='fill' theme='dark' lang='xx' style='height: 100%'>{HELP}</footing-check></div>
         <script async src='{}'></script>",
        check.url("/embed.js")
    ));
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
    session.embedded_ready();
    session.run_embedded();
    let look: (String, String, String) = session.read(
        "return [getComputedStyle(document.body).backgroundColor, document.documentElement.lang, location.search]",
    );
    assert_eq!(
        look,
        ("rgb(17, 24, 26)".to_owned(), "en".to_owned(), String::new())
    );
    session.leave_frame();
    assert_eq!(
        session.embedded_height(),
        500,
        "a long result scrolls inside"
    );
    let asked: Vec<String> = check
        .requests()
        .into_iter()
        .map(|request| request.path)
        .collect();
    assert!(
        asked
            .iter()
            .all(|path| !path.contains("theme") && !path.contains("dark")),
        "{asked:?}"
    );
}

/// A preview of a site builder: a document without an address, with the origin of the page around it.
#[test]
fn in_a_document_without_an_address_the_origin_is_still_known() {
    let inner = format!(
        "<footing-check lazy=false>{}</footing-check><script async src=./embed.js></script>",
        HELP.replace('\'', "")
    );
    let own = Server::open_to_all(
        &Environment::read().dist,
        [(
            "/host.html".to_owned(),
            host_page(&format!(
                "<iframe title='preview' width='600' height='900' srcdoc='{inner}'></iframe>"
            )),
        )]
        .into(),
    );
    let session = Session::start(Scripts::On);
    session.visit(&own.url("/host.html"));
    session.enter_frame();
    session.wait_for("the page inside", Locator::Css("footing-check:defined"));
    session.embedded_ready();
    let sandbox: String = session.read_frame("return frame.getAttribute('sandbox') ?? ''");
    assert!(sandbox.contains("allow-scripts"), "{sandbox}");
    assert!(!sandbox.contains("allow-same-origin"), "{sandbox}");
}

/// A dialog that could not show the check tries again when it is opened again.
#[test]
fn a_dialog_that_failed_tries_again() {
    let nginx = Nginx::for_partner(&Environment::read().dist, "https://partner.example");
    let host = host(&format!(
        "<footing-check mode='popup' label='Take the check'>{HELP}</footing-check>
         <script>window.failed = 0; addEventListener('footing:error', () => failed++);</script>
         <script async src='{}'></script>",
        nginx.url("/embed.js")
    ));
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
    session.wait_for("the element", Locator::Css("footing-check:defined"));
    for time in 1..=2_u32 {
        let _: Value = session.read("document.querySelector('footing-check').open(); return null;");
        session.wait_until("the frame", || session.embedded_frames() == 1);
        session.wait_until("the error", || session.read::<u32>("return failed") == time);
        assert_eq!(session.embedded_frames(), 0);
        assert!(session.shows_help());
    }
}

/// Where another script has the name, it keeps it, and the help lines stay.
#[test]
fn another_element_of_the_name_is_let_be() {
    let check = check(Pages::default());
    let host = host(&format!(
        "<script>customElements.define('footing-check', class extends HTMLElement {{}})</script>
         <footing-check>{HELP}</footing-check><script src='{}'></script>",
        check.url("/embed.js")
    ));
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
    assert!(session.shows_help());
    let console = session.console();
    assert!(
        console
            .iter()
            .any(|line| line.message.contains("taken the name")),
        "{console:?}"
    );
    assert!(
        console.iter().all(|line| line.level != "SEVERE"),
        "{console:?}"
    );
}

/// A popup keeps its answers from a recorder as well.
#[test]
fn in_a_dialog_a_recorder_sees_no_answer_either() {
    let check = check(Pages::default());
    let host = host(&format!(
        "<script>{RECORDER}</script><footing-check mode='popup'>{HELP}</footing-check><script async src='{}'></script>",
        check.url("/embed.js")
    ));
    let session = Session::start(Scripts::On);
    session.visit(&host.url("/host.html"));
    session.wait_for("the element", Locator::Css("footing-check:defined"));
    let _: Value = session.read("document.querySelector('footing-check').open(); return null;");
    session.wait_until("the frame", || session.embedded_frames() == 1);
    session.run_embedded();
    session.leave_frame();
    let log: Vec<String> = session.read("return recorded");
    assert!(log.len() > 20, "{log:?}");
    saw_no_answer(&log.join("\n"));
}

/// What stands in the shadow root of the first check, as `inside`.
const INSIDE: &str = "const inside = document.querySelector('footing-check').shadowRoot.querySelector('.box .box').shadowRoot;";
