//! Answering one page: notices, stored answers, and navigation.

use assessment::{Answer, LinkId, Options};
use content::questionnaire;
use journey::{Effect, Model, Msg, Notice, update};

use crate::{MOVED, at, index, on, story};

#[test]
fn an_open_question_is_told_first_and_left_empty_the_second_time() {
    let mut model = Model::new(questionnaire());
    update(&mut model, Msg::Continue);
    assert_eq!(model.screen(), &on("about"));
    assert_eq!(update(&mut model, Msg::Continue), [Effect::FocusNotice]);
    assert_eq!(model.screen(), &on("about"));
    // No rule reads who is answering, so only the age counts as unanswered.
    assert_eq!(model.notice, Some(Notice::Unanswered(vec![index("age")])));
    assert_eq!(update(&mut model, Msg::Continue), MOVED);
    assert_eq!(model.screen(), &on("right-now"));
    assert_eq!(model.notice, None);
    assert!(model.response.is_empty());
}

#[test]
fn an_answer_takes_the_notice_away_and_a_gap_brings_it_back() {
    let mut model = at("thoughts", &story("16-").response);
    update(&mut model, Msg::Continue);
    assert!(model.notice.is_some());
    update(&mut model, Msg::Chose(index("suicide-attempt"), 0));
    assert_eq!(model.notice, None);
    update(&mut model, Msg::Continue);
    let open = vec![index("suicidal-thoughts"), index("self-harm")];
    assert_eq!(model.notice, Some(Notice::Unanswered(open)));
}

#[test]
fn not_sure_and_rather_not_say_are_answers_that_go_on_at_once() {
    let substances = index("substances");
    for (msg, answer) in [
        (Msg::Unsure(substances), Answer::Unsure),
        (Msg::Declined(substances), Answer::Declined),
    ] {
        let mut model = at("substances", &story("16-").response);
        update(&mut model, msg);
        assert_eq!(update(&mut model, Msg::Continue), MOVED);
        assert_eq!(model.response.get(LinkId("substances")), Some(answer));
        assert_eq!(model.screen(), &on("use"));
    }
}

#[test]
fn choosing_never_moves_on_by_itself() {
    let mut model = at("mind", &story("16-").response);
    assert_eq!(update(&mut model, Msg::Chose(index("mood"), 1)), []);
    assert_eq!(model.screen(), &on("mind"));
}

#[test]
fn one_choice_replaces_another_and_several_add_up_unless_one_stands_alone() {
    let mut model = at("substances", &story("16-").response);
    let substances = index("substances");
    let chosen = |model: &Model| match model.answer(substances) {
        Some(Answer::Chosen(options)) => options.indices().collect::<Vec<u8>>(),
        other => panic!("{other:?}"),
    };
    update(&mut model, Msg::Toggled(substances, 1));
    update(&mut model, Msg::Toggled(substances, 3));
    assert_eq!(chosen(&model), [1, 3]);
    update(&mut model, Msg::Toggled(substances, 1));
    assert_eq!(chosen(&model), [3]);
    update(&mut model, Msg::Toggled(substances, 0));
    assert_eq!(chosen(&model), [0]);
    update(&mut model, Msg::Toggled(substances, 8));
    assert_eq!(chosen(&model), [8]);
    update(&mut model, Msg::Toggled(substances, 8));
    assert_eq!(model.answer(substances), None);
    update(&mut model, Msg::Declined(substances));
    update(&mut model, Msg::Toggled(substances, 8));
    assert_eq!(chosen(&model), [8]);
}

#[test]
fn a_number_key_chooses_and_keeps_the_focus_there() {
    let mut model = at("mind", &story("16-").response);
    let mood = index("mood");
    assert_eq!(
        update(&mut model, Msg::NumberKey(mood, 2)),
        [Effect::FocusOption(mood, 1)]
    );
    assert_eq!(model.answer(mood), Some(Answer::Chosen(Options::only(1))));
    for number in [0, 9] {
        assert_eq!(update(&mut model, Msg::NumberKey(mood, number)), []);
        assert_eq!(model.answer(mood), Some(Answer::Chosen(Options::only(1))));
    }
}
