//! Answers saved under the first edition: migrated, or asked again with a single notice.

use std::collections::BTreeSet;

use assessment::{Answer, Day, Response};
use content::questionnaire;
use journey::saved::{Found, SavedAnswers, read_sheets};
use journey::{Effect, Model, Msg, Notice, Screen, StorageEffect, StorageMsg, update};

use crate::{asked, index, item, on, story};

const FIRST: &str = "2026-11-21";

/// Answers in the format of the first edition.
const ANSWERS: &[&str] = &[
    "who-for self",
    "age 18-to-64",
    "right-now none",
    "substances alcohol",
    "days-alcohol 21-30-days",
    "drinks-a-day 8-14-drinks",
    "last-alcohol within-5-days",
    "supervised-detox no",
    "symptoms-danger none",
    "stopping-danger shakes-sweats-or-sickness",
    "bad-withdrawals 0-times",
    "waking-danger most-days",
    "memory-gaps yes",
    "suicidal-thoughts no",
    "suicide-attempt over-12-months-ago",
    "self-harm never",
    "perception never",
    "thoughts-of-hurting-others no",
    "pregnancy no",
    "health-conditions stable",
    "health-signs none",
    "mood some-days",
    "more-than-planned yes",
    "cannot-cut-down yes",
    "much-time yes",
    "strong-pull yes",
    "duties-slip no",
    "harms-relationships no",
    "drops-activities no",
    "dangerous-places no",
    "worsens-body-or-mood asked-unknown",
    "needs-more no",
    "ill-when-stopping no",
    "longest-stretch 3-to-6-days",
    "earlier-treatment once-or-more-over-12-months-ago",
    "overdose never",
    "inpatient-care no",
    "shaky-recovery no",
    "treatment-medicine no",
    "living-place stable-and-safe",
    "people-around supportive",
    "someone-to-stay all-the-time",
    "readiness 5",
    "confidence 5",
    "barriers work children",
    "wishes medication",
];

fn day(text: &str) -> Day {
    Day::read(text).unwrap()
}

/// A finished answer set of the first edition, with `other` in place of some answers.
fn first_edition(other: &[&str]) -> SavedAnswers {
    let name = |answer: &str| answer.split(' ').next().unwrap().to_owned();
    let changed: BTreeSet<String> = other.iter().map(|answer| name(answer)).collect();
    let answers = ANSWERS
        .iter()
        .filter(|answer| !changed.contains(&name(answer)));
    let answers: Vec<&str> = answers.chain(other).copied().collect();
    let mut text = format!("sheet 2026-11-25 {FIRST} finished\n");
    for answer in &answers {
        text += &format!("answer {answer}\n");
    }
    let reached: Vec<String> = answers.iter().map(|answer| name(answer)).collect();
    text += &format!("reached {}\n", reached.join(" "));
    let [sheet] = &read_sheets(questionnaire(), &text).unwrap()[..] else {
        panic!("one set of answers is in {text}")
    };
    sheet.clone()
}

fn code(response: &Response, link_id: &str) -> Vec<&'static str> {
    let item = item(index(link_id));
    match response.get(item.link_id) {
        Some(Answer::Chosen(options)) => options
            .indices()
            .map(|place| item.options[usize::from(place)])
            .collect(),
        Some(Answer::Unsure) => vec!["asked-unknown"],
        Some(Answer::Declined) => vec!["asked-declined"],
        None => Vec::new(),
    }
}

/// A journey that resumes these answer sets.
fn gone_on(sheets: Vec<SavedAnswers>) -> Model {
    let mut model = Model::new(questionnaire());
    let found = Found::Open(day("2026-12-20"), sheets);
    update(
        &mut model,
        Msg::Storage(StorageMsg::Found(day("2026-12-01"), found, true)),
    );
    let effects = update(&mut model, Msg::Storage(StorageMsg::GoOn));
    let pushed = effects
        .iter()
        .filter(|effect| **effect == Effect::PushHistory);
    assert_eq!(
        pushed.count(),
        model.position(),
        "browser and model stand apart"
    );
    model
}

#[test]
fn what_means_the_same_is_carried_over_under_its_new_name() {
    let sheet = first_edition(&[]);
    assert_eq!(sheet.rules, FIRST);
    assert!(sheet.outdated);
    for (link_id, codes) in [
        ("age", vec!["18-to-64"]),
        ("days-alcohol", vec!["21-30-days"]),
        ("drinks-a-day", vec!["8-14-drinks"]),
        ("last-alcohol", vec!["within-5-days"]),
        ("suicidal-thoughts", vec!["no"]),
        ("mood", vec!["some-days"]),
        ("much-time", vec!["yes"]),
        ("worsens-body-or-mood", vec!["asked-unknown"]),
        ("earlier-treatment", vec!["over-12-months-ago"]),
        ("treatment-medicine", vec!["no"]),
        ("barriers", vec!["work", "children-at-home"]),
    ] {
        assert_eq!(code(&sheet.response, link_id), codes, "{link_id}");
    }
}

#[test]
fn what_changed_its_meaning_is_left_out_and_has_not_been_reached() {
    let sheet = first_edition(&[]);
    let again = questionnaire().edition.asked_again;
    assert!(again.len() > 15);
    for link_id in again {
        assert_eq!(sheet.response.get(*link_id), None, "{}", link_id.0);
        assert!(!sheet.reached.contains(link_id), "{}", link_id.0);
    }
}

