//! Parses one story file.

use toml::de::DeTable;

use assessment::Questionnaire;
use content_compiler::problem::{Problem, Text};

use super::Vignette;
use super::answers::response;
use super::entries::Entries;
use super::expectation::expectation;

const KEYS: &[&str] = &["case", "story", "left_empty", "answers", "expect"];

/// Parses one story. Reports all problems, not only the first.
pub(super) fn vignette(
    questionnaire: &Questionnaire,
    text: &Text,
    name: String,
    problems: &mut Vec<Problem>,
) -> Option<Vignette> {
    let (table, mistakes) = DeTable::parse_recoverable(&text.body);
    for mistake in &mistakes {
        let at = mistake.span().map_or(0, |span| span.start);
        let message = format!(
            "this is not TOML ({}); write it like the stories beside it.",
            mistake.message().trim_end()
        );
        problems.push(text.problem_at(at, message));
    }
    if !mistakes.is_empty() {
        return None;
    }
    let entries = Entries::of_file(text, table.get_ref(), KEYS, problems);
    let case = entries.number("case", u8::MAX, problems);
    let story = entries.sentence("story", problems);
    let left_empty = entries.names("left_empty", problems);
    let answers = entries.inner("answers", &[], problems);
    let response =
        answers.and_then(|answers| response(questionnaire, text, &answers, &left_empty, problems));
    let expect = expectation(questionnaire, text, &entries, problems);
    Some(Vignette {
        name,
        case,
        story: story?.to_owned(),
        response: response?,
        expect: expect?,
    })
}
