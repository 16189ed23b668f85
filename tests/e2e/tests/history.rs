//! Browser history, and changing answers.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use assessment::{Item, PageIndex};
use content::questionnaire;
use e2e::{
    CHOICES, Engine, Environment, Role, Screen, Scripts, Server, Session, StoryAnswer, Vignette,
    Walk, words,
};
use fantoccini::Locator;

#[test]
fn browser_back_and_forward_keep_answers() {
    let story = Vignette::read("01-weekend-heavy-drinking");
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let mut walk = Walk::begin(&session, &server.url("/"), &story);

    // Screens with their answers.
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
fn back_button_of_the_page_returns_to_the_start() {
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
    // The browser's history moved too: Forward leads to the same question.
    session.forward();
    walk.wait_for_screen(&age);
}

/// Such a browser gives entries no keys, so that the check does.
#[test]
fn without_navigation_api_back_and_forward_go_one_screen_and_keep_answers() {
    let story = Vignette::read("01-weekend-heavy-drinking");
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.remove_navigation_api();
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
    session.forward();
    walk.wait_for_screen(&left[1]);
    session.forward();
    walk.wait_for_screen(&left[2]);
    assert!(session.read::<bool>("return window.navigation === undefined"));
}

#[test]
fn changing_an_answer_keeps_the_rest_and_asks_only_new_questions() {
    let mut story = Vignette::read("01-weekend-heavy-drinking");
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let review = words().phrases.review_title;
    Walk::begin(&session, &server.url("/"), &story)
        .continue_until(|screen| screen.heading == review);
    let before = Screen::read(&session);

    // Cannabis enables a question on its own page and, with six drinks, one on each of two later
    // pages.
    set_answer(&mut story, "substances", &["alcohol", "cannabis"]);
    set_answer(&mut story, "days-cannabis", &["1-3-days"]);
    set_answer(&mut story, "memory-gaps", &["no"]);
    set_answer(&mut story, "earlier-treatment", &["none"]);
    let mut walk = Walk::at(&session, &story);
    let substances = item("substances");
    let enabled = ["days-cannabis", "memory-gaps", "earlier-treatment"].map(item);
    walk.press_button(&format!(
        "{}: {}",
        words().phrases.change,
        heading(substances.page)
    ));
    let seen = walk.continue_until(|screen| screen.heading == review);

    let headings: Vec<&str> = seen.iter().map(|screen| screen.heading.as_str()).collect();
    // A page with a single question has it as its heading.
    let pages = enabled.iter().map(|item| heading(item.page));
    let pages: Vec<&str> = [words_of(substances).text.0]
        .into_iter()
        .chain(pages)
        .chain([review])
        .collect();
    assert_eq!(headings, pages, "more is asked than what became new");
    assert!(enabled.iter().all(|item| asks(&seen, item)), "{headings:?}");
    let after = Screen::read(&session);
    let changed = std::iter::once(&substances).chain(&enabled);
    let changed: Vec<&str> = changed.map(|item| words_of(item).short).collect();
    let unchanged = |screen: &Screen| {
        let mut terms = screen.terms.clone();
        terms.retain(|(term, _)| !changed.contains(&term.as_str()));
        terms
    };
    assert_eq!(unchanged(&after), unchanged(&before));
    assert!(unchanged(&before).len() > 30, "{before:?}");
    for (item, position) in enabled.iter().zip([1, 0, 0]) {
        let added = (
            words_of(item).short.to_owned(),
            words_of(item).options[position].0.to_owned(),
        );
        assert!(after.terms.contains(&added), "{added:?}: {after:?}");
    }
}

fn set_answer(story: &mut Vignette, link_id: &str, codes: &[&str]) {
    let codes = codes.iter().map(ToString::to_string).collect();
    story
        .answers
        .insert(link_id.into(), StoryAnswer::Options(codes));
}

fn asks(screens: &[Screen], item: &Item) -> bool {
    let text = words_of(item).text.0;
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

fn words_of(item: &Item) -> &'static i18n::ItemWords {
    let index = questionnaire().find(item.link_id.0).unwrap();
    &words().items[usize::from(index.0)]
}

fn heading(page: PageIndex) -> &'static str {
    words().pages[usize::from(page.0)].0
}

/// Chromium keeps 50 entries: of a long visit it drops the oldest, and counts the others anew.
#[test]
fn back_leads_to_the_screen_before_after_more_entries_than_a_browser_keeps() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/"));
    session.wait_until_running();
    session.click_through_to_result(CHOICES);
    let phrases = &words().phrases;
    let title = |name: &str| format!("//h1[normalize-space()=\"{name}\"]");
    for _ in 0..30 {
        session.click(Role::Button, phrases.change_answers);
        session.wait_for("the review", Locator::XPath(&title(phrases.review_title)));
        session.click(Role::Button, phrases.see_result);
        session.wait_for("the result", Locator::Css(".on-result"));
    }
    if session.engine() == Engine::Chromium {
        let kept: usize = session.read("return navigation.entries().length");
        assert!(kept <= 50, "{kept}");
    }
    for _ in 0..5 {
        session.back();
        session.wait_for("the review", Locator::XPath(&title(phrases.review_title)));
        session.back();
        session.wait_for("the result", Locator::Css(".on-result"));
    }
    session.forward();
    session.wait_for("the review", Locator::XPath(&title(phrases.review_title)));
    // The start is no longer there to go back to: one step more would lead to the page before the check.
    session.forward();
    session.wait_for("the result", Locator::Css(".on-result"));
    session.click(Role::Button, phrases.start_over);
    session.wait_until("the start", || session.shows(Role::Button, phrases.start));
    assert_eq!(session.read::<String>("return location.pathname"), "/");
}
