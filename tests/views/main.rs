//! The markup of every named state: what must be on each screen, and what must never be.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::path::PathBuf;
use std::sync::OnceLock;

use content_compiler::author;
use i18n::Words;
use specimens::check::{self, Specimen};

mod contact;

mod first_lines;

mod lines;

mod pages;

mod pictures;

fn words() -> Words {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("crates/content");
    author::words(&folder, "en").unwrap()
}

/// Drawn once for all tests.
fn all() -> &'static [Specimen] {
    static ALL: OnceLock<Vec<Specimen>> = OnceLock::new();
    ALL.get_or_init(|| check::all(&words()))
}

fn state(name: &str) -> &'static str {
    let found = all().iter().find(|specimen| specimen.name == name);
    &found
        .unwrap_or_else(|| panic!("there is no state {name}"))
        .html
}

fn each(mut check: impl FnMut(&Specimen) -> Result<(), String>) {
    let wrong: Vec<String> = all()
        .iter()
        .filter_map(|specimen| {
            check(specimen)
                .err()
                .map(|what| format!("{}: {what}", specimen.name))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn must(holds: bool, what: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(what.into()) }
}

/// What stands between two texts.
fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let start = html
        .find(from)
        .unwrap_or_else(|| panic!("{from} is missing"));
    let end = html[start..]
        .find(to)
        .unwrap_or_else(|| panic!("{to} is missing"));
    &html[start..start + end]
}

#[test]
fn every_kind_of_screen_is_among_the_states() {
    let names: Vec<&str> = all()
        .iter()
        .map(|specimen| specimen.name.as_str())
        .collect();
    for wanted in [
        "start",
        "start-static",
        "start-failed",
        "start-long-words",
        "question-right-now-notice",
        "review",
        "review-with-gaps",
        "help-emergency",
        "help-crisis-line",
        "result-emergency",
        "result-emergency-signs",
        "result-crisis-card",
        "result-withdrawal-care",
        "result-medication-care",
        "result-withdrawal-check",
        "result-prescriber",
        "result-prescriber-today",
        "result-medication-start",
        "result-doctor-today",
        "result-doctor-today-someone-else",
        "result-keep-treatment",
        "result-keep-treatment-missed",
        "result-mental-health",
        "result-mental-health-today",
        "result-mental-health-with-medicine",
        "result-pregnancy-care",
        "result-recovery",
        "result-doctor",
        "result-means",
        "result-barriers",
        "result-pace-tell-more",
        "result-pace-small-step",
        "result-pace-call-now",
        "result-medical-inpatient",
        "result-residential",
        "result-day-program",
        "result-iop",
        "result-outpatient",
        "result-early-support",
        "result-none",
        "result-talk-first",
        "result-under-18",
        "result-someone-else",
        "result-past-review-date",
        "result-site-fits",
        "result-site-fits-partly",
        "result-site-does-not-fit",
        "result-site-not-first",
        "result-site-call-now",
        "question-use-do-not-fit",
        "question-kept-changed",
        "start-kept",
        "start-kept-changed",
        "start-kept-locked",
        "start-kept-newer",
        "start-kept-unreadable",
        "start-kept-expired",
        "result-keep-on",
        "result-keep-elsewhere",
        "result-over-time",
        "result-contact-ways",
        "result-contact-form",
        "result-contact-form-flaws",
        "result-contact-confirm",
        "result-contact-sending",
        "result-contact-sent",
        "result-contact-failed",
        "result-contact-failed-by-hand",
        "result-contact-under-18",
    ] {
        assert!(names.contains(&wanted), "{wanted} is missing");
    }
    let mut once = names.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), names.len(), "a name stands twice");
}

