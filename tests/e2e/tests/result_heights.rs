//! Page height of results with every section collapsed.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use e2e::{Environment, Scheme, Scripts, Session, Size, Specimens, Viewport};

#[test]
fn collapsed_results_fit_four_phone_screens() {
    assert_fits(Size::PHONE, 4);
}

#[test]
fn collapsed_results_fit_two_desktop_screens() {
    assert_fits(Size::LAPTOP, 2);
}

/// The phone number to call or the place to go is visible without scrolling.
#[test]
fn first_step_is_visible_on_a_small_phone_without_scrolling() {
    let small = Size {
        width: 360,
        height: 640,
    };
    let bottoms = measure_each(small, |session| {
        session.read(
            "const act = document.querySelector('.main-act, .help-card.contact .way, .big-lines .way');
             return act ? Math.ceil(act.getBoundingClientRect().bottom) : -1;",
        )
    });
    let hidden: Vec<String> = bottoms
        .into_iter()
        .filter(|(_, bottom)| !(1..=640).contains(bottom))
        .map(|(name, bottom)| format!("{name}: {bottom}"))
        .collect();
    assert!(
        hidden.is_empty(),
        "below the first screen, or missing:\n{}",
        hidden.join("\n")
    );
}

fn assert_fits(size: Size, screens: i64) {
    let mut heights = measure_each(size, Session::height_above_foot);
    heights.sort_by_key(|(_, height)| -height);
    let limit = screens * i64::from(size.height);
    println!("{} results at {} px:", heights.len(), size.width);
    for (name, height) in &heights {
        println!("{height:>6} {name}");
    }
    let too_high: Vec<&(String, i64)> = heights
        .iter()
        .filter(|(_, height)| *height > limit)
        .collect();
    assert!(too_high.is_empty(), "higher than {limit} px: {too_high:?}");
}

fn measure_each(size: Size, measure: impl Fn(&Session) -> i64) -> Vec<(String, i64)> {
    let session = Session::start(Scripts::On);
    session.set(Viewport {
        size,
        scheme: Scheme::Light,
    });
    let specimens = Specimens::serve(&Environment::read().dist);
    assert!(specimens.closed_results.len() > 40);
    let names = specimens.closed_results.iter();
    let measured = names.map(|name| {
        session.visit(&specimens.url(name));
        (name.clone(), measure(&session))
    });
    measured.collect()
}
