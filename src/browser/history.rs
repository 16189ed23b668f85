//! The browser's Back and Forward. Entries say nothing: the same constant state for every place.

use std::cell::Cell;

use gloo::utils::window;
use web_sys::js_sys::{Object, Reflect};
use web_sys::wasm_bindgen::JsValue;

use crate::ui::Isolation;
use journey::Msg;

/// Our part of the browser's history.
#[derive(Debug)]
pub(super) struct History {
    /// The browser's number of the entry we began at, where it tells.
    began: Option<i32>,
    /// Whether the check is a page of its own. In another page no entries are made, so that the host's
    /// Back stays the host's.
    is_page: bool,
    /// Moves of ours whose echo is still to come, where the browser does not tell where it stands.
    echoes: Cell<u16>,
}

impl History {
    /// Begins at the entry the browser stands at.
    pub(super) fn begin(isolation: Isolation) -> History {
        let window = window();
        let is_framed = window
            .parent()
            .ok()
            .flatten()
            .is_some_and(|parent| parent != window);
        let is_page = match isolation {
            Isolation::Own => !is_framed,
            Isolation::Frame => false,
        };
        History {
            began: current_entry(),
            is_page,
            echoes: Cell::new(0),
        }
    }

    /// Adds an entry.
    pub(super) fn push(&self) {
        if !self.is_page {
            return;
        }
        if let Ok(history) = window().history() {
            // Refused only where the browser limits how many there may be; Back then skips a place.
            let _ = history.push_state(&constant_state(), "");
        }
    }

    /// Goes along the entries.
    pub(super) fn go(&self, steps: i16) {
        if !self.is_page || steps == 0 {
            return;
        }
        if let Ok(history) = window().history() {
            // Refused only in a page that is being left.
            let _ = history.go_with_delta(i32::from(steps));
            if self.began.is_none() {
                self.echoes.set(self.echoes.get().saturating_add(1));
            }
        }
    }

    /// What a move of the browser means; nothing where it is the echo of our own.
    pub(super) fn moved(&self) -> Option<Msg> {
        if !self.is_page {
            return None;
        }
        if let Some(left) = self.echoes.get().checked_sub(1) {
            self.echoes.set(left);
            return None;
        }
        let position = current_entry()
            .zip(self.began)
            .map(|(now, began)| now.saturating_sub(began));
        match position.and_then(|position| u16::try_from(position.max(0)).ok()) {
            Some(position) => Some(Msg::WentTo(position)),
            // A browser without the Navigation API (WebKit before 26.2, Firefox before 147) does not
            // tell which way it went. Back is what people press.
            None => Some(Msg::WentBack),
        }
    }
}

/// The one object every entry carries. It never says where we are.
fn constant_state() -> JsValue {
    let state = Object::new();
    // A fresh plain object takes any key.
    let _ = Reflect::set(&state, &JsValue::from_str("footing"), &JsValue::TRUE);
    state.into()
}

/// The browser's number of the current entry.
fn current_entry() -> Option<i32> {
    let get = |object: &JsValue, key: &str| Reflect::get(object, &JsValue::from_str(key)).ok();
    let navigation = get(&window(), "navigation")?;
    let entry = get(&navigation, "currentEntry")?;
    let index = get(&entry, "index")?;
    // The number is a small whole one; the text form avoids floats.
    String::from(
        web_sys::js_sys::Number::from(index)
            .to_string_with_radix(10)
            .ok()?,
    )
    .parse()
    .ok()
}
