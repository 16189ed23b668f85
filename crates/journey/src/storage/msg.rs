//! Messages and effects of storage.

use super::state::{Span, StorageNote};
use crate::saved::{Found, Locked, SavedAnswers};
use assessment::Day;

/// An effect for the browser to perform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageEffect {
    /// Write these answer sets, and keep them until this day.
    Write {
        /// The serialized answer sets.
        sheets: String,
        /// The last day.
        until: Day,
        /// How to lock them.
        with: LockWith,
        /// What to do with a conflicting write from another tab.
        over: OnConflict,
    },
    /// Decrypt this with the typed passphrase.
    Unlock(Locked),
    /// Erase the saved answers, and verify that they are gone.
    Erase,
}

/// How to lock answer sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockWith {
    /// No encryption.
    Nothing,
    /// A new key, derived from the typed passphrase.
    TypedPassphrase,
    /// The key of the previous write.
    SameKey,
}

/// What to do with a conflicting write from another tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnConflict {
    /// Keep the other version, and ask the person.
    Refuse,
    /// Overwrite the other version, as the person decided.
    Replace,
}

/// A message to storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageMsg {
    /// The browser read the storage: today's date, what it found, and whether it can encrypt here.
    Found(Day, Found, bool),
    /// The decrypted data is not ours.
    Unreadable,
    /// The person chose how long to keep the answers.
    Span(Span),
    /// The person turned the passphrase on or off.
    Locks(bool),
    /// The person asked to save the answers.
    Start,
    /// The browser wrote the answers.
    Written,
    /// The browser failed to write or unlock, for this reason.
    Failed(StorageNote),
    /// The person asked to unlock the saved answers.
    Unlock,
    /// The browser decrypted the answers.
    Unlocked(Vec<SavedAnswers>),
    /// The person asked to resume the newest answer set.
    GoOn,
    /// The person asked to answer again, and to keep finished answer sets for comparison.
    Again,
    /// Another tab wrote to the storage.
    Elsewhere,
    /// The person chose to overwrite what another tab wrote.
    Replace,
    /// The person chose to keep what another tab wrote.
    LetBe,
    /// The person asked to erase one of the earlier answer sets.
    EraseOne(usize),
    /// The person asked to erase all saved answers.
    Erase,
    /// The browser erased the saved answers, or failed to.
    Erased(bool),
}