/// A removed option leaves no answer, and a question without an answer counts as not passed.
#[test]
fn an_option_that_is_gone_is_asked_again_too() {
    for answer in [
        "suicide-attempt over-12-months-ago",
        "earlier-treatment past-12-months",
        "treatment-medicine yes",
    ] {
        let sheet = first_edition(&[answer]);
        let link_id = item(index(answer.split(' ').next().unwrap())).link_id;
        assert_eq!(sheet.response.get(link_id), None, "{answer}");
        assert!(!sheet.reached.contains(&link_id), "{answer}");
    }
}

#[test]
fn only_what_changed_is_asked_again_and_it_is_told_once() {
    let mut model = gone_on(vec![first_edition(&[])]);
    let carried = model.response.clone();
    assert_eq!(
        model.screen(),
        &on("right-now"),
        "nothing new is asked before"
    );
    assert_eq!(model.notice, Some(Notice::QuestionsChanged));
    let mut seen = Vec::new();
    for _ in 0..40 {
        let Screen::Page(page) = model.screen().clone() else {
            break;
        };
        seen.push(questionnaire().pages[usize::from(page.page.0)].id);
        let open: Vec<_> = model
            .items_in(page)
            .into_iter()
            .filter(|index| model.answer(*index).is_none())
            .collect();
        assert!(!open.is_empty(), "{seen:?} has nothing new");
        for index in open {
            let msg = match item(index).link_id.0 {
                "substances" => Msg::Toggled(index, item(index).option_index("alcohol").unwrap()),
                _ => Msg::Toggled(index, 0),
            };
            update(&mut model, msg);
        }
        update(&mut model, Msg::Continue);
        assert_eq!(model.notice, None, "told again on {:?}", model.screen());
    }
    assert_eq!(model.screen(), &Screen::Review, "{seen:?}");
    let mut once = seen.clone();
    once.dedup();
    assert_eq!(once, seen, "a page is asked twice");
    assert!(
        !seen.contains(&"about") && seen.contains(&"thoughts"),
        "{seen:?}"
    );
    for (link_id, answer) in carried.iter() {
        assert_eq!(model.response.get(link_id), Some(answer), "{}", link_id.0);
    }
    // Every question asked has an answer.
    for name in asked(&model) {
        assert!(
            model.response.get(item(index(name)).link_id).is_some(),
            "{name}"
        );
    }
    update(&mut model, Msg::Continue);
    assert_eq!(model.screen(), &Screen::Result);
}

#[test]
fn a_sheet_that_lost_nothing_goes_on_to_its_result() {
    let text = format!(
        "sheet 2026-11-25 {FIRST} finished\nanswer age 18-to-64\nanswer mood some-days\nreached age mood\n"
    );
    let sheets = read_sheets(questionnaire(), &text).unwrap();
    assert!(!sheets[0].outdated);
    let model = gone_on(sheets);
    assert_eq!((model.screen(), &model.notice), (&Screen::Result, &None));
}

#[test]
fn a_sheet_of_this_edition_is_never_outdated() {
    let version = questionnaire().version;
    for line in ["right-now none", "weather rain", "mood sunny"] {
        let text =
            format!("sheet 2026-11-29 {version} finished\nanswer {line}\nreached right-now\n");
        let sheets = read_sheets(questionnaire(), &text).unwrap();
        assert!(!sheets[0].outdated, "{line}");
    }
}

/// Such an answer set is incomplete, so it has no result to compare.
#[test]
fn an_outdated_finished_sheet_does_not_appear_over_time() {
    let now = SavedAnswers {
        on: day("2026-11-29"),
        rules: questionnaire().version.to_owned(),
        finished: true,
        reached: story("04-").response.iter().map(|(id, _)| id).collect(),
        response: story("04-").response,
        outdated: false,
    };
    let model = gone_on(vec![first_edition(&[]), now.clone()]);
    assert_eq!(model.screen(), &Screen::Result);
    assert_eq!(model.storage.earlier, []);
    let mut model = Model::new(questionnaire());
    let found = Found::Open(day("2026-12-20"), vec![first_edition(&[]), now.clone()]);
    update(
        &mut model,
        Msg::Storage(StorageMsg::Found(day("2026-12-01"), found, true)),
    );
    update(&mut model, Msg::Storage(StorageMsg::Again));
    assert_eq!(model.storage.earlier, [now]);
}

/// Answers saved from now on belong to this edition, and stay unfinished until their result is seen again.
#[test]
fn the_first_change_keeps_it_under_this_edition() {
    let mut model = gone_on(vec![first_edition(&[])]);
    let effects = update(&mut model, Msg::Toggled(index("right-now"), 0));
    let [Effect::Storage(StorageEffect::Write { sheets, .. })] = &effects[..] else {
        panic!("{effects:?}")
    };
    let [sheet] = &read_sheets(questionnaire(), sheets).unwrap()[..] else {
        panic!("{sheets}")
    };
    assert_eq!(sheet.rules, questionnaire().version);
    assert!(!sheet.outdated && !sheet.finished);
    assert_eq!(sheet.response, model.response);
}
