//! The questions on paper, for browsers without scripts and for people who prefer to write by hand.
//!
//! Generates one page, `paper.html`, from the same questions, rules and words as the check. Signs of danger,
//! and what to do about them, come from the rules; none is written by hand. The page never contains a level,
//! rating or score, because paper computes nothing. Start at [`Paper`].

mod flags;

mod order;

mod telling;

mod widening;

mod page;

pub use order::Order;
pub use page::page;

use std::path::Path;

use assessment::{Alert, HelpId, Item, ItemIndex, Options, Questionnaire, Rule};
use content_compiler::author::{self, Problem};
use content_compiler::country::Country;
use content_compiler::paper_words::{PaperFile, PaperText};
use i18n::{ItemWords, Words};

/// Contents of the paper form in one language.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Questions and rules as used by the assessment.
    pub questionnaire: Questionnaire,
    /// The words of the check.
    pub words: Words,
    /// Words used only on paper.
    pub own: PaperFile,
    /// Order of the questions.
    pub order: Order,
    locale: String,
    helps: Vec<(HelpId, Alert)>,
    patterns: Vec<&'static Rule>,
}

impl Paper {
    /// Reads and validates a content folder.
    pub fn read(folder: &Path, locale: &str) -> Result<Paper, Vec<Problem>> {
        let questionnaire = author::questionnaire(folder)?;
        let words = author::words(folder, locale)?;
        let mut problems = Vec::new();
        let country = Country::of(folder, locale, &mut problems);
        let own = country.and_then(|country| country.words(folder, "paper", &mut problems));
        let Some(own) = own else {
            return Err(problems);
        };
        Ok(Paper {
            order: Order::of(&questionnaire),
            helps: flags::helps(&questionnaire),
            patterns: flags::together(&questionnaire),
            questionnaire,
            words,
            own: own.body,
            locale: locale.into(),
        })
    }

    /// Returns the texts used only on paper.
    fn text(&self) -> &PaperText {
        &self.own.paper
    }

    /// Returns a question with its words.
    fn item(&self, index: ItemIndex) -> Option<(&'static Item, &ItemWords)> {
        let words = self.words.items.get(usize::from(index.0));
        self.questionnaire.item(index).zip(words)
    }

    /// Returns the letter of a help screen's box.
    fn letter(&self, help: HelpId) -> Option<char> {
        let place = self.helps.iter().position(|(known, _)| *known == help)?;
        ('A'..='Z').nth(place)
    }

    /// Returns the number, from 1, of a rule that needs several answers.
    fn pattern(&self, rule: &Rule) -> Option<usize> {
        let place = self.patterns.iter().position(|known| known.id == rule.id)?;
        Some(place + 1)
    }

    /// Returns the red flags that one answer raises alone, limited to those with the highest alert.
    fn flags_of(&self, item: ItemIndex, chosen: Options, is_open: bool) -> Vec<&'static Rule> {
        let lone = flags::Lone {
            item,
            chosen,
            is_open,
        };
        flags::alone(&self.questionnaire, lone)
    }
}

/// Joins texts as a list: "a, b or c".
fn joined(texts: &[String], by: &str) -> String {
    match texts.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => format!("{} {by} {last}", others.join(", ")),
    }
}

/// Returns the shape that marks an alert, so that color is not the only difference.
fn shape(alert: Alert) -> &'static str {
    match alert {
        Alert::None => "",
        Alert::SupportCard => "●",
        Alert::ContactFirst => "■",
        Alert::EmergencyNow => "▲",
    }
}
