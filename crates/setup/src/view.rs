//! What the page is drawn from.

use yew::{Callback, Event, NodeRef};

use i18n::Words;
use site::Site;

use super::model::Model;
use super::msg::Msg;

/// The state, what it comes to, the words, and the way to act.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'a> {
    pub(super) model: &'a Model,
    /// What the check reads of it.
    pub(super) site: &'a Site,
    pub(super) words: &'a Words,
    /// The day, as in 2026-11-21.
    pub(super) today: &'a str,
    /// Where the colors of the preview are set.
    pub(super) preview: &'a NodeRef,
    /// Where messages go.
    pub(super) send: &'a Callback<Msg>,
    /// Where a chosen file goes.
    pub(super) pick: &'a Callback<Event>,
}

impl View<'_> {
    /// A callback that sends one message.
    pub(super) fn sends<E: 'static>(&self, msg: Msg) -> Callback<E> {
        self.send.reform(move |_| msg.clone())
    }
}
