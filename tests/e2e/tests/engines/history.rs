//! Back and Forward.

use e2e::{Environment, Role, Screen, Scripts, Server, Session, Vignette, Walk, words};

#[test]
fn back_and_forward_keep_answers() {
    let story = Vignette::read("01-weekend-heavy-drinking");
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let mut walk = Walk::begin(&session, &server.url("/"), &story);
    let mut left = Vec::new();
    for _ in 0..4 {
        walk.answer_all();
        let screen = Screen::read(&session);
        walk.step(&screen);
        left.push(screen);
    }
    // The page's own Back moves the browser's history too.
    session.click(Role::Button, words().phrases.back);
    walk.wait_for_screen(&left[3]);
    for screen in left.iter().rev().skip(1) {
        session.back();
        walk.wait_for_screen(screen);
    }
    assert!(Screen::read(&session).has_button(words().phrases.start));
    for screen in left.iter().skip(1) {
        session.forward();
        walk.wait_for_screen(screen);
    }
}
