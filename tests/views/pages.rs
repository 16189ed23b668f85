//! Pages of questions, their notices, and the questions on the result.

use assessment::{Item, ItemIndex};
use content::questionnaire;
use i18n::Voice;

use crate::{all, each, must, state, words};

/// Escapes a text as in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn items() -> impl Iterator<Item = (usize, &'static Item)> {
    questionnaire().items.iter().enumerate()
}

#[test]
fn every_question_shows_all_options_in_both_voices() {
    let words = words();
    for (name, voice) in [("self", Voice::Self_), ("someone-else", Voice::SomeoneElse)] {
        for (position, item) in items() {
            let page = &questionnaire().pages[usize::from(item.page.0)];
            let html = match (page.after_result, item.link_id.0) {
                (true, _) if voice == Voice::Self_ => state("result-iop"),
                (true, _) => state("result-someone-else"),
                // On the start screen, in one voice.
                (false, "who-for") => state("start"),
                (false, _) => part_with(&format!("question-{}-{name}", page.id), item.link_id.0),
            };
            let item_words = &words.items[position];
            let voice = if item.link_id.0 == "who-for" {
                Voice::Self_
            } else {
                voice
            };
            for text in [&item_words.text].into_iter().chain(&item_words.options) {
                let text = escaped(text.in_voice(voice));
                assert!(html.contains(&text), "{} of {name}: {text}", item.link_id.0);
            }
            for option in 0..item.options.len() {
                let id = format!("id=\"{}-{option}\"", item.link_id.0);
                assert!(html.contains(&id), "{id}");
            }
        }
    }
}

/// The part of a page that asks this item.
fn part_with(page: &str, link_id: &str) -> &'static str {
    let parts = (1..10).map(|number| match number {
        1 => page.to_owned(),
        number => format!("{page}-{number}"),
    });
    let name = format!("name=\"{link_id}\"");
    let found = parts
        .map(|part| state(&part))
        .find(|html| html.contains(&name));
    found.unwrap_or_else(|| panic!("no part of {page} asks {link_id}"))
}

#[test]
fn one_substance_asks_only_its_own_questions() {
    let html = state("question-use-drinking");
    let asked = html.matches("<fieldset").count();
    assert_eq!(asked, 3, "{html}");
    for link_id in ["days-alcohol", "drinks-a-day", "last-alcohol"] {
        assert!(html.contains(&format!("name=\"{link_id}\"")), "{link_id}");
    }
    assert!(!state("question-symptoms-drinking").contains("symptoms-opioid"));
    assert!(!state("question-stopping-drinking").contains("supervised-detox"));
}

#[test]
fn conflicting_days_and_last_use_show_a_notice_in_their_question() {
    let notice = words().phrases.do_not_fit;
    each(|specimen| {
        let expected = usize::from(specimen.name == "question-use-do-not-fit");
        must(
            specimen.html.matches(notice).count() == expected,
            "wrong number of notices",
        )
    });
    let html = state("question-use-do-not-fit");
    let last = html.find("name=\"last-alcohol\"").unwrap();
    let line = format!("<p class=\"notice-line\" role=\"status\">{notice}</p>");
    let position = html.find(&line).unwrap();
    assert!(position > last, "the notice comes before its answer");
    assert!(
        !html[last..position].contains("</fieldset>"),
        "the notice is outside its question"
    );
}

#[test]
fn changed_questions_notice_is_above_the_first_reasked_question() {
    let phrases = words().phrases;
    let html = state("question-kept-changed");
    let line = format!(
        "<p class=\"notice-line\" role=\"status\">{}</p>",
        phrases.kept_changed
    );
    let notice = html.find(&line).unwrap();
    assert!(notice < html.find("<fieldset").unwrap());
    assert!(html.contains("name=\"right-now\""));
    each(|specimen| {
        let expected = specimen.name == "question-kept-changed";
        must(
            specimen.html.contains(phrases.kept_changed) == expected,
            "notice on the wrong screen",
        )
    });
    // The start screen says only that the rules have changed.
    assert!(state("start-kept-changed").contains(phrases.kept_other_rules));
}

