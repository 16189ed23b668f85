//! Yew component that holds the state.

use std::rc::Rc;

use assessment::Day;

use yew::{Callback, Component, Context, Event, Html, Properties};

use edge::Picked;
use i18n::Words;

use super::frame::bench;
use super::model::{MAX_BYTES, Model, Refusal};
use super::msg::Msg;
use super::update::update;
use super::view::View;

/// Properties of the component.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct AppProps {
    /// The texts of one language.
    pub(super) words: Rc<Words>,
    /// Today's date, such as 2026-11-21.
    pub(super) today: Option<Day>,
}

/// Root component of the workbench.
#[derive(Debug)]
pub(super) struct App {
    model: Model,
    send: Callback<Msg>,
    pick: Callback<Event>,
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> App {
        let link = context.link().clone();
        App {
            model: Model::new(content::questionnaire()),
            send: link.callback(|msg| msg),
            pick: Callback::from(move |event| {
                if let Some(picked) = edge::picked(&event, MAX_BYTES) {
                    link.send_future(async move {
                        let Picked { name, text } = picked.await;
                        Msg::Loaded(name, text.map_err(Refusal::File))
                    });
                }
            }),
        }
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        update(&mut self.model, msg);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        bench(&View {
            model: &self.model,
            result: &self.model.result(),
            evaluation: &self.model.evaluation(),
            words: &context.props().words,
            today: context.props().today,
            send: &self.send,
            pick: &self.pick,
        })
    }
}
