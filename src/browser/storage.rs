//! Saves answers to local storage: the only place on the device that holds answers, and only if a person asks
//! for it.
//!
//! Uses a single entry with a fixed key. Local storage may be refused, full, changed by another tab or gone
//! at any time; each case is reported, and nothing is overwritten silently.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use assessment::Day;

use gloo::utils::window;
use wasm_bindgen_futures::spawn_local;
use web_sys::js_sys::Array;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Element, HtmlInputElement};
use yew::Callback;

use super::seal::{Seal, outcome};
use journey::saved::{Locked, ROUNDS, read_sheets, write_open};
use journey::{
    LockWith, OnConflict, StorageArea, StorageEffect, StorageMsg, StorageNote, StoragePort,
};

/// The key of the entry; `static/leave.js` erases it on a quick exit.
const NAME: &str = "footing";

/// Minimum length of a passphrase, in characters.
const MIN_PASSPHRASE_LEN: usize = 8;

/// Performs the storage effects.
#[derive(Debug)]
pub(super) struct AnswerStore {
    root: Element,
    port: StoragePort<LocalStorage>,
    /// Bindings to `static/seal.js`.
    seal: Seal,
    /// The current key, with its salt and iterations. The key is not extractable.
    key: RefCell<Option<KeyInUse>>,
    /// The number of the latest effect; an older write that finishes later is discarded.
    turn: Cell<u32>,
    tell: Callback<StorageMsg>,
}

/// The check's single entry in the browser's local storage.
#[derive(Debug)]
struct LocalStorage(web_sys::Storage);

impl StorageArea for LocalStorage {
    fn get(&self) -> Result<Option<String>, StorageNote> {
        self.0.get_item(NAME).map_err(|_| StorageNote::Refused)
    }

    fn set(&self, text: &str) -> Result<(), StorageNote> {
        self.0.set_item(NAME, text).map_err(|error| why(&error))
    }

    fn remove(&self) {
        // The port verifies that it is gone.
        let _ = self.0.remove_item(NAME);
    }
}

#[derive(Clone, Debug)]
struct KeyInUse {
    key: JsValue,
    salt: String,
    rounds: u32,
}

impl AnswerStore {
    /// Opens local storage. In many frames the browser refuses it; then there is none.
    pub(super) fn new(root: Element, seal: Seal, tell: Callback<StorageMsg>) -> AnswerStore {
        AnswerStore {
            root,
            port: StoragePort::new(window().local_storage().ok().flatten().map(LocalStorage)),
            seal,
            key: RefCell::new(None),
            turn: Cell::new(0),
            tell,
        }
    }

    /// Reads what is saved, and reports it. Reports nothing if storage is unavailable.
    pub(super) fn look(&self, today: Option<Day>) {
        let can_lock = self.seal.available();
        let found =
            today.and_then(|today| self.port.look(content::questionnaire(), today, can_lock));
        if let Some(found) = found {
            self.tell.emit(found);
        }
    }

    /// Reports that another tab changed the entry.
    pub(super) fn changed(&self) {
        if self.port.is_changed_elsewhere() {
            self.tell.emit(StorageMsg::Elsewhere);
        }
    }

    /// Performs an effect, and reports the outcome.
    pub(super) fn perform(self: &Rc<Self>, effect: StorageEffect) {
        let turn = self.turn.get().wrapping_add(1);
        self.turn.set(turn);
        let store = Rc::clone(self);
        match effect {
            StorageEffect::Write {
                sheets,
                until,
                with: LockWith::Nothing,
                over,
            } => self.write(&write_open(until, &sheets), over),
            StorageEffect::Write {
                sheets,
                until,
                with,
                over,
            } => spawn_local(async move {
                let locked = store.lock(&sheets, until, with).await;
                // Discard the result if a newer effect has started meanwhile.
                if store.turn.get() == turn {
                    match locked {
                        Ok(text) => store.write(&text, over),
                        Err(note) => store.tell.emit(StorageMsg::Failed(note)),
                    }
                }
            }),
            StorageEffect::Unlock(locked) => spawn_local(async move {
                let opened = store.unlock(&locked).await;
                store.tell.emit(match opened {
                    Some(text) => match read_sheets(content::questionnaire(), &text) {
                        Some(sheets) => StorageMsg::Unlocked(sheets),
                        None => StorageMsg::Unreadable,
                    },
                    None => StorageMsg::Failed(StorageNote::Wrong),
                });
            }),
            StorageEffect::Erase => self.erase(),
        }
    }

    fn write(&self, text: &str, on_conflict: OnConflict) {
        self.tell.emit(self.port.write(text, on_conflict));
    }

    fn erase(&self) {
        self.key.replace(None);
        self.tell.emit(self.port.erase());
    }

    async fn lock(&self, sheets: &str, until: Day, with: LockWith) -> Result<String, StorageNote> {
        if with == LockWith::TypedPassphrase {
            let passphrase = self.typed();
            if passphrase.chars().count() < MIN_PASSPHRASE_LEN {
                return Err(StorageNote::TooShort);
            }
            let salt = self.seal.salt().map_err(|_| StorageNote::Refused)?;
            let key = self.derive(&passphrase, &salt, ROUNDS).await;
            self.key.replace(key.map(|key| KeyInUse {
                key,
                salt,
                rounds: ROUNDS,
            }));
        }
        let held = self.key.borrow().clone();
        let KeyInUse { key, salt, rounds } = held.ok_or(StorageNote::Refused)?;
        let bound = Locked::bound(until, rounds);
        let locked = outcome(self.seal.lock(&key, sheets, &bound)).await;
        let locked = locked.ok_or(StorageNote::Refused)?;
        let locked: Array = locked.dyn_into().map_err(|_| StorageNote::Refused)?;
        let part = |position| locked.get(position).as_string().ok_or(StorageNote::Refused);
        let (nonce, contents) = (part(0)?, part(1)?);
        let locked = Locked {
            until,
            rounds,
            salt,
            nonce,
            contents,
        };
        Ok(locked.write())
    }

    async fn unlock(&self, locked: &Locked) -> Option<String> {
        let passphrase = self.typed();
        let key = self
            .derive(&passphrase, &locked.salt, locked.rounds)
            .await?;
        let bound = Locked::bound(locked.until, locked.rounds);
        let opened = self
            .seal
            .open(&key, &locked.nonce, &locked.contents, &bound);
        let text = outcome(opened).await?.as_string()?;
        self.key.replace(Some(KeyInUse {
            key,
            salt: locked.salt.clone(),
            rounds: locked.rounds,
        }));
        Some(text)
    }

    async fn derive(&self, passphrase: &str, salt: &str, rounds: u32) -> Option<JsValue> {
        outcome(self.seal.key(passphrase, salt, rounds)).await
    }

    /// Takes the passphrase and clears its field, so that no copy remains on the page.
    fn typed(&self) -> String {
        let field = self.root.query_selector("#keep-passphrase").ok().flatten();
        let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        let Some(field) = field else {
            return String::new();
        };
        let typed = field.value();
        field.set_value("");
        typed
    }
}

/// Classifies a write error: storage full or refused.
fn why(error: &JsValue) -> StorageNote {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageNote::Full,
        _ => StorageNote::Refused,
    }
}
