//! Top of the result: headline, reported signs, pace and advice.

use crate::{between, in_one_line, state, words};

fn section<'a>(html: &'a str, start: &str) -> &'a str {
    between(html, start, "</section>")
}

/// Results without a need for addiction care, which show no level of it anywhere (I22).
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
    // Self-test: these parts exist where there is such a need.
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
        let headline = words.headlines.get(code).unwrap();
        let html = in_one_line(state(name));
        let hero = section(&html, "class=\"card hero\"");
        assert!(
            hero.contains(headline.title.1.unwrap_or(headline.title.0)),
            "{name}"
        );
        // A card above replaces the lead.
        let has_lead = hero.contains(headline.lead.1.unwrap_or(headline.lead.0));
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

/// V14: every reported sign in the order of the questions, with what to do.
#[test]
fn v14_result_lists_every_reported_sign() {
    let words = words();
    let questionnaire = content::questionnaire();
    let text = |link_id: &str, code: &str| {
        let index = questionnaire.find(link_id).unwrap();
        let option = questionnaire
            .item(index)
            .unwrap()
            .option_index(code)
            .unwrap();
        let option = &words.items[usize::from(index.0)].options[usize::from(option)];
        format!("<li>{}</li>", option.0)
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
        let positions: Vec<Option<usize>> = signs
            .iter()
            .map(|(link_id, code)| card.find(&text(link_id, code)))
            .collect();
        assert!(positions.iter().all(Option::is_some), "{name}: {card}");
        assert!(positions.is_sorted(), "{name}: {card}");
        assert_eq!(card.matches("<li>").count(), signs.len(), "{name}: {card}");
        let text = if name.contains("emergency") {
            words.phrases.signs_text_emergency
        } else {
            words.phrases.signs_text
        };
        assert!(card.contains(text), "{name}");
    }
    // An answer that is no sign is not listed.
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

/// V07: the pace changes neither the suggestion nor its reasons.
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
        // Without tone and selection, all sections are the same.
        let parts = |html: &str| {
            let html = html
                .replace(tone, "")
                .replace(" checked", "")
                .replace("option chosen", "option");
            let sections = html.split("<section").skip(1);
            let sections = sections.filter_map(|part| part.split("</section>").next());
            let mut parts: Vec<String> = sections.map(str::to_owned).collect();
            parts.sort_unstable();
            parts
        };
        assert!(parts(html) == parts(plain), "{name}");
    }
    // "Tell me more" brings what the care is like before whom to call.
    let before = |html: &str| html.find("id=\"way-title\"") < html.find("id=\"first-call-title\"");
    assert!(before(state("result-pace-tell-more")));
    assert!(!before(plain));
}

/// "Take your time" contradicts anything urgent and needs a level of care to read about. It is
/// never offered to someone who asks for another person.
#[test]
fn pace_is_offered_only_with_a_level_and_no_urgency() {
    for name in [
        "result-iop",
        "result-withdrawal-check",
        "result-medication-start",
    ] {
        assert!(state(name).contains("name=\"pace\""), "{name}");
    }
    let without_pace = [
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
    for name in without_pace.iter().chain(NEED_IS_ELSEWHERE) {
        assert!(!state(name).contains("name=\"pace\""), "{name}");
    }
}

/// The first act is a number that the headline means: detox and the emergency room, 988, or the person's own
/// doctor, whose number nobody here knows.
#[test]
fn first_act_fits_the_headline() {
    let phrases = &words().phrases;
    let (helpline, lifeline) = ("tel:+18006624357", "tel:988");
    let hero = |name: &str| section(state(name), "class=\"card hero\"").to_owned();
    let detox = hero("result-withdrawal-care");
    assert!(detox.find(helpline) < detox.find(phrases.act_emergency_room));
    assert!(detox.contains(helpline) && !detox.contains(lifeline));
    let talk = hero("result-means");
    assert!(talk.contains(lifeline) && !talk.contains(helpline));
    for name in [
        "result-prescriber",
        "result-keep-treatment",
        "result-pregnancy-care",
        "result-doctor",
    ] {
        let own = hero(name);
        let (doctor, line) = (own.find(phrases.act_doctor), own.find(helpline));
        assert!(doctor.is_some(), "{name}");
        assert!(line.is_none() || doctor < line, "{name}");
        assert!(!own.contains("class=\"act "), "{name}");
    }
}

/// Someone who is watched at home cannot talk: a card has every way to reach its line.
#[test]
fn card_has_the_ways_to_text_and_chat() {
    let card = section(state("result-safe-home"), "help-card support");
    for way in ["tel:+18007997233", "sms:88788", "https://thehotline.org/"] {
        assert!(card.contains(way), "{way}: {card}");
    }
}

/// V05: a doctor, a clinic or a help line comes before the center.
#[test]
fn v05_center_is_not_first_where_the_headline_points_elsewhere() {
    let words = words();
    let html = state("result-site-not-first");
    let hero = section(html, "class=\"card hero\"");
    let plain = section(state("result-keep-treatment"), "class=\"card hero\"");
    assert_eq!(hero, plain);
    let today = html.find(words.phrases.today_title).unwrap();
    for part in ["class=\"contact\"", "site-fit"] {
        assert!(
            html.find(part).is_none_or(|position| position > today),
            "{part}"
        );
    }
    let say = words.phrases.fit_say.split('{').next().unwrap();
    assert!(!html.contains(say), "how to start at the center");
}

/// V15: safety advice and further help lines for reported risks.
#[test]
fn v15_result_gives_advice_for_reported_risks() {
    let words = words();
    let questionnaire = content::questionnaire();
    let advice = |id: &str| {
        let index = questionnaire
            .advice
            .iter()
            .position(|advice| advice.id == id);
        words.advice[index.unwrap()].text.0
    };
    let safety = |name: &str| {
        let html = state(name);
        let body = "id=\"until-seen-body\"";
        if !html.contains(body) {
            return String::new();
        }
        section(html, body).to_owned()
    };
    for (name, expected) in [
        ("result-barriers", vec!["drive", "child", "gamble"]),
        ("result-means", vec!["means"]),
        ("result-none", vec!["gamble", "quit"]),
        ("result-iop", vec![]),
    ] {
        let card = safety(name);
        for id in ["means", "drive", "child", "gamble", "quit"] {
            assert_eq!(
                card.contains(advice(id)),
                expected.contains(&id),
                "{name}: {id}"
            );
        }
    }
}
