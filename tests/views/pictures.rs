//! Graphics with text equivalents, the fit of a site, and the printout.

use crate::{between, each, must, state, words};

#[test]
fn i10_a_site_changes_no_word_of_the_suggestion_or_the_reasons() {
    let words = words();
    for (with, without) in [
        ("result-site-fits", "result-iop"),
        ("result-site-fits-partly", "result-withdrawal-check"),
        ("result-site-does-not-fit", "result-medication-care"),
    ] {
        let hero = |name| between(state(name), "class=\"card hero\"", "</section>");
        assert_eq!(hero(with), hero(without), "{with}");
        let why = |name| between(state(name), words.phrases.why_title, "</section>");
        assert_eq!(why(with), why(without), "{with}");
    }
}

#[test]
fn site_that_does_not_fit_points_elsewhere() {
    let phrases = &words().phrases;
    let named = |phrase: &str| phrase.replace("{name}", "Harbor Center");
    let card = |name| between(state(name), "site-fit", "</section>");
    let none = card("result-site-does-not-fit");
    assert!(none.contains(&named(phrases.fit_does_not)));
    assert!(none.contains(phrases.fit_no));
    assert!(none.contains(words().look_for[0]));
    assert!(none.contains("findtreatment.gov") && none.contains("tel:+18006624357"));
    let part = card("result-site-fits-partly");
    assert!(part.contains(&named(phrases.fit_partly)) && part.contains(phrases.fit_ask));
    let fits = card("result-site-fits");
    assert!(fits.contains(&named(phrases.fit_fits)) && fits.contains(phrases.fit_yes));
    let level = words().in_a_sentence("intensive-outpatient");
    let call = between(
        state("result-site-fits"),
        "id=\"first-call-body\"",
        "</section>",
    );
    assert!(
        call.contains(&phrases.fit_say.replace("{level}", level)),
        "no word on how to start"
    );
    for card in [none, part, fits] {
        assert!(
            card.contains(&named(phrases.fit_disclosure)),
            "no disclosure of the site's interest"
        );
        // Specimens are rendered for a Saturday at 2 a.m.
        assert!(card.contains(phrases.hours_closed));
        assert!(
            card.contains("tel:+18006624357"),
            "closed, and no helpline instead"
        );
    }
    assert!(
        !state("result-iop").contains("site-fit"),
        "a site without a name"
    );
}

#[test]
fn care_path_includes_levels_the_site_does_not_offer() {
    let words = words();
    let path = between(state("result-site-does-not-fit"), "class=\"path\"", "</ol>");
    let residential = words.levels.get("residential").unwrap().name;
    assert!(path.contains(residential));
    assert!(path.contains(words.phrases.path_not_here));
    let path = between(state("result-medication-care"), "class=\"path\"", "</ol>");
    assert!(path.contains(residential) && !path.contains(words.phrases.path_not_here));
}

#[test]
fn every_svg_is_aria_hidden_and_has_a_text_equivalent() {
    each(|specimen| {
        for picture in specimen.html.split("<svg").skip(1) {
            let tag = picture.split('>').next().unwrap_or_default();
            must(
                tag.contains("aria-hidden=\"true\"") && tag.contains("focusable=\"false\""),
                "an SVG is not hidden from screen readers",
            )?;
        }
        Ok(())
    });
    let words = words();
    let html = state("result-iop");
    let profile = between(html, "class=\"profile\"", "</ul>");
    for (name, count) in words.dimensions.iter().zip([1; 5]) {
        assert_eq!(profile.matches(name).count(), count, "{name}");
    }
    let rated = words.ratings.iter().skip(1);
    assert!(rated.into_iter().any(|rating| profile.contains(rating)));
    let week = between(html, "class=\"week\"", "</table>");
    assert_eq!(week.matches("<td>").count(), 1 + 4 * 7);
    for phrase in [words.phrases.week_group, words.phrases.week_home] {
        assert!(week.contains(phrase), "{phrase} is missing");
    }
}

#[test]
fn sample_week_adapts_to_work_and_home() {
    let words = words();
    let week = |name| between(state(name), words.phrases.week_title, "</section>");
    // Work is a barrier: sessions in the evening.
    let rows: Vec<&str> = week("result-iop").split("<tr>").collect();
    let group = words.phrases.week_group;
    assert!(rows[4].contains(group) && !rows[2].contains(group));
    // Work is a barrier here too.
    let rows: Vec<&str> = week("result-someone-else").split("<tr>").collect();
    assert!(rows[4].contains(group), "work was named there too");
    let nights = week("result-day-program");
    assert!(!nights.contains(words.phrases.week_recovery_home));
    assert!(week("result-residential").contains(words.phrases.week_program));
}

#[test]
fn care_path_marks_the_start_and_steps_down() {
    let words = words();
    let path = between(state("result-withdrawal-check"), "class=\"path\"", "</ol>");
    let name = |code: &str| words.levels.get(code).unwrap().name;
    let order = [
        words.phrases.path_up,
        name("day-program"),
        words.phrases.path_start,
        name("withdrawal-check"),
        name("intensive-outpatient"),
        ">Outpatient care",
        words.phrases.path_last,
    ];
    let positions: Vec<Option<usize>> = order.iter().map(|text| path.find(text)).collect();
    assert!(positions.iter().all(Option::is_some), "{positions:?}");
    assert!(positions.is_sorted(), "{positions:?}");
    assert_eq!(path.matches(words.phrases.path_start).count(), 1);
    let path = between(state("result-withdrawal-care"), "class=\"path\"", "</ol>");
    assert!(
        !path.contains(words.phrases.path_up),
        "more than care around the clock"
    );
    for name in [
        "result-under-18",
        "result-none",
        "result-emergency",
        "result-talk-first",
    ] {
        assert!(!state(name).contains("class=\"path\""), "{name}");
    }
}

#[test]
fn printout_has_every_section_and_is_aria_hidden() {
    let words = words();
    for name in ["result-iop", "result-emergency", "result-under-18"] {
        let printout = between(
            state(name),
            "<section class=\"sheet\" aria-hidden=\"true\"",
            "</main>",
        );
        for phrase in [
            words.phrases.sheet_risks,
            words.phrases.sheet_answers,
            words.phrases.sheet_questions,
            words.phrases.sheet_notes,
        ] {
            assert!(printout.contains(phrase), "{name}: {phrase}");
        }
    }
}
