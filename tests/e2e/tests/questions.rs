//! Questions and notices that depend on answers of the same page.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use content::questionnaire;
use e2e::{Environment, Question, Screen, Scripts, Server, Session, Vignette, Walk, words};
use fantoccini::key::Key;
use i18n::{ItemWords, Voice};

/// Light drinker without withdrawal symptoms.
const LIGHT: &str = "126-a-drink-or-two-and-more-than-planned";

#[test]
fn conflicting_answers_show_a_notice_at_the_adjusted_question() {
    at_page(LIGHT, "use", |session, walk| {
        let (days, last) = ("days-alcohol", "last-alcohol");
        let with_notice = || -> Vec<String> {
            session.read(
                "return [...document.querySelectorAll('main fieldset')]
                     .filter((question) => question.querySelector('[role=status]')?.checkVisibility())
                     .map((question) => question.querySelector('legend').textContent.trim())",
            )
        };
        let shows_notice = || session.text().contains(words().phrases.do_not_fit);
        let choose = |walk: &mut Walk<'_>, link_id, code| {
            walk.answer(
                &question_of(session, link_id),
                &[option(link_id, code).to_owned()],
            );
        };
        choose(walk, days, "0-days");
        assert!(!shows_notice(), "one answer alone cannot be at odds");
        choose(walk, last, "within-5-days");
        assert!(shows_notice(), "{}", session.text());
        assert_eq!(with_notice(), [text(days)]);
        // The selected option stays selected.
        assert_eq!(
            question_of(session, days).chosen(),
            [option(days, "0-days")]
        );

        choose(walk, days, "1-3-days");
        assert_eq!((shows_notice(), with_notice()), (false, Vec::new()));
        // In the opposite conflict the last use is adjusted.
        choose(walk, days, "21-30-days");
        choose(walk, last, "over-28-days");
        assert!(shows_notice(), "{}", session.text());
        assert!(
            with_notice().contains(&text(last).to_owned()),
            "{:?}",
            with_notice()
        );
        // "Not sure" conflicts with nothing.
        walk.answer(
            &question_of(session, last),
            &[words().phrases.unsure.to_owned()],
        );
        assert_eq!((shows_notice(), with_notice()), (false, Vec::new()));

        // A conflict does not block Continue.
        choose(walk, last, "over-28-days");
        assert!(shows_notice(), "{}", session.text());
        let before = Screen::read(session);
        choose(walk, "drinks-a-day", "1-2-drinks");
        walk.press_button(words().phrases.continue_);
        assert_ne!(Screen::read(session).heading, before.heading);
    });
}

#[test]
fn light_drinkers_are_asked_severe_signs_only_after_trouble() {
    at_page(LIGHT, "symptoms", |session, walk| {
        let (signs, worst) = ("symptoms-danger", "bad-signs");
        let asks_worst = || {
            Screen::read(session)
                .questions
                .iter()
                .any(|question| question.text == text(worst))
        };
        let choose = |walk: &mut Walk<'_>, link_id, code| {
            walk.answer(
                &question_of(session, link_id),
                &[option(link_id, code).to_owned()],
            );
        };
        assert!(!asks_worst());
        choose(walk, signs, "none");
        assert!(!asks_worst());
        // Appears immediately below the answer that enables it, and disappears with it.
        choose(walk, signs, "one-or-two-mild");
        let questions = Screen::read(session).questions;
        let texts: Vec<&str> = questions
            .iter()
            .map(|question| question.text.as_str())
            .collect();
        assert_eq!(texts, [text(signs), text(worst)]);
        choose(walk, worst, "vomiting");
        choose(walk, signs, "none");
        assert!(!asks_worst());

        // Past trouble enables it too, before any answer on this page.
        walk.press_button(words().phrases.back);
        choose(walk, "stopping-danger", "sick-once-or-twice");
        walk.press_button(words().phrases.continue_);
        assert!(asks_worst());
        // The option selected before the question disappeared is still selected.
        assert_eq!(
            question_of(session, worst).chosen(),
            [option(worst, "vomiting")]
        );
    });
}

/// If the focus moved, the next key would answer another question.
#[test]
fn appearing_question_does_not_move_the_focus() {
    // Arrow keys select as they move.
    for (story, page, link_id, presses, appearing) in [
        (LIGHT, "thoughts", "suicidal-thoughts", 3, "means-in-reach"),
        (LIGHT, "symptoms", "symptoms-danger", 2, "bad-signs"),
    ] {
        at_page(story, page, |session, walk| {
            let question = question_of(session, link_id);
            let asks = || {
                Screen::read(session)
                    .questions
                    .iter()
                    .any(|question| question.text == text(appearing))
            };
            walk.tab_into(&question);
            session.press(Key::Space);
            assert!(!asks(), "{appearing}");
            for index in 1..=presses {
                session.press(Key::Down);
                let focus = session.focus();
                assert_eq!(focus.question.as_deref(), Some(text(link_id)), "{focus:?}");
                assert_eq!(focus.name, question.choices[index].text);
                assert!(focus.is_chosen, "{focus:?}");
            }
            assert!(asks(), "{appearing}");
            // Moving back up removes the question again.
            for index in (0..presses).rev() {
                session.press(Key::Up);
                let focus = session.focus();
                assert_eq!(focus.question.as_deref(), Some(text(link_id)), "{focus:?}");
                assert_eq!(focus.name, question.choices[index].text);
            }
            assert!(!asks(), "{appearing}");
        });
    }
}

/// Goes to a page of questions with the answers of a story.
fn at_page(story: &str, page: &str, test: impl FnOnce(&Session, &mut Walk<'_>)) {
    let story = Vignette::read(story);
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let pages = questionnaire().pages.iter();
    let index = pages
        .into_iter()
        .position(|known| known.id == page)
        .unwrap();
    let heading = words().pages[index].in_voice(Voice::Self_);
    let items = questionnaire().items.iter().zip(&words().items);
    let of_page = items.filter(|(item, _)| usize::from(item.page.0) == index);
    // A page with a single question has it as its heading.
    let texts: Vec<&str> = of_page.map(|(_, words)| words.text.0).collect();
    let mut walk = Walk::begin(&session, &server.url("/"), &story);
    walk.continue_until(|screen| {
        screen.heading == heading || texts.contains(&screen.heading.as_str())
    });
    test(&session, &mut walk);
}

fn question_of(session: &Session, link_id: &str) -> Question {
    Screen::read(session).question(text(link_id)).clone()
}

fn words_of(link_id: &str) -> &'static ItemWords {
    let index = questionnaire().find(link_id).unwrap();
    &words().items[usize::from(index.0)]
}

fn text(link_id: &str) -> &'static str {
    words_of(link_id).text.0
}

fn option(link_id: &str, code: &str) -> &'static str {
    let index = questionnaire().find(link_id).unwrap();
    let option = questionnaire()
        .item(index)
        .unwrap()
        .option_index(code)
        .unwrap();
    words_of(link_id).options[usize::from(option)].0
}
