//! Round trips of codes: each decodes to its answers and result, and anything else is rejected.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use assessment::{Answer, Options, Questionnaire, Response, assess};
use content::questionnaire;
use proptest::prelude::{Strategy, any, prop, proptest};
use result_code::{CodeError, MAX_CHARACTERS, decode, encode};
use test_support::stories::stories;

fn code(response: &Response) -> String {
    let questionnaire = questionnaire();
    encode(questionnaire, response, &assess(questionnaire, response))
}

/// All outputs of a result that a code has to preserve.
fn outcome(response: &Response) -> String {
    let result = assess(questionnaire(), response);
    format!(
        "{} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        result.headline.code(),
        result.alert,
        result.first_step,
        result.level,
        result.urgency,
        result.add_ons,
        result.fired,
        result.advice,
        result.unanswered,
    )
}

#[test]
fn every_story_is_read_back_to_its_result() {
    let mut lengths = Vec::new();
    for story in stories() {
        let code = code(&story.response);
        lengths.push(code.replace('-', "").len());
        let read = decode(questionnaire(), &code)
            .unwrap_or_else(|error| panic!("{}: {code}: {error}", story.name));
        assert_eq!(outcome(&read), outcome(&story.response), "{}", story.name);
    }
    lengths.sort_unstable();
    let (median, longest) = (lengths[lengths.len() / 2], lengths[lengths.len() - 1]);
    println!(
        "characters: median {median}, most {longest} over {} stories",
        lengths.len()
    );
    assert!(longest < MAX_CHARACTERS / 2, "{longest}");
}

#[test]
fn one_wrong_character_and_a_swap_of_neighbors_are_always_noticed() {
    let story = stories().into_iter().next().unwrap();
    let written: Vec<char> = code(&story.response).chars().collect();
    for position in 0..written.len() {
        if written[position] == '-' {
            continue;
        }
        for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars() {
            if other == written[position] {
                continue;
            }
            let mut wrong = written.clone();
            wrong[position] = other;
            let wrong: String = wrong.into_iter().collect();
            assert_eq!(
                decode(questionnaire(), &wrong),
                Err(CodeError::Garbled),
                "{wrong}"
            );
        }
    }
    let mut letters: Vec<char> = written.into_iter().filter(|one| *one != '-').collect();
    for position in 1..letters.len() {
        if letters[position] == letters[position - 1] {
            continue;
        }
        letters.swap(position, position - 1);
        let wrong: String = letters.iter().collect();
        assert_eq!(
            decode(questionnaire(), &wrong),
            Err(CodeError::Garbled),
            "{wrong}"
        );
        letters.swap(position, position - 1);
    }
}

#[test]
fn case_spaces_and_letters_that_look_alike_do_not_matter() {
    let story = stories().into_iter().next().unwrap();
    let code = code(&story.response);
    let typed = code
        .to_lowercase()
        .replace('-', " ")
        .replace('0', "o")
        .replace('1', "l");
    assert_eq!(
        decode(questionnaire(), &typed),
        decode(questionnaire(), &code)
    );
}

#[test]
fn what_is_no_code_is_refused_with_a_reason() {
    let questionnaire = questionnaire();
    let too_long = "7".repeat(MAX_CHARACTERS * 2);
    for (typed, error) in [
        ("", CodeError::Garbled),
        ("0", CodeError::Garbled),
        ("U", CodeError::Character('U')),
        ("7K3F-€", CodeError::Character('€')),
        (too_long.as_str(), CodeError::Garbled),
    ] {
        assert_eq!(decode(questionnaire, typed), Err(error.clone()), "{typed}");
        assert!(!error.to_string().is_empty() && !error.advice().is_empty());
    }
}

#[test]
fn a_code_of_other_rules_names_their_day() {
    let later = Questionnaire {
        version: "2027-03-01",
        ..*questionnaire()
    };
    let response = stories().into_iter().next().unwrap().response;
    let code = encode(&later, &response, &assess(&later, &response));
    let error = decode(questionnaire(), &code).unwrap_err();
    assert_eq!(error, CodeError::OtherRules("2027-03-01".into()));
}

#[test]
fn a_code_that_names_another_result_is_refused() {
    let questionnaire = questionnaire();
    let mut of_another = stories().into_iter().map(|story| story.response);
    let (response, other) = (of_another.next().unwrap(), Response::default());
    let code = encode(questionnaire, &other, &assess(questionnaire, &response));
    assert_eq!(decode(questionnaire, &code), Err(CodeError::Disagrees));
}

fn answers() -> impl Strategy<Value = Response> {
    let items = questionnaire().items;
    prop::collection::vec((0_u8..6, any::<u32>()), items.len()).prop_map(move |given| {
        let mut response = Response::default();
        for (item, (kind, value)) in items.iter().zip(given) {
            let options = u32::try_from(item.options.len()).unwrap();
            let one = Options::only(u8::try_from(value % options).unwrap());
            let many = item.tidy(Options(value & ((1 << options) - 1)));
            match kind {
                0 => {}
                1 => response.set(item.link_id, Answer::Unsure),
                2 => response.set(item.link_id, Answer::Declined),
                _ if item.kind == assessment::ItemKind::ChooseMany => {
                    response.set(item.link_id, Answer::Chosen(many));
                }
                _ => response.set(item.link_id, Answer::Chosen(one)),
            }
        }
        response
    })
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]

    #[test]
    fn any_answers_are_read_back_to_their_result(response in answers()) {
        let read = decode(questionnaire(), &code(&response)).unwrap();
        assert_eq!(outcome(&read), outcome(&response));
        assert_eq!(code(&read), code(&response));
    }

    #[test]
    fn no_text_makes_it_panic(text in ".{0,80}") {
        let _: Result<_, _> = decode(questionnaire(), &text);
    }
}
