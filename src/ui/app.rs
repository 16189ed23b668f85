//! The Yew component that holds the model.

use std::rc::Rc;

use assessment::Day;

use yew::{Callback, Component, Context, Html, Properties};

use i18n::Words;
use journey::{Effect, Model, Msg, update};
use site::Site;

use super::frame::screen;
use super::host_context::HostContext;
use super::view::{Readiness, View};

/// The properties that the browser layer passes to the component.
#[derive(Clone, Debug, Properties)]
pub struct AppProps {
    /// The words of one language.
    pub words: Rc<Words>,
    /// The site's settings.
    pub site: Rc<Site>,
    /// The context in which the check is shown.
    pub host: Rc<HostContext>,
    /// Today's date, as in 2026-11-21.
    pub today: Option<Day>,
    /// The journey so far: what the person did before the module ran.
    pub model: Rc<Model>,
    /// Called after the first rendering.
    pub drawn: Callback<()>,
    /// Takes the focus away, before rendering a screen that gets it anew: a browser works out the style once more
    /// where the focused element is removed.
    pub release_focus: Callback<()>,
    /// Performs effects, after rendering the screen that they refer to.
    pub perform: Callback<Effect>,
}

impl PartialEq for AppProps {
    /// Compares by pointer: a deep comparison costs 9 KB of wasm.
    fn eq(&self, other: &AppProps) -> bool {
        Rc::ptr_eq(&self.words, &other.words)
            && Rc::ptr_eq(&self.site, &other.site)
            && Rc::ptr_eq(&self.host, &other.host)
            && self.today == other.today
            && Rc::ptr_eq(&self.model, &other.model)
            && self.drawn == other.drawn
            && self.release_focus == other.release_focus
            && self.perform == other.perform
    }
}

/// The root component of the check.
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
            model: Model::clone(&context.props().model),
            send: context.link().callback(|msg| msg),
            effects: Vec::new(),
        }
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        let looks_the_same = matches!(&msg, Msg::Contact(msg) if msg.shows_by_itself());
        self.effects.extend(update(&mut self.model, msg));
        if self.effects.contains(&Effect::FocusHeading) {
            context.props().release_focus.emit(());
        }
        !looks_the_same
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        screen(&View {
            model: &self.model,
            words: &props.words,
            site: &props.site,
            today: props.today,
            host: &props.host,
            readiness: Readiness::Running,
            send: &self.send,
        })
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        if first {
            context.props().drawn.emit(());
        }
        for effect in self.effects.drain(..) {
            context.props().perform.emit(effect);
        }
    }
}
