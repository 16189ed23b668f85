//! Context that the views render from.

use assessment::Day;
use yew::{Callback, Event, NodeRef};

use i18n::Words;
use site::Site;

use super::model::Model;
use super::msg::Msg;

/// The state, the resulting settings, the texts and the callbacks.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'a> {
    pub(super) model: &'a Model,
    /// The settings as the check reads them.
    pub(super) site: &'a Site,
    pub(super) words: &'a Words,
    /// Today's date, such as 2026-11-21.
    pub(super) today: Option<Day>,
    /// Element of the preview, to set its colors.
    pub(super) preview: &'a NodeRef,
    /// Sends a message.
    pub(super) send: &'a Callback<Msg>,
    /// Handles the change event of the file input.
    pub(super) pick: &'a Callback<Event>,
}

impl View<'_> {
    /// Callback that sends one message.
    pub(super) fn sends<E: 'static>(&self, msg: Msg) -> Callback<E> {
        self.send.reform(move |_| msg.clone())
    }
}
