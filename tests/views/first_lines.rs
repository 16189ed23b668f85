//! What a result says first: whom it points to, the signs that were named, and at what pace.

use crate::{between, state, words};

fn section<'a>(html: &'a str, start: &str) -> &'a str {
    between(html, start, "</section>")
}

/// Whose need is not one of use is told of no level of addiction care, in no part of the page (I22).
const NEED_IS_ELSEWHERE: &[&str] = &[
    "result-keep-treatment",
    "result-keep-treatment-missed",
    "result-mental-health",
    "result-mental-health-today",
    "result-pregnancy-care",
    "result-recovery",
    "result-doctor",
];

#[test]
fn i22_no_addiction_care_level_is_shown_where_the_need_is_another() {
    let words = words();
    // What is looked for stands where there is such a need.
    let iop = state("result-iop");
    for part in [
        "class=\"path\"",
        "class=\"week\"",
        words.phrases.level_title,
        words.phrases.compare_title,
        words.phrases.change_title,
        &format!(
            "<h4>{}</h4>",
            words.levels.get("intensive-outpatient").unwrap().name
        ),
    ] {
        assert!(iop.contains(part), "{part}");
    }
    for name in NEED_IS_ELSEWHERE {
        let html = state(name);
        for (code, level) in &words.levels.0 {
            let heading = format!("<h4>{}</h4>", level.name);
            assert!(!html.contains(&heading), "{name} tells of {code}");
        }
        for part in [
            "class=\"path\"",
            "class=\"week\"",
            words.phrases.compare_title,
            words.phrases.level_title,
        ] {
            assert!(!html.contains(part), "{name} has {part}");
        }
        assert!(!html.contains(words.phrases.change_title), "{name}");
    }
}

#[test]
fn headlines_about_someone_else_use_third_person() {
    let words = words();
    for (name, code) in [
        ("result-keep-treatment-someone-else", "keep-treatment"),
        ("result-doctor-today-someone-else", "doctor-today"),
    ] {
        let said = words.headlines.get(code).unwrap();
        let hero = section(state(name), "class=\"card hero\"");
        assert!(
            hero.contains(said.title.1.unwrap_or(said.title.0)),
            "{name}"
        );
        // The card above says what the lead would say.
        let has_lead = hero.contains(said.lead.1.unwrap_or(said.lead.0));
        assert_eq!(has_lead, code != "doctor-today", "{name}");
        assert!(state(name).contains(words.phrases.second_hand), "{name}");
        assert!(!hero.contains(words.phrases.do_not_stop) || code != "doctor-today");
        let today = section(state(name), words.phrases.today_title);
        assert!(
            !today.contains("your clinic") && !today.contains("you drink"),
            "{today}"
        );
    }
    let doctor = state("result-doctor-today-someone-else");
    assert!(doctor.contains(words.phrases.do_not_stop_other));
}

/// V14: every sign by its name, in the order asked, with what to do.
#[test]
fn v14_result_lists_every_reported_sign() {
    let words = words();
    let questionnaire = content::questionnaire();
    let text = |link_id: &str, code: &str| {
        let index = questionnaire.find(link_id).unwrap();
        let place = questionnaire
            .item(index)
            .unwrap()
            .option_index(code)
            .unwrap();
        let said = &words.items[usize::from(index.0)].options[usize::from(place)];
        format!("<li>{}</li>", said.0)
    };
    for (name, signs) in [
        (
            "result-doctor-today",
            vec![
                ("health-signs", "fainted"),
                ("health-signs", "hit-to-the-head"),
            ],
        ),
        (
            "result-emergency-signs",
            vec![
                ("bad-signs", "racing-heart"),
                ("bad-signs", "confusion"),
                ("health-signs", "yellow-skin-or-eyes"),
            ],
        ),
        ("result-emergency", vec![("right-now", "seizure")]),
    ] {
        let card = section(state(name), "class=\"signs\"");
        let places: Vec<Option<usize>> = signs
            .iter()
            .map(|(link_id, code)| card.find(&text(link_id, code)))
            .collect();
        assert!(places.iter().all(Option::is_some), "{name}: {card}");
        assert!(places.is_sorted(), "{name}: {card}");
        assert_eq!(card.matches("<li>").count(), signs.len(), "{name}: {card}");
        assert!(card.contains(words.phrases.signs_text), "{name}");
    }
    // What is no sign for a doctor today is none here.
    assert!(
        !section(state("result-doctor-today"), "class=\"signs\"")
            .contains(&text("health-signs", "wounds"))
    );
    // Near the top, before what to do.
    let html = state("result-doctor-today");
    assert!(html.find("class=\"signs\"") < html.find(words.phrases.today_title));
    for name in ["result-iop", "result-none", "result-withdrawal-check"] {
        assert!(!state(name).contains("class=\"signs\""), "{name}");
    }
}

