//! Whatever differs from a story is told, and by its name.

use assessment::{
    AddOn, Alert, Dimension, FirstStep, LevelOfCare, Recommendation, RiskRating, RuleId, Scale,
    Urgency, assess,
};
use content::questionnaire;
use vignettes::Vignette;

use crate::stories::stories;

fn story() -> Vignette {
    case(4)
}

fn case(number: u8) -> Vignette {
    let mut stories = stories().into_iter();
    stories.find(|story| story.case == Some(number)).unwrap()
}

fn message(change: impl Fn(&mut Recommendation)) -> Vec<String> {
    told_of(&story(), change)
}

fn told_of(story: &Vignette, change: impl Fn(&mut Recommendation)) -> Vec<String> {
    let mut result = assess(questionnaire(), &story.response);
    assert_eq!(story.differences(&result), Vec::<String>::new());
    change(&mut result);
    story.differences(&result)
}

#[test]
fn every_output_that_differs_is_told() {
    assert_eq!(
        message(|result| result.alert = Alert::SupportCard),
        ["alert is 1 (support-card), expected 0 (none)"]
    );
    assert_eq!(
        message(|result| result.first_step = FirstStep::WithdrawalCare),
        ["first_step is 2 (withdrawal-care-24h), expected 1 (withdrawal-check)"]
    );
    assert_eq!(
        message(|result| result.level = Some(LevelOfCare::DayProgram)),
        ["level is 4 (day-program), expected 3 (intensive-outpatient)"]
    );
    assert_eq!(
        message(|result| result.level = None),
        ["level is not shown, expected 3 (intensive-outpatient)"]
    );
    assert_eq!(
        message(|result| result.next_level = None),
        ["next_level is not shown, expected 3 (intensive-outpatient)"]
    );
    assert_eq!(
        message(|result| result.urgency = Urgency::Today),
        ["urgency is 3 (today), expected 2 (within-48-hours)"]
    );
    assert_eq!(
        message(|result| result.headline.id = "adolescent"),
        ["headline is adolescent, expected withdrawal-check"]
    );
}

#[test]
fn every_area_that_differs_is_told() {
    for (area, expected) in story().expect.ratings {
        // Nothing lies above what the story already expects there.
        if area == Dimension::UseAndControl {
            continue;
        }
        let scale = Scale::Whole(area);
        let differences = message(|result| result.ratings.raise(scale, RiskRating::Severe));
        let line = format!("{} is 4, expected {}", area.code(), expected.rank());
        assert_eq!(differences, [line]);
    }
}

#[test]
fn a_rule_that_stays_quiet_is_told_and_so_is_one_that_should() {
    assert_eq!(
        message(|result| result.fired.retain(|rule| rule.0 != "A03")),
        ["rule A03 did not fire, and should"]
    );
    let mut story = story();
    story.expect.not_fired = vec![RuleId("A04"), RuleId("A05")];
    let result = assess(questionnaire(), &story.response);
    assert_eq!(
        story.differences(&result),
        ["rule A04 fired, and should not"]
    );
}

#[test]
fn an_add_on_too_few_is_told_and_so_is_one_too_many() {
    assert_eq!(
        message(|result| result
            .add_ons
            .retain(|add_on| *add_on != AddOn::MedicationAlcohol)),
        ["add-on M-AUD is missing"]
    );
    assert_eq!(
        message(|result| result.add_ons.extend([AddOn::Naloxone])),
        ["add-on NALOX is not expected"]
    );
}

#[test]
fn a_sign_too_few_is_told_and_so_is_one_too_many() {
    // She fell on her head.
    let story = case(29);
    assert_eq!(
        told_of(&story, |result| result.signs.clear()),
        ["sign health-signs.hit-to-the-head is missing"]
    );
    assert_eq!(
        told_of(&story, |result| {
            let mut sign = result.signs[0];
            sign.code = "fainted";
            result.signs.push(sign);
        }),
        ["sign health-signs.fainted is not expected"]
    );
}

#[test]
fn advice_that_is_missing_is_told_and_more_of_it_is_not() {
    let mut stories = stories().into_iter();
    let story = stories
        .find(|story| story.expect.advice == ["drive"])
        .unwrap();
    assert_eq!(
        told_of(&story, |result| result.advice.clear()),
        ["advice drive is missing"]
    );
    let result = assess(questionnaire(), &story.response);
    assert!(result.advice.len() > 1, "{:?}", result.advice);
}

#[test]
fn all_that_differs_is_told_at_once() {
    let differences = message(|result| {
        result.alert = Alert::EmergencyNow;
        result.headline.id = "emergency";
        result.add_ons.clear();
    });
    assert_eq!(differences.len(), 3);
}
