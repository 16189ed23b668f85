//! Runs every clinical story in `tests/vignettes/` on the real content, and tells what no story reaches.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use test_support::stories;

mod coverage;

mod differences;

mod mistakes;

mod whole;

use assessment::{Response, assess};
use content::questionnaire;

use stories::stories;

#[test]
fn every_story_comes_out_as_told() {
    let mut wrong = Vec::new();
    for story in stories() {
        let result = assess(questionnaire(), &story.response);
        let differences = story.differences(&result);
        if !differences.is_empty() {
            let fired: Vec<&str> = result.fired.iter().map(|rule| rule.0).collect();
            wrong.push(format!(
                "{}:\n  {}\n  rules that fired: {}",
                story.name,
                differences.join("\n  "),
                fired.join(", ")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn there_are_at_least_two_hundred_and_eighty_stories_and_every_example_case_is_one() {
    let stories = stories();
    assert!(stories.len() >= 280, "{} stories", stories.len());
    let cases: Vec<u8> = stories.iter().filter_map(|story| story.case).collect();
    assert_eq!(cases, (1..=49).collect::<Vec<u8>>());
}

#[test]
fn stories_come_in_the_order_of_their_numbers_without_a_gap() {
    let stories = stories();
    let numbers: Vec<usize> = stories
        .iter()
        .map(|story| story.name.split('-').next().unwrap().parse().unwrap())
        .collect();
    assert_eq!(numbers, (1..=stories.len()).collect::<Vec<usize>>());
}

#[test]
fn an_empty_sheet_comes_out_like_no_story_that_says_more() {
    let nothing = assess(questionnaire(), &Response::default());
    for story in stories() {
        let says_more = story.response.iter().count() > 2;
        let differs = !story.differences(&nothing).is_empty();
        assert_eq!(differs, says_more, "{}", story.name);
    }
}
