//! Context that the views render from.

use html::html;
use yew::{Callback, Event, Html};

use assessment::{
    Answer, Day, Evaluation, Item, ItemIndex, LinkId, Missing, Options, Recommendation,
};
use i18n::{ItemWords, Said, Voice, Words};

use super::model::Model;
use super::msg::Msg;
use super::words;

/// The state, its result, the texts and the callbacks.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'a> {
    pub(super) model: &'a Model,
    /// Result of the answers.
    pub(super) result: &'a Recommendation,
    /// How the answers are scored, and which rules fire.
    pub(super) evaluation: &'a Evaluation,
    pub(super) words: &'a Words,
    /// Today's date, such as 2026-11-21.
    pub(super) today: Option<Day>,
    /// Sends a message.
    pub(super) send: &'a Callback<Msg>,
    /// Handles the change event of the file input.
    pub(super) pick: &'a Callback<Event>,
}

impl<'a> View<'a> {
    /// Picks the text for the voice of the answers.
    pub(super) fn say(&self, said: impl Into<Said>) -> &'static str {
        let voice = if self.result.guidance.second_hand {
            Voice::SomeoneElse
        } else {
            Voice::Self_
        };
        said.into().in_voice(voice)
    }

    /// An item with its texts.
    pub(super) fn item(&self, index: ItemIndex) -> Option<(&'static Item, &'a ItemWords)> {
        let said = self.words.items.get(usize::from(index.0));
        self.model.questionnaire.item(index).zip(said)
    }

    /// The index and texts of an item.
    pub(super) fn named(&self, link_id: LinkId) -> Option<(ItemIndex, &'a ItemWords)> {
        let index = self.model.questionnaire.find(link_id.0)?;
        self.item(index).map(|(_, said)| (index, said))
    }

    /// Formats options as text.
    pub(super) fn options(&self, said: &ItemWords, options: Options) -> String {
        let chosen = options
            .indices()
            .filter_map(|position| said.options.get(usize::from(position)));
        let chosen: Vec<&str> = chosen.map(|option| self.say(option)).collect();
        chosen.join("; ")
    }

    /// The answer to an item as entered, not as scored.
    pub(super) fn given(&self, index: ItemIndex) -> Option<Answer> {
        let item = self.model.questionnaire.item(index)?;
        self.model.response.get(item.link_id)
    }

    /// Text for a kind of missing answer.
    pub(super) fn missing(&self, missing: Missing) -> &'static str {
        match missing {
            Missing::Empty => words::LEFT_EMPTY,
            Missing::Unsure => self.words.phrases.unsure,
            Missing::Declined => self.words.phrases.declined,
        }
    }

    /// Callback that sends one message.
    pub(super) fn sends<E: 'static>(&self, msg: Msg) -> Callback<E> {
        self.send.reform(move |_| msg.clone())
    }
}

/// Renders a link to an id in the rulebook.
pub(super) fn in_rulebook(id: &str, text: &'static str) -> Html {
    html! { <a class="id" href={format!("./method.html#{id}")}>{ text }</a> }
}

/// Element id of an item's answer.
pub(super) fn answer_id(item: &Item) -> String {
    format!("answer-{}", item.link_id.0)
}
