//! Mounts the widget on the page.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use assessment::Day;

use gloo::events::EventListener;
use gloo::utils::window;
use web_sys::js_sys::Function;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget};
use yew::html::Scope;
use yew::{Callback, Renderer};

use crate::ui::{App, AppProps, HostContext, Isolation};
use i18n::Words;
use journey::{ContactMsg, Copying, Effect, Msg, Screen};
use site::{Language, Site};

use super::early::Early;
use super::history::History;
use super::send::Sending;
use super::storage::AnswerStore;
use super::{clock, colors, export, focus, form, frame, send, settings, voice};

/// Mounts the check in `root`, replacing the static page.
pub fn mount(
    root: Element,
    words: Rc<Words>,
    today: &str,
    settings: &JsValue,
    seal: JsValue,
    logo: Option<String>,
    early: &Early,
) {
    let site = settings::site(settings, logo);
    if let Some(page) = page_of_site(&words, &site)
        && !early.was_opened()
        && let Some(open) = early.open()
    {
        // Fails only if the page's own script has an error.
        let _ = open.call2(&JsValue::NULL, &page.into(), &early.events().into());
        return;
    }
    let model = journey::replay(content::questionnaire(), &early.events());
    let host = host_context(&root);
    let edge = Rc::new(Edge {
        words,
        today: Day::read(today),
        site: Rc::new(site),
        history: History::begin(host.isolation, model.position()),
        host: Rc::new(host),
        open: early.open(),
        sending: RefCell::new(None),
        widget: OnceCell::new(),
        root,
    });
    colors::show(edge.site.colors);
    voice::prepare();
    let drawn = early.drawn();
    let is_at_result = *model.screen() == Screen::Result;
    let props = AppProps {
        words: Rc::clone(&edge.words),
        site: Rc::clone(&edge.site),
        host: Rc::clone(&edge.host),
        today: edge.today,
        model: Rc::new(model),
        drawn: Callback::from(move |()| {
            if let Some(drawn) = &drawn {
                // Fails only if the page's own script has an error; the check runs all the same.
                let _ = drawn.call0(&JsValue::NULL);
            }
        }),
        release_focus: Callback::from({
            let root = edge.root.clone();
            move |()| focus::release(&root)
        }),
        perform: Callback::from({
            let edge = Rc::clone(&edge);
            move |effect| edge.perform(effect)
        }),
    };
    let app = Renderer::<App>::with_root_and_props(edge.root.clone(), props).render();
    let store = AnswerStore::new(
        edge.root.clone(),
        seal.unchecked_into(),
        app.callback(Msg::Storage),
    );
    store.look(edge.today);
    let widget = Widget {
        scope: (*app).clone(),
        store: Rc::new(store),
        _listeners: edge.listeners(),
    };
    if early.pressed() {
        widget.scope.send_message(Msg::Continue);
    }
    // Cannot fail: this is the only place that sets it.
    let _ = edge.widget.set(widget);
    if is_at_result {
        // The page of another language was at the result.
        edge.perform(Effect::ReadClock);
    }
}

/// The page for the site's country, if this one is for another: its help lines would be those of another country.
/// Where the visitor chose this one, it stays.
fn page_of_site(words: &Words, site: &Site) -> Option<&'static str> {
    let country = site.country?;
    if Language::find(words.locale)?.country == country {
        return None;
    }
    Language::spoken_in(country, words.language()).map(|language| language.page)
}

/// Reads the host context that the embedding script wrote to `data-isolation` and `data-base`.
fn host_context(root: &Element) -> HostContext {
    let said = |name| root.get_attribute(name);
    HostContext {
        base: said("data-base").unwrap_or_else(|| "./".into()),
        isolation: Isolation::named(&said("data-isolation").unwrap_or_default()),
        is_preview: false,
    }
}

/// Performs effects. Owned by the widget's properties: when the widget is removed, this goes too, with its
/// listeners and any request in flight.
#[derive(Debug)]
struct Edge {
    root: Element,
    words: Rc<Words>,
    today: Option<Day>,
    host: Rc<HostContext>,
    site: Rc<Site>,
    history: History,
    /// Opens the page of another language.
    open: Option<Function>,
    /// The request in flight.
    sending: RefCell<Option<Sending>>,
    /// Empty until the widget is mounted.
    widget: OnceCell<Widget>,
}

