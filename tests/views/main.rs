//! HTML of every specimen: what each screen must contain, and what it must never contain.

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

mod untranslated;

fn words() -> Words {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("crates/content");
    author::words(&folder, "en").unwrap()
}

/// All specimens in English, rendered once for all tests.
fn all() -> &'static [Specimen] {
    static ALL: OnceLock<Vec<Specimen>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut specimens = check::all(&words());
        specimens.retain(|specimen| !specimen.name.ends_with("pseudo-locale"));
        specimens
    })
}

/// HTML of the specimen with this name.
fn state(name: &str) -> &'static str {
    let found = all().iter().find(|specimen| specimen.name == name);
    &found
        .unwrap_or_else(|| panic!("there is no state {name}"))
        .html
}

/// Checks every specimen and fails with all errors.
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

/// HTML from a start text up to an end text.
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
fn specimens_show_the_headline_they_are_named_for() {
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
        let html = in_one_line(state(name));
        assert!(html.contains(&title), "{name} does not say {title}");
    }
    for (name, code) in [
        ("result-withdrawal-check", "withdrawal-check"),
        ("result-medication-start", "medication-start"),
    ] {
        let before = headline(code).split('{').next().unwrap();
        assert!(state(name).contains(before), "{name} does not say {before}");
        assert!(
            !state(name).contains("{level}"),
            "{name} has an unfilled placeholder"
        );
    }
    assert!(state("result-withdrawal-check").contains(level("intensive-outpatient")));
}

#[test]
fn every_screen_has_one_h1_help_lines_and_quick_exit() {
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
        must(html.contains("class=\"leave\""), "no quick exit")
    });
}

#[test]
fn no_screen_has_inline_style_script_or_unfilled_placeholder() {
    each(|specimen| {
        let html = &specimen.html;
        must(!html.contains(" style="), "a style attribute")?;
        must(!html.contains("<script"), "a script")?;
        for handler in [" onclick=", " onchange=", " onsubmit=", " onkeydown="] {
            must(!html.contains(handler), handler)?;
        }
        // `static/inspect.js` fills in these placeholders.
        let phrases = words().phrases;
        let html = [phrases.inspect_count, phrases.inspect_row]
            .iter()
            .fold(html.clone(), |html, text| html.replace(text, ""));
        must(!html.contains('{'), "an unfilled placeholder")
    });
}

#[test]
fn every_question_offers_unsure_declined_and_why_we_ask() {
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
        must(
            html.contains(words.phrases.why_we_ask),
            "no reason for asking",
        )?;
        must(html.contains(words.phrases.back), "no back button")?;
        must(html.contains(words.phrases.continue_), "no continue button")
    });
}

#[test]
fn specimen_names_are_unique() {
    let mut names: Vec<&str> = all().iter().map(|one| one.name.as_str()).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}

/// Joins the two lines of a title such as "A place to start: outpatient care".
fn in_one_line(html: &str) -> String {
    html.replace("<span class=\"kicker\">", "")
        .replace(": </span><span class=\"name\">", ": ")
        .replace("</span></h1>", "</h1>")
}

