//! The component that holds the state.

use std::rc::Rc;

use yew::{Callback, Component, Context, Html, Properties};

use assessment::assess;
use i18n::Words;
use journey::{Effect, Export, ExportOutcome, Model, Msg, Screen, update};
use site::{Site, WeekMinute};

use super::frame::screen;
use super::host_context::HostContext;
use super::view::{Readiness, View};

/// What the edge gives the component.
#[derive(Clone, Debug, Properties)]
pub struct AppProps {
    /// The words of one language.
    pub words: Rc<Words>,
    /// The site's settings.
    pub site: Rc<Site>,
    /// What stands around the check.
    pub host: Rc<HostContext>,
    /// The day, as in 2026-11-21.
    pub today: Rc<str>,
    /// Tells the minute of the week where the site is, where it is known.
    pub now: Callback<(), Option<WeekMinute>>,
    /// Takes the result along: in which way, as which text, and where the outcome goes.
    pub take: Callback<(Export, String, Callback<ExportOutcome>)>,
    /// Carries out effects, after the screen shows what they speak of.
    pub perform: Callback<Effect>,
}

impl PartialEq for AppProps {
    /// Compares by pointer: a deep comparison costs 9 KB of wasm.
    fn eq(&self, other: &AppProps) -> bool {
        Rc::ptr_eq(&self.words, &other.words)
            && Rc::ptr_eq(&self.site, &other.site)
            && Rc::ptr_eq(&self.host, &other.host)
            && Rc::ptr_eq(&self.today, &other.today)
            && self.perform == other.perform
    }
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
        let looks_the_same = matches!(&msg, Msg::Contact(msg) if msg.shows_by_itself());
        self.effects.extend(update(&mut self.model, msg));
        !looks_the_same
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        screen(&View {
            model: &self.model,
            words: &props.words,
            site: &props.site,
            today: &props.today,
            // Only the result asks; no other click waits for the browser to work it out.
            now: (*self.model.screen() == Screen::Result)
                .then(|| props.now.emit(()))
                .flatten(),
            host: &props.host,
            readiness: Readiness::Running,
            send: &self.send,
        })
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let effects: Vec<Effect> = self.effects.drain(..).collect();
        for effect in effects {
            if let Effect::Export(take) = effect {
                self.hand_over(context, take);
            } else {
                context.props().perform.emit(effect);
            }
        }
    }
}

impl App {
    /// Makes the text that is taken along, here and now; it is kept nowhere.
    fn hand_over(&self, context: &Context<Self>, take: Export) {
        let (questionnaire, response) = (self.model.questionnaire, &self.model.response);
        let props = context.props();
        let result = assess(questionnaire, response);
        let words = &props.words;
        let text = match take {
            Export::Copy | Export::SaveText => {
                export::summary(questionnaire, response, &result, words).text()
            }
            Export::SaveFhir => {
                export::bundle(questionnaire, response, &result, words, Some(&props.today))
                    .to_string()
            }
            Export::SaveOverTime => {
                let earlier = &self.model.keeping.earlier;
                let then: Vec<_> = earlier
                    .iter()
                    .map(|sheet| (sheet.on, assess(questionnaire, &sheet.response)))
                    .collect();
                let by_day = then.iter().map(|(on, then)| (on.to_string(), then));
                let by_day = by_day.chain([(props.today.to_string(), &result)]);
                let by_day: Vec<_> = by_day
                    .map(|(on, then)| (words.phrases.day(&on), then))
                    .collect();
                export::over_time(&by_day, words)
            }
            Export::ReadAloud => export::spoken(&result, words),
            Export::Print | Export::ShowText | Export::StopReading => String::new(),
        };
        let reply = context.link().callback(move |taken| Msg::Took(take, taken));
        props.take.emit((take, text, reply));
    }
}
