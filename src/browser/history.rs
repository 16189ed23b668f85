//! The browser's Back and Forward. History entries reveal nothing: their state is the same for all, or a random
//! number where the browser has no keys of its own for them.

use std::cell::{Cell, RefCell};

use gloo::utils::window;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::js_sys::{Array, Math, Object};
use web_sys::wasm_bindgen::{JsCast, JsValue};

use crate::ui::Isolation;
use journey::Msg;

#[wasm_bindgen]
extern "C" {
    /// The state object of our history entries.
    type EntryState;

    #[wasm_bindgen(method, getter)]
    fn footing(this: &EntryState) -> JsValue;

    #[wasm_bindgen(method, setter)]
    fn set_footing(this: &EntryState, key: &JsValue);

    /// A `Window` with the optional Navigation API, which web-sys lacks.
    type WindowWithNavigation;

    #[wasm_bindgen(method, getter)]
    fn navigation(this: &WindowWithNavigation) -> Option<Navigation>;

    type Navigation;

    #[wasm_bindgen(method, getter, js_name = currentEntry)]
    fn current_entry(this: &Navigation) -> Option<NavigationHistoryEntry>;

    type NavigationHistoryEntry;

    #[wasm_bindgen(method)]
    fn entries(this: &Navigation) -> Array;

    #[wasm_bindgen(method, getter)]
    fn key(this: &NavigationHistoryEntry) -> JsValue;
}

/// The most entries that are gone back at once where the browser does not tell which there are.
const MOST_STEPS: i32 = 40;

/// The check's part of the browser's history.
#[derive(Debug)]
pub(super) struct History {
    /// The keys of our entries in order. Indexes would not do: of a long visit the browser drops the oldest
    /// entries (Chromium keeps 50), a moment after the push, and counts the others anew.
    keys: RefCell<Vec<JsValue>>,
    /// The position among them where the journey is.
    at: Cell<usize>,
    /// Whether the check has a page of its own. Embedded in another page it pushes no entries, so that Back
    /// keeps working for the host page.
    is_page: bool,
    /// The number of our own moves whose `popstate` is pending, in browsers without the Navigation API.
    echoes: Cell<u16>,
    /// Entries that are pushed after the next paint: Chromium takes a fifth of a press for one, which the person
    /// would wait for.
    due: Cell<u16>,
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
        let is_page = match isolation {
            Isolation::Own => !is_framed,
            Isolation::Frame => false,
        };
        History {
            keys: RefCell::new(match keys_around(pushed) {
                Some(keys) => keys,
                None => marked(pushed),
            }),
            at: Cell::new(pushed),
            is_page,
            echoes: Cell::new(0),
            due: Cell::new(0),
        }
    }

    /// Notes that an entry is due, and returns whether it is the first that [`History::write`] is to push.
    pub(super) fn push(&self) -> bool {
        let due = self.due.get();
        if self.is_page {
            self.due.set(due.saturating_add(1));
        }
        self.is_page && due == 0
    }

    /// Pushes the entries that are due.
    pub(super) fn write(&self) {
        for _ in 0..self.due.take() {
            self.write_one();
        }
    }

    fn write_one(&self) {
        if let Ok(history) = window().history() {
            // Fails only if the browser limits the number of entries; Back then skips a screen.
            let _ = history.push_state(&new_state(), "");
            let at = self.at.get().saturating_add(1);
            self.at.set(at);
            let mut keys = self.keys.borrow_mut();
            keys.truncate(at);
            keys.push(current_key());
        }
    }

    /// Moves along the history by this many entries.
    pub(super) fn go(&self, steps: i16) {
        if !self.is_page || steps == 0 {
            return;
        }
        self.write();
        let target = self.at.get().saturating_add_signed(isize::from(steps));
        self.at.set(target);
        let steps = match all_keys() {
            Some(all) => within(all, &mut self.keys.borrow_mut(), target, i32::from(steps)),
            None => {
                self.echoes.set(self.echoes.get().saturating_add(1));
                i32::from(steps).max(-MOST_STEPS)
            }
        };
        if let Ok(history) = window().history()
            && steps != 0
        {
            // Fails only while the page unloads.
            let _ = history.go_with_delta(steps);
        }
    }

    /// Converts a `popstate` event to a message, or `None` if it is the echo of our own move.
    pub(super) fn moved(&self) -> Option<Msg> {
        if !self.is_page {
            return None;
        }
        let now = current_key();
        if let Some(left) = self.echoes.get().checked_sub(1) {
            self.echoes.set(left);
            self.name(self.at.get(), now);
            return None;
        }
        let known = place(&self.keys.borrow(), &now);
        let position = match known {
            Some(position) => position,
            // Firefox 153 loses the entries ahead when somebody goes back on a page that was loaded before under
            // the same address, and tells no current entry after Forward.
            None if now.is_null() && navigation().is_some() => {
                let last = self.keys.borrow().len().saturating_sub(1);
                self.at.get().saturating_add(1).min(last)
            }
            // An entry before ours is the start.
            None if navigation().is_some() => 0,
            // The page before a change of language has pushed it. Most go back to it.
            None => {
                let before = self.at.get().saturating_sub(1);
                self.name(before, now);
                before
            }
        };
        if self.due.get() > 0 && self.at.get() == position {
            // The echo of our own move: the journey is further on already.
            return None;
        }
        // Who goes back before the next screen is painted goes back from the one they see.
        self.due.set(0);
        self.at.set(position);
        Some(Msg::WentTo(u16::try_from(position).unwrap_or_default()))
    }

    /// Remembers the key of the entry at a position.
    fn name(&self, position: usize, key: JsValue) {
        if let Some(place) = self.keys.borrow_mut().get_mut(position) {
            *place = key;
        }
    }
}

