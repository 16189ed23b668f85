//! Clinical stories from `tests/vignettes/`, as answers to give.

use std::collections::BTreeMap;
use std::path::Path;

use footing::assessment::LevelOfCare;
use footing::content::words::Voice;
use serde::Deserialize;

use crate::words::words;

/// A person's answers and what they should lead to.
#[derive(Clone, Debug, Deserialize)]
pub struct Vignette {
    /// What is going on, in words.
    pub story: String,
    /// Link id to answer.
    pub answers: BTreeMap<String, Given>,
    /// What should come out.
    pub expect: Expectation,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "Written")]
pub enum Given {
    /// Options by their codes.
    Options(Vec<String>),
    /// "Not sure".
    Unsure,
    /// "Rather not say".
    Declined,
}

/// What should come out, as far as the page's first line shows it.
#[derive(Clone, Debug, Deserialize)]
pub struct Expectation {
    /// The headline's code.
    pub headline: String,
    /// The rank of the level of care; absent where it is not shown.
    pub level: Option<u8>,
}

/// An answer as it is written in the file.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    One(String),
    Several(Vec<String>),
}

impl From<Written> for Given {
    fn from(written: Written) -> Given {
        match written {
            Written::One(code) if code == "asked-unknown" => Given::Unsure,
            Written::One(code) if code == "asked-declined" => Given::Declined,
            Written::One(code) => Given::Options(vec![code]),
            Written::Several(codes) => Given::Options(codes),
        }
    }
}

impl Vignette {
    /// Reads the story with this file name.
    pub fn read(name: &str) -> Vignette {
        let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../vignettes"));
        let file = folder.join(name).with_extension("toml");
        let text = std::fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
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
            Some(rank) => words().in_a_sentence(LevelOfCare::ALL[usize::from(rank)].code()),
            None => words().phrases.young_program,
        };
        headline
            .title
            .in_voice(self.voice())
            .replace("{level}", level)
    }
}
