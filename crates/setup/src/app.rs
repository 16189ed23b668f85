//! Yew component that holds the state and performs the effects.

use std::rc::Rc;

use assessment::Day;

use yew::{Callback, Component, Context, Event, Html, NodeRef, Properties};

use edge::Picked;
use i18n::Words;
use site::JsonValue;
use site::hosting::Inline;

use super::draft::previewed;
use super::frame;
use super::model::Model;
use super::msg::Msg;
use super::opening::{MAX_BYTES, Refusal};
use super::paint;
use super::update::{Effect, update};
use super::view::View;

/// Properties of the component.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct AppProps {
    /// The texts of one language.
    pub(super) words: Rc<Words>,
    /// Today's date, such as 2026-11-21.
    pub(super) today: Option<Day>,
    /// Digests of the check's inline code.
    pub(super) inline: Inline,
}

/// Root component of the setup page.
#[derive(Debug)]
pub(super) struct App {
    model: Model,
    preview: NodeRef,
    send: Callback<Msg>,
    pick: Callback<Event>,
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> App {
        let link = context.link().clone();
        App {
            model: Model::of_build(context.props().inline.clone()),
            preview: NodeRef::default(),
            send: context.link().callback(|msg| msg),
            pick: Callback::from(move |event| {
                if let Some(picked) = edge::picked(&event, MAX_BYTES) {
                    link.send_future(async move {
                        let Picked { name, text } = picked.await;
                        Msg::Opened(name, text.map_err(Refusal::File).and_then(read))
                    });
                }
            }),
        }
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        match update(&mut self.model, msg, &context.props().words) {
            Some(Effect::Copy(output, text)) => {
                edge::copy(
                    &text,
                    self.send.reform(move |done| Msg::Copied(output, done)),
                );
            }
            Some(Effect::Save(name, text)) => {
                // If it fails, the browser says so itself, and the text can still be copied.
                let _ = edge::save(name, "text/plain;charset=utf-8", &text);
            }
            None => {}
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let site = previewed(&self.model);
        frame::page(&View {
            model: &self.model,
            site: &site,
            words: &context.props().words,
            today: context.props().today,
            preview: &self.preview,
            send: &self.send,
            pick: &self.pick,
        })
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let site = previewed(&self.model);
        paint::paint(&self.preview, &site, self.model.scheme);
    }
}

/// Parses a file as settings.
fn read(text: String) -> Result<JsonValue, Refusal> {
    edge::parse_json(&text).ok_or(Refusal::NoSettings)
}
