//! Keyboard shortcuts and focus management.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{Environment, Role, Screen, Scripts, Server, Session, Vignette, Walk, words};
use fantoccini::key::Key;

#[test]
fn number_keys_select_only_inside_the_options() {
    at_first_question(|session, walk| {
        let selected = || {
            let screen = Screen::read(session);
            screen.questions[0]
                .chosen()
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        };
        let question = Screen::read(session).questions[0].clone();
        // Focus on the heading: no effect.
        session.type_key('2');
        assert!(selected().is_empty());
        // Focus on an option.
        walk.tab_into(&question);
        session.type_key('2');
        assert_eq!(selected(), [question.choices[1].text.as_str()]);
        // Number without an option: no effect.
        session.type_key('9');
        assert_eq!(selected(), [question.choices[1].text.as_str()]);
        // Focus on Continue: no effect.
        walk.tab_to(Role::Button, words().phrases.continue_);
        session.type_key('1');
        assert_eq!(selected(), [question.choices[1].text.as_str()]);
    });
}

#[test]
fn selecting_stays_on_the_page_and_continue_focuses_the_next_heading() {
    at_first_question(|session, walk| {
        let before = Screen::read(session);
        walk.answer_all();
        assert_eq!(Screen::read(session).heading, before.heading);
        walk.press_button(words().phrases.continue_);
        let after = Screen::read(session);
        assert_ne!(after.heading, before.heading);
        let focus = session.focus();
        assert!(
            focus.is_on(Role::Heading, &after.heading),
            "the focus is on {focus:?}"
        );
    });
}

#[test]
fn unanswered_question_is_reported_once_and_can_be_skipped() {
    at_first_question(|session, walk| {
        let before = Screen::read(session);
        walk.tab_to(Role::Button, words().phrases.continue_);
        session.press(Key::Enter);
        session.wait_for_focus("section");
        let phrases = &words().phrases;
        assert_eq!(session.focus().name, phrases.unanswered_what);
        assert!(session.shows(Role::Heading, phrases.unanswered_what));
        assert!(session.text().contains(phrases.unanswered_todo));
        assert_eq!(Screen::read(session).heading, before.heading);
        walk.press_button(phrases.continue_);
        assert_ne!(Screen::read(session).heading, before.heading);
    });
}

#[test]
fn help_now_opens_by_keyboard_and_its_first_link_is_next() {
    at_first_question(|session, walk| {
        let first = words()
            .lines
            .get(words().everywhere[0])
            .unwrap()
            .call
            .unwrap();
        let call = words().phrases.call.replace("{number}", first);
        let closed = session.link_targets(&call).len();
        while !session
            .focus()
            .is_on(Role::Disclosure, words().phrases.help_now)
        {
            session.press_with_shift(Key::Tab);
        }
        session.press(Key::Enter);
        assert!(session.shows(Role::Heading, words().phrases.help_now_title));
        assert_eq!(session.link_targets(&call).len(), closed + 1);
        session.press_tab();
        let focus = session.focus();
        assert!(focus.is_on(Role::Link, &call), "the focus is on {focus:?}");
        let _ = walk;
    });
}

/// Goes to the first page of questions.
fn at_first_question(test: impl FnOnce(&Session, &mut Walk<'_>)) {
    let story = Vignette::read("01-weekend-heavy-drinking");
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let mut walk = Walk::begin(&session, &server.url("/"), &story);
    walk.step(&Screen::read(&session));
    test(&session, &mut walk);
}
