//! The core of the check without its page: answers in, recommendations out.
//!
//! It is compiled and turned into JavaScript in the same way and from the same library as the check for
//! browsers without WebAssembly. `tests/e2e/tests/without_wasm.rs` runs it in such a browser. It never
//! becomes part of the page.

use assessment::assess;
use content::questionnaire;
use i18n::Words;
use wasm_bindgen::prelude::wasm_bindgen;

/// Assesses FHIR responses, one on each line, and answers with as many lines of JSON: what
/// `cargo xtask assess` writes. `words` is the file of one language.
#[wasm_bindgen]
pub fn assess_each(words: &str, responses: &str) -> Result<String, String> {
    let questionnaire = questionnaire();
    let words = Words::read(questionnaire, words).map_err(|error| format!("{error:?}"))?;
    let results: Result<Vec<String>, String> = responses
        .lines()
        .map(|line| {
            let response = fhir::read_response(questionnaire, line).map_err(|e| e.to_string())?;
            let result = assess(questionnaire, &response);
            let mut written = export::recommendation(&result, &words);
            if let Some(written) = written.as_object_mut() {
                let sensitivity = export::sensitivity(questionnaire, &response, &result);
                written.insert("sensitivity".to_owned(), sensitivity);
            }
            Ok(written.to_string())
        })
        .collect();
    Ok(results?.join("\n"))
}

fn main() {}