/// Q29 and Q30 change only words of the result, so they are asked there.
#[test]
fn barriers_and_wishes_are_asked_only_on_nonemergency_results() {
    let words = words();
    let after: Vec<ItemIndex> = questionnaire()
        .indexed_items()
        .filter(|(_, item)| questionnaire().is_after_result(item))
        .map(|(index, _)| index)
        .collect();
    assert_eq!(after.len(), 2);
    each(|specimen| {
        let is_result = specimen.name.starts_with("result-");
        let is_emergency = specimen.name.starts_with("result-emergency");
        for index in &after {
            let item = questionnaire().item(*index).unwrap();
            let asked = specimen
                .html
                .contains(&format!("id=\"{}-0\"", item.link_id.0));
            must(
                asked == (is_result && !is_emergency),
                "asked on another screen, or not asked",
            )?;
            let standing = format!("id=\"{}-unsure\"", item.link_id.0);
            must(
                !specimen.html.contains(&standing),
                "a standing answer, which these questions do not need",
            )?;
        }
        Ok(())
    });
    let html = state("result-barriers");
    let section = html.split("class=\"matters\"").nth(1).unwrap();
    let section = section.split("</section>").next().unwrap();
    let chosen: Vec<&str> = section
        .split("<input")
        .filter(|input| input.split('>').next().unwrap().contains(" checked"))
        .map(|input| {
            input
                .split("id=\"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
        })
        .collect();
    let position = |link_id: &str, code: &str| {
        let index = questionnaire().find(link_id).unwrap();
        let position = questionnaire()
            .item(index)
            .unwrap()
            .option_index(code)
            .unwrap();
        format!("{link_id}-{position}")
    };
    assert_eq!(
        chosen,
        [
            position("barriers", "children-at-home"),
            position("barriers", "driving-or-safety-work"),
            position("barriers", "gambling"),
            position("wishes", "veterans"),
            position("wishes", "telehealth"),
        ]
    );
    assert!(
        section.contains("<h3>"),
        "its questions stand below the heading of the section"
    );
    assert!(!words.pages.is_empty());
}

/// Screen reader users navigate by heading levels.
#[test]
fn heading_levels_are_never_skipped() {
    assert!(all().len() > 80, "{}", all().len());
    each(|specimen| {
        let levels = specimen
            .html
            .match_indices("<h")
            .filter_map(|(at, _)| specimen.html[at + 2..].chars().next()?.to_digit(10));
        // Emergency help may come before the `h1`.
        let mut before = 1;
        for level in levels {
            must(level <= before + 1, &format!("h{level} follows h{before}"))?;
            before = level;
        }
        Ok(())
    });
}

/// Labels refer to controls by id.
#[test]
fn element_ids_are_unique() {
    each(|specimen| {
        let mut ids: Vec<&str> = specimen
            .html
            .split(" id=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap_or_default())
            .collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        must(ids.len() == all, "duplicate id")
    });
}

/// Nothing to hear, to watch, to drag or to wait for, and no text in a picture but the logo of a site.
#[test]
fn no_screen_has_media_or_moving_parts() {
    const NEVER: &[&str] = &[
        "<audio",
        "<video",
        "<canvas",
        "<object",
        "<img",
        "<embed",
        "<marquee",
        "<animate",
        "<set ",
        "<iframe",
        " draggable=",
        " ondrag",
        "http-equiv=\"refresh\"",
        "type=\"range\"",
    ];
    let found = |html: &str| NEVER.iter().find(|never| html.contains(**never));
    assert_eq!(found("<p>A film: <video></video></p>"), Some(&"<video"));
    each(|specimen| {
        let without_logo = specimen.html.replacen("<p class=\"whose\"><img ", "", 1);
        let found = found(&without_logo);
        must(found.is_none(), found.unwrap_or(&""))
    });
    let style = include_str!("../../static/widget.css");
    assert!(!style.contains("animation") && !style.contains("@keyframes"));
}

/// Where several questions share a page, the standing answers stand once for all of them, and each row keeps
/// its own one press away.
#[test]
fn several_questions_on_a_page_can_be_left_open_together_or_each_by_itself() {
    let phrases = words().phrases;
    each(|specimen| {
        if !specimen.name.starts_with("question-") {
            return Ok(());
        }
        let asked = specimen.html.matches("<fieldset").count();
        let rest = specimen.html.matches("<details class=\"rest\">").count();
        must(rest == usize::from(asked > 1), "left open together")?;
        let rows = specimen.html.matches("<details class=\"skip").count();
        must(
            rows == if asked > 1 { asked } else { 0 },
            "left open by itself",
        )
    });
    let alone = state("question-right-now-empty");
    assert!(!alone.contains(phrases.leave_rest));
    assert!(state("question-use-drinking").contains(phrases.leave_rest));
}

#[test]
fn later_rows_of_a_table_are_short_for_the_eye_and_whole_for_a_screen_reader() {
    let words = words();
    let said = |link_id: &str| {
        let index = questionnaire().find(link_id).unwrap();
        &words.items[usize::from(index.0)]
    };
    let html = state("question-use-self");
    assert!(html.contains(&format!("<h2>{}</h2>", said("days-alcohol").text.0)));
    let row = said("days-sedatives");
    let (text, short) = (escaped(row.text.0), escaped(row.short));
    let heading = format!(
        "<h2><span class=\"unseen\">{text}</span><span aria-hidden=\"true\">{short}</span></h2>"
    );
    assert!(html.contains(&heading), "{heading}");
}

/// What comes next stands beside Continue, and never as more than is known.
#[test]
fn continue_says_what_comes() {
    let phrases = words().phrases;
    assert!(state("question-use-drinking").contains("About 2 more pages in this part"));
    assert!(state("question-harm-self").contains(phrases.ahead_section.split('{').next().unwrap()));
    assert!(state("question-home-self").contains(phrases.ahead_review));
    assert!(phrases.ahead_page.starts_with("About") && phrases.ahead_pages.starts_with("About"));
}

/// Title and tab stay neutral; the page itself says what it is about.
#[test]
fn the_start_says_that_it_is_about_alcohol_or_drugs_but_not_in_its_title() {
    let phrases = words().phrases;
    for name in ["start", "start-static"] {
        assert!(state(name).contains("about alcohol or drugs"), "{name}");
    }
    assert!(!phrases.start_title.contains("drug") && !phrases.brand.contains("drug"));
}

#[test]
fn where_it_stands_tells_a_range_what_is_clear_and_what_is_left() {
    let words = words();
    let phrases = &words.phrases;
    let open = state("standing-open");
    let level = |code| words.in_a_sentence(code);
    assert!(open.contains(level("none-indicated")), "{open}");
    assert!(open.contains(level("medical-inpatient")), "{open}");
    assert!(open.contains(phrases.standing_unclear));
    let clear = state("standing-clear");
    assert!(clear.contains(phrases.standing_least) && clear.contains(phrases.step_check));
    assert!(clear.contains(phrases.standing_telling));
    let settled = state("standing-settled");
    assert!(
        settled.contains(phrases.standing_settled) && settled.contains(phrases.standing_result)
    );
    // On the page itself, in place of the way there.
    let page = state("question-settled");
    assert!(page.contains(phrases.standing_settled) && page.contains(phrases.standing_result));
    assert!(!page.contains(phrases.standing_open));
    assert!(state("question-use-drinking").contains(phrases.continue_));
    let young = state("standing-under-18");
    assert!(young.contains(phrases.young_program));
    for (code, level) in &words.levels.0 {
        assert!(!young.contains(level.name), "{code} is shown under 18");
    }
    each(|specimen| {
        let is_danger = ["question-about", "question-right-now"]
            .iter()
            .any(|start| specimen.name.starts_with(start));
        must(
            !(is_danger && specimen.html.contains(phrases.standing_open)),
            "it stands before the danger pages are done",
        )
    });
}
