//! The words of one language, as the page reads them.
//!
//! They are loaded beside the module, so that a language is added without Rust. The file is a list of
//! texts in a fixed order; `content/wire.rs` reads and writes it. Words are read once and stay for as
//! long as the page, so they are borrowed for good.

use super::phrases::Phrases;
pub use super::said::{Said, SaidList, Voice};
use super::wire::{Reader, Wire, Writer, fingerprint, wired};
use assessment::{Questionnaire, Recommendation};

wired! {
    /// Everything that is said in one language.
    pub struct Words {
        /// The language, as in HTML's `lang`.
        pub locale: &'static str,
        /// What they were written for: questionnaire, order of fields, order of phrases.
        pub written_for: &'static str,
        /// Says `draft` where nobody has reviewed the words yet.
        pub draft: Option<&'static str>,
        /// How many minutes the typical path takes, computed from its words.
        pub minutes: &'static str,
        /// The day the crisis lines were last checked; the oldest of their rows.
        pub lines_checked_on: &'static str,
        /// Everything around questions and results.
        pub phrases: Phrases,
        /// Sections in order.
        pub sections: Vec<&'static str>,
        /// Page headings in order.
        pub pages: Vec<Said>,
        /// Items in order.
        pub items: Vec<ItemWords>,
        /// What each rule means for care, in order.
        pub reasons: Vec<Said>,
        /// First lines of results by code.
        pub headlines: Named<HeadlineWords>,
        /// Levels of care by code.
        pub levels: Named<LevelWords>,
        /// Add-ons in order.
        pub add_ons: Vec<AddOnWords>,
        /// Advice in order.
        pub advice: Vec<AddOnWords>,
        /// Questions to ask any provider.
        pub questions: Vec<&'static str>,
        /// What to look for where a site does not fit.
        pub look_for: Vec<&'static str>,
        /// Help screens by name.
        pub help: Named<HelpWords>,
        /// Urgency in order.
        pub urgency: Vec<&'static str>,
        /// Ratings in order.
        pub ratings: Vec<&'static str>,
        /// Dimensions in order.
        pub dimensions: Vec<&'static str>,
        /// Crisis lines by name.
        pub lines: Named<Line>,
        /// The lines shown everywhere.
        pub everywhere: Vec<&'static str>,
        /// Sources by name: title and place.
        pub sources: Named<Source>,
    }
}

wired! {
    /// The words of an item.
    pub struct ItemWords {
        /// The question.
        pub text: Said,
        /// A short label.
        pub short: &'static str,
        /// A hint.
        pub hint: Option<Said>,
        /// Why it is asked.
        pub why: Said,
        /// Options in order.
        pub options: Vec<Said>,
    }
}

wired! {
    /// The words of a first line.
    pub struct HeadlineWords {
        /// The line.
        pub title: Said,
        /// What it means.
        pub lead: Said,
        /// What the first step is called, where it has a name of its own.
        pub first_step: Option<&'static str>,
        /// Three things for today.
        pub today: SaidList,
    }
}

wired! {
    /// The words of a level.
    pub struct LevelWords {
        /// Its name.
        pub name: &'static str,
        /// Its name inside a sentence.
        pub in_a_sentence: &'static str,
        /// What it is.
        pub what: Said,
        /// Hours a week.
        pub hours: &'static str,
        /// Where the nights are.
        pub nights: &'static str,
        /// How long it tends to last.
        pub length: &'static str,
        /// A few words under its name in a picture.
        pub visit: &'static str,
        /// Medical care there.
        pub medical: &'static str,
        /// What it asks of family and work.
        pub asks: &'static str,
        /// Whom it tends to suit.
        pub who: Said,
        /// What happens there.
        pub happens: SaidList,
        /// An example week: morning, afternoon, evening and night, seven letters each.
        pub week: Vec<&'static str>,
        /// The same for someone whose days are taken; empty where it cannot be.
        pub evening_week: Vec<&'static str>,
        /// Where the facts come from, by name.
        pub sources: Vec<&'static str>,
    }
}

wired! {
    /// The words of an add-on.
    pub struct AddOnWords {
        /// Its title.
        pub title: Said,
        /// The advice.
        pub text: Said,
    }
}

wired! {
    /// The words of a help screen.
    pub struct HelpWords {
        /// Its title.
        pub title: Said,
        /// What is going on.
        pub lead: Said,
        /// What to say when the call is answered.
        pub say: Option<Said>,
        /// What to do.
        pub steps: SaidList,
        /// The lines it names first and large.
        pub lines: Vec<&'static str>,
        /// The lines it names below.
        pub more: Vec<&'static str>,
    }
}

