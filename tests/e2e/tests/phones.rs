//! Small and turned screens: whole runs, layout shift, and the keyboard that covers half of the screen.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{
    CHOICES, ContactVisit, Endpoint, Environment, Role, Scheme, Scripts, Server, Session, Size,
    Viewport, Visit, words,
};
use fantoccini::Locator;
use serde_json::{Value, json};

/// A small phone of 2016, a large one, a phone that was turned, a tablet.
const SCREENS: [Size; 4] = [size(320, 568), size(412, 915), size(740, 360), Size::TABLET];

/// A phone whose keyboard is open.
const WITH_KEYBOARD: Size = size(360, 330);

/// Notes the layout shifts of a page that no act of a person explains.
const NOTE_SHIFTS: &str = "
    self.shifts = [];
    new PerformanceObserver((list) => {
        for (const one of list.getEntries()) {
            if (!one.hadRecentInput) shifts.push([one.value, ...one.sources.map(({ node }) => node?.nodeName)].join(' '));
        }
    }).observe({ type: 'layout-shift', buffered: false });
    return null;";

/// Answers, presses the main button until a button of this name is shown, and returns what does not fit on any screen.
const WALK: &str = "
    const [choices, end, done] = arguments;
    const wrong = [];
    let steps = 0;
    const look = () => {
        // The notice of open answers and an urgent card stand above the heading, and take the focus.
        const title = steps ? document.activeElement : document.querySelector('h1');
        const { top, bottom } = title.getBoundingClientRect();
        const bar = document.querySelector('.top').getBoundingClientRect();
        const page = document.documentElement;
        const said = title.textContent.slice(0, 60);
        if (page.scrollWidth > page.clientWidth) wrong.push(`${said}: ${page.scrollWidth} pixels wide`);
        if (steps && (top >= innerHeight || bottom <= 0)) wrong.push(`${said}: out of sight, from ${top} to ${bottom}`);
        const isSticky = getComputedStyle(document.querySelector('.top')).position === 'sticky';
        if (steps && isSticky && top < bar.bottom - 1) wrong.push(`${said}: below the bar`);
        if (document.querySelector('main .primary')?.getBoundingClientRect().height < 44) wrong.push(`${said}: low button`);
    };
    (function step() {
        if (document.querySelector('[aria-busy]')) return requestAnimationFrame(step);
        look();
        for (const id of choices) {
            const input = document.getElementById(id);
            if (input && !input.checked) input.click();
        }
        const onward = document.querySelector('main .primary, main .way-on button');
        if ([...document.querySelectorAll('main button')].some((button) => button.textContent === end)) return done([steps, wrong]);
        if (!onward || steps++ > 60) return done([steps, [...wrong, 'no way on']]);
        requestAnimationFrame(() => { onward.click(); requestAnimationFrame(() => setTimeout(step)); });
    })();";

#[test]
fn every_screen_of_a_run_fits_small_and_turned_screens() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    for size in SCREENS {
        session.set(light(size));
        session.visit(&server.url("/"));
        session.wait_until_running();
        let (steps, wrong): (u32, Vec<String>) = walk(&session, words().phrases.change_answers);
        assert!((8..60).contains(&steps), "{size:?}: {steps}");
        assert!(wrong.is_empty(), "{size:?}: {wrong:#?}");
    }
}

#[test]
fn text_size_lasts_the_visit_and_the_largest_fits_a_small_phone() {
    let phrases = &words().phrases;
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.set(light(SCREENS[0]));
    session.visit(&server.url("/"));
    session.wait_until_running();
    let size = || session.read::<String>("return getComputedStyle(document.body).fontSize");
    assert_eq!(size(), "18px");
    session.open_foot();
    session.click(Role::Button, phrases.text_large);
    assert_eq!(size(), "21.6px");
    session.click(Role::Button, phrases.text_largest);
    assert_eq!(size(), "24.3px");
    let pressed = "const one = document.querySelectorAll('.text-size [aria-pressed=true]');
        return [...one].map((button) => button.dataset.size)";
    assert_eq!(session.read::<Vec<String>>(pressed), ["largest"]);

    let (steps, wrong): (u32, Vec<String>) = walk(&session, words().phrases.change_answers);
    assert!((8..60).contains(&steps), "{steps}");
    assert!(wrong.is_empty(), "{wrong:#?}");

    let _: Value =
        session.read("document.querySelector('.foot [hreflang=es]').click(); return null;");
    session.wait_for(
        "the page in Spanish",
        Locator::Css("html[lang=es] .on-result"),
    );
    assert_eq!(size(), "24.3px");
    session.open_foot();
    session.wait_until("the pressed button", || {
        session.read::<Vec<String>>(pressed) == ["largest"]
    });
    let _: Value =
        session.read("document.querySelector('[data-size=normal]').click(); return null;");
    assert_eq!(size(), "18px");
}

/// What answers bring up stays in the frame: the host page sees no shift, although nobody pressed anything in it.
#[test]
fn nothing_shifts_in_a_narrow_host_page_while_answering() {
    let visit = Visit::to(
        "<h1>Center</h1><footing-check lazy='false'>{help}</footing-check>{script}<p>Below</p>",
    );
    let session = &visit.session;
    session.set(light(size(320, 568)));
    visit.reload();
    session.wait_for_embedded();
    let _: Value = session.read(NOTE_SHIFTS);
    session.enter_embedded();
    session.wait_until_running();
    let (steps, wrong): (u32, Vec<String>) = walk(session, words().phrases.see_result);
    assert!(steps > 8, "{wrong:?}");
    session.leave_frame();
    let around: Vec<String> = session.read("return shifts");
    assert_eq!(around, [""; 0]);
}

#[test]
fn keyboard_of_a_phone_hides_no_field() {
    let endpoint = Endpoint::start();
    let visit = ContactVisit::to(&endpoint.accepting(), "json");
    let session = &visit.session;
    let phrases = &words().phrases;
    visit.open(phrases.contact_message);
    session.set(light(WITH_KEYBOARD));
    let fields = [phrases.contact_email, phrases.contact_words];
    for label in fields {
        session.click(Role::Textbox, label);
        session.type_text("x");
        let is_seen: bool = session.read(
            "const { top, bottom, left, right } = document.activeElement.getBoundingClientRect();
             const at = document.elementFromPoint((left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
             return top >= 0 && top < innerHeight && at === document.activeElement;",
        );
        assert!(is_seen, "{label}");
    }
}

/// Number of steps, and what was wrong.
fn walk(session: &Session, end: &str) -> (u32, Vec<String>) {
    session.read_later(WALK, &[json!(CHOICES), json!(end)])
}

const fn size(width: u32, height: u32) -> Size {
    Size { width, height }
}

fn light(size: Size) -> Viewport {
    Viewport {
        size,
        scheme: Scheme::Light,
    }
}
