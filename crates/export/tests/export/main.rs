//! Tests of the exports of every story: summary, speech text, JSON and results over time.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod released;

use std::sync::OnceLock;

use assessment::{
    Alert, FirstStep, GapPolicy, LevelOfCare, PointsTo, Recommendation, ScoredAnswers, Sets, assess,
};
use content::questionnaire;
use content_compiler::author;
use export::{
    Summary, over_time, place_to_start, recommendation, sign_text, spoken, summary, voice_of,
};
use i18n::{Voice, Words};

use test_support::stories;

use stories::{Story, stories};

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let folder = test_support::root().join("crates/content");
        author::words(&folder, "en").unwrap()
    })
}

fn each(mut check: impl FnMut(&Story, &Recommendation, &Summary) -> Result<(), String>) {
    let mut wrong = Vec::new();
    for story in stories() {
        let result = assess(questionnaire(), &story.response);
        let made = summary(questionnaire(), &story.response, &result, words());
        if let Err(what) = check(&story, &result, &made) {
            wrong.push(format!("{}: {what}", story.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn must(holds: bool, what: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(what.into()) }
}

fn lines<'a>(made: &'a Summary, title: &str) -> &'a [String] {
    let found = made.sections.iter().find(|section| section.title == title);
    found.map_or(&[], |section| &section.lines)
}

#[test]
fn summary_starts_with_every_risk() {
    let phrases = &words().phrases;
    each(|_, result, made| {
        must(
            made.sections[0].title == phrases.sheet_risks,
            "something stands before the risks",
        )?;
        let text = made.sections[0].lines.join("\n");
        if result.alert == Alert::EmergencyNow {
            must(
                text.contains(phrases.alert_emergency),
                "no word of the emergency",
            )?;
        }
        if result.first_step == FirstStep::WithdrawalCare {
            must(
                text.contains(phrases.step_care),
                "no word of withdrawal care",
            )?;
        }
        if result.do_not_stop_alone {
            must(
                text.contains(phrases.do_not_stop_why),
                "no warning about stopping",
            )?;
        }
        for sign in &result.signs {
            let said = sign_text(words(), sign, voice_of(result));
            must(
                !said.is_empty() && text.contains(said),
                "a sign is left out",
            )?;
        }
        for (help, _) in &result.help {
            let title = words().help.get(help.0).unwrap().title;
            let said = [Voice::Self_, Voice::SomeoneElse].map(|voice| title.in_voice(voice));
            must(
                said.iter().any(|said| text.contains(said)),
                "a help screen is left out",
            )?;
        }
        Ok(())
    });
}

#[test]
fn summary_has_start_areas_reasons_and_answers() {
    let phrases = &words().phrases;
    each(|story, result, made| {
        let text = made.text();
        let voice = voice_of(result);
        must(
            text.contains(&words().headline(result, voice)),
            "no suggested start",
        )?;
        must(text.contains(result.version), "no version of the rules")?;
        must(text.contains(phrases.not_diagnosis), "not what it is not")?;
        must(
            lines(made, phrases.profile_title).len() == 5,
            "not five areas",
        )?;
        for reason in &result.reasons {
            let sets_words = reason
                .sets
                .iter()
                .any(|sets| !matches!(sets, Sets::Urgency | Sets::AddOn));
            must(
                !sets_words || text.contains(&format!("({})", reason.rule.0)),
                "a reason is left out",
            )?;
        }
        let answered =
            lines(made, phrases.sheet_answers).len() + lines(made, phrases.sheet_matters).len();
        let scored = ScoredAnswers::read(questionnaire(), &story.response, GapPolicy::PerItem);
        let items = questionnaire().indexed_items();
        let asked = items.filter(|(index, _)| scored.get(*index).shown).count();
        must(asked > 15 && answered == asked, "answers are left out")?;
        must(
            lines(made, phrases.sheet_questions).len() >= 8,
            "no questions to ask",
        )?;
        must(
            !text.contains('{') && !text.contains('<'),
            "an open place or markup",
        )
    });
}

#[test]
fn answer_is_printed_in_words_of_its_option() {
    let story = stories()
        .into_iter()
        .find(|story| story.name.starts_with("04-"))
        .unwrap();
    let result = assess(questionnaire(), &story.response);
    let made = summary(questionnaire(), &story.response, &result, words());
    let answers = lines(&made, words().phrases.sheet_answers);
    assert!(
        answers.contains(&"Drinks a day: 8 to 14 drinks".to_owned()),
        "{answers:?}"
    );
}

/// The printed page is for a clinician who has a minute; the text is the person's own.
#[test]
fn every_piece_of_advice_is_in_the_text_and_on_the_printed_page() {
    let mut lines = 0;
    each(|_, result, made| {
        let text = made.text();
        for section in &made.for_the_person {
            must(!section.lines.is_empty(), section.title)?;
            for line in &section.lines {
                must(text.contains(line.as_str()), line)?;
            }
        }
        let count = made.for_the_person.iter().map(|it| it.lines.len());
        let count: usize = count.sum();
        lines += count;
        must(count == result.advice.len(), "a row is left out")
    });
    assert!(lines > 1000, "only {lines} lines");
}

#[test]
fn no_adult_level_is_named_under_18() {
    each(|_, result, made| {
        if result.level.is_some() {
            return Ok(());
        }
        let speech = spoken(result, words());
        let said = [made.text(), speech].join("\n");
        for level in LevelOfCare::ALL {
            let name = words().levels.get(level.code()).unwrap().name;
            must(!said.contains(name), name)?;
        }
        Ok(())
    });
}

#[test]
fn over_time_shows_urgent_help_instead_of_level() {
    each(|_, result, _| {
        let said = place_to_start(result, words());
        let comes_first = result.headline.points_to != PointsTo::Program;
        let levels = LevelOfCare::ALL.iter();
        let is_level = levels
            .filter_map(|level| words().levels.get(level.code()))
            .any(|level| level.name == said);
        must(is_level != (comes_first || result.level.is_none()), &said)?;
        let days = [("1 May 2026".to_owned(), result)];
        must(over_time(&days, words()).contains(&said), "it is left out")
    });
}

/// Programs read signs and advice by their stable codes.
#[test]
fn json_has_every_sign_and_advice() {
    let mut signs_listed = 0;
    each(|_, result, _| {
        let written = recommendation(result, words());
        let of = |list: &str, key: &str| -> Vec<String> {
            let list = written[list].as_array().unwrap().iter();
            list.map(|one| one[key].as_str().unwrap().to_owned())
                .collect()
        };
        let signs: Vec<&str> = result.signs.iter().map(|sign| sign.code).collect();
        signs_listed += signs.len();
        must(of("signs", "code") == signs, "a sign is left out")?;
        let items: Vec<&str> = result.signs.iter().map(|sign| sign.item.0).collect();
        must(of("signs", "item") == items, "a sign stands elsewhere")?;
        must(
            of("signs", "text").iter().all(|text| !text.is_empty()),
            "a sign without words",
        )?;
        let advice = written["advice"].as_array().unwrap().iter();
        let advice: Vec<&str> = advice.map(|id| id.as_str().unwrap()).collect();
        let wanted: Vec<&str> = result.advice.iter().map(|(_, id)| *id).collect();
        must(advice == wanted, "advice is left out")?;
        must(
            written["headline"]["code"] == result.headline.code(),
            "another headline",
        )
    });
    assert!(signs_listed > 20, "{signs_listed}");
}

#[test]
fn speech_starts_with_danger_and_has_three_steps() {
    each(|_, result, _| {
        let text = spoken(result, words());
        let voice = voice_of(result);
        let headline = words().headline_words(result).unwrap();
        for step in headline.today.in_voice(voice) {
            must(text.contains(step), "a thing for today is left out")?;
        }
        for (help, _) in &result.help {
            let help = words().help.get(help.0).unwrap();
            for step in help.steps.in_voice(voice) {
                must(text.contains(step), "a step of the help is left out")?;
            }
        }
        let first = result.help.first().map(|(help, _)| {
            let help = words().help.get(help.0).unwrap();
            help.title.in_voice(voice)
        });
        must(
            first.is_none_or(|first| text.starts_with(first)),
            "something is read before the help",
        )?;
        must(
            !result.do_not_stop_alone || text.contains(words().phrases.do_not_stop_why),
            "no warning about stopping",
        )
    });
}
