//! What the bench is drawn from.

use yew::{Callback, Event, Html, html};

use assessment::{Answer, Evaluation, Item, ItemIndex, LinkId, Missing, Options, Recommendation};
use i18n::{ItemWords, Said, Voice, Words};

use super::model::Model;
use super::msg::Msg;
use super::words;

/// The state, what it comes to, the words, and the ways to act.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'a> {
    pub(super) model: &'a Model,
    /// What the answers come to.
    pub(super) result: &'a Recommendation,
    /// How the answers are read, and which rules fire.
    pub(super) evaluation: &'a Evaluation,
    pub(super) words: &'a Words,
    /// The day, as in 2026-11-21.
    pub(super) today: &'a str,
    /// Where messages go.
    pub(super) send: &'a Callback<Msg>,
    /// Where the event of a chosen file goes.
    pub(super) pick: &'a Callback<Event>,
}

impl<'a> View<'a> {
    /// A text in the voice of the answers.
    pub(super) fn say(&self, said: impl Into<Said>) -> &'static str {
        let voice = if self.result.guidance.second_hand {
            Voice::SomeoneElse
        } else {
            Voice::Self_
        };
        said.into().in_voice(voice)
    }

    /// An item with its words.
    pub(super) fn item(&self, index: ItemIndex) -> Option<(&'static Item, &'a ItemWords)> {
        let said = self.words.items.get(usize::from(index.0));
        self.model.questionnaire.item(index).zip(said)
    }

    /// The place of an item, with its words.
    pub(super) fn named(&self, link_id: LinkId) -> Option<(ItemIndex, &'a ItemWords)> {
        let index = self.model.questionnaire.find(link_id.0)?;
        self.item(index).map(|(_, said)| (index, said))
    }

    /// Options in words.
    pub(super) fn options(&self, said: &ItemWords, options: Options) -> String {
        let chosen = options
            .indices()
            .filter_map(|position| said.options.get(usize::from(position)));
        let chosen: Vec<&str> = chosen.map(|option| self.say(option)).collect();
        chosen.join("; ")
    }

    /// The answer to an item as it was given.
    pub(super) fn given(&self, index: ItemIndex) -> Option<Answer> {
        let item = self.model.questionnaire.item(index)?;
        self.model.response.get(item.link_id)
    }

    /// How an open question was left.
    pub(super) fn missing(&self, missing: Missing) -> &'static str {
        match missing {
            Missing::Empty => words::LEFT_EMPTY,
            Missing::Unsure => self.words.phrases.unsure,
            Missing::Declined => self.words.phrases.declined,
        }
    }

    /// A callback that sends one message.
    pub(super) fn sends<E: 'static>(&self, msg: Msg) -> Callback<E> {
        self.send.reform(move |_| msg.clone())
    }
}

/// A link to what the rulebook says of an id.
pub(super) fn in_rulebook(position: &str, text: &str) -> Html {
    html! { <a class="id" href={format!("./method.html#{position}")}>{ text }</a> }
}

/// The place of an item's answer on this page.
pub(super) fn answer_id(item: &Item) -> String {
    format!("answer-{}", item.link_id.0)
}
