//! The browser's Back and Forward. History entries reveal nothing: all carry the same constant state.

use std::cell::Cell;

use gloo::utils::window;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::js_sys::Object;
use web_sys::wasm_bindgen::JsCast;

use crate::ui::Isolation;
use journey::Msg;

#[wasm_bindgen]
extern "C" {
    /// The state object of our history entries.
    type EntryState;

    #[wasm_bindgen(method, setter)]
    fn set_footing(this: &EntryState, is_ours: bool);

    /// A `Window` with the optional Navigation API, which web-sys lacks.
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

/// The check's part of the browser's history.
#[derive(Debug)]
pub(super) struct History {
    /// The index of the history entry at the start, if the browser exposes it.
    began: Option<i32>,
    /// Whether the check has a page of its own. Embedded in another page it pushes no entries, so that Back
    /// keeps working for the host page.
    is_page: bool,
    /// The number of our own moves whose `popstate` is pending, in browsers that expose no entry index.
    echoes: Cell<u16>,
}

impl History {
    /// Starts at the current history entry, or this many entries before it, which the page has pushed before
    /// the module ran.
    pub(super) fn begin(isolation: Isolation, pushed: usize) -> History {
        let window = window();
        let is_framed = window
            .parent()
            .ok()
            .flatten()
            .is_some_and(|parent| parent != window);
        let pushed = i32::try_from(pushed).unwrap_or_default();
        let is_page = match isolation {
            Isolation::Own => !is_framed,
            Isolation::Frame => false,
        };
        History {
            began: current_entry().map(|now| now.saturating_sub(pushed)),
            is_page,
            echoes: Cell::new(0),
        }
    }

    /// Pushes an entry.
    pub(super) fn push(&self) {
        if !self.is_page {
            return;
        }
        if let Ok(history) = window().history() {
            // Fails only if the browser limits the number of entries; Back then skips a screen.
            let _ = history.push_state(&constant_state(), "");
        }
    }

    /// Moves along the history by this many entries.
    pub(super) fn go(&self, steps: i16) {
        if !self.is_page || steps == 0 {
            return;
        }
        if let Ok(history) = window().history() {
            // Fails only while the page unloads.
            let _ = history.go_with_delta(i32::from(steps));
            if self.began.is_none() {
                self.echoes.set(self.echoes.get().saturating_add(1));
            }
        }
    }

    /// Converts a `popstate` event to a message, or `None` if it is the echo of our own move.
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
            // Browsers without the Navigation API (WebKit before 26.2, Firefox before 147) do not reveal the
            // direction. Assume Back, which people press more often.
            None => Some(Msg::WentBack),
        }
    }
}

/// Creates the state object that every entry carries. It never reveals the current screen.
fn constant_state() -> EntryState {
    let state: EntryState = Object::new().unchecked_into();
    state.set_footing(true);
    state
}

/// Returns the index of the current history entry, if the browser exposes it.
fn current_entry() -> Option<i32> {
    let window = window().unchecked_into::<WindowWithNavigation>();
    Some(window.navigation()?.current_entry()?.index())
}