/// V07: tone and order, and not a word of the suggestion or its reasons.
#[test]
fn v07_pace_changes_only_tone_and_order() {
    let words = words();
    let paces = [
        ("result-pace-tell-more", words.phrases.tell_more),
        ("result-pace-small-step", words.phrases.small_step),
        ("result-pace-call-now", words.phrases.ready),
    ];
    let plain = state("result-iop");
    for (name, tone) in paces {
        let html = state(name);
        for (other, other_tone) in paces {
            assert_eq!(
                html.contains(other_tone),
                name == other,
                "{name} and {other}"
            );
        }
        let chosen = format!("id=\"pace-{}\"", name.trim_start_matches("result-pace-"));
        let input = html
            .split("<input")
            .find(|input| input.contains(&chosen))
            .unwrap();
        assert!(
            input.split('>').next().unwrap().contains(" checked"),
            "{name}"
        );
        // Without what was chosen it is the same page, part by part.
        let parts = |html: &str| {
            let html = html.replace(tone, "").replace(" checked", "");
            let mut parts: Vec<String> = html.split("<section").map(str::to_owned).collect();
            parts.sort_unstable();
            parts
        };
        assert_eq!(parts(html), parts(plain), "{name}");
    }
    // A center is there to be called: then its section stands first.
    let before = |html: &str| html.find("id=\"contact-title\"") < html.find("id=\"why-title\"");
    assert!(before(state("result-site-call-now")));
    assert!(!before(state("result-site-fits")));
}

/// "Take your time" never stands beside something that is to be done today, nor where there is no level
/// of care to read about. It speaks to the person alone.
#[test]
fn pace_is_offered_only_with_a_level_and_no_urgency() {
    for name in [
        "result-iop",
        "result-withdrawal-check",
        "result-medication-start",
    ] {
        assert!(state(name).contains("name=\"pace\""), "{name}");
    }
    let quiet = [
        "result-emergency",
        "result-none",
        "result-under-18",
        "result-someone-else",
        "result-doctor-today",
        "result-withdrawal-care",
        "result-medication-care",
        "result-pregnancy",
        "result-prescriber-today",
        "result-talk-first",
    ];
    for name in quiet.iter().chain(NEED_IS_ELSEWHERE) {
        assert!(!state(name).contains("name=\"pace\""), "{name}");
    }
}

/// V05: a doctor, a clinic or a line first, never the center's own program.
#[test]
fn v05_center_is_not_first_where_the_headline_points_elsewhere() {
    let words = words();
    let html = state("result-site-not-first");
    let hero = section(html, "class=\"card hero\"");
    let plain = section(state("result-keep-treatment"), "class=\"card hero\"");
    assert_eq!(hero, plain);
    let today = html.find(words.phrases.today_title).unwrap();
    for part in ["class=\"contact\"", "site-fit"] {
        assert!(html.find(part).is_none_or(|place| place > today), "{part}");
    }
    let say = words.phrases.fit_say.split('{').next().unwrap();
    assert!(!html.contains(say), "how to start at the center");
}

/// V15: advice that keeps people safe, and lines for what else was named.
#[test]
fn v15_result_gives_advice_for_reported_risks() {
    let words = words();
    let questionnaire = content::questionnaire();
    let advice = |id: &str| {
        let place = questionnaire
            .advice
            .iter()
            .position(|advice| advice.id == id);
        words.advice[place.unwrap()].text.0
    };
    let safety = |name: &str| {
        let html = state(name);
        let body = "id=\"until-seen-body\"";
        if !html.contains(body) {
            return String::new();
        }
        section(html, body).to_owned()
    };
    for (name, message) in [
        ("result-barriers", vec!["drive", "child", "gamble"]),
        ("result-means", vec!["means"]),
        ("result-none", vec!["gamble", "quit"]),
        ("result-iop", vec![]),
    ] {
        let card = safety(name);
        for id in ["means", "drive", "child", "gamble", "quit"] {
            assert_eq!(
                card.contains(advice(id)),
                message.contains(&id),
                "{name}: {id}"
            );
        }
    }
}
