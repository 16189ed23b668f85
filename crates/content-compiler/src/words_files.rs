//! Schemas of the words files of one locale.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

use super::country::Country;
use super::crisis::CrisisFile;
use super::logic::LoadedFile;
use super::paper_words::PaperFile;
use super::problem::Problem;
pub use super::result_words::{
    AddOnsWords, AdviceWords, HeadlinesWords, LevelText, LevelsWords, TakeAlongWords,
};

/// All words files of one locale.
#[derive(Clone, Debug)]
pub struct WordsFiles {
    /// Questions.
    pub questionnaire: LoadedFile<QuestionnaireWords>,
    /// What each rule means for care: texts of reasons.
    pub reasons: LoadedFile<ReasonsWords>,
    /// Levels of care.
    pub levels: LoadedFile<LevelsWords>,
    /// Headlines.
    pub headlines: LoadedFile<HeadlinesWords>,
    /// Add-ons.
    pub add_ons: LoadedFile<AddOnsWords>,
    /// Advice beside a result.
    pub advice: LoadedFile<AdviceWords>,
    /// Checklists for the exported summary.
    pub take_along: LoadedFile<TakeAlongWords>,
    /// Help screens and cards.
    pub help: LoadedFile<HelpFile>,
    /// Crisis lines.
    pub crisis: LoadedFile<CrisisWords>,
    /// Phrases: all other texts of the user interface.
    pub phrases: LoadedFile<PhrasesFile>,
    /// Texts of the paper form; the page never loads them.
    pub paper: LoadedFile<PaperFile>,
    /// Advice that has no meaning in the country of the locale.
    pub left_out: BTreeSet<String>,
    /// Crisis lines of the country of the locale.
    pub lines: LoadedFile<CrisisFile>,
}

impl WordsFiles {
    /// Loads the words of one locale; reports every file that fails to load.
    pub fn read(folder: &Path, locale: &str, problems: &mut Vec<Problem>) -> Option<WordsFiles> {
        let country = Country::of(folder, locale, problems)?;
        let read = WordsFiles {
            questionnaire: country.words(folder, "questionnaire", problems)?,
            reasons: country.words(folder, "reasons", problems)?,
            levels: country.words(folder, "levels", problems)?,
            headlines: country.words(folder, "headlines", problems)?,
            add_ons: country.words(folder, "add-ons", problems)?,
            advice: country.words(folder, "advice", problems)?,
            take_along: country.words(folder, "take-along", problems)?,
            help: country.words(folder, "help", problems)?,
            crisis: country.words(folder, "crisis", problems)?,
            phrases: country.words(folder, "phrases", problems)?,
            paper: country.words(folder, "paper", problems)?,
            left_out: country.left_out.clone(),
            lines: country.lines.clone(),
        };
        country.report_unused(problems);
        Some(read)
    }
}

/// Schema of `words/<locale>/questionnaire.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionnaireWords {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// Texts by section.
    pub sections: BTreeMap<String, String>,
    /// Texts by page.
    pub pages: BTreeMap<String, PageText>,
    /// Options shared by several items.
    pub option_sets: BTreeMap<String, BTreeMap<String, String>>,
    /// Texts by link id.
    pub items: BTreeMap<String, ItemText>,
}

/// Texts of a page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageText {
    /// Heading above several questions.
    pub heading: String,
    /// Heading, in the voice about someone else.
    pub heading_other: Option<String>,
}

/// Texts of an item.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemText {
    /// The question.
    pub text: String,
    /// The question, in the voice about someone else.
    pub other: Option<String>,
    /// Short label.
    pub short: String,
    /// Hint.
    pub hint: Option<String>,
    /// Hint, in the voice about someone else.
    pub hint_other: Option<String>,
    /// Why it is asked.
    pub why: String,
    /// Why it is asked, in the voice about someone else.
    pub why_other: Option<String>,
    /// Shared options that it uses.
    pub option_set: Option<String>,
    /// Its own options.
    #[serde(default)]
    pub options: BTreeMap<String, String>,
    /// Its own options, in the voice about someone else.
    #[serde(default)]
    pub options_other: BTreeMap<String, String>,
}

/// Texts of options, by code.
pub type Options = BTreeMap<String, String>;

impl ItemText {
    /// Returns its options by code, for both voices.
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

/// Text in both voices.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BothVoices {
    /// To the person.
    pub text: String,
    /// About someone else.
    pub other: Option<String>,
}

/// Schema of `reasons.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReasonsWords {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// Texts by rule id.
    pub reasons: BTreeMap<String, BothVoices>,
}

/// Schema of `words/<locale>/help.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpFile {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// Texts by help screen.
    pub help: BTreeMap<String, HelpText>,
}

/// Texts of a help screen or card.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpText {
    /// Its title.
    pub title: String,
    /// Its title, in the voice about someone else.
    pub title_other: Option<String>,
    /// The situation.
    pub lead: String,
    /// The situation, in the voice about someone else.
    pub lead_other: Option<String>,
    /// What to say when the call is answered.
    pub say: Option<String>,
    /// What to say, in the voice about someone else.
    pub say_other: Option<String>,
    /// What to do.
    pub steps: Vec<String>,
    /// What to do, in the voice about someone else.
    pub steps_other: Option<Vec<String>>,
}

/// Schema of `words/<locale>/crisis.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrisisWords {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// Texts by crisis line.
    pub lines: BTreeMap<String, LineText>,
}

/// Texts of a crisis line.
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
    /// Keyword to send as a text message in this language, in place of that of the crisis table.
    pub text_body: Option<String>,
}

/// Schema of `phrases.toml`: all other texts, checked against `Phrases::NAMES`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhrasesFile {
    /// `draft` or `reviewed`.
    pub status: String,
    /// Who reviewed it, or `none`.
    pub reviewed_by: String,
    /// Phrases by name.
    pub phrases: BTreeMap<String, String>,
}
