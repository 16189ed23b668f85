//! Specimens of the contact form of a fictional center, at every step.

use journey::{
    Contact, ContactMsg, Copying, Field, Line, Lines, Model, Msg, Outcome, SendFailure, Tick,
    update,
};
use site::{ContactWay, Encoding, Endpoint, Site};

use super::answers::results;
use super::{choose, result_of};

/// The site of a state: the fictional center if the contact form is in use.
pub(super) fn site_around(model: &Model) -> Site {
    if model.contact == Contact::default() {
        return Site::default();
    }
    let set = |text: &str| Some(text.to_owned());
    Site {
        name: set("Harbor Recovery Center"),
        phone: set("(555) 010-0199"),
        text_to: set("(555) 010-0198"),
        email: set("hello@harbor.example"),
        endpoint: Some(Endpoint {
            address: "https://forms.harbor.example/ask".into(),
            encoding: Encoding::Json,
        }),
        ways: ContactWay::ALL.into(),
        privacy_link: set("privacy.html"),
        terms_link: set("terms.html"),
        ..Site::default()
    }
}

/// Builds the models of all states, by name.
pub(super) fn states() -> Vec<(String, Model)> {
    let reached = |way: ContactWay, msgs: &[ContactMsg]| {
        let mut model = filled(way);
        for msg in msgs {
            update(&mut model, Msg::Contact(msg.clone()));
        }
        model
    };
    let confirmed = ContactMsg::Checked(Vec::new());
    let sent = [confirmed.clone(), ContactMsg::Send(lines())];
    let ended = |outcome| [&sent[..], &[ContactMsg::Ended(outcome)]].concat();
    let failed = |reason| ended(Outcome::Failed(reason));
    let by_hand = [
        failed(SendFailure::NoAnswer),
        vec![ContactMsg::Copied(Copying::ByHand)],
    ]
    .concat();
    let ticked = [
        ContactMsg::Ticked(Tick::AddResult),
        ContactMsg::Ticked(Tick::AddAnswers),
    ];
    let mut flawed = reached(ContactWay::Meeting, &[ContactMsg::Ticked(Tick::Consent)]);
    for field in [Field::Name, Field::Phone] {
        let empty = ContactMsg::Typed(field, String::new());
        update(&mut flawed, Msg::Contact(empty));
    }
    update(&mut flawed, Msg::Contact(confirmed.clone()));
    let mut young = reached(ContactWay::Call, &[ContactMsg::Close]);
    let questionnaire = young.questionnaire;
    choose(questionnaire, &mut young.response, "age", &["under-18"]);
    [
        ("ways", reached(ContactWay::Call, &[ContactMsg::Close])),
        ("form", reached(ContactWay::Call, &[])),
        ("form-text", reached(ContactWay::Text, &[])),
        ("form-message", reached(ContactWay::Message, &[])),
        ("form-flaws", flawed),
        (
            "confirm",
            reached(ContactWay::Call, &[&ticked[..], &[confirmed]].concat()),
        ),
        ("sending", reached(ContactWay::Call, &sent)),
        ("sent", reached(ContactWay::Call, &ended(Outcome::Sent))),
        (
            "failed",
            reached(ContactWay::Call, &failed(SendFailure::Trouble)),
        ),
        ("failed-by-hand", reached(ContactWay::Call, &by_hand)),
        ("under-18", young),
    ]
    .map(|(name, model)| (format!("result-contact-{name}"), model))
    .into()
}

/// A result with the filled-in form for one way of contact.
fn filled(way: ContactWay) -> Model {
    let answers = results()
        .into_iter()
        .find(|(name, _)| *name == "result-iop")
        .map_or_else(Vec::new, |(_, answers)| answers);
    let mut model = result_of(answers);
    let typed = [
        (Field::Name, "Kim"),
        (Field::Phone, "+44 20 7946 0958"),
        (Field::Message, "Do you have evening groups?"),
    ]
    .map(|(field, text)| ContactMsg::Typed(field, text.into()));
    update(&mut model, Msg::Contact(ContactMsg::Open(way)));
    for msg in typed.into_iter().chain([ContactMsg::Ticked(Tick::Consent)]) {
        update(&mut model, Msg::Contact(msg));
    }
    model
}

fn lines() -> Lines {
    [
        ("way", "call"),
        ("name", "Kim"),
        ("phone", "+44 20 7946 0958"),
        ("best_time", "any"),
        ("may_leave_message", "no"),
        ("consent", "yes"),
    ]
    .map(|(key, value)| Line {
        key,
        value: value.into(),
    })
    .into()
}
