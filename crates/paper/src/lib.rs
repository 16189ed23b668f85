//! The questions on paper: for a browser without scripts, and for those who would rather write by hand.
//!
//! One page, `paper.html`, made from the same questions, rules and words as the check. What is a sign of
//! danger, and what to do then, is read from the rules; nothing of it is told by hand.
//! No level, rating or score ever comes here: on paper nothing is worked out. Start at [`Paper`].

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

/// Everything that stands on the paper, in one language.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Questions and rules as the assessment reads them.
    pub questionnaire: Questionnaire,
    /// The words of the check.
    pub words: Words,
    /// The words of the paper alone.
    pub own: PaperFile,
    /// Which question stands where.
    pub order: Order,
    locale: String,
    helps: Vec<(HelpId, Alert)>,
    patterns: Vec<&'static Rule>,
}

impl Paper {
    /// Reads and checks a content folder.
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

    /// What the paper alone says.
    fn text(&self) -> &PaperText {
        &self.own.paper
    }

    /// A question with its words.
    fn item(&self, index: ItemIndex) -> Option<(&'static Item, &ItemWords)> {
        let words = self.words.items.get(usize::from(index.0));
        self.questionnaire.item(index).zip(words)
    }

    /// The letter of a help screen's box.
    fn letter(&self, help: HelpId) -> Option<char> {
        let place = self.helps.iter().position(|(known, _)| *known == help)?;
        ('A'..='Z').nth(place)
    }

    /// The place of a rule among those that need several answers, from 1.
    fn pattern(&self, rule: &Rule) -> Option<usize> {
        let place = self.patterns.iter().position(|known| known.id == rule.id)?;
        Some(place + 1)
    }

    /// The red flags that one answer raises by itself: those of the highest alert among them.
    fn flags_of(&self, item: ItemIndex, chosen: Options, is_open: bool) -> Vec<&'static Rule> {
        let lone = flags::Lone {
            item,
            chosen,
            is_open,
        };
        flags::alone(&self.questionnaire, lone)
    }
}

/// Texts in a row: "a, b or c".
fn joined(texts: &[String], by: &str) -> String {
    match texts.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => format!("{} {by} {last}", others.join(", ")),
    }
}

/// The shape of an alert's mark, so that it is told apart without color.
fn shape(alert: Alert) -> &'static str {
    match alert {
        Alert::None => "",
        Alert::SupportCard => "●",
        Alert::ContactFirst => "■",
        Alert::EmergencyNow => "▲",
    }
}
