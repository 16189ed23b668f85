//! The contact form: validation, sending only once, and keeping all field values.

use assessment::{Answer, Options};
use content::questionnaire;
use journey::{
    Asked, ContactMsg, Copying, Effect, Field, FieldError, FieldErrorKind, Line, Lines, Model, Msg,
    Outcome, PartOfDay, Screen, SendFailure, Step, Tick, asked, update,
};
use site::ContactWay;

use crate::index;

#[test]
fn a_request_goes_from_the_fields_over_the_lines_to_the_end() {
    let mut model = at_result();
    assert_eq!(model.contact.step, Step::Closed);
    assert_eq!(
        say(&mut model, ContactMsg::Open(ContactWay::Call)),
        [Effect::FocusStep]
    );
    fill_in(&mut model);
    assert_eq!(say(&mut model, ContactMsg::Check), [Effect::CheckForm]);
    let checked = say(&mut model, ContactMsg::Checked(Vec::new()));
    assert_eq!(checked, [Effect::FocusStep]);
    assert_eq!(model.contact.step, Step::Confirming(ContactWay::Call));
    let sent = say(&mut model, ContactMsg::Send(lines()));
    assert_eq!(sent, [Effect::FocusStep, Effect::Send(lines())]);
    assert_eq!(model.contact.step, Step::Sending(ContactWay::Call, lines()));
    assert_eq!(
        say(&mut model, ContactMsg::Ended(Outcome::Sent)),
        [Effect::FocusStep]
    );
    assert_eq!(model.contact.step, Step::Sent(ContactWay::Call, lines()));
}

#[test]
fn while_it_is_on_its_way_nothing_sends_it_again_or_takes_it_away() {
    let mut model = sending();
    for msg in [
        ContactMsg::Send(lines()),
        ContactMsg::Open(ContactWay::Message),
        ContactMsg::Close,
        ContactMsg::Edit,
        ContactMsg::Check,
        ContactMsg::Checked(Vec::new()),
        ContactMsg::Typed(Field::Phone, "1".into()),
        ContactMsg::Ticked(Tick::AddAnswers),
    ] {
        assert_eq!(say(&mut model, msg.clone()), [], "{msg:?}");
        assert_eq!(
            model.contact.step,
            Step::Sending(ContactWay::Call, lines()),
            "{msg:?}"
        );
    }
    // Pressing Send again after the request arrived does not send it twice.
    say(&mut model, ContactMsg::Ended(Outcome::Sent));
    assert_eq!(say(&mut model, ContactMsg::Send(lines())), []);
}

#[test]
fn nothing_is_sent_but_from_a_step_that_shows_every_line() {
    let mut closed = at_result();
    assert_eq!(say(&mut closed, ContactMsg::Send(lines())), []);
    let mut filling = at_result();
    say(&mut filling, ContactMsg::Open(ContactWay::Call));
    fill_in(&mut filling);
    assert_eq!(say(&mut filling, ContactMsg::Send(lines())), []);
    assert_eq!(
        filling.contact.step,
        Step::Filling(ContactWay::Call, Vec::new())
    );
}

#[test]
fn after_a_failure_everything_is_still_there_and_it_can_be_tried_again() {
    for reason in [
        SendFailure::Refused,
        SendFailure::Trouble,
        SendFailure::TimedOut,
        SendFailure::NoAnswer,
        SendFailure::NotStarted,
    ] {
        let mut model = sending();
        let typed = model.contact.fields.clone();
        say(&mut model, ContactMsg::Ended(Outcome::Failed(reason)));
        assert_eq!(
            model.contact.step,
            Step::Failed(ContactWay::Call, lines(), reason, Copying::No)
        );
        assert_eq!(model.contact.fields, typed);
        let again = say(&mut model, ContactMsg::Send(lines()));
        assert_eq!(again, [Effect::FocusStep, Effect::Send(lines())]);
        say(&mut model, ContactMsg::Ended(Outcome::Failed(reason)));
        say(&mut model, ContactMsg::Edit);
        assert_eq!(
            model.contact.step,
            Step::Filling(ContactWay::Call, Vec::new())
        );
        assert_eq!(model.contact.fields, typed);
    }
}

#[test]
fn only_what_is_known_not_to_be_there_can_be_sent_again_without_a_word() {
    let unsure = [
        SendFailure::Trouble,
        SendFailure::TimedOut,
        SendFailure::NoAnswer,
    ];
    assert!(unsure.into_iter().all(SendFailure::may_have_arrived));
    assert!(!SendFailure::Refused.may_have_arrived());
    assert!(!SendFailure::NotStarted.may_have_arrived());
    assert_eq!(SendFailure::of("refused"), SendFailure::Refused);
    assert_eq!(SendFailure::of("trouble"), SendFailure::Trouble);
    assert_eq!(SendFailure::of("timeout"), SendFailure::TimedOut);
    for unknown in ["no-answer", "", "sent!"] {
        assert_eq!(SendFailure::of(unknown), SendFailure::NoAnswer);
    }
}