wired! {
    /// A crisis line.
    pub struct Line {
        /// Its name.
        pub name: &'static str,
        /// Whom it is for, and when to use it.
        pub note: &'static str,
        /// When it answers, where that is not always.
        pub hours: Option<&'static str>,
        /// The languages, where they are known.
        pub languages: Option<&'static str>,
        /// The number to call.
        pub call: Option<&'static str>,
        /// The number to text.
        pub text: Option<&'static str>,
        /// The word to send.
        pub text_body: Option<&'static str>,
        /// The site, without a scheme.
        pub web: Option<&'static str>,
        /// The day it was last checked.
        pub checked_on: &'static str,
    }
}

wired! {
    /// A source as it is shown.
    pub struct Source {
        /// What it is called.
        pub title: &'static str,
        /// Where it is.
        pub location: &'static str,
    }
}

/// Texts by name, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Named<T>(pub Vec<(&'static str, T)>);

impl<T> Named<T> {
    /// The texts of one name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, texts)| texts)
    }
}

impl<T: Wire> Wire for Named<T> {
    fn write_to(&self, writer: &mut Writer) {
        writer.texts.push(self.0.len().to_string());
        for (name, texts) in &self.0 {
            name.write_to(writer);
            texts.write_to(writer);
        }
    }

    fn read_from(reader: &mut Reader) -> Self {
        Named(reader.list(|reader| (Wire::read_from(reader), T::read_from(reader))))
    }
}

impl Words {
    /// The words of a result's first line.
    pub fn headline_words(&self, result: &Recommendation) -> Option<&HeadlineWords> {
        self.headlines.get(result.headline.code())
    }

    /// A result's first line, with what comes after the first step put in. Under 18 that is a program
    /// for young people, never an adult level.
    pub fn headline(&self, result: &Recommendation, voice: Voice) -> String {
        let title = self
            .headline_words(result)
            .map_or("", |words| words.title.in_voice(voice));
        let level = match result.level {
            Some(level) => self.in_a_sentence(level.code()),
            None => self.phrases.young_program,
        };
        title.replace("{level}", level)
    }

    /// A level's name inside a sentence.
    pub fn in_a_sentence(&self, level: &str) -> &'static str {
        self.levels
            .get(level)
            .map_or("", |words| words.in_a_sentence)
    }

    /// Reads the texts of one language, one a line. What does not fit is refused whole: half a language
    /// would leave questions without words.
    pub fn read(questionnaire: &Questionnaire, lines: &str) -> Result<Words, WordsError> {
        let mut reader = Reader::new(lines.to_owned().leak());
        let words = Words::read_from(&mut reader);
        let fits = reader.is_done()
            && words.items.len() == questionnaire.items.len()
            && words.reasons.len() == questionnaire.rules.len()
            && words.advice.len() == questionnaire.advice.len()
            && words.pages.len() == questionnaire.pages.len()
            && words.written_for == Words::fits(questionnaire);
        if fits { Ok(words) } else { Err(WordsError) }
    }

    /// What words have to be written for, so that this program can read them: a list in another order
    /// would put help texts in the wrong places.
    pub fn fits(questionnaire: &Questionnaire) -> String {
        let shapes = [
            Words::SHAPE,
            Phrases::SHAPE,
            ItemWords::SHAPE,
            HeadlineWords::SHAPE,
            LevelWords::SHAPE,
            AddOnWords::SHAPE,
            HelpWords::SHAPE,
            Line::SHAPE,
            Source::SHAPE,
        ];
        let mut hash = shapes
            .iter()
            .fold(0, |hash: u32, shape| hash.rotate_left(5) ^ shape);
        for item in questionnaire.items {
            hash = fingerprint(item.link_id.0, hash);
            hash = item
                .options
                .iter()
                .fold(hash, |hash, option| fingerprint(option, hash));
        }
        for rule in questionnaire.rules {
            hash = fingerprint(rule.id.0, hash);
        }
        for advice in questionnaire.advice {
            hash = fingerprint(advice.id, hash);
        }
        format!("{}-{hash:08x}", questionnaire.version)
    }

    /// Writes the texts in the order they are read.
    pub fn write(&self) -> Vec<String> {
        let mut writer = Writer::default();
        self.write_to(&mut writer);
        writer.texts
    }
}

/// The words file is not one this version can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordsError;
