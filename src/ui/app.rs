//! The component that holds the state.

use std::rc::Rc;

use yew::{Callback, Component, Context, Html, Properties};

use crate::content;
use crate::content::words::Words;
use crate::journey::{Effect, Model, Msg, update};
use crate::site::Site;

use super::frame::screen;
use super::view::{Readiness, View};

/// What the edge gives the component.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// The words of one language.
    pub words: Rc<Words>,
    /// The site's settings.
    pub site: Rc<Site>,
    /// The day, as in 2026-11-21.
    pub today: Rc<str>,
    /// Carries out effects, after the screen shows what they speak of.
    pub perform: Callback<Effect>,
}

/// The whole check.
#[derive(Debug)]
pub struct App {
    model: Model,
    send: Callback<Msg>,
    effects: Vec<Effect>,
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> App {
        App {
            model: Model::new(content::questionnaire()),
            send: context.link().callback(|msg| msg),
            effects: Vec::new(),
        }
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        self.effects.extend(update(&mut self.model, msg));
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        screen(&View {
            model: &self.model,
            words: &props.words,
            site: &props.site,
            today: &props.today,
            readiness: Readiness::Running,
            send: &self.send,
        })
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        for effect in self.effects.drain(..) {
            context.props().perform.emit(effect);
        }
    }
}
