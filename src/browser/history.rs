//! The browser's Back and Forward. Entries say nothing: the same constant state for every place.

use std::cell::Cell;

use gloo::utils::window;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::js_sys::Object;
use web_sys::wasm_bindgen::JsCast;

use crate::ui::Isolation;
use journey::Msg;

#[wasm_bindgen]
extern "C" {
    /// The state of our entries.
    type EntryState;

    #[wasm_bindgen(method, setter)]
    fn set_footing(this: &EntryState, is_ours: bool);

    /// A window that may have the Navigation API, which web-sys does not know.
    type WindowWithNavigation;

    #[wasm_bindgen(method, getter)]
    fn navigation(this: &WindowWithNavigation) -> Option<Navigation>;

    type Navigation;

    #[wasm_bindgen(method, getter, js_name = currentEntry)]
    fn current_entry(this: &Navigation) -> Option<NavigationHistoryEntry>;

    type NavigationHistoryEntry;

    #[wasm_bindgen(method, getter)]
    fn index(this: &NavigationHistoryEntry) -> i32;
}

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
fn constant_state() -> EntryState {
    let state: EntryState = Object::new().unchecked_into();
    state.set_footing(true);
    state
}

/// The browser's number of the current entry.
fn current_entry() -> Option<i32> {
    let window = window().unchecked_into::<WindowWithNavigation>();
    Some(window.navigation()?.current_entry()?.index())
}