/// What exists once the widget is mounted.
#[derive(Debug)]
struct Widget {
    /// Sends messages to the widget.
    scope: Scope<App>,
    /// The answers saved on the device.
    store: Rc<AnswerStore>,
    /// Event listeners; dropping them removes them.
    _listeners: [EventListener; 3],
}

impl Edge {
    fn perform(self: &Rc<Self>, effect: Effect) {
        let root = &self.root;
        let Some(Widget { scope, store, .. }) = self.widget.get() else {
            return;
        };
        match effect {
            Effect::PushHistory => {
                if self.history.push() {
                    let edge = Rc::clone(self);
                    frame::after_paint(move || edge.history.write());
                }
            }
            Effect::Go(steps) => self.history.go(steps),
            Effect::FocusHeading => focus::heading(root),
            Effect::FocusNotice => focus::notice(root),
            Effect::FocusOption(item, position) => focus::option(root, item, position),
            Effect::FocusContact => focus::contact(root, "#contact-title"),
            Effect::FocusStep => focus::contact(root, "#contact-step"),
            Effect::FocusField(field) => {
                focus::contact(root, &format!("#contact-{}", field.code()));
            }
            Effect::FocusCopy => focus::contact(root, "#contact-copy"),
            Effect::CheckForm => scope.send_message(Msg::Contact(form::check(root))),
            Effect::Copy(text) => {
                let copied = scope.callback(|done| {
                    let copying = if done { Copying::Done } else { Copying::ByHand };
                    Msg::Contact(ContactMsg::Copied(copying))
                });
                edge::copy(&text, copied);
            }
            Effect::Send(lines) => {
                if let Some(endpoint) = &self.site.endpoint {
                    let done = scope.callback(|outcome| Msg::Contact(ContactMsg::Ended(outcome)));
                    // Cancels a request in flight: only one runs at a time.
                    self.sending
                        .replace(send::send(endpoint, &lines, &self.host.base, done));
                }
            }
            Effect::Forget => export::forget(),
            Effect::OpenPage(page, journey) => {
                self.history.write();
                if let Some(open) = &self.open {
                    // Fails only if the page's own script has an error; then the language stays.
                    let _ = open.call2(&JsValue::NULL, &page.into(), &journey.into());
                }
            }
            Effect::Storage(effect) => store.perform(effect),
            Effect::Export(way, input) => {
                let reply = scope.callback(move |outcome| Msg::Took(way, outcome));
                export::perform(way, &input, &self.words, self.today, &reply);
            }
            Effect::AwaitPaint => {
                let scope = scope.clone();
                frame::after_paint(move || scope.send_message(Msg::Painted));
            }
            Effect::ReadClock => {
                if let Some(hours) = &self.site.hours {
                    scope.send_message(Msg::Clock(clock::now(&hours.zone)));
                }
            }
        }
    }

    /// Listens for changes by other tabs, the browser's Back and Forward, and input events.
    fn listeners(self: &Rc<Self>) -> [EventListener; 3] {
        let window = window();
        [
            self.listen(&window, "storage", |_, widget, _| widget.store.changed()),
            self.listen(&window, "popstate", |edge, widget, _| {
                if let Some(msg) = edge.history.moved() {
                    widget.scope.send_message(msg);
                }
            }),
            self.listen(&self.root, "input", |_, widget, event| {
                if let Some(typed) = form::typed(event) {
                    widget.scope.send_message(Msg::Contact(typed));
                }
            }),
        ]
    }

    /// Adds an event listener that lives as long as `Edge`. It holds a weak reference, because a strong one
    /// would create a reference cycle.
    fn listen(
        self: &Rc<Self>,
        target: &EventTarget,
        event: &'static str,
        heard: fn(&Edge, &Widget, &Event),
    ) -> EventListener {
        let edge = Rc::downgrade(self);
        EventListener::new(target, event, move |event| {
            if let Some(edge) = edge.upgrade()
                && let Some(widget) = edge.widget.get()
            {
                heard(&edge, widget, event);
            }
        })
    }
}
