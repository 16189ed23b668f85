//! Leaving the rest of a page unanswered, and predicting what comes after a page.

use assessment::{Answer, LinkId};
use content::questionnaire;
use journey::{Ahead, Model, Msg, PagePart, Screen, update};

use crate::{MOVED, at, index, on, page_named, story};

#[test]
fn the_rest_of_a_page_is_left_open_and_what_was_answered_stays() {
    for (msg, answer) in [
        (Msg::RestUnsure, Answer::Unsure),
        (Msg::RestDeclined, Answer::Declined),
    ] {
        let mut model = at("thoughts", &story("16-").response);
        let here = page_named("thoughts");
        update(&mut model, Msg::Chose(index("suicide-attempt"), 0));
        let chosen = model.answer(index("suicide-attempt"));
        assert_eq!(update(&mut model, msg), [], "it never moves on");
        assert_eq!(model.screen(), &Screen::Page(here.into()));
        assert_eq!(model.answer(index("suicide-attempt")), chosen);
        for link_id in ["suicidal-thoughts", "self-harm"] {
            assert_eq!(model.response.get(LinkId(link_id)), Some(answer));
        }
        // It counts as an answer, so there is no notice.
        assert_eq!(update(&mut model, Msg::Continue), MOVED);
    }
}

#[test]
fn leaving_the_rest_open_answers_no_question_that_comes_up_by_it_or_stands_elsewhere() {
    let mut model = at("symptoms", &story("126-").response);
    let here = page_named("symptoms");
    let before = model.items_on(here);
    let response = model.response.clone();
    update(&mut model, Msg::RestUnsure);
    let new: Vec<_> = model
        .items_on(here)
        .into_iter()
        .filter(|index| !before.contains(index))
        .collect();
    assert_eq!(new, [index("bad-signs")]);
    assert_eq!(model.answer(index("bad-signs")), None);
    for (given, answer) in model.response.iter() {
        let item = questionnaire().item(questionnaire().find(given.0).unwrap());
        if item.unwrap().page != here {
            assert_eq!(response.get(given), Some(answer));
        }
    }
}

#[test]
fn what_comes_after_a_page_is_told_as_far_as_it_is_known() {
    let mut model = Model::new(questionnaire());
    update(&mut model, Msg::Continue);
    let about = page_named("about");
    // "Right now" is in the same section.
    assert_eq!(model.ahead(about.into()), Some(Ahead::Pages(1)));
    let mut model = at("right-now", &story("16-").response);
    assert_eq!(
        model.ahead(page_named("right-now").into()),
        Some(Ahead::Section(1))
    );
    model = at("home", &story("16-").response);
    assert_eq!(model.ahead(page_named("home").into()), Some(Ahead::Review));
    // A change leads back to the review, whatever comes later.
    update(&mut model, Msg::Chose(index("living-place"), 0));
    while model.screen() != &Screen::Review {
        update(&mut model, Msg::Continue);
    }
    update(&mut model, Msg::Change(about));
    assert_eq!(model.screen(), &on("about"));
    assert_eq!(model.ahead(about.into()), None);
}

/// All answers are given in advance, so the path does not change on the way.
#[test]
fn as_many_pages_are_ahead_as_are_walked_with_the_same_answers() {
    let section = |part: &PagePart| questionnaire().pages[usize::from(part.page.0)].section;
    let mut walked_whole = 0;
    for story in crate::stories() {
        let mut model = Model::new(questionnaire());
        model.response = story.response.clone();
        let mut walked: Vec<(PagePart, Option<Ahead>)> = Vec::new();
        let mut was_told = false;
        while model.screen() != &Screen::Review {
            update(&mut model, Msg::Continue);
            was_told |= model.notice.is_some();
            if let Screen::Page(here) = model.screen().clone() {
                walked.push((here, model.ahead(here)));
            }
        }
        // Items left empty count only once they are passed.
        if was_told {
            continue;
        }
        walked_whole += 1;
        for (position, (here, told)) in walked.iter().enumerate() {
            let later = &walked[position + 1..];
            let same = later
                .iter()
                .filter(|(part, _)| section(part) == section(here));
            let expected = match (same.count(), later.first()) {
                (0, None) => Ahead::Review,
                (0, Some((next, _))) => Ahead::Section(section(next)),
                (count, _) => Ahead::Pages(count),
            };
            assert_eq!(*told, Some(expected), "{} at {here:?}", story.name);
        }
    }
    assert!(walked_whole > 50, "{walked_whole}");
}
