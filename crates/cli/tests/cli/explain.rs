//! Tests of `footing explain` with the code of a result.

use assessment::{Answer, Options, Response, assess};
use content::questionnaire;

use super::{footing, printed};

#[test]
fn a_code_is_turned_back_into_the_clinicians_page_and_the_trace() {
    let questionnaire = questionnaire();
    let item = questionnaire
        .item(questionnaire.find("suicide-attempt").unwrap())
        .unwrap();
    let option = item.option_index("past-3-months").unwrap();
    let mut response = Response::default();
    response.set(item.link_id, Answer::Chosen(Options::only(option)));
    let code = result_code::encode(questionnaire, &response, &assess(questionnaire, &response));
    let text = printed(footing(&["explain", &code.to_lowercase()], ""));
    assert!(text.contains(&code), "the page holds its own code");
    assert!(text.contains("HOW THIS SUGGESTION WAS MADE\n"), "{text}");
    assert!(text.contains("\n  R03: "), "{text}");
}
