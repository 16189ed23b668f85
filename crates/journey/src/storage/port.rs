//! The port to a device's storage: what is written, read and erased there, whatever the storage is.
//!
//! The browser's local storage is one; the tests use one in memory. It may be refused, full, changed by
//! another tab or gone at any time: all of that is reported, and nothing is overwritten unseen.

use std::cell::RefCell;

use assessment::Questionnaire;

use super::msg::{OnConflict, StorageMsg};
use super::state::StorageNote;
use crate::saved::{self, Day};

/// One entry of a storage.
pub trait StorageArea {
    /// Reads the entry; nothing where there is none.
    fn get(&self) -> Result<Option<String>, StorageNote>;

    /// Writes the entry, or says why not: full or refused.
    fn set(&self, text: &str) -> Result<(), StorageNote>;

    /// Removes the entry, as far as the storage allows.
    fn remove(&self);
}

/// An entry, and what it held when it was read or written last: anything else is another tab's.
#[derive(Debug)]
pub struct StoragePort<A> {
    area: Option<A>,
    seen: RefCell<Option<String>>,
}

impl<A: StorageArea> StoragePort<A> {
    /// Begins with a storage. Where it is refused, as in many frames, there is none.
    pub fn new(area: Option<A>) -> StoragePort<A> {
        StoragePort {
            area,
            seen: RefCell::new(None),
        }
    }

    /// Reads what is saved. Where nothing can be saved, nothing is said.
    pub fn look(
        &self,
        questionnaire: &'static Questionnaire,
        today: Day,
        can_lock: bool,
    ) -> Option<StorageMsg> {
        let text = self.area.as_ref()?.get().ok()?;
        let found = saved::read(questionnaire, text.as_deref(), today);
        self.seen.replace(text);
        Some(StorageMsg::Found(today, found, can_lock))
    }

    /// Whether another tab has changed the entry.
    pub fn is_changed_elsewhere(&self) -> bool {
        self.current() != *self.seen.borrow()
    }

    /// Writes the entry, and reads it again: whether it is there is looked at, not believed.
    pub fn write(&self, text: &str, on_conflict: OnConflict) -> StorageMsg {
        let Some(area) = &self.area else {
            return StorageMsg::Failed(StorageNote::Refused);
        };
        if on_conflict == OnConflict::Refuse && self.is_changed_elsewhere() {
            return StorageMsg::Failed(StorageNote::Elsewhere);
        }
        match area.set(text) {
            Ok(()) if self.current().as_deref() == Some(text) => {
                self.seen.replace(Some(text.to_owned()));
                StorageMsg::Written
            }
            Ok(()) => StorageMsg::Failed(StorageNote::Refused),
            Err(note) => StorageMsg::Failed(note),
        }
    }

    /// Erases the entry. Whether it is gone is looked at, not believed.
    pub fn erase(&self) -> StorageMsg {
        let Some(area) = &self.area else {
            return StorageMsg::Erased(false);
        };
        area.remove();
        let is_gone = matches!(area.get(), Ok(None));
        self.seen.replace(self.current());
        StorageMsg::Erased(is_gone)
    }

    fn current(&self) -> Option<String> {
        self.area.as_ref()?.get().ok().flatten()
    }
}
