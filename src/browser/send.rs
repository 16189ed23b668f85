//! Hands a request to `send.html`, a page of its own in a hidden frame, and hears how it went.
//!
//! The page of the check never asks anyone anything; its policy may forbid every foreign address.
//! The frame is made when a person presses Send, and is gone when it has told.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use web_sys::js_sys::Array;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlIFrameElement, MessageEvent};
use yew::Callback;

use journey::{Line, Outcome, SendFailure};
use site::Endpoint;

/// How long the page that sends may take to come up.
const TO_START: u32 = 10_000;

/// How long it may take to tell how it went: its own limit of 20 seconds, and some more.
const TO_END: u32 = 25_000;

/// One request on its way. The frame goes with it.
#[derive(Debug)]
pub(super) struct Sending {
    line: Rc<Wire>,
    _heard: EventListener,
}

/// What the listener and the timeout share. Both refer to it weakly, so that it goes with [`Sending`].
#[derive(Debug)]
struct Wire {
    frame: HtmlIFrameElement,
    parcel: JsValue,
    handed_over: Cell<bool>,
    ended: Cell<bool>,
    /// Gives up on a page that does not come up, and later on one that does not tell how it went.
    patience: RefCell<Option<Timeout>>,
    done: Callback<Outcome>,
}

impl Drop for Sending {
    fn drop(&mut self) {
        self.line.frame.remove();
    }
}

/// Sends the lines, once, by the page that stands at `base`. `done` is told exactly once, unless what is answered here is dropped first.
pub(super) fn send(
    endpoint: &Endpoint,
    lines: &[Line],
    base: &str,
    done: Callback<Outcome>,
) -> Option<Sending> {
    let Some(frame) = frame(base) else {
        done.emit(Outcome::Failed(SendFailure::NotStarted));
        return None;
    };
    let line = Rc::new(Wire {
        frame,
        parcel: parcel(endpoint, lines),
        handed_over: Cell::new(false),
        ended: Cell::new(false),
        patience: RefCell::new(None),
        done,
    });
    let heard = EventListener::new(&window(), "message", {
        let line = Rc::downgrade(&line);
        move |event| {
            if let (Some(line), Some(event)) = (line.upgrade(), event.dyn_ref::<MessageEvent>()) {
                line.hear(event);
            }
        }
    });
    line.wait(TO_START, SendFailure::NotStarted);
    if document()
        .body()
        .is_none_or(|body| body.append_child(&line.frame).is_err())
    {
        line.end(Outcome::Failed(SendFailure::NotStarted));
    }
    Some(Sending {
        line,
        _heard: heard,
    })
}

impl Wire {
    /// Hears a word, if it comes from our frame and from our own origin.
    fn hear(self: &Rc<Self>, event: &MessageEvent) {
        let (Some(source), Some(window)) = (event.source(), self.frame.content_window()) else {
            return;
        };
        let source: &JsValue = source.as_ref();
        if *source != JsValue::from(window.clone()) || event.origin() != own_origin() {
            return;
        }
        let data = event.data().as_string();
        let word = data
            .as_deref()
            .and_then(|data| data.strip_prefix("footing:"));
        match word {
            Some("ready") if !self.handed_over.replace(true) => {
                // An origin that is "null" cannot be named as a target.
                let origin = own_origin();
                let target = if origin == "null" { "*" } else { &origin };
                if window.post_message(&self.parcel, target).is_err() {
                    self.end(Outcome::Failed(SendFailure::NotStarted));
                }
                self.wait(TO_END, SendFailure::TimedOut);
            }
            Some("ready") | None => {}
            Some("sent") => self.end(Outcome::Sent),
            Some(word) => self.end(Outcome::Failed(SendFailure::of(word))),
        }
    }

    /// Starts the timeout anew. A no-op once the request has ended.
    fn wait(self: &Rc<Self>, milliseconds: u32, failure: SendFailure) {
        let line = Rc::downgrade(self);
        let timeout = Timeout::new(milliseconds, move || {
            if let Some(line) = line.upgrade() {
                line.end(Outcome::Failed(failure));
            }
        });
        self.patience.replace(Some(timeout));
    }

    fn end(&self, outcome: Outcome) {
        if !self.ended.replace(true) {
            self.frame.remove();
            self.done.emit(outcome);
        }
    }
}

/// The frame, not yet in the page. Nobody sees it, and nothing in it can be reached.
fn frame(base: &str) -> Option<HtmlIFrameElement> {
    let frame = document().create_element("iframe").ok()?;
    let address = format!("{base}send.html");
    for (name, value) in [
        ("src", address.as_str()),
        ("hidden", ""),
        ("tabindex", "-1"),
        ("aria-hidden", "true"),
        ("referrerpolicy", "no-referrer"),
    ] {
        frame.set_attribute(name, value).ok()?;
    }
    frame.dyn_into().ok()
}

/// What is handed over: where to, how it is written, and the lines.
fn parcel(endpoint: &Endpoint, lines: &[Line]) -> JsValue {
    let pairs = Array::new();
    for line in lines {
        pairs.push(&Array::of2(&line.key.into(), &line.value.as_str().into()));
    }
    let address = endpoint.address.as_str();
    Array::of3(&address.into(), &endpoint.encoding.code().into(), &pairs).into()
}

/// The page's own origin; "null" in a frame that has none.
fn own_origin() -> String {
    window().origin()
}