#[test]
fn the_states_show_what_their_names_say() {
    let words = words();
    let headline = |code: &str| words.headlines.get(code).unwrap().title.0;
    let level = |code: &str| words.in_a_sentence(code);
    for (name, code) in [
        ("result-withdrawal-care", "withdrawal-care-24h"),
        ("result-medication-care", "medication-24h"),
        ("result-medical-inpatient", "level-6"),
        ("result-residential", "level-5"),
        ("result-day-program", "level-4"),
        ("result-iop", "level-3"),
        ("result-outpatient", "level-2"),
        ("result-early-support", "level-1"),
        ("result-none", "level-0"),
        ("result-talk-first", "talk-first"),
        ("result-under-18", "adolescent"),
        ("result-prescriber", "prescriber"),
        ("result-prescriber-today", "prescriber"),
        ("result-doctor-today", "doctor-today"),
        ("result-keep-treatment", "keep-treatment"),
        ("result-keep-treatment-missed", "keep-treatment"),
        ("result-mental-health", "mental-health"),
        ("result-mental-health-today", "mental-health"),
        ("result-mental-health-with-medicine", "mental-health"),
        ("result-pregnancy-care", "pregnancy-care"),
        ("result-recovery", "recovery"),
        ("result-doctor", "doctor"),
    ] {
        let title = format!("<h1 tabindex=\"-1\">{}</h1>", headline(code));
        assert!(state(name).contains(&title), "{name} does not say {title}");
    }
    for (name, code) in [
        ("result-withdrawal-check", "withdrawal-check"),
        ("result-medication-start", "medication-start"),
    ] {
        let before = headline(code).split('{').next().unwrap();
        assert!(state(name).contains(before), "{name} does not say {before}");
        assert!(!state(name).contains("{level}"), "{name} has an open place");
    }
    assert!(state("result-withdrawal-check").contains(level("intensive-outpatient")));
}

#[test]
fn every_screen_has_one_heading_help_and_a_way_out() {
    let words = words();
    each(|specimen| {
        let html = &specimen.html;
        must(html.matches("<h1").count() == 1, "not exactly one h1")?;
        must(
            html.contains("href=\"tel:911\""),
            "no number to call in danger",
        )?;
        must(html.contains("href=\"tel:988\""), "no crisis line")?;
        must(html.contains("href=\"sms:988\""), "no crisis line to text")?;
        must(html.contains(words.phrases.help_now), "no help")?;
        must(html.contains("class=\"leave\""), "no way to leave")
    });
}

#[test]
fn no_screen_has_a_style_attribute_a_script_or_an_open_placeholder() {
    each(|specimen| {
        let html = &specimen.html;
        must(!html.contains(" style="), "a style attribute")?;
        must(!html.contains("<script"), "a script")?;
        for handler in [" onclick=", " onchange=", " onsubmit=", " onkeydown="] {
            must(!html.contains(handler), handler)?;
        }
        // What static/inspect.js fills in by itself.
        let filled = words().phrases;
        let html = [filled.inspect_count, filled.inspect_row]
            .iter()
            .fold(html.clone(), |html, text| html.replace(text, ""));
        must(!html.contains('{'), "an open placeholder")
    });
}

#[test]
fn every_question_has_both_standing_answers_and_says_why() {
    let words = words();
    each(|specimen| {
        if !specimen.name.starts_with("question-") {
            return Ok(());
        }
        let html = &specimen.html;
        let asked = html.matches("<fieldset").count();
        must(asked > 0, "no question")?;
        must(
            html.matches(words.phrases.unsure).count() >= asked,
            "no 'not sure'",
        )?;
        must(
            html.matches(words.phrases.declined).count() >= asked,
            "no 'rather not say'",
        )?;
        must(
            html.matches("-unsure\"").count() >= asked,
            "no input for 'not sure'",
        )?;
        must(html.contains(words.phrases.why_we_ask), "no why")?;
        must(html.contains(words.phrases.back), "no way back")?;
        must(html.contains(words.phrases.continue_), "no way on")
    });
}

#[test]
fn the_emergency_result_is_a_page_of_its_own() {
    let words = words();
    let html = state("result-emergency");
    let help = words.help.get("emergency").unwrap();
    assert!(html.contains(&format!("<h1 tabindex=\"-1\">{}</h1>", help.title.0)));
    assert!(
        !html.contains("class=\"card hero\""),
        "a suggestion competes with the help"
    );
    let call = html.find("class=\"way call\"").unwrap();
    assert!(call < html.find(words.phrases.why_title).unwrap());
}

#[test]
fn nothing_less_urgent_stands_beside_an_emergency() {
    let words = words();
    let html = state("result-emergency-safe-home");
    let large = html.find("class=\"big-lines\"").unwrap();
    let large = &html[large..large + html[large..].find("</ul>").unwrap()];
    assert!(large.contains("tel:911"));
    assert!(!large.contains("988"), "{large}");
    assert!(!large.contains("799-7233"), "{large}");
    let safe_home = words.help.get("safe-home").unwrap().title.0;
    assert!(html.find(safe_home).unwrap() > html.find("class=\"steps\"").unwrap());
}

