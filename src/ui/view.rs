//! The input of every screen.

use yew::Callback;

use assessment::{Day, Item, ItemIndex};
pub use i18n::filling::fill;
use i18n::{ItemWords, Said, SaidList, Voice, Words};
use journey::{Model, Msg};
use site::Site;

use super::host_context::HostContext;

/// The model, the words, and the callback for messages.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The model.
    pub model: &'a Model,
    /// The words.
    pub words: &'a Words,
    /// The site's settings.
    pub site: &'a Site,
    /// Today's date, as in 2026-11-21.
    pub today: Option<Day>,
    /// The context in which the check is shown.
    pub host: &'a HostContext,
    /// Whether the page is interactive yet.
    pub readiness: Readiness,
    /// The callback for messages.
    pub send: &'a Callback<Msg>,
}

/// Whether the page is interactive yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// The static page: readable, but the module does not run yet.
    Static,
    /// The module runs.
    Running,
}

impl<'a> View<'a> {
    /// Returns whether the words speak to the person or about someone else.
    pub fn voice(&self) -> Voice {
        if self.model.is_for_someone_else() {
            Voice::SomeoneElse
        } else {
            Voice::Self_
        }
    }

    /// Returns a text in the current voice.
    pub fn say(&self, said: impl Into<Said>) -> &'static str {
        said.into().in_voice(self.voice())
    }

    /// Returns a list of texts in the current voice.
    pub fn list<'b>(&self, list: &'b SaidList) -> &'b [&'static str] {
        list.in_voice(self.voice())
    }

    /// Returns an item with its words.
    pub fn item(&self, index: ItemIndex) -> Option<(&'static Item, &'a ItemWords)> {
        let words = self.words.items.get(usize::from(index.0));
        self.model.questionnaire.item(index).zip(words)
    }

    /// Formats a date in words. Returns an invalid date unchanged.
    pub fn day(&self, iso: &str) -> String {
        self.words.phrases.day(iso)
    }

    /// Creates a callback that sends one message.
    pub fn sends<E>(&self, msg: Msg) -> Callback<E> {
        self.send.reform(move |_| msg.clone())
    }
}