#[test]
fn emergency_result_replaces_the_suggestion() {
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
fn emergency_lines_come_before_less_urgent_help() {
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

/// R05, R11, R13 and R14 show a card within the screen.
#[test]
fn support_cards_are_never_full_screens() {
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
fn alert_2_card_comes_before_the_headline() {
    let html = state("result-crisis-card");
    let card = html.find("help-card contact").unwrap();
    assert!(card < html.find("class=\"card hero\"").unwrap());
}

#[test]
fn v02_result_sections_are_in_order() {
    let words = words();
    let html = state("result-withdrawal-check");
    let order = [
        words.phrases.do_not_stop,
        words.phrases.today_title,
        words.phrases.other_ways_title,
        words.phrases.why_title,
        words.phrases.limits_title,
    ];
    let positions: Vec<usize> = order
        .iter()
        .map(|phrase| {
            html.find(phrase)
                .unwrap_or_else(|| panic!("{phrase} is missing"))
        })
        .collect();
    assert!(positions.is_sorted(), "{positions:?}");
}

#[test]
fn v03_withdrawal_risk_warns_against_stopping_alone() {
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
    // No withdrawal risk. Occasional use in pregnancy should stop now.
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
    // Also in an emergency with a withdrawal risk, below the help.
    assert!(state("result-emergency-suicide").contains(words.phrases.do_not_stop));
    assert!(!state("result-iop").contains(words.phrases.do_not_stop));
    assert!(state("result-someone-else").contains(words.phrases.do_not_stop_other));
}

#[test]
fn v06_alternatives_are_never_offered_where_dangerous() {
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
fn v10_result_shows_rule_and_help_line_dates_and_overdue_review() {
    let words = words();
    let html = state("result-iop");
    let version = content::questionnaire().version;
    assert!(html.contains(&words.phrases.day(version)), "{version}");
    assert!(html.contains(words.phrases.not_reviewed));
    assert!(html.contains("Help lines last checked on"));
    assert!(!html.contains(words.phrases.overdue));
    assert!(state("result-past-review-date").contains(words.phrases.overdue));
}

#[test]
fn static_start_screen_matches_the_running_one() {
    let words = words();
    let (fixed, running) = (state("start-static"), state("start"));
    let plain = |html: &str| {
        html.replace(" disabled=\"disabled\"", "")
            .replace(" disabled", "")
            .replace(
                &format!(
                    "<p class=\"waiting\" role=\"status\" data-text=\"{}\"></p>",
                    words.phrases.starting
                ),
                "",
            )
    };
    assert!(fixed.contains(words.phrases.starting));
    // The "See for yourself" panel and the text size exist only once the check runs.
    let without = [
        ("<details class=\"fold inspect\">", "</details>"),
        ("<div class=\"text-size\"", "</div>"),
    ]
    .into_iter()
    .fold(running.to_owned(), |html, (begin, end)| {
        let (before, rest) = html.split_once(begin).unwrap();
        let (_, after) = rest.split_once(end).unwrap();
        format!("{before}{after}")
    });
    assert_eq!(plain(fixed), plain(&without));
}

#[test]
fn under_18_no_reason_names_an_adult_level() {
    for name in ["result-under-18", "result-under-18-medication-start"] {
        let html = state(name);
        let why = html.split("id=\"why-body\"").nth(1).unwrap();
        let why = why.split("</section>").next().unwrap();
        // Titles of sources may name a level.
        let mut parts = why.split("<details");
        let first = parts.next().unwrap().to_owned();
        let rest = parts.map(|part| part.split_once("</details>").unwrap().1);
        let why = rest.fold(first, |text, part| text + part);
        for word in ["outpatient", "inpatient", "residential", "day program"] {
            assert!(!why.to_lowercase().contains(word), "{name}: {word}");
        }
    }
}

#[test]
fn questions_about_someone_else_use_third_person() {
    let html = state("question-thoughts-someone-else");
    assert!(html.contains("they"), "no word of the other person");
    let own = state("question-thoughts-self");
    assert_ne!(html, own);
}

#[test]
fn result_lists_what_would_change_it() {
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
    // No change is described for suicidal thoughts, attempts or self-harm.
    each(|specimen| {
        let section = specimen
            .html
            .split(words.phrases.change_title)
            .nth(1)
            .unwrap_or_default();
        let list = section.split("</ul>").next().unwrap_or_default();
        let terms = ["suicidal-thoughts", "suicide-attempt", "self-harm"].map(|link_id| {
            let index = content::questionnaire().find(link_id).unwrap();
            words.items[usize::from(index.0)].short
        });
        let is_listed = terms
            .iter()
            .any(|short| list.contains(&format!("“{short}:")));
        must(
            !is_listed,
            "a change is described for suicidal thoughts or attempts",
        )
    });
    // Not shown with a red flag or without a level.
    for name in [
        "result-emergency",
        "result-withdrawal-care",
        "result-under-18",
    ] {
        assert!(!state(name).contains(words.phrases.change_title), "{name}");
    }
}

#[test]
fn result_offers_unanswered_questions_that_narrow_it() {
    let words = words();
    let html = state("result-talk-first");
    let section = html.split(words.phrases.clearer_two).nth(1).unwrap();
    let buttons = section.split("</p>").nth(1).unwrap_or_default();
    assert_eq!(buttons.matches("<button").count(), 2, "{buttons}");
    assert!(!state("result-iop").contains(words.phrases.clearer_two));
}

/// Browsers remember URLs, so the link must not reveal which rule applied.
#[test]
fn rulebook_link_names_no_rule_and_opens_a_new_tab() {
    each(|specimen| {
        let links: Vec<&str> = specimen
            .html
            .match_indices("href=\"./method.html")
            .map(|(position, _)| &specimen.html[position..])
            .collect();
        let is_result = specimen.name.starts_with("result-");
        must(
            links.is_empty() != is_result,
            "no rulebook link on a result, or one elsewhere",
        )?;
        let opens_new_tab = |link: &&str| {
            link.starts_with("href=\"./method.html\" target=\"_blank\" rel=\"noopener\"")
        };
        must(
            links.iter().all(opens_new_tab),
            "the rulebook link does not open a new tab, or names a rule",
        )
    });
}
