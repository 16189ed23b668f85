//! What every screen is drawn from.

use yew::Callback;

use assessment::{Item, ItemIndex};
pub use i18n::filling::fill;
use i18n::{ItemWords, Said, SaidList, Voice, Words};
use journey::{Model, Msg};
use site::Site;

use super::host_context::HostContext;

/// The state, the words and the way to answer.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The state.
    pub model: &'a Model,
    /// The words.
    pub words: &'a Words,
    /// The site's settings.
    pub site: &'a Site,
    /// The day, as in 2026-11-21.
    pub today: &'a str,
    /// What stands around the check.
    pub host: &'a HostContext,
    /// Whether the page can answer yet.
    pub readiness: Readiness,
    /// Where messages go.
    pub send: &'a Callback<Msg>,
}

/// Whether the page can answer yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// The static page: readable, not yet running.
    Static,
    /// The page runs.
    Running,
}

impl<'a> View<'a> {
    /// Whom the words speak of.
    pub fn voice(&self) -> Voice {
        if self.model.is_for_someone_else() {
            Voice::SomeoneElse
        } else {
            Voice::Self_
        }
    }

    /// A text in the right voice.
    pub fn say(&self, said: impl Into<Said>) -> &'static str {
        said.into().in_voice(self.voice())
    }

    /// A list of texts in the voice of this check.
    pub fn list<'b>(&self, list: &'b SaidList) -> &'b [&'static str] {
        list.in_voice(self.voice())
    }

    /// An item with its words.
    pub fn item(&self, index: ItemIndex) -> Option<(&'static Item, &'a ItemWords)> {
        let words = self.words.items.get(usize::from(index.0));
        self.model.questionnaire.item(index).zip(words)
    }

    /// A day in words. What is not a day is shown as it is.
    pub fn day(&self, iso: &str) -> String {
        self.words.phrases.day(iso)
    }

    /// A callback that sends one message.
    pub fn sends<E>(&self, msg: Msg) -> Callback<E> {
        self.send.reform(move |_| msg.clone())
    }
}
