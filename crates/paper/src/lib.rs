//! The questions as a paper form: for browsers without scripts, and for people who prefer to write by hand.
//!
//! Generates one page, `paper.html`, from the same questions, rules and words as the check. The danger
//! signs and the instructions for them come from the rules; none of them is handwritten. The paper never
//! shows a level, rating or score, because paper computes nothing. Start at [`Paper`].

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
use content_compiler::logic::load;
use content_compiler::paper_words::{PaperFile, PaperText};
use i18n::{ItemWords, Words};

/// Everything on the paper form, in one language.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Questions and rules as used by the assessment.
    pub questionnaire: Questionnaire,
    /// The words of the check.
    pub words: Words,
    /// Additional words of the paper form.
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
        let file = format!("words/{locale}/paper.toml");
        let own = load::<PaperFile>(folder, &file, &mut problems);
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

    /// Texts that only the paper form uses.
    fn text(&self) -> &PaperText {
        &self.own.paper
    }

    /// A question and its words.
    fn item(&self, index: ItemIndex) -> Option<(&'static Item, &ItemWords)> {
        let words = self.words.items.get(usize::from(index.0));
        self.questionnaire.item(index).zip(words)
    }

    /// Letter of the box for a help screen.
    fn letter(&self, help: HelpId) -> Option<char> {
        let place = self.helps.iter().position(|(known, _)| *known == help)?;
        ('A'..='Z').nth(place)
    }

    /// Number of a rule among the patterns (rules that need several answers), from 1.
    fn pattern(&self, rule: &Rule) -> Option<usize> {
        let place = self.patterns.iter().position(|known| known.id == rule.id)?;
        Some(place + 1)
    }

    /// Red flags that an answer raises alone: only those with the highest alert.
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

/// Shape of an alert's mark, so that color is not the only difference.
fn shape(alert: Alert) -> &'static str {
    match alert {
        Alert::None => "",
        Alert::SupportCard => "●",
        Alert::ContactFirst => "■",
        Alert::EmergencyNow => "▲",
    }
}
