//! Page height of the questions.

#![allow(clippy::unwrap_used, clippy::panic)]

use e2e::{Environment, Scheme, Scripts, Session, Size, Specimens, Viewport};

/// A phone screen and a half, of 740 pixels each.
const LIMIT: f64 = 1110.0;

/// Pages that ask more than that where every question of them is open, with what they may ask, in pixels.
/// Splitting one would cost everyone another screen.
const EXCEPTIONS: &[(&str, f64, &str)] = &[
    ("body-", 1360.0, "ten signs, each one named"),
    (
        "mind-",
        1320.0,
        "four questions, and six conditions by name",
    ),
    ("risks-", 1480.0, "four questions of five answers"),
    (
        "stopping-self",
        1600.0,
        "all five questions, of both tracks",
    ),
    ("stopping-someone", 1600.0, "the same"),
    (
        "substances-",
        1400.0,
        "eleven groups with examples, so that nobody has to guess",
    ),
    (
        "symptoms-self",
        1400.0,
        "all four questions, of both tracks",
    ),
    ("symptoms-someone", 1400.0, "the same"),
    (
        "thoughts-",
        1320.0,
        "all four questions, each with answers in whole sentences",
    ),
    ("use-self", 5300.0, "days and last use of ten substances"),
    ("use-someone", 5300.0, "the same"),
];

/// What a page asks, without what answers bring up on it: help, and what is told of them.
const ASKED: &str = "
    const height = (selector) => 
        [...document.querySelectorAll('main ' + selector)]
            .reduce((sum, element) => sum + element.getBoundingClientRect().height, 0);
    return document.querySelector('main').getBoundingClientRect().height
        - height('.cards') - height('.notice-line') - height('.settled');
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
    let mut unneeded: Vec<&str> = EXCEPTIONS.iter().map(|(name, ..)| *name).collect();
    for name in &specimens.names {
        let is_question = name.starts_with("question-") && !name.ends_with("long-words");
        // The notice stands for a moment, and names what is asked already.
        if !is_question || name.ends_with("-notice") {
            continue;
        }
        session.visit(&specimens.url(name));
        let height: f64 = session.read(ASKED);
        assert!(height > 200.0, "{name}: {height}");
        measured += 1;
        let page = name.trim_start_matches("question-");
        let exception = EXCEPTIONS
            .iter()
            .find(|(start, ..)| page.starts_with(start));
        if height > LIMIT {
            unneeded.retain(|start| !page.starts_with(start));
        }
        let limit = exception.map_or(LIMIT, |(_, limit, _)| *limit);
        if height > limit {
            too_high.push(format!("{name}: {height} pixels of {limit}"));
        }
    }
    assert!(measured > 30, "{measured}");
    assert!(too_high.is_empty(), "{}", too_high.join("\n"));
    assert!(
        unneeded.is_empty(),
        "no exception is needed for {unneeded:?}"
    );
}