/// Creates the state object of an entry. It never reveals the current screen.
fn new_state() -> EntryState {
    let key = match navigation() {
        Some(_) => JsValue::TRUE,
        // Browsers without the Navigation API (WebKit before 26.2, Firefox before 147) give entries no keys.
        None => JsValue::from_f64(Math::random()),
    };
    let state: EntryState = Object::new().unchecked_into();
    state.set_footing(&key);
    state
}

/// Returns the key of the current history entry, `null` where it has none.
fn current_key() -> JsValue {
    match navigation() {
        Some(navigation) => navigation
            .current_entry()
            .map_or(JsValue::NULL, |entry| entry.key()),
        None => window()
            .history()
            .and_then(|history| history.state())
            .ok()
            .filter(JsValue::is_object)
            .map_or(JsValue::NULL, |state| {
                state.unchecked_into::<EntryState>().footing()
            }),
    }
}

/// Returns the keys of all entries of this origin in a row, and the position of the current one.
fn all_keys() -> Option<(Vec<JsValue>, usize)> {
    let entries = navigation()?.entries();
    let key = |entry: JsValue| entry.unchecked_into::<NavigationHistoryEntry>().key();
    let keys: Vec<JsValue> = entries.iter().map(key).collect();
    let now = place(&keys, &current_key())?;
    Some((keys, now))
}

/// Returns the keys of our entries: this many before the current one, and those ahead, to which the page's own
/// script may have gone back. What the browser has dropped has none.
fn keys_around(pushed: usize) -> Option<Vec<JsValue>> {
    let (keys, now) = all_keys()?;
    let mut ours = vec![JsValue::NULL; pushed.saturating_sub(now)];
    ours.extend(keys.into_iter().skip(now.saturating_sub(pushed)));
    Some(ours)
}

/// The keys where the browser tells none: that of the current entry after unknown ones. The page's own script gives
/// `true` to the only entry that it pushes, and may have gone back from there.
fn marked(pushed: usize) -> Vec<JsValue> {
    let mut keys = vec![JsValue::NULL; pushed];
    keys.push(current_key());
    if pushed == 0 && !keys.contains(&JsValue::TRUE) {
        keys.push(JsValue::TRUE);
    }
    keys
}

/// Limits steps to one of our entries. Where the browser has dropped it, the oldest of ours takes its place: before
/// that comes the page of somebody else.
fn within(
    (all, now): (Vec<JsValue>, usize),
    keys: &mut Vec<JsValue>,
    target: usize,
    steps: i32,
) -> i32 {
    if keys.get(target).is_some_and(|key| all.contains(key)) {
        return steps;
    }
    let Some(oldest) = all.iter().position(|key| keys.contains(key)) else {
        return 0;
    };
    keys.truncate(target);
    keys.extend(all.get(oldest).cloned());
    let index = |position: usize| i32::try_from(position).unwrap_or_default();
    index(oldest).saturating_sub(index(now))
}

fn place(keys: &[JsValue], key: &JsValue) -> Option<usize> {
    keys.iter().position(|one| one == key)
}

fn navigation() -> Option<Navigation> {
    window()
        .unchecked_into::<WindowWithNavigation>()
        .navigation()
}
