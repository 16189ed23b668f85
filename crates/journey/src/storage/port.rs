//! The storage port: reads, writes and erases saved answers, independent of the kind of storage.
//!
//! The app uses the browser's local storage, the tests a storage in memory. Either may be refused, full,
//! changed by another tab or gone at any time. The port reports each case and never overwrites a change
//! silently.

use std::cell::RefCell;

use assessment::{Day, Questionnaire};

use super::msg::{OnConflict, StorageMsg};
use super::state::StorageNote;
use crate::saved;

/// A storage with a single entry.
pub trait StorageArea {
    /// Reads the entry, or `None` if there is none.
    fn get(&self) -> Result<Option<String>, StorageNote>;

    /// Writes the entry, or returns the reason for failure: full or refused.
    fn set(&self, text: &str) -> Result<(), StorageNote>;

    /// Removes the entry, if the storage allows it.
    fn remove(&self);
}

/// A storage entry and a snapshot of its last known text. Any other text comes from another tab.
#[derive(Debug)]
pub struct StoragePort<A> {
    area: Option<A>,
    seen: RefCell<Option<String>>,
}

impl<A: StorageArea> StoragePort<A> {
    /// Creates a port. `None` means that the browser refuses storage, as in many frames.
    pub fn new(area: Option<A>) -> StoragePort<A> {
        StoragePort {
            area,
            seen: RefCell::new(None),
        }
    }

    /// Reads the saved answers. Returns `None` if storage is unavailable.
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

    /// Writes the entry, and reads it back to verify it.
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

    /// Erases the entry, and verifies that it is gone.
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