#[test]
fn the_lines_can_be_copied_and_where_that_is_refused_they_are_shown() {
    let mut model = sending();
    assert_eq!(say(&mut model, ContactMsg::Copy("text".into())), []);
    say(
        &mut model,
        ContactMsg::Ended(Outcome::Failed(SendFailure::Trouble)),
    );
    let copy = say(&mut model, ContactMsg::Copy("text".into()));
    assert_eq!(copy, [Effect::Copy("text".into())]);
    assert_eq!(say(&mut model, ContactMsg::Copied(Copying::Done)), []);
    let refused = say(&mut model, ContactMsg::Copied(Copying::ByHand));
    assert_eq!(refused, [Effect::FocusCopy]);
    assert_eq!(
        model.contact.step,
        Step::Failed(
            ContactWay::Call,
            lines(),
            SendFailure::Trouble,
            Copying::ByHand
        )
    );
}

#[test]
fn every_box_begins_without_a_tick() {
    let model = at_result();
    for tick in [
        Tick::MayLeave,
        Tick::Consent,
        Tick::AddResult,
        Tick::AddAnswers,
    ] {
        assert!(!model.contact.fields.has(tick), "{tick:?}");
    }
}

#[test]
fn consent_and_what_goes_along_are_ticked_anew_for_each_request() {
    let mut model = at_result();
    say(&mut model, ContactMsg::Open(ContactWay::Call));
    fill_in(&mut model);
    for tick in [Tick::AddResult, Tick::AddAnswers, Tick::MayLeave] {
        say(&mut model, ContactMsg::Ticked(tick));
    }
    say(&mut model, ContactMsg::Open(ContactWay::Text));
    let fields = &model.contact.fields;
    for tick in [Tick::Consent, Tick::AddResult, Tick::AddAnswers] {
        assert!(!fields.has(tick), "{tick:?}");
    }
    // Typed values carry over to the next contact method.
    assert_eq!(fields.text(Field::Phone), "+44 20 7946 0958");
    assert!(fields.has(Tick::MayLeave));
}

#[test]
fn what_is_missing_is_told_in_the_order_of_the_screen_and_the_focus_goes_to_the_first() {
    let mut model = at_result();
    say(&mut model, ContactMsg::Open(ContactWay::ShortCall));
    let effects = say(&mut model, ContactMsg::Checked(Vec::new()));
    assert_eq!(effects, [Effect::FocusField(Field::Name)]);
    assert_eq!(
        flaws(&model),
        [
            FieldError(Field::Name, FieldErrorKind::Missing),
            FieldError(Field::Phone, FieldErrorKind::Missing),
            FieldError(Field::Consent, FieldErrorKind::Missing),
        ]
    );
    // Whitespace counts as empty.
    say(&mut model, ContactMsg::Typed(Field::Name, "  ".into()));
    say(&mut model, ContactMsg::Checked(Vec::new()));
    assert_eq!(
        flaws(&model)[0],
        FieldError(Field::Name, FieldErrorKind::Missing)
    );
}

#[test]
fn one_way_back_is_enough_where_either_will_do() {
    for way in [ContactWay::Meeting, ContactWay::Message] {
        let mut model = at_result();
        say(&mut model, ContactMsg::Open(way));
        say(&mut model, ContactMsg::Checked(Vec::new()));
        assert!(flaws(&model).contains(&FieldError(Field::Phone, FieldErrorKind::NoWayBack)));
        say(
            &mut model,
            ContactMsg::Typed(Field::Email, "kim@mail.example".into()),
        );
        say(&mut model, ContactMsg::Checked(Vec::new()));
        let message: Vec<Field> = flaws(&model)
            .iter()
            .map(|FieldError(field, _)| *field)
            .collect();
        assert!(
            !message.contains(&Field::Phone) && !message.contains(&Field::Email),
            "{message:?}"
        );
    }
}

#[test]
fn what_the_browser_finds_counts_only_for_fields_that_are_asked_and_filled() {
    let mut model = at_result();
    say(&mut model, ContactMsg::Open(ContactWay::Message));
    fill_in(&mut model);
    say(
        &mut model,
        ContactMsg::Typed(Field::Message, "Hello".into()),
    );
    say(
        &mut model,
        ContactMsg::Typed(Field::Email, "kim at mail".into()),
    );
    let found = vec![
        FieldError(Field::Email, FieldErrorKind::NotOne),
        FieldError(Field::Days, FieldErrorKind::NotOne),
        FieldError(Field::Name, FieldErrorKind::NotOne),
    ];
    let effects = say(&mut model, ContactMsg::Checked(found));
    assert_eq!(
        flaws(&model),
        [FieldError(Field::Email, FieldErrorKind::NotOne)]
    );
    assert_eq!(effects, [Effect::FocusField(Field::Email)]);
}

