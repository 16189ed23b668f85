//! The answers of one story, as every subject is given them.

use content::questionnaire;
use e2e::{StoryAnswer, Vignette};
use fhir::{ASKED_DECLINED, ASKED_UNKNOWN, DATA_ABSENT_REASON, option_system};
use serde::Serialize;

/// The story that is answered everywhere: its way is long, and has substances, withdrawal and use in it.
pub const STORY: &str = "04-ten-drinks-daily-partner-can-stay";

/// One chosen option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// Link id of the question.
    pub item: String,
    /// Code of the option.
    pub code: String,
    /// The code's system in FHIR.
    pub system: String,
    /// Id of the option's input in Footing.
    pub id: String,
}

/// Every chosen option of the story, in the order of the questions.
pub fn choices(story: &Vignette) -> Vec<Choice> {
    let own = option_system(questionnaire().url);
    let mut choices = Vec::new();
    let items = questionnaire().items.iter();
    for item in items.filter(|item| !questionnaire().is_after_result(item)) {
        let link_id = item.link_id.0;
        let mut add = |code: &str, system: &str, suffix: String| {
            choices.push(Choice {
                item: link_id.to_owned(),
                code: code.to_owned(),
                system: system.to_owned(),
                id: format!("{link_id}-{suffix}"),
            });
        };
        match story.answers.get(link_id) {
            Some(StoryAnswer::Options(codes)) => {
                for code in codes {
                    let index = item.option_index(code).unwrap_or_default();
                    add(code, &own, index.to_string());
                }
            }
            Some(StoryAnswer::Unsure) => {
                add(ASKED_UNKNOWN, DATA_ABSENT_REASON, "unsure".to_owned());
            }
            Some(StoryAnswer::Declined) => {
                add(ASKED_DECLINED, DATA_ABSENT_REASON, "declined".to_owned());
            }
            None => {}
        }
    }
    choices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_story_answers_every_question_that_is_always_asked() {
        let choices = choices(&Vignette::read(STORY));
        for item in questionnaire().items {
            let is_conditional = item.enable_when.is_some();
            if is_conditional || questionnaire().is_after_result(item) {
                continue;
            }
            let answered = choices.iter().any(|choice| choice.item == item.link_id.0);
            assert!(answered, "{} has no answer", item.link_id.0);
        }
        let daily = choices
            .iter()
            .find(|choice| choice.item == "days-alcohol")
            .unwrap();
        assert_eq!(daily.code, "21-30-days");
        assert!(daily.id.starts_with("days-alcohol-"), "{}", daily.id);
    }
}
