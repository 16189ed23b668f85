//! The one place on the device where answers are kept, and only where a person asks for it.
//!
//! One entry of the browser's local storage, under one name. It may be refused, full, changed by
//! another tab or gone at any time; all that is told, and nothing is replaced unseen.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::utils::window;
use wasm_bindgen_futures::spawn_local;
use web_sys::js_sys::Array;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Element, HtmlInputElement};
use yew::Callback;

use super::seal::{Seal, outcome};
use journey::saved::{Day, Locked, ROUNDS, read_sheets, write_open};
use journey::{
    LockWith, OnConflict, StorageArea, StorageEffect, StorageMsg, StorageNote, StoragePort,
};

/// The name of the entry; `static/leave.js` erases it when a person leaves quickly.
const NAME: &str = "footing";

/// A passphrase is at least this long, in characters.
const MIN_PASSPHRASE_LEN: usize = 8;

/// The way to what is kept.
#[derive(Debug)]
pub(super) struct AnswerStore {
    root: Element,
    port: StoragePort<LocalStorage>,
    /// `static/seal.js`.
    seal: Seal,
    /// The key in use, and what it was made of beside the passphrase. It cannot be read out.
    key: RefCell<Option<KeyInUse>>,
    /// The number of the last wish to write; an older one that ends later writes nothing.
    turn: Cell<u32>,
    tell: Callback<StorageMsg>,
}

/// The browser's local storage, as the one entry that the check has there.
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
        // The port looks whether it is gone.
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
    /// Looks for the storage. Where it is refused, as in many frames, there is none.
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

    /// Reads what is saved, and reports it. Where nothing can be saved it is silent.
    pub(super) fn look(&self, today: &str) {
        let can_lock = self.seal.available();
        let found = Day::read(today)
            .and_then(|today| self.port.look(content::questionnaire(), today, can_lock));
        if let Some(found) = found {
            self.tell.emit(found);
        }
    }

    /// Hears that another tab has changed the storage.
    pub(super) fn changed(&self) {
        if self.port.is_changed_elsewhere() {
            self.tell.emit(StorageMsg::Elsewhere);
        }
    }

    /// Does what is asked, and tells what came of it.
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
                // Something newer was asked for meanwhile.
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

    /// Takes the passphrase out of its field: it stays nowhere else.
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

/// Why the browser has not written: no room, or no leave.
fn why(error: &JsValue) -> StorageNote {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageNote::Full,
        _ => StorageNote::Refused,
    }
}
