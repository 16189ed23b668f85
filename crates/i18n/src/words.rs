//! Words of one locale, as the page loads them.
//!
//! The page loads them beside the wasm module, so that a locale can be added without Rust. The file
//! is a list of texts in a fixed order ([`wire`](crate::wire)). Words are loaded once and never
//! freed, so all texts are `&'static str`.

use super::phrases::Phrases;
pub use super::said::{Said, SaidList, Voice};
use super::wire::{Reader, Wire, Writer, fingerprint, wired};
use assessment::{Questionnaire, Recommendation};

wired! {
    /// All texts of one locale.
    pub struct Words {
        /// Language tag, as in the HTML attribute `lang`.
        pub locale: &'static str,
        /// Fingerprint of the expected format: questionnaire, order of fields, order of phrases.
        pub written_for: &'static str,
        /// `draft` if no clinician has reviewed the words.
        pub draft: Option<&'static str>,
        /// Estimated minutes of the typical path, computed from its words.
        pub minutes: &'static str,
        /// Estimated minutes until the check can tell where it stands.
        pub minutes_to_first_view: &'static str,
        /// Date of the last check of the crisis lines: the oldest of all rows.
        pub lines_checked_on: &'static str,
        /// Phrases around questions and results.
        pub phrases: Phrases,
        /// Sections in order.
        pub sections: Vec<&'static str>,
        /// Page headings in order.
        pub pages: Vec<Said>,
        /// Items in order.
        pub items: Vec<ItemWords>,
        /// What each rule means for care, in order.
        pub reasons: Vec<Said>,
        /// Headlines by code.
        pub headlines: Named<HeadlineWords>,
        /// Levels of care by code.
        pub levels: Named<LevelWords>,
        /// Add-ons in order.
        pub add_ons: Vec<AddOnWords>,
        /// Advice in order.
        pub advice: Vec<AddOnWords>,
        /// Questions to ask any provider.
        pub questions: Vec<&'static str>,
        /// What to look for in a provider where the site's programs do not fit.
        pub look_for: Vec<&'static str>,
        /// Help screens by id.
        pub help: Named<HelpWords>,
        /// Urgency in order.
        pub urgency: Vec<&'static str>,
        /// Ratings in order.
        pub ratings: Vec<&'static str>,
        /// Dimensions in order.
        pub dimensions: Vec<&'static str>,
        /// Crisis lines by id.
        pub lines: Named<Line>,
        /// Ids of the lines shown on the start screen and under "Help now".
        pub everywhere: Vec<&'static str>,
        /// Titles of the sources by id. Where they are stands in `method.html`.
        pub sources: Named<&'static str>,
    }
}

wired! {
    /// Texts of an item.
    pub struct ItemWords {
        /// The question.
        pub text: Said,
        /// Short label.
        pub short: &'static str,
        /// Hint.
        pub hint: Option<Said>,
        /// Why it is asked.
        pub why: Said,
        /// Options in order.
        pub options: Vec<Said>,
    }
}

wired! {
    /// Texts of a headline.
    pub struct HeadlineWords {
        /// The headline.
        pub title: Said,
        /// What it means.
        pub lead: Said,
        /// Name of the first step, if it has its own.
        pub first_step: Option<&'static str>,
        /// Three things for today.
        pub today: SaidList,
    }
}

wired! {
    /// Texts of a level of care.
    pub struct LevelWords {
        /// Its name.
        pub name: &'static str,
        /// Its name inside a sentence.
        pub in_a_sentence: &'static str,
        /// What it is.
        pub what: Said,
        /// Hours a week.
        pub hours: &'static str,
        /// Where the person sleeps.
        pub nights: &'static str,
        /// Typical duration.
        pub length: &'static str,
        /// Short caption below its name in a picture.
        pub visit: &'static str,
        /// Medical care at this level.
        pub medical: &'static str,
        /// What it means for family and work.
        pub asks: &'static str,
        /// A typical day.
        pub day: &'static str,
        /// For whom it is typical.
        pub who: Said,
        /// What happens at this level.
        pub happens: SaidList,
        /// What speaks for it.
        pub good: Vec<&'static str>,
        /// What speaks against it, in as many lines.
        pub hard: Vec<&'static str>,

        /// Example week: morning, afternoon, evening and night, seven letters each.
        pub week: Vec<&'static str>,
        /// Example week for someone who works or studies during the day; empty if there is none.
        pub evening_week: Vec<&'static str>,
        /// Ids of the sources of the facts.
        pub sources: Vec<&'static str>,
    }
}

wired! {
    /// Texts of an add-on or of advice.
    pub struct AddOnWords {
        /// Its title.
        pub title: Said,
        /// The advice.
        pub text: Said,
    }
}

impl AddOnWords {
    /// Advice that has no meaning in the country of the locale.
    pub fn left_out() -> AddOnWords {
        AddOnWords {
            title: Said("", None),
            text: Said("", None),
        }
    }

    /// Whether the advice has no meaning in the country of the locale.
    pub fn is_left_out(&self) -> bool {
        self.title.0.is_empty()
    }
}

wired! {
    /// Texts of a help screen or card.
    pub struct HelpWords {
        /// Its title.
        pub title: Said,
        /// The situation.
        pub lead: Said,
        /// What to say when the call is answered.
        pub say: Option<Said>,
        /// What to do.
        pub steps: SaidList,
        /// Ids of lines shown first and large.
        pub lines: Vec<&'static str>,
        /// Ids of lines shown below.
        pub more: Vec<&'static str>,
    }
}

wired! {
    /// Crisis line.
    pub struct Line {
        /// Its name.
        pub name: &'static str,
        /// Whom it is for, and when to use it.
        pub note: &'static str,
        /// Hours in which it answers; `None` where that is always.
        pub hours: Option<&'static str>,
        /// Languages, where they are known.
        pub languages: Option<&'static str>,
        /// Phone number to call.
        pub call: Option<&'static str>,
        /// Phone number to text.
        pub text: Option<&'static str>,
        /// Keyword to send as a text message.
        pub text_body: Option<&'static str>,
        /// Website, without a scheme.
        pub web: Option<&'static str>,
        /// The day it was last checked.
        pub checked_on: &'static str,
    }
}

/// Ordered map from names to texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Named<T>(pub Vec<(&'static str, T)>);

impl<T> Named<T> {
    /// Looks up a name.
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
    /// Returns the texts of a result's headline.
    pub fn headline_words(&self, result: &Recommendation) -> Option<&HeadlineWords> {
        self.headlines.get(result.headline.code())
    }

    /// Formats a result's headline with the name of the level. Under 18 that is a program for young
    /// people, never an adult level.
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

    /// Returns a level's name for use inside a sentence.
    pub fn in_a_sentence(&self, level: &str) -> &'static str {
        self.levels
            .get(level)
            .map_or("", |words| words.in_a_sentence)
    }

    /// Parses the texts of one locale, one per line. Rejects a file made for anything else as a
    /// whole: a partial locale would leave questions without words.
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

    /// Fingerprint that a words file must carry: a list in another order would show help texts in
    /// the wrong places.
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

    /// Serializes the texts in the order of [`Words::read`].
    pub fn write(&self) -> Vec<String> {
        let mut writer = Writer::default();
        self.write_to(&mut writer);
        writer.texts
    }
}

/// Error: the words file does not match this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordsError;
