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
                (false, _) => state(&format!("question-{}-{name}", page.id)),
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
    let line = format!("<p role=\"status\" class=\"notice-line\">{notice}</p>");
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
        "<p role=\"status\" class=\"notice-line\">{}</p>",
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
                .contains(&format!("name=\"{}\"", item.link_id.0));
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
