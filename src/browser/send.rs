//! Passes a request to `send.html`, a separate page in a hidden frame, and receives the outcome.
//!
//! The check's own page contacts no other server; its CSP can block every other origin. The frame is created
//! when a person presses Send, and removed once it has reported the outcome.

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

/// Timeout for loading the page that sends, in milliseconds.
const TO_START: u32 = 10_000;

/// Timeout for its outcome, in milliseconds: its own limit of 20 seconds, plus a margin.
const TO_END: u32 = 25_000;

/// A request in flight. Dropping it removes the frame.
#[derive(Debug)]
pub(super) struct Sending {
    line: Rc<Wire>,
    _heard: EventListener,
}

/// State shared by the listener and the timeout. Both hold weak references, so that it is dropped with
/// [`Sending`].
#[derive(Debug)]
struct Wire {
    frame: HtmlIFrameElement,
    parcel: JsValue,
    handed_over: Cell<bool>,
    ended: Cell<bool>,
    /// The timeout for loading the page, and later for its outcome.
    patience: RefCell<Option<Timeout>>,
    done: Callback<Outcome>,
}

impl Drop for Sending {
    fn drop(&mut self) {
        self.line.frame.remove();
    }
}

/// Sends the lines once, through the page at `base`. Calls `done` exactly once, unless the returned value is
/// dropped first.
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
    /// Handles a message, if it comes from our frame and our own origin.
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
                // An opaque origin ("null") is not a valid `postMessage` target.
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

    /// Restarts the timeout. A no-op once the request has finished.
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

/// Creates the frame, not yet attached. It is hidden and cannot be focused.
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

/// Builds the message to the frame: address, encoding and lines.
fn parcel(endpoint: &Endpoint, lines: &[Line]) -> JsValue {
    let pairs = Array::new();
    for line in lines {
        pairs.push(&Array::of2(&line.key.into(), &line.value.as_str().into()));
    }
    let address = endpoint.address.as_str();
    Array::of3(&address.into(), &endpoint.encoding.code().into(), &pairs).into()
}

/// Returns the page's own origin; "null" in a frame with an opaque origin.
fn own_origin() -> String {
    window().origin()
}
