//! Puts the widget into the page.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::window;
use web_sys::Element;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use yew::html::Scope;
use yew::{Callback, Renderer};

use crate::ui::{App, AppProps, HostContext, Isolation};
use i18n::Words;
use journey::{ContactMsg, Copying, Effect, Export, ExportOutcome, Msg};
use site::Site;

use super::history::History;
use super::send::Sending;
use super::storage::AnswerStore;
use super::{clock, colors, export, focus, form, send, settings, voice};

/// Why the widget could not be put into the page. The static page stays as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MountError {
    /// The words belong to another version, or are broken.
    Words,
}

/// Shows the check in `root`, in place of the static start screen.
pub fn mount(
    root: Element,
    words: &str,
    today: &str,
    settings: &JsValue,
    seal: JsValue,
    logo: Option<String>,
) -> Result<(), MountError> {
    let words = Words::read(content::questionnaire(), words).map_err(|_| MountError::Words)?;
    let host = host_context(&root);
    let edge = Rc::new(Edge {
        root: root.clone(),
        site: Rc::new(settings::site(settings, logo)),
        history: History::begin(host.isolation),
        host: Rc::new(host),
        scope: OnceCell::new(),
        keeper: OnceCell::new(),
        sending: RefCell::new(None),
    });
    let perform = Callback::from({
        let edge = Rc::clone(&edge);
        move |effect| edge.perform(effect)
    });
    colors::show(edge.site.colors);
    voice::prepare();
    let props = AppProps {
        words: Rc::new(words),
        site: Rc::clone(&edge.site),
        host: Rc::clone(&edge.host),
        today: today.into(),
        now: Callback::from({
            let site = Rc::clone(&edge.site);
            move |()| {
                site.hours
                    .as_ref()
                    .and_then(|hours| clock::now(&hours.zone))
            }
        }),
        take: Callback::from(
            |(way, text, reply): (Export, String, Callback<ExportOutcome>)| {
                export::take(way, &text, &reply);
            },
        ),
        perform,
    };
    let app = Renderer::<App>::with_root_and_props(root.clone(), props).render();
    // Set once: this is the only place.
    let _ = edge.scope.set((*app).clone());
    let keeper = AnswerStore::new(
        root.clone(),
        seal.unchecked_into(),
        edge.callback(Msg::Storage),
    );
    let keeper = edge.keeper.get_or_init(|| Rc::new(keeper));
    keeper.look(today);
    EventListener::new(&window(), "storage", {
        let keeper = Rc::clone(keeper);
        move |_| keeper.changed()
    })
    .forget();
    // The page listens for as long as it is there.
    EventListener::new(&window(), "popstate", {
        let edge = Rc::clone(&edge);
        move |_| edge.send_all(edge.history.moved())
    })
    .forget();
    EventListener::new(&root, "input", move |event| {
        edge.send_all(form::typed(event).map(Msg::Contact));
    })
    .forget();
    Ok(())
}

/// What the script that shows the check says of the place, in `data-isolation` and `data-base`.
fn host_context(root: &Element) -> HostContext {
    let said = |name| root.get_attribute(name);
    HostContext {
        base: said("data-base").unwrap_or_else(|| "./".into()),
        isolation: Isolation::named(&said("data-isolation").unwrap_or_default()),
        is_preview: false,
    }
}

/// What carries out effects, and what it needs for it.
#[derive(Debug)]
struct Edge {
    root: Element,
    host: Rc<HostContext>,
    site: Rc<Site>,
    history: History,
    /// The way back into the widget; empty until it stands.
    scope: OnceCell<Scope<App>>,
    /// The way to what is kept on the device.
    keeper: OnceCell<Rc<AnswerStore>>,
    /// The request on its way.
    sending: RefCell<Option<Sending>>,
}

impl Edge {
    fn perform(self: &Rc<Self>, effect: Effect) {
        let root = &self.root;
        match effect {
            Effect::PushHistory => self.history.push(),
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
            Effect::CheckForm => self.send_all([Msg::Contact(form::check(root))]),
            Effect::Copy(text) => {
                let copied = self.callback(|done| {
                    let copying = if done { Copying::Done } else { Copying::ByHand };
                    Msg::Contact(ContactMsg::Copied(copying))
                });
                edge::copy(&text, copied);
            }
            Effect::Send(lines) => {
                if let Some(endpoint) = &self.site.endpoint {
                    let done = self.callback(|outcome| Msg::Contact(ContactMsg::Ended(outcome)));
                    // A request that is still on its way is given up: there is one at a time.
                    self.sending
                        .replace(send::send(endpoint, &lines, &self.host.base, done));
                }
            }
            Effect::Forget => export::forget(),
            Effect::Storage(keep) => {
                if let Some(keeper) = self.keeper.get() {
                    keeper.perform(keep);
                }
            }
            // The component makes the text, and hands it over itself.
            Effect::Export(_) => {}
        }
    }

    /// A callback into the widget.
    fn callback<T: 'static>(self: &Rc<Self>, msg: impl Fn(T) -> Msg + 'static) -> Callback<T> {
        let edge = Rc::clone(self);
        Callback::from(move |what| edge.send_all([msg(what)]))
    }

    fn send_all(&self, msgs: impl IntoIterator<Item = Msg>) {
        if let Some(scope) = self.scope.get() {
            for msg in msgs {
                scope.send_message(msg);
            }
        }
    }
}
