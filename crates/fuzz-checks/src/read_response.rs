//! Fuzz target for the FHIR import.

use assessment::{Answer, LinkId, assess};
use content::questionnaire;
use fhir::read_response;

/// Parses any bytes as a response. The result can be assessed, or the error can be printed.
pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match read_response(questionnaire(), &text) {
        Ok(response) => {
            for (link_id, answer) in response.iter() {
                check_answer(link_id, answer);
            }
            assess(questionnaire(), &response);
        }
        Err(error) => {
            assert!(!error.location.is_empty() && !error.message.is_empty());
            let printed = error.to_string();
            assert!(printed.len() < 1_000, "{} bytes", printed.len());
            assert!(!printed.contains(char::is_control), "{printed:?}");
        }
    }
}

/// Checks that only answers that a screen can produce are accepted.
fn check_answer(link_id: LinkId, answer: Answer) {
    let item = questionnaire()
        .find(link_id.0)
        .and_then(|index| questionnaire().item(index));
    let Some(item) = item else {
        panic!("{} is no item of the questionnaire", link_id.0);
    };
    match answer {
        Answer::Unsure | Answer::Declined => {}
        Answer::Chosen(options) => {
            assert!(!options.is_empty(), "{}", link_id.0);
            assert_eq!(item.tidy(options), options, "{}", link_id.0);
        }
    }
}
