//! The one place on the device where answers are kept, and only where a person asks for it.
//!
//! One entry of the browser's local storage, under one name. It may be refused, full, changed by
//! another tab or gone at any time; all that is told, and nothing is replaced unseen.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::utils::window;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{Array, Function, Promise, Reflect};
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Storage};
use yew::Callback;

use journey::saved::{self, Day, Locked, ROUNDS, read_sheets, write_open};
use journey::{LockWith, OnConflict, StorageEffect, StorageMsg, StorageNote};

/// The name of the entry; `static/leave.js` erases it when a person leaves quickly.
const NAME: &str = "footing";

/// A passphrase is at least this long, in characters.
const MIN_PASSPHRASE_LEN: usize = 8;

/// The way to what is kept.
#[derive(Debug)]
pub(super) struct AnswerStore {
    root: Element,
    storage: Option<Storage>,
    /// `static/seal.js`.
    seal: JsValue,
    /// The entry as it was read or written last: anything else there is another tab's.
    seen: RefCell<Option<String>>,
    /// The key in use, and what it was made of beside the passphrase. It cannot be read out.
    key: RefCell<Option<KeyInUse>>,
    /// The number of the last wish to write; an older one that ends later writes nothing.
    turn: Cell<u32>,
    tell: Callback<StorageMsg>,
}

#[derive(Clone, Debug)]
struct KeyInUse {
    key: JsValue,
    salt: String,
    rounds: u32,
}

impl AnswerStore {
    /// Looks for the storage. Where it is refused, as in many frames, there is none.
    pub(super) fn new(root: Element, seal: JsValue, tell: Callback<StorageMsg>) -> AnswerStore {
        AnswerStore {
            root,
            storage: window().local_storage().ok().flatten(),
            seal,
            seen: RefCell::new(None),
            key: RefCell::new(None),
            turn: Cell::new(0),
            tell,
        }
    }

    /// Looks what is kept, and tells. Where nothing can be kept it is silent.
    pub(super) fn look(&self, today: &str) {
        let (Some(storage), Some(today)) = (&self.storage, Day::read(today)) else {
            return;
        };
        let Ok(text) = storage.get_item(NAME) else {
            return;
        };
        let found = saved::read(content::questionnaire(), text.as_deref(), today);
        self.seen.replace(text);
        let can_lock = get(&self.seal, "available").is_some_and(|can| can.is_truthy());
        self.tell.emit(StorageMsg::Found(today, found, can_lock));
    }

    /// Hears that another tab has changed the storage.
    pub(super) fn changed(&self) {
        if self.current() != *self.seen.borrow() {
            self.tell.emit(StorageMsg::Elsewhere);
        }
    }

    /// Does what is asked, and tells what came of it.
    pub(super) fn perform(self: &Rc<Self>, keep: StorageEffect) {
        let turn = self.turn.get().wrapping_add(1);
        self.turn.set(turn);
        let keeper = Rc::clone(self);
        match keep {
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
                let locked = keeper.lock(&sheets, until, with).await;
                // Something newer was asked for meanwhile.
                if keeper.turn.get() == turn {
                    match locked {
                        Ok(text) => keeper.write(&text, over),
                        Err(note) => keeper.tell.emit(StorageMsg::Failed(note)),
                    }
                }
            }),
            StorageEffect::Unlock(locked) => spawn_local(async move {
                let opened = keeper.unlock(&locked).await;
                keeper.tell.emit(match opened {
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

    fn current(&self) -> Option<String> {
        let storage = self.storage.as_ref()?;
        storage.get_item(NAME).ok().flatten()
    }

    fn write(&self, text: &str, over: OnConflict) {
        let Some(storage) = &self.storage else {
            return self.tell.emit(StorageMsg::Failed(StorageNote::Refused));
        };
        if over == OnConflict::Refuse && self.current() != *self.seen.borrow() {
            return self.tell.emit(StorageMsg::Failed(StorageNote::Elsewhere));
        }
        let told = match storage.set_item(NAME, text) {
            Ok(()) if self.current().as_deref() == Some(text) => {
                self.seen.replace(Some(text.to_owned()));
                StorageMsg::Written
            }
            Ok(()) => StorageMsg::Failed(StorageNote::Refused),
            Err(error) => StorageMsg::Failed(why(&error)),
        };
        self.tell.emit(told);
    }

    fn erase(&self) {
        self.key.replace(None);
        let Some(storage) = &self.storage else {
            return self.tell.emit(StorageMsg::Erased(false));
        };
        // Whether it is gone is looked at, not believed.
        let _ = storage.remove_item(NAME);
        let is_gone = matches!(storage.get_item(NAME), Ok(None));
        self.seen.replace(self.current());
        self.tell.emit(StorageMsg::Erased(is_gone));
    }

    async fn lock(&self, sheets: &str, until: Day, with: LockWith) -> Result<String, StorageNote> {
        if with == LockWith::TypedPassphrase {
            let passphrase = self.typed();
            if passphrase.chars().count() < MIN_PASSPHRASE_LEN {
                return Err(StorageNote::TooShort);
            }
            let salt = self.call("salt", &[]).and_then(|salt| salt.as_string());
            let salt = salt.ok_or(StorageNote::Refused)?;
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
        let parts = [key, sheets.into(), bound.into()];
        let locked = self
            .wait("lock", &parts)
            .await
            .ok_or(StorageNote::Refused)?;
        let locked: Array = locked.dyn_into().map_err(|_| StorageNote::Refused)?;
        let part = |place| locked.get(place).as_string().ok_or(StorageNote::Refused);
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
        let parts = [
            key.clone(),
            locked.nonce.as_str().into(),
            locked.contents.as_str().into(),
            bound.into(),
        ];
        let text = self.wait("open", &parts).await?.as_string()?;
        self.key.replace(Some(KeyInUse {
            key,
            salt: locked.salt.clone(),
            rounds: locked.rounds,
        }));
        Some(text)
    }

    async fn derive(&self, passphrase: &str, salt: &str, rounds: u32) -> Option<JsValue> {
        self.wait("key", &[passphrase.into(), salt.into(), rounds.into()])
            .await
    }

    /// Takes the passphrase out of its field: it stays nowhere else.
    fn typed(&self) -> String {
        let field = self.root.query_selector("#keep-passphrase").ok().flatten();
        let Some(field) = field else {
            return String::new();
        };
        let typed = get(&field, "value").and_then(|value| value.as_string());
        // The field of a page takes any text.
        let _ = Reflect::set(&field, &"value".into(), &"".into());
        typed.unwrap_or_default()
    }

    fn call(&self, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
        let function: Function = get(&self.seal, name)?.dyn_into().ok()?;
        let arguments: Array = arguments.iter().collect();
        function.apply(&JsValue::UNDEFINED, &arguments).ok()
    }

    async fn wait(&self, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
        let promise: Promise = self.call(name, arguments)?.dyn_into().ok()?;
        JsFuture::from(promise).await.ok()
    }
}

/// Why the browser has not written: no room, or no leave.
fn why(error: &JsValue) -> StorageNote {
    let name = get(error, "name").and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageNote::Full,
        _ => StorageNote::Refused,
    }
}

fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(object, &key.into()).ok()
}
