//! Pages of questions that answer to what is chosen on them.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use content::questionnaire;
use e2e::{Environment, Question, Screen, Scripts, Server, Session, Vignette, Walk, words};
use fantoccini::key::Key;
use i18n::{ItemWords, Voice};

/// Has one or two drinks on a few days, and no trouble.
const LIGHT: &str = "126-a-drink-or-two-and-more-than-planned";

#[test]
fn conflicting_answers_show_a_notice_at_the_adjusted_question() {
    at_page(LIGHT, "use", |session, walk| {
        let (days, last) = ("days-alcohol", "last-alcohol");
        let message = || -> Vec<String> {
            session.read(
                "return [...document.querySelectorAll('main fieldset')]
                     .filter((question) => question.querySelector('[role=status]')?.checkVisibility())
                     .map((question) => question.querySelector('legend').textContent.trim())",
            )
        };
        let says = || session.text().contains(words().phrases.do_not_fit);
        let choose = |walk: &mut Walk<'_>, link_id, code| {
            walk.answer(
                &asked(session, link_id),
                &[option(link_id, code).to_owned()],
            );
        };
        choose(walk, days, "0-days");
        assert!(!says(), "one answer alone cannot be at odds");
        choose(walk, last, "within-5-days");
        assert!(says(), "{}", session.text());
        assert_eq!(message(), [text(days)]);
        // What was chosen stays chosen, and the page says so aloud.
        assert_eq!(asked(session, days).chosen(), [option(days, "0-days")]);

        choose(walk, days, "1-3-days");
        assert_eq!((says(), message()), (false, Vec::new()));
        // The other way round it is the last use that is read otherwise.
        choose(walk, days, "21-30-days");
        choose(walk, last, "over-28-days");
        assert!(says(), "{}", session.text());
        assert!(
            message().contains(&text(last).to_owned()),
            "{:?}",
            message()
        );
        // A guess is at odds with nothing.
        walk.answer(&asked(session, last), &[words().phrases.unsure.to_owned()]);
        assert_eq!((says(), message()), (false, Vec::new()));

        // It keeps nobody from going on.
        choose(walk, last, "over-28-days");
        assert!(says(), "{}", session.text());
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
                &asked(session, link_id),
                &[option(link_id, code).to_owned()],
            );
        };
        assert!(!asks_worst());
        choose(walk, signs, "none");
        assert!(!asks_worst());
        // At once, below the answer that asks for it; and gone with it.
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

        // Trouble in the past opens it too, before anything is answered here.
        walk.press_button(words().phrases.back);
        choose(walk, "stopping-danger", "sick-once-or-twice");
        walk.press_button(words().phrases.continue_);
        assert!(asks_worst());
        // What was chosen before it went is still there.
        assert_eq!(asked(session, worst).chosen(), [option(worst, "vomiting")]);
    });
}

/// Otherwise the next key would answer another question.
#[test]
fn appearing_question_does_not_move_the_focus() {
    // By arrows alone: each of them chooses.
    for (story, page, link_id, presses, comes_up) in [
        (
            "10-fentanyl-daily-stable-home",
            "use",
            "days-opioids",
            4,
            "running-out",
        ),
        (LIGHT, "symptoms", "symptoms-danger", 2, "bad-signs"),
    ] {
        at_page(story, page, |session, walk| {
            let question = asked(session, link_id);
            let asks = || {
                Screen::read(session)
                    .questions
                    .iter()
                    .any(|question| question.text == text(comes_up))
            };
            walk.tab_into(&question);
            session.press(Key::Space);
            assert!(!asks(), "{comes_up}");
            for place in 1..=presses {
                session.press(Key::Down);
                let focus = session.focus();
                assert_eq!(focus.question.as_deref(), Some(text(link_id)), "{focus:?}");
                assert_eq!(focus.name, question.choices[place].text);
                assert!(focus.is_chosen, "{focus:?}");
            }
            assert!(asks(), "{comes_up}");
            // And where it goes again.
            for place in (0..presses).rev() {
                session.press(Key::Up);
                let focus = session.focus();
                assert_eq!(focus.question.as_deref(), Some(text(link_id)), "{focus:?}");
                assert_eq!(focus.name, question.choices[place].text);
            }
            assert!(!asks(), "{comes_up}");
        });
    }
}

/// Walks a story to one page of questions.
fn at_page(story: &str, page: &str, then: impl FnOnce(&Session, &mut Walk<'_>)) {
    let story = Vignette::read(story);
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let pages = questionnaire().pages.iter();
    let place = pages
        .into_iter()
        .position(|known| known.id == page)
        .unwrap();
    let heading = words().pages[place].in_voice(Voice::Self_);
    let items = questionnaire().items.iter().zip(&words().items);
    let of_page = items.filter(|(item, _)| usize::from(item.page.0) == place);
    // A page with one question has no other heading.
    let texts: Vec<&str> = of_page.map(|(_, said)| said.text.0).collect();
    let mut walk = Walk::begin(&session, &server.url("/"), &story);
    walk.continue_until(|screen| {
        screen.heading == heading || texts.contains(&screen.heading.as_str())
    });
    then(&session, &mut walk);
}

fn asked(session: &Session, link_id: &str) -> Question {
    Screen::read(session).question(text(link_id)).clone()
}

fn said(link_id: &str) -> &'static ItemWords {
    let index = questionnaire().find(link_id).unwrap();
    &words().items[usize::from(index.0)]
}

fn text(link_id: &str) -> &'static str {
    said(link_id).text.0
}

fn option(link_id: &str, code: &str) -> &'static str {
    let index = questionnaire().find(link_id).unwrap();
    let place = questionnaire()
        .item(index)
        .unwrap()
        .option_index(code)
        .unwrap();
    said(link_id).options[usize::from(place)].0
}
