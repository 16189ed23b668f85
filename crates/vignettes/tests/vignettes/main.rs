//! Tests of all stories together: coverage, numbering, and mistakes in story files. `tests/stories.rs`
//! runs each story by itself.

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
fn enough_stories_exist_and_cover_every_example_case() {
    let stories = stories();
    assert!(stories.len() >= 280, "{} stories", stories.len());
    let cases: Vec<u8> = stories.iter().filter_map(|story| story.case).collect();
    assert_eq!(cases, (1..=49).collect::<Vec<u8>>());
}

#[test]
fn story_numbers_are_consecutive() {
    let stories = stories();
    let numbers: Vec<usize> = stories
        .iter()
        .map(|story| story.name.split('-').next().unwrap().parse().unwrap())
        .collect();
    assert_eq!(numbers, (1..=stories.len()).collect::<Vec<usize>>());
}

#[test]
fn empty_response_matches_no_story_with_answers() {
    let nothing = assess(questionnaire(), &Response::default());
    for story in stories() {
        let says_more = story.response.iter().count() > 2;
        let differs = !story.differences(&nothing).is_empty();
        assert_eq!(differs, says_more, "{}", story.name);
    }
}
