//! The browser's Back and Forward, and changing answers.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{Environment, Given, Screen, Scripts, Server, Session, Vignette, Walk, words};
use footing::assessment::{Item, PageIndex};
use footing::content::questionnaire;

#[test]
fn back_and_forward_lead_through_the_questions_and_answers_stay() {
    let story = Vignette::read("01-weekend-heavy-drinking");
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let mut walk = Walk::begin(&session, &server.url("/"), &story);

    // The screens as they were left, each with its answers.
    let mut left = Vec::new();
    for _ in 0..4 {
        walk.answer_all();
        let screen = Screen::read(&session);
        walk.step(&screen);
        left.push(screen);
    }
    for screen in left.iter().rev() {
        session.back();
        walk.wait_for_screen(screen);
    }
    // The last of these is the start.
    assert!(Screen::read(&session).has_button(words().phrases.start));
    for screen in left.iter().skip(1) {
        session.forward();
        walk.wait_for_screen(screen);
    }
}

#[test]
fn the_pages_own_back_leads_to_the_start_too() {
    let story = Vignette::read("01-weekend-heavy-drinking");
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let mut walk = Walk::begin(&session, &server.url("/"), &story);
    walk.answer_all();
    let start = Screen::read(&session);
    walk.step(&start);
    let age = Screen::read(&session);
    walk.press_button(words().phrases.back);
    walk.wait_for_screen(&start);
    // The browser went along: its Forward leads to where we were.
    session.forward();
    walk.wait_for_screen(&age);
}

/// Such a browser does not tell which way it went: every move of its own counts as Back, and the
/// page's own Back is heard once.
#[test]
fn without_the_navigation_api_back_goes_one_place_and_answers_stay() {
    let story = Vignette::read("01-weekend-heavy-drinking");
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.forget_navigation_api();
    let mut walk = Walk::begin(&session, &server.url("/"), &story);
    let mut left = Vec::new();
    for _ in 0..4 {
        walk.answer_all();
        let screen = Screen::read(&session);
        walk.step(&screen);
        left.push(screen);
    }
    walk.press_button(words().phrases.back);
    walk.wait_for_screen(&left[3]);
    walk.press_button(words().phrases.back);
    walk.wait_for_screen(&left[2]);
    session.back();
    walk.wait_for_screen(&left[1]);
    session.back();
    walk.wait_for_screen(&left[0]);
    assert!(session.read::<bool>("return window.navigation === undefined"));
}

#[test]
fn changing_an_early_answer_keeps_the_later_ones_and_asks_only_what_became_new() {
    let mut story = Vignette::read("01-weekend-heavy-drinking");
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let review = words().phrases.review_title;
    Walk::begin(&session, &server.url("/"), &story).on_to(|screen| screen.heading == review);
    let before = Screen::read(&session);

    // Cannabis opens one question: on how many days.
    give(&mut story, "substances", &["alcohol", "cannabis"]);
    give(&mut story, "days-cannabis", &["1-3-days"]);
    let mut walk = Walk::at(&session, &story);
    let (substances, days) = (item("substances"), item("days-cannabis"));
    walk.press_button(&format!(
        "{}: {}",
        words().phrases.change,
        heading(substances.page)
    ));
    let seen = walk.on_to(|screen| screen.heading == review);

    let headings: Vec<&str> = seen.iter().map(|screen| screen.heading.as_str()).collect();
    assert!(asks(&seen, substances) && asks(&seen, days), "{headings:?}");
    assert_eq!(
        seen.len(),
        3,
        "more is asked than what became new: {headings:?}"
    );
    let after = Screen::read(&session);
    let changed = [said(substances).short, said(days).short];
    let kept = |screen: &Screen| {
        let mut kept = screen.terms.clone();
        kept.retain(|(term, _)| !changed.contains(&term.as_str()));
        kept
    };
    assert_eq!(kept(&after), kept(&before));
    assert!(kept(&before).len() > 40, "{before:?}");
    let added = (
        said(days).short.to_owned(),
        said(days).options[1].0.to_owned(),
    );
    assert!(after.terms.contains(&added), "{after:?}");
}

fn give(story: &mut Vignette, link_id: &str, codes: &[&str]) {
    let codes = codes.iter().map(ToString::to_string).collect();
    story.answers.insert(link_id.into(), Given::Options(codes));
}

fn asks(screens: &[Screen], item: &Item) -> bool {
    let text = said(item).text.0;
    screens.iter().any(|screen| {
        screen
            .questions
            .iter()
            .any(|question| question.text == text)
    })
}

fn item(link_id: &str) -> &'static Item {
    questionnaire()
        .item(questionnaire().find(link_id).unwrap())
        .unwrap()
}

fn said(item: &Item) -> &'static footing::content::words::ItemWords {
    let index = questionnaire().find(item.link_id.0).unwrap();
    &words().items[usize::from(index.0)]
}

fn heading(page: PageIndex) -> &'static str {
    words().pages[usize::from(page.0)].0
}
