//! Core of the check without a page: answers in, recommendations out.
//!
//! Compiled to JavaScript with the same toolchain as the fallback for browsers without WebAssembly,
//! and compared with native code by `tests/e2e/tests/without_wasm.rs`. It is never part of a page.

use assessment::assess;
use content::questionnaire;
use i18n::Words;
use wasm_bindgen::prelude::wasm_bindgen;

/// Assesses FHIR responses, one per line, and returns one line of JSON each, as
/// `cargo xtask assess` writes it. `words` is the words file of a language.
#[wasm_bindgen]
pub fn assess_each(words: &str, responses: &str) -> Result<String, String> {
    let questionnaire = questionnaire();
    let words = Words::read(questionnaire, words).map_err(|error| format!("{error:?}"))?;
    let results: Result<Vec<String>, String> = responses
        .lines()
        .map(|line| {
            let response = fhir::read_response(questionnaire, line).map_err(|e| e.to_string())?;
            let result = assess(questionnaire, &response);
            let mut json = export::recommendation(&result, &words);
            if let Some(json) = json.as_object_mut() {
                let sensitivity = export::sensitivity(questionnaire, &response, &result);
                json.insert("sensitivity".to_owned(), sensitivity);
            }
            Ok(json.to_string())
        })
        .collect();
    Ok(results?.join("\n"))
}

fn main() {}