/// R05, R11, R13 and R14 are cards in place; none of them is a screen of its own.
#[test]
fn a_support_card_is_never_a_screen() {
    let screens = all()
        .iter()
        .filter(|specimen| specimen.name.starts_with("help-"));
    let names: Vec<&str> = screens.map(|specimen| specimen.name.as_str()).collect();
    for card in [
        "not-wanting-to-live",
        "support-open",
        "pregnancy",
        "pregnancy-use",
        "safe-home",
        "recent-overdose",
    ] {
        assert!(
            !names.contains(&format!("help-{card}").as_str()),
            "{names:?}"
        );
    }
    assert!(state("result-safe-home").contains("help-card support"));
}

#[test]
fn an_alert_2_card_stands_above_the_headline() {
    let html = state("result-crisis-card");
    let card = html.find("help-card contact").unwrap();
    assert!(card < html.find("class=\"card hero\"").unwrap());
}

#[test]
fn the_result_keeps_the_order_of_v02() {
    let words = words();
    let html = state("result-withdrawal-check");
    let order = [
        words.phrases.do_not_stop,
        words.phrases.today_title,
        words.phrases.why_title,
        words.phrases.other_ways_title,
        words.phrases.limits_title,
        words.phrases.find_care_title,
    ];
    let places: Vec<usize> = order
        .iter()
        .map(|phrase| {
            html.find(phrase)
                .unwrap_or_else(|| panic!("{phrase} is missing"))
        })
        .collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn v03_a_withdrawal_risk_says_not_to_stop_alone() {
    let words = words();
    for name in [
        "result-withdrawal-care",
        "result-medication-care",
        "result-withdrawal-check",
        "result-prescriber",
        "result-prescriber-today",
        "result-medication-start",
        "result-doctor-today",
        "result-keep-treatment-missed",
        "result-mental-health-with-medicine",
    ] {
        assert!(state(name).contains(words.phrases.do_not_stop), "{name}");
    }
    // Nothing to withdraw from, and use now and then in pregnancy is to stop now.
    for name in [
        "result-keep-treatment",
        "result-mental-health",
        "result-pregnancy-care",
        "result-recovery",
        "result-doctor",
        "result-none",
    ] {
        assert!(!state(name).contains(words.phrases.do_not_stop), "{name}");
    }
    // In an emergency too, where stopping is a risk: below the help.
    assert!(state("result-emergency-suicide").contains(words.phrases.do_not_stop));
    assert!(!state("result-iop").contains(words.phrases.do_not_stop));
    assert!(state("result-someone-else").contains(words.phrases.do_not_stop_other));
}

#[test]
fn v06_another_way_is_never_offered_where_it_is_dangerous() {
    let words = words();
    let offers = |name: &str| state(name).contains(words.phrases.other_ways_title);
    assert!(offers("result-iop"));
    assert!(
        !offers("result-withdrawal-care"),
        "24-hour care has no lower way"
    );
    assert!(!offers("result-emergency"));
    assert!(!offers("result-under-18"));
    assert!(!offers("result-outpatient"), "no barrier was named");
}

#[test]
fn v08_no_adult_level_is_shown_under_18() {
    let words = words();
    for name in ["result-under-18", "result-under-18-medication-start"] {
        let html = state(name);
        assert!(html.contains(words.phrases.under_18_line));
        for (code, level) in &words.levels.0 {
            if !code.starts_with("withdrawal") {
                let name_shown = format!("<h3>{}</h3>", level.name);
                assert!(!html.contains(&name_shown), "{name} shows {code}");
            }
        }
    }
}

#[test]
fn v10_the_dates_of_rules_and_help_lines_are_shown_and_a_late_review_says_so() {
    let words = words();
    let html = state("result-iop");
    assert_eq!(content::questionnaire().version, "2026-11-28");
    assert!(html.contains("28 November 2026"));
    assert!(html.contains(words.phrases.not_reviewed));
    assert!(html.contains("Help lines last checked on"));
    assert!(!html.contains(words.phrases.overdue));
    assert!(state("result-past-review-date").contains(words.phrases.overdue));
}

#[test]
fn the_static_start_screen_says_what_the_running_one_says() {
    let words = words();
    let (still, running) = (state("start-static"), state("start"));
    let plain = |html: &str| {
        html.replace(" disabled=\"disabled\"", "")
            .replace(" disabled", "")
            .replace(
                &format!(
                    "<p role=\"status\" class=\"waiting\">{}</p>",
                    words.phrases.starting
                ),
                "",
            )
    };
    assert!(still.contains(words.phrases.starting));
    // Only a page that runs can tell what it has done.
    let panel = running.find("<details class=\"fold inspect\">").unwrap();
    let end = panel + running[panel..].find("</details>").unwrap() + "</details>".len();
    let without = format!("{}{}", &running[..panel], &running[end..]);
    assert_eq!(plain(still), plain(&without));
}

#[test]
fn under_18_no_reason_adds_up_to_a_level_of_adult_care() {
    for name in ["result-under-18", "result-under-18-medication-start"] {
        let html = state(name);
        let why = html.split("why-card").nth(1).unwrap();
        let why = why.split("</section>").next().unwrap();
        // Titles of sources may name one.
        let mut parts = why.split("<details");
        let first = parts.next().unwrap().to_owned();
        let rest = parts.map(|part| part.split_once("</details>").unwrap().1);
        let why = rest.fold(first, |message, part| message + part);
        for word in ["outpatient", "inpatient", "residential", "day program"] {
            assert!(!why.to_lowercase().contains(word), "{name}: {word}");
        }
    }
}

#[test]
fn someone_else_is_spoken_of_and_not_to() {
    let html = state("question-thoughts-someone-else");
    assert!(html.contains("they"), "no word of the other person");
    let own = state("question-thoughts-self");
    assert_ne!(html, own);
}

#[test]
fn the_result_tells_what_would_change_it() {
    let html = state("result-iop");
    let words = words();
    let section = html.split(words.phrases.change_title).nth(1).unwrap();
    let list = section.split("</ul>").next().unwrap();
    let lines = list.matches("<li>").count();
    assert!((2..=6).contains(&lines), "{list}");
    let levels = ["residential", "day-program", "outpatient"];
    let named = levels
        .iter()
        .any(|level| list.contains(words.in_a_sentence(level)));
    assert!(named, "{list}");
    // Nobody should read what would follow from an attempt.
    each(|specimen| {
        let section = specimen
            .html
            .split(words.phrases.change_title)
            .nth(1)
            .unwrap_or_default();
        let list = section.split("</ul>").next().unwrap_or_default();
        let quoted = ["suicidal-thoughts", "suicide-attempt", "self-harm"].map(|link_id| {
            let index = content::questionnaire().find(link_id).unwrap();
            words.items[usize::from(index.0)].short
        });
        let message = quoted
            .iter()
            .any(|short| list.contains(&format!("“{short}:")));
        must(!message, "an attempt or a wish to die is told as a change")
    });
    // Beside a red flag, and where no level is shown, nothing of the kind.
    for quiet in [
        "result-emergency",
        "result-withdrawal-care",
        "result-under-18",
    ] {
        assert!(
            !state(quiet).contains(words.phrases.change_title),
            "{quiet}"
        );
    }
}

#[test]
fn open_answers_are_offered_where_answering_them_makes_it_clearer() {
    let words = words();
    let html = state("result-talk-first");
    let section = html.split(words.phrases.clearer_two).nth(1).unwrap();
    let buttons = section.split("</p>").nth(1).unwrap_or_default();
    assert_eq!(buttons.matches("<button").count(), 2, "{buttons}");
    assert!(!state("result-iop").contains(words.phrases.clearer_two));
}

/// The browser remembers addresses: which rule someone looks up must not stand in one.
#[test]
fn the_way_to_the_rulebook_names_no_rule_and_keeps_the_answers() {
    each(|specimen| {
        let links: Vec<&str> = specimen
            .html
            .match_indices("href=\"./method.html")
            .map(|(position, _)| &specimen.html[position..])
            .collect();
        let is_result = specimen.name.starts_with("result-");
        must(
            links.len() == usize::from(is_result),
            "one way to the rulebook on each result",
        )?;
        let opens = |link: &&str| {
            link.starts_with("href=\"./method.html\" target=\"_blank\" rel=\"noopener\"")
        };
        must(
            links.iter().all(opens),
            "it opens a tab of its own and names no rule",
        )
    });
}
