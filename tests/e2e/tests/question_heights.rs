//! Page height of the questions.

#![allow(clippy::unwrap_used, clippy::panic)]

use e2e::{Environment, Scheme, Scripts, Session, Size, Specimens, Viewport};

/// A phone screen and a half, of 740 pixels each.
const LIMIT: f64 = 1110.0;

/// What a page asks, without what answers bring up on it (help, and what is told of them) and the hint about keys, which
/// a phone does not show.
const ASKED: &str = "
    const height = (selector) => 
        [...document.querySelectorAll('main ' + selector)]
            .reduce((sum, element) => sum + element.getBoundingClientRect().height, 0);
    return document.querySelector('main').getBoundingClientRect().height
        - height('.cards') - height('.notice-line') - height('.settled') - height('.number-keys');
";

#[test]
fn no_page_of_questions_is_higher_than_a_phone_screen_and_a_half() {
    let specimens = Specimens::serve(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.set(Viewport {
        size: Size::PHONE,
        scheme: Scheme::Light,
    });
    let mut measured = 0;
    let mut too_high = Vec::new();
    for name in &specimens.names {
        let is_question = name.starts_with("question-") && !name.ends_with("pseudo-locale");
        // The notice stands for a moment, and names what is asked already.
        if !is_question || name.ends_with("-notice") {
            continue;
        }
        session.visit(&specimens.url(name));
        let height: f64 = session.read(ASKED);
        assert!(height > 200.0, "{name}: {height}");
        measured += 1;
        if height > LIMIT {
            too_high.push(format!("{name}: {height} pixels of {LIMIT}"));
        }
    }
    assert!(measured > 30, "{measured}");
    assert!(too_high.is_empty(), "{}", too_high.join("\n"));
}
