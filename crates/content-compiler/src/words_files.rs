//! The shape of the words files of one language.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::logic::{LoadedFile, load};
use super::paper_words::PaperFile;
use super::problem::Problem;
pub use super::result_words::{
    AddOnsWords, AdviceWords, HeadlinesWords, LevelText, LevelsWords, TakeAlongWords,
};

/// All words of one language.
#[derive(Clone, Debug)]
pub struct WordsFiles {
    /// Questions.
    pub questionnaire: LoadedFile<QuestionnaireWords>,
    /// What each rule means for care.
    pub reasons: LoadedFile<ReasonsWords>,
    /// Levels of care.
    pub levels: LoadedFile<LevelsWords>,
    /// First lines of results.
    pub headlines: LoadedFile<HeadlinesWords>,
    /// Add-ons.
    pub add_ons: LoadedFile<AddOnsWords>,
    /// Advice beside a result.
    pub advice: LoadedFile<AdviceWords>,
    /// What stands in a result to take along.
    pub take_along: LoadedFile<TakeAlongWords>,
    /// Help screens and cards.
    pub help: LoadedFile<HelpFile>,
    /// Crisis lines.
    pub crisis: LoadedFile<CrisisWords>,
    /// Everything around them.
    pub phrases: LoadedFile<PhrasesFile>,
    /// What stands around the questions on paper; the page never loads it.
    pub paper: LoadedFile<PaperFile>,
}

impl WordsFiles {
    /// Reads the words of one language; every file that cannot be read is a problem.
    pub fn read(folder: &Path, locale: &str, problems: &mut Vec<Problem>) -> Option<WordsFiles> {
        let path = |name: &str| format!("words/{locale}/{name}.toml");
        let questionnaire = load(folder, &path("questionnaire"), problems);
        let reasons = load(folder, &path("reasons"), problems);
        let levels = load(folder, &path("levels"), problems);
        let headlines = load(folder, &path("headlines"), problems);
        let add_ons = load(folder, &path("add-ons"), problems);
        let advice = load(folder, &path("advice"), problems);
        let take_along = load(folder, &path("take-along"), problems);
        let help = load(folder, &path("help"), problems);
        let crisis = load(folder, &path("crisis"), problems);
        let phrases = load(folder, &path("phrases"), problems);
        let paper = load(folder, &path("paper"), problems);
        Some(WordsFiles {
            questionnaire: questionnaire?,
            reasons: reasons?,
            levels: levels?,
            headlines: headlines?,
            add_ons: add_ons?,
            advice: advice?,
            take_along: take_along?,
            help: help?,
            crisis: crisis?,
            phrases: phrases?,
            paper: paper?,
        })
    }
}

/// `questionnaire.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionnaireWords {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// By section.
    pub sections: BTreeMap<String, String>,
    /// By page.
    pub pages: BTreeMap<String, PageText>,
    /// Options several items share.
    pub option_sets: BTreeMap<String, BTreeMap<String, String>>,
    /// By item.
    pub items: BTreeMap<String, ItemText>,
}

/// The words of a page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageText {
    /// Shown above several questions.
    pub heading: String,
    /// The same for someone else.
    pub heading_other: Option<String>,
}

/// The words of an item.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemText {
    /// The question.
    pub text: String,
    /// The question about someone else.
    pub other: Option<String>,
    /// A short label.
    pub short: String,
    /// A hint.
    pub hint: Option<String>,
    /// The hint about someone else.
    pub hint_other: Option<String>,
    /// Why it is asked.
    pub why: String,
    /// Why it is asked about someone else.
    pub why_other: Option<String>,
    /// The shared options it uses.
    pub option_set: Option<String>,
    /// Its own options.
    #[serde(default)]
    pub options: BTreeMap<String, String>,
    /// Its own options about someone else.
    #[serde(default)]
    pub options_other: BTreeMap<String, String>,
}

/// Words of options by code.
pub type Options = BTreeMap<String, String>;

impl ItemText {
    /// Its options, by code, for both voices.
    pub fn options<'a>(
        &'a self,
        sets: &'a BTreeMap<String, Options>,
    ) -> (Option<&'a Options>, Option<&'a Options>) {
        match &self.option_set {
            None => (Some(&self.options), Some(&self.options_other)),
            Some(set) => (sets.get(set), sets.get(&format!("{set}-other"))),
        }
    }
}

/// A text for both voices.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BothVoices {
    /// To the person.
    pub text: String,
    /// About someone else.
    pub other: Option<String>,
}

/// `reasons.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReasonsWords {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// By rule.
    pub reasons: BTreeMap<String, BothVoices>,
}

/// `help.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpFile {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// By help screen.
    pub help: BTreeMap<String, HelpText>,
}

/// The words of a help screen or card.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpText {
    /// Its title.
    pub title: String,
    /// Its title about someone else.
    pub title_other: Option<String>,
    /// What is going on.
    pub lead: String,
    /// What is going on, about someone else.
    pub lead_other: Option<String>,
    /// What to say when the call is answered.
    pub say: Option<String>,
    /// What to say, about someone else.
    pub say_other: Option<String>,
    /// What to do.
    pub steps: Vec<String>,
    /// What to do, about someone else.
    pub steps_other: Option<Vec<String>>,
}

/// `crisis.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrisisWords {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// By line.
    pub lines: BTreeMap<String, LineText>,
}

/// The words of a crisis line.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineText {
    /// Its name.
    pub name: String,
    /// Whom it is for, and when to use it. It says "day and night" where that is so.
    pub note: String,
    /// When it answers, where that is not always.
    pub hours: Option<String>,
    /// The languages, where they are known.
    pub languages: Option<String>,
}

/// `phrases.toml`: everything around questions and results, checked against the list of phrases.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhrasesFile {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// By name.
    pub phrases: BTreeMap<String, String>,
}
