//! Clinical stories from `tests/vignettes/`, as answers for a browser test.

use std::collections::BTreeMap;
use std::path::Path;

use assessment::{Answer, LevelOfCare, LinkId};
use content::questionnaire;
use i18n::Voice;
use vignettes::{Vignette as Story, read};

use crate::words::words;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../vignettes");

/// All stories by number.
pub fn stories() -> Vec<Story> {
    read(questionnaire(), Path::new(FOLDER)).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

/// Answers of a story and the expected result.
#[derive(Clone, Debug)]
pub struct Vignette {
    /// The story in prose.
    pub story: String,
    /// Answers by link id, including the story's defaults.
    pub answers: BTreeMap<String, StoryAnswer>,
    /// Expected result.
    pub expect: Expectation,
}

/// Answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoryAnswer {
    /// Codes of the selected options.
    Options(Vec<String>),
    /// "Not sure".
    Unsure,
    /// "Rather not say".
    Declined,
}

/// Expected headline and level.
#[derive(Clone, Debug)]
pub struct Expectation {
    /// Code of the headline.
    pub headline: String,
    /// Level of care, if one is shown.
    pub level: Option<LevelOfCare>,
}

impl Vignette {
    /// Reads the story with this file stem.
    pub fn read(name: &str) -> Vignette {
        let story = stories()
            .into_iter()
            .find(|story| story.name == name)
            .unwrap_or_else(|| panic!("{FOLDER} has no story {name}"));
        let answers = story.response.iter();
        Vignette {
            story: story.story,
            answers: answers
                .map(|(link_id, answer)| (link_id.0.to_owned(), StoryAnswer::from(link_id, answer)))
                .collect(),
            expect: Expectation {
                headline: story.expect.headline.code().to_owned(),
                level: story.expect.level,
            },
        }
    }

    /// Voice of the page: to the person or about someone else.
    pub fn voice(&self) -> Voice {
        let other = StoryAnswer::Options(vec!["someone-else".into()]);
        if self.answers.get("who-for") == Some(&other) {
            Voice::SomeoneElse
        } else {
            Voice::Self_
        }
    }

    /// Headline that the result should show.
    pub fn headline(&self) -> String {
        let headline = words().headlines.get(&self.expect.headline).unwrap();
        let level = match self.expect.level {
            Some(level) => words().in_a_sentence(level.code()),
            None => words().phrases.young_program,
        };
        headline
            .title
            .in_voice(self.voice())
            .replace("{level}", level)
    }
}

impl StoryAnswer {
    fn from(link_id: LinkId, answer: Answer) -> StoryAnswer {
        let index = questionnaire().find(link_id.0).unwrap();
        let item = questionnaire().item(index).unwrap();
        match answer {
            Answer::Chosen(options) => StoryAnswer::Options(
                options
                    .indices()
                    .map(|position| item.options[usize::from(position)].to_owned())
                    .collect(),
            ),
            Answer::Unsure => StoryAnswer::Unsure,
            Answer::Declined => StoryAnswer::Declined,
        }
    }
}
