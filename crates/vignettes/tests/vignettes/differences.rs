//! Tests that every difference from an expectation is reported by name.

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

fn differences_after(change: impl Fn(&mut Recommendation)) -> Vec<String> {
    differences_of(&story(), change)
}

fn differences_of(story: &Vignette, change: impl Fn(&mut Recommendation)) -> Vec<String> {
    let mut result = assess(questionnaire(), &story.response);
    assert_eq!(story.differences(&result), Vec::<String>::new());
    change(&mut result);
    story.differences(&result)
}

#[test]
fn differing_outputs_are_reported() {
    assert_eq!(
        differences_after(|result| result.alert = Alert::SupportCard),
        ["alert is 1 (support-card), expected 0 (none)"]
    );
    assert_eq!(
        differences_after(|result| result.first_step = FirstStep::WithdrawalCare),
        ["first_step is 2 (withdrawal-care-24h), expected 1 (withdrawal-check)"]
    );
    assert_eq!(
        differences_after(|result| result.level = Some(LevelOfCare::DayProgram)),
        ["level is 4 (day-program), expected 3 (intensive-outpatient)"]
    );
    assert_eq!(
        differences_after(|result| result.level = None),
        ["level is not shown, expected 3 (intensive-outpatient)"]
    );
    assert_eq!(
        differences_after(|result| result.next_level = None),
        ["next_level is not shown, expected 3 (intensive-outpatient)"]
    );
    assert_eq!(
        differences_after(|result| result.urgency = Urgency::Today),
        ["urgency is 3 (today), expected 2 (within-48-hours)"]
    );
    assert_eq!(
        differences_after(|result| result.headline.id = "adolescent"),
        ["headline is adolescent, expected withdrawal-check"]
    );
}

#[test]
fn differing_ratings_are_reported() {
    for (area, expected) in story().expect.ratings {
        // The story already expects the highest rating there.
        if area == Dimension::UseAndControl {
            continue;
        }
        let scale = Scale::Whole(area);
        let differences =
            differences_after(|result| result.ratings.raise(scale, RiskRating::Severe));
        let line = format!("{} is 4, expected {}", area.code(), expected.rank());
        assert_eq!(differences, [line]);
    }
}

#[test]
fn missing_and_unexpected_rules_are_reported() {
    assert_eq!(
        differences_after(|result| result.fired.retain(|rule| rule.0 != "A03")),
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
fn missing_and_unexpected_add_ons_are_reported() {
    assert_eq!(
        differences_after(|result| result
            .add_ons
            .retain(|add_on| *add_on != AddOn::MedicationAlcohol)),
        ["add-on M-AUD is missing"]
    );
    assert_eq!(
        differences_after(|result| result.add_ons.extend([AddOn::Naloxone])),
        ["add-on NALOX is not expected"]
    );
}

#[test]
fn missing_and_unexpected_signs_are_reported() {
    // Case 29: a fall on the head.
    let story = case(29);
    assert_eq!(
        differences_of(&story, |result| result.signs.clear()),
        ["sign health-signs.hit-to-the-head is missing"]
    );
    assert_eq!(
        differences_of(&story, |result| {
            let mut sign = result.signs[0];
            sign.code = "fainted";
            result.signs.push(sign);
        }),
        ["sign health-signs.fainted is not expected"]
    );
}

#[test]
fn missing_advice_is_reported_and_extra_advice_is_not() {
    let mut stories = stories().into_iter();
    let story = stories
        .find(|story| story.expect.advice == ["drive"])
        .unwrap();
    assert_eq!(
        differences_of(&story, |result| result.advice.clear()),
        ["advice drive is missing"]
    );
    let result = assess(questionnaire(), &story.response);
    assert!(result.advice.len() > 1, "{:?}", result.advice);
}

#[test]
fn all_differences_are_reported_together() {
    let differences = differences_after(|result| {
        result.alert = Alert::EmergencyNow;
        result.headline.id = "emergency";
        result.add_ons = assessment::SortedSet::new();
    });
    assert_eq!(differences.len(), 3);
}
