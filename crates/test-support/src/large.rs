//! Invented questionnaires of any size, to see how time grows with them.

use std::fmt::Write as _;

use assessment::{Answer, Options, Questionnaire, Response};
use content_compiler::author;

use crate::draft::Draft;
use crate::root;

/// Sizes that are compared: items, and as many rules.
pub const SIZES: [u16; 3] = [30, 300, 3_000];

/// Content folder of the specimen with so many more items and rules. Each rule reads two items, and every
/// fifth item is asked under a condition.
pub fn content(size: u16) -> Draft {
    let draft = Draft::of(&root().join("tests/fixtures/specimen"));
    let (mut items, mut rules) = (String::new(), String::new());
    for number in 0..size {
        // In a ring, so that some rule reads every option.
        let before = (number + size - 1) % size;
        let enabled = if number % 5 == 4 {
            format!("enable_when = {{ item = \"item-{before}\", at_least = \"some\" }}\n")
        } else {
            String::new()
        };
        let _ = write!(
            items,
            "\n[[item]]\nlink_id = \"item-{number}\"\ncode = \"Q10.item-{number}\"\nkind = \"choose-one\"\n\
             page = \"house\"\noptions = [\"none\", \"some\", \"heavy\"]\nunsure_as = \"some\"\n{enabled}\
             sources = [\"rain-gauge\"]\n"
        );
        let own = format!("{{ item = \"item-{number}\", at_least = \"some\" }}");
        let other = format!("{{ item = \"item-{before}\", at_least = \"heavy\" }}");
        let when = if number % 2 == 0 {
            format!("{{ any = [{own}, {other}] }}")
        } else {
            format!("{{ all = [{own}, {other}] }}")
        };
        let _ = write!(
            rules,
            "\n[[rule]]\nid = \"rule-{number}\"\nwhen = {when}\n\
             then = {{ level = {}, ratings = [{{ of = \"home-and-support\", at = {} }}] }}\n\
             rationale = \"It rains.\"\nsources = [\"rain-gauge\"]\nevidence = \"design\"\nreviewed = \"none\"\n",
            number % 3 + 1,
            number % 4 + 1,
        );
    }
    draft.append("items/house.toml", &items);
    draft.append("rules/storms.toml", &rules);
    draft
}

/// Questionnaire of `content`.
pub fn questionnaire(size: u16) -> Questionnaire {
    author::questionnaire(content(size).folder()).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().take(5).map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

/// Answers to every item: the mildest, but five of more concern, however large the questionnaire is.
pub fn answered(questionnaire: &Questionnaire) -> Response {
    let mut response = Response::default();
    for (number, item) in questionnaire.items.iter().enumerate() {
        let is_of_concern = number % questionnaire.items.len().div_ceil(5) == 0;
        let option = u8::from(is_of_concern && item.options.len() > 1);
        response.set(item.link_id, Answer::Chosen(Options::only(option)));
    }
    response
}

/// The same with every second answer missing.
pub fn half_answered(questionnaire: &Questionnaire) -> Response {
    let mut response = answered(questionnaire);
    for item in questionnaire.items.iter().step_by(2) {
        response.clear(item.link_id);
    }
    response
}

#[test]
fn invented_content_has_no_mistake() {
    let specimen = author::questionnaire(&root().join("tests/fixtures/specimen")).unwrap();
    let large = questionnaire(30);
    assert_eq!(large.items.len(), specimen.items.len() + 30);
    assert_eq!(large.rules.len(), specimen.rules.len() + 30);
}
