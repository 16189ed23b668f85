//! Where a check stands on the way: what is said to be settled stays so, whatever is answered later.

use assessment::{Answer, LinkId, Outputs, PageIndex, Response, SortedSet, assess, standing};
use content::questionnaire;
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
use test_support::sheets::{at_or_above, items, papers};
use test_support::stories::stories;

use crate::config;

/// The answers on the pages before this one, and what was asked there.
fn until(page: u16, answers: &Response) -> (Response, SortedSet<LinkId>) {
    let mut before = Response::default();
    let mut asked = SortedSet::new();
    for (_, item, link_id) in items().filter(|(_, item, _)| item.page < PageIndex(page)) {
        asked.insert(item.link_id);
        if let Some(answer) = answers.get(link_id) {
            before.set(link_id, answer);
        }
    }
    (before, asked)
}

/// The same answers, with those of another sheet to all that was not asked.
fn completed(page: u16, before: &Response, others: &Response) -> Response {
    let mut completed = before.clone();
    for (_, _, link_id) in items().filter(|(_, item, _)| item.page >= PageIndex(page)) {
        if let Some(answer) = others.get(link_id) {
            completed.set(link_id, answer);
        }
    }
    completed
}

fn within(outputs: Outputs, mildest: Outputs, most_careful: Outputs) -> bool {
    at_or_above(outputs, mildest) && at_or_above(most_careful, outputs)
}

proptest! {
    #![proptest_config(config())]

    /// However the rest is answered, the result lies between both ends, and is the same where it is settled.
    #[test]
    fn every_completion_lies_within_and_changes_nothing_that_is_settled(
        paper in papers(), others in papers(), page in 0_u16..16,
    ) {
        let (before, asked) = until(page, &paper.response());
        let standing = standing(questionnaire(), &before, &asked);
        let stopped = assess(questionnaire(), &before);
        let completed = assess(questionnaire(), &completed(page, &before, &others.response()));
        for result in [&stopped, &completed] {
            prop_assert!(
                within(result.outputs(), standing.mildest, standing.most_careful),
                "{:?} in {standing:?}", result.outputs()
            );
            if let Some(headline) = standing.headline {
                prop_assert_eq!(headline, result.headline);
            }
        }
        if standing.is_settled() {
            prop_assert_eq!(stopped.outputs(), completed.outputs());
            prop_assert_eq!(stopped.headline, completed.headline);
        }
    }
}

/// Both ends are results that can come out, and with everything asked they meet. Otherwise "may still
/// change" could be said forever.
#[test]
fn both_ends_are_reached_and_meet_in_the_result() {
    let last = u16::try_from(questionnaire().pages.len()).unwrap();
    let (mut settled_early, mut open) = (0, 0);
    for story in stories() {
        for page in 1..=last {
            let (before, asked) = until(page, &story.response);
            let standing = standing(questionnaire(), &before, &asked);
            let mut ends = [before.clone(), before.clone()];
            for (_, item, link_id) in items().filter(|(_, item, _)| item.page >= PageIndex(page)) {
                ends[0].set(link_id, Answer::Chosen(item.mildest()));
                ends[1].set(link_id, Answer::Chosen(item.most_careful()));
            }
            let [mild, careful] = ends.map(|end| assess(questionnaire(), &end).outputs());
            assert!(
                at_or_above(mild, standing.mildest),
                "{} at {page}",
                story.name
            );
            assert_eq!(careful, standing.most_careful, "{} at {page}", story.name);
            if page < last - 1 && standing.is_settled() {
                settled_early += 1;
            } else {
                open += 1;
            }
        }
        let (before, asked) = until(last, &story.response);
        let standing = standing(questionnaire(), &before, &asked);
        let result = assess(questionnaire(), &before);
        assert_eq!(standing.mildest, result.outputs(), "{}", story.name);
        assert_eq!(standing.most_careful, result.outputs(), "{}", story.name);
        if !result.talk_first {
            assert_eq!(standing.headline, Some(result.headline), "{}", story.name);
        }
    }
    assert!(
        settled_early > 20 && open > 500,
        "{settled_early} settled, {open} open"
    );
}