#[test]
fn a_number_of_three_digits_is_no_way_back_and_a_foreign_one_is() {
    for (number, fits) in [
        ("555", false),
        ("+44 20 7946 0958", true),
        ("(555) 010-0199", true),
    ] {
        let mut model = at_result();
        say(&mut model, ContactMsg::Open(ContactWay::Text));
        say(&mut model, ContactMsg::Typed(Field::Phone, number.into()));
        say(&mut model, ContactMsg::Ticked(Tick::Consent));
        say(&mut model, ContactMsg::Checked(Vec::new()));
        assert_eq!(
            model.contact.step == Step::Confirming(ContactWay::Text),
            fits,
            "{number}"
        );
    }
}

#[test]
fn no_field_takes_more_than_it_says() {
    let mut model = at_result();
    say(&mut model, ContactMsg::Open(ContactWay::Message));
    for field in Field::ALL {
        say(&mut model, ContactMsg::Typed(field, "ä".repeat(5000)));
        let (_, most) = field.bounds();
        assert_eq!(
            model.contact.fields.text(field).chars().count(),
            most,
            "{field:?}"
        );
    }
}

#[test]
fn every_way_asks_for_some_way_back_and_no_more_than_four_fields() {
    for way in ContactWay::ALL {
        let asked = asked(way);
        assert!((1..=4).contains(&asked.len()), "{way:?}");
        let phone = asked.iter().find(|(field, _)| *field == Field::Phone);
        assert!(
            matches!(phone, Some((_, Asked::Required | Asked::Either))),
            "{way:?}"
        );
    }
}

#[test]
fn under_18_there_is_no_form_and_nothing_can_be_sent() {
    let mut model = at_result();
    make_young(&mut model);
    assert_eq!(say(&mut model, ContactMsg::Open(ContactWay::Call)), []);
    assert_eq!(model.contact.step, Step::Closed);
    // The same if the age changes while the lines are on screen.
    let mut model = at_result();
    confirm(&mut model);
    make_young(&mut model);
    assert_eq!(say(&mut model, ContactMsg::Send(lines())), []);
}

#[test]
fn away_from_the_result_the_form_is_deaf_but_for_the_end_of_what_was_sent() {
    let mut model = sending();
    update(&mut model, Msg::Review);
    assert_eq!(
        say(&mut model, ContactMsg::Ended(Outcome::Sent)),
        [Effect::FocusStep]
    );
    assert!(matches!(model.contact.step, Step::Sent(..)));
    let mut model = at_result();
    update(&mut model, Msg::Review);
    assert_eq!(say(&mut model, ContactMsg::Open(ContactWay::Call)), []);
}

#[test]
fn erasing_everything_erases_what_was_typed_and_a_late_answer_finds_nothing() {
    for msg in [Msg::StartOver, Msg::Leave] {
        let mut model = sending();
        update(&mut model, msg);
        assert_eq!(model.contact, Model::new(questionnaire()).contact);
        assert_eq!(say(&mut model, ContactMsg::Ended(Outcome::Sent)), []);
        assert_eq!(model.contact.step, Step::Closed);
    }
}

#[test]
fn what_is_typed_shows_by_itself_and_everything_else_is_drawn() {
    assert!(ContactMsg::Typed(Field::Name, "K".into()).shows_by_itself());
    assert!(!ContactMsg::Ticked(Tick::Consent).shows_by_itself());
    assert!(!ContactMsg::Time(PartOfDay::Evening).shows_by_itself());
}

pub(crate) fn at_result() -> Model {
    let mut model = Model::new(questionnaire());
    model.show(Screen::Result);
    model
}

pub(crate) fn say(model: &mut Model, msg: ContactMsg) -> Vec<Effect> {
    update(model, Msg::Contact(msg))
}

fn fill_in(model: &mut Model) {
    say(
        model,
        ContactMsg::Typed(Field::Phone, "+44 20 7946 0958".into()),
    );
    say(model, ContactMsg::Ticked(Tick::Consent));
}

pub(crate) fn confirm(model: &mut Model) {
    say(model, ContactMsg::Open(ContactWay::Call));
    fill_in(model);
    say(model, ContactMsg::Checked(Vec::new()));
}

pub(crate) fn sending() -> Model {
    let mut model = at_result();
    confirm(&mut model);
    say(&mut model, ContactMsg::Send(lines()));
    assert!(matches!(model.contact.step, Step::Sending(..)));
    model
}

fn flaws(model: &Model) -> &[FieldError] {
    let Step::Filling(_, flaws) = &model.contact.step else {
        panic!("{:?}", model.contact.step)
    };
    flaws
}

pub(crate) fn lines() -> Lines {
    let value = "call".to_owned();
    [Line { key: "way", value }].into()
}

fn make_young(model: &mut Model) {
    let item = questionnaire().item(index("age")).unwrap();
    let young = item.option_index("under-18").unwrap();
    model
        .response
        .set(item.link_id, Answer::Chosen(Options::only(young)));
}
