//! The rules in words, for clinicians who want to read, question and change them.
//!
//! Generates the method page, which shows every question, rule, source and open question ([`page`]), and the
//! trace of one result ([`explanation`]). Both come from the content files that the check is built from. This
//! crate decides nothing, and no condition is described by hand. Start at [`Rulebook`].

mod names;

mod sentence;

mod effects;

mod explanation;

mod prose;

mod page;

pub use effects::effects;
pub use explanation::explanation;
pub use page::page;
pub use sentence::{Form, Part, Sentence, display, meaning, sentence};

use std::path::Path;

use assessment::{Item, ItemIndex, Questionnaire, Rule, RuleIndex};
use content_compiler::author::{self, AwaitingReview, Problem};
use content_compiler::changes::{ChangeEntry, changes};
use content_compiler::country;
use content_compiler::crisis::{CrisisFile, HelpLines, LineEntry};
use content_compiler::invariants::{Invariant, invariants};
use content_compiler::logic::{Logic, load};
use content_compiler::open_questions::{OpenQuestion, open_questions};
use content_compiler::schema::{ItemEntry, Reviewed, RuleEntry};
use content_compiler::terms::Terms;
use i18n::{Line, Words};
use vignettes::Vignette;

use prose::Chapter;

/// Questions, rules and everything documented about them, read from the content files.
#[derive(Clone, Debug)]
pub struct Rulebook {
    /// Items and rules as used by the assessment.
    pub questionnaire: Questionnaire,
    logic: Logic,
    words: Words,
    awaiting_review: Vec<AwaitingReview>,
    terms: Terms,
    help: HelpLines,
    countries: Vec<CountryLines>,
    chapters: Vec<Chapter>,
    invariants: Vec<Invariant>,
    open_questions: Vec<OpenQuestion>,
    changes: Vec<ChangeEntry>,
    stories: Vec<Vignette>,
}

/// The help lines of one country.
#[derive(Clone, Debug)]
struct CountryLines {
    /// The rows of its file.
    rows: CrisisFile,
    /// Its words in English, which name the lines.
    words: Words,
}

impl Rulebook {
    /// Reads and checks a content folder, and the stories from another folder. The words are English.
    pub fn read(folder: &Path, stories: &Path) -> Result<Rulebook, Vec<Problem>> {
        let questionnaire = author::questionnaire(folder)?;
        let words = author::words(folder, "en")?;
        let mut problems = Vec::new();
        let logic = Logic::read(folder, &mut problems);
        let help = load::<HelpLines>(folder, "help.toml", &mut problems);
        let countries = countries(folder, &mut problems);
        let (Some(logic), Some(help), Some(countries)) = (logic, help, countries) else {
            return Err(problems);
        };
        Ok(Rulebook {
            questionnaire,
            terms: Terms::of(&logic, &questionnaire),
            logic,
            words,
            awaiting_review: author::awaiting_review(folder, "en")?,
            help: help.body,
            countries,
            chapters: prose::chapters(folder)?,
            invariants: invariants(folder)?,
            open_questions: open_questions(folder)?,
            changes: changes(folder)?,
            stories: vignettes::read(&questionnaire, stories)?,
        })
    }

    /// Returns every item with its index, its compiled form and its entry in the content files.
    fn items(&self) -> impl Iterator<Item = (ItemIndex, &'static Item, &ItemEntry)> {
        let entries = self.logic.items.iter().flat_map(|file| &file.body.item);
        let indexed = self.questionnaire.indexed_items().zip(entries);
        indexed.map(|((index, item), entry)| (index, item, entry))
    }

    /// Returns every rule with its index, its compiled form and its entry in the content files.
    fn rules(&self) -> impl Iterator<Item = (RuleIndex, &'static Rule, &RuleEntry)> {
        let entries = self.logic.rules.iter().flat_map(|file| &file.body.rule);
        let indexed = (0..).map(RuleIndex).zip(self.questionnaire.rules);
        indexed
            .zip(entries)
            .map(|((index, rule), entry)| (index, rule, entry))
    }

    /// Counts the rules signed by a clinician, and all rules.
    fn signed(&self) -> (usize, usize) {
        let signed = self.rules().filter(|(_, _, entry)| is_signed(entry));
        (signed.count(), self.questionnaire.rules.len())
    }

    /// Describes the clinical review of all rules in one phrase.
    fn review(&self) -> String {
        match self.signed() {
            (0, _) => "not yet reviewed by a clinician".into(),
            (signed, all) if signed < all => {
                format!("{signed} of {all} rules reviewed by a clinician, the others not yet")
            }
            (_, all) => format!("all {all} rules reviewed by a clinician"),
        }
    }
}

impl CountryLines {
    /// Returns every row with its words. A row that takes the place of a line of the United States is known by
    /// the id of that line.
    fn lines(&self) -> impl Iterator<Item = (&LineEntry, &Line)> {
        self.rows.line.iter().filter_map(|row| {
            let id = row.in_place_of.as_ref().unwrap_or(row.id.get_ref());
            Some((row, self.words.lines.get(id)?))
        })
    }
}

/// Reads the help lines of all countries, that of the words first.
fn countries(folder: &Path, problems: &mut Vec<Problem>) -> Option<Vec<CountryLines>> {
    let locales = country::locales(folder, "en").into_iter();
    let countries = locales.map(|locale| {
        let (_, code) = country::parts(&locale);
        let rows = load::<CrisisFile>(folder, &format!("crisis/{code}.toml"), problems)?;
        let words = author::words(folder, &locale).map_err(|found| problems.extend(found));
        Some(CountryLines {
            rows: rows.body,
            words: words.ok()?,
        })
    });
    countries.collect()
}

fn is_signed(entry: &RuleEntry) -> bool {
    match entry.reviewed.get_ref() {
        Reviewed::Not(_) => false,
        Reviewed::By { .. } => true,
    }
}

/// Describes who signed a rule.
fn review_of(entry: &RuleEntry) -> String {
    match entry.reviewed.get_ref() {
        Reviewed::Not(_) => "not yet reviewed by a clinician".into(),
        Reviewed::By { by, role, on } => format!("reviewed by {by}, {role}, on {on}"),
    }
}

/// Describes the kind of evidence for a rule.
fn evidence_of(entry: &RuleEntry) -> &'static str {
    match entry.evidence.get_ref().as_str() {
        "sourced" => "sourced",
        "design" => "design decision",
        _ => "unverified",
    }
}
