//! What holds for the stories together: coverage, numbers, and mistakes in
//! their files. Each story by itself runs in `tests/stories.rs`.

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

use assessment::{Response, assess};
use content::questionnaire;

use stories::stories;

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
