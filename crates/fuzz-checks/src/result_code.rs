//! Fuzz target for the code of a result, as it is typed or read aloud.

use assessment::assess;
use content::questionnaire;
use result_code::{decode, encode};

/// Decodes any text. It is refused with advice, or its answers lead to the same code again.
pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match decode(questionnaire(), &text) {
        Ok(response) => {
            let result = assess(questionnaire(), &response);
            let again = encode(questionnaire(), &response, &result);
            let answers = decode(questionnaire(), &again);
            assert!(answers.is_ok_and(|answers| answers == response), "{again}");
        }
        Err(error) => {
            assert!(!error.advice().is_empty());
            assert!(error.to_string().len() < 1_000);
        }
    }
}
