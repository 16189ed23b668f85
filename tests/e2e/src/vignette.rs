//! Clinical stories from `tests/vignettes/`, as answers to give.

use std::collections::BTreeMap;
use std::path::Path;

use assessment::{Answer, LevelOfCare, LinkId};
use content::questionnaire;
use i18n::Voice;
use vignettes::{Vignette as Story, read};

use crate::words::words;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../vignettes");

/// Every story, in the order of their numbers.
pub fn stories() -> Vec<Story> {
    read(questionnaire(), Path::new(FOLDER)).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

/// A person's answers and what they should lead to.
#[derive(Clone, Debug)]
pub struct Vignette {
    /// What is going on, in words.
    pub story: String,
    /// Link id to answer, with the answers that go without saying.
    pub answers: BTreeMap<String, Given>,
    /// What should come out.
    pub expect: Expectation,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// Options by their codes.
    Options(Vec<String>),
    /// "Not sure".
    Unsure,
    /// "Rather not say".
    Declined,
}

/// What should come out, as far as the page's first line shows it.
#[derive(Clone, Debug)]
pub struct Expectation {
    /// The headline's code.
    pub headline: String,
    /// The level of care; absent where it is not shown.
    pub level: Option<LevelOfCare>,
}

impl Vignette {
    /// Reads the story with this file name.
    pub fn read(name: &str) -> Vignette {
        let story = stories()
            .into_iter()
            .find(|story| story.name == name)
            .unwrap_or_else(|| panic!("{FOLDER} has no story {name}"));
        let answers = story.response.iter();
        Vignette {
            story: story.story,
            answers: answers
                .map(|(link_id, answer)| (link_id.0.to_owned(), Given::from(link_id, answer)))
                .collect(),
            expect: Expectation {
                headline: story.expect.headline.code().to_owned(),
                level: story.expect.level,
            },
        }
    }

    /// Whom the words on the page speak of.
    pub fn voice(&self) -> Voice {
        let other = Given::Options(vec!["someone-else".into()]);
        if self.answers.get("who-for") == Some(&other) {
            Voice::SomeoneElse
        } else {
            Voice::Self_
        }
    }

    /// The first line the result should show.
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

impl Given {
    fn from(link_id: LinkId, answer: Answer) -> Given {
        let index = questionnaire().find(link_id.0).unwrap();
        let item = questionnaire().item(index).unwrap();
        match answer {
            Answer::Chosen(options) => Given::Options(
                options
                    .indices()
                    .map(|position| item.options[usize::from(position)].to_owned())
                    .collect(),
            ),
            Answer::Unsure => Given::Unsure,
            Answer::Declined => Given::Declined,
        }
    }
}
