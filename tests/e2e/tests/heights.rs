//! How high a result is before anything is opened: what a person scrolls through at night.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{Environment, Scheme, Scripts, Session, Size, Specimens, Stage};

#[test]
fn no_result_is_higher_than_four_phone_screens_before_anything_is_opened() {
    fits(Size::PHONE, 4);
}

#[test]
fn no_result_is_higher_than_two_desktop_screens_before_anything_is_opened() {
    fits(Size::LAPTOP, 2);
}

/// The number to call, or the door to go to, is on the first screen of a small phone, with no
/// scrolling.
#[test]
fn the_one_act_stands_on_the_first_screen_of_a_small_phone() {
    let small = Size {
        width: 360,
        height: 640,
    };
    let low = each(small, |session| {
        session.read(
            "const act = document.querySelector('.act, .help-card .way, .big-lines .way');
             return act ? Math.ceil(act.getBoundingClientRect().bottom) : -1;",
        )
    });
    let low: Vec<String> = low
        .into_iter()
        .filter(|(_, bottom)| !(1..=640).contains(bottom))
        .map(|(name, bottom)| format!("{name}: {bottom}"))
        .collect();
    assert!(
        low.is_empty(),
        "below the first screen, or missing:\n{}",
        low.join("\n")
    );
}

fn fits(size: Size, screens: i64) {
    let mut heights = each(size, |session| {
        session.read("return document.documentElement.scrollHeight")
    });
    heights.sort_by_key(|(_, height)| -height);
    let most = screens * i64::from(size.height);
    println!("{} results at {} px:", heights.len(), size.width);
    for (name, height) in &heights {
        println!("{height:>6} {name}");
    }
    let too_high: Vec<&(String, i64)> = heights
        .iter()
        .filter(|(_, height)| *height > most)
        .collect();
    assert!(too_high.is_empty(), "higher than {most} px: {too_high:?}");
}

fn each(size: Size, read: impl Fn(&Session) -> i64) -> Vec<(String, i64)> {
    let session = Session::start(Scripts::On);
    session.set(Stage {
        size,
        scheme: Scheme::Light,
    });
    let specimens = Specimens::serve(&Environment::read().dist);
    assert!(specimens.closed_results.len() > 40);
    let names = specimens.closed_results.iter();
    let read = names.map(|name| {
        session.visit(&specimens.url(name));
        (name.clone(), read(&session))
    });
    read.collect()
}
