//! What happens about keeping answers, and what the browser is asked to do for it.

use super::state::{Span, StorageNote};
use crate::saved::{Day, Found, Locked, SavedAnswers};

/// What the browser should do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageEffect {
    /// Write these sheets, to be kept until this day.
    Write {
        /// The sheets as lines.
        sheets: String,
        /// The last day.
        until: Day,
        /// How they are locked.
        with: LockWith,
        /// What becomes of something another tab has written since.
        over: OnConflict,
    },
    /// Open this with the passphrase that is typed.
    Unlock(Locked),
    /// Erase what is kept, and look whether it is gone.
    Erase,
}

/// How sheets are locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockWith {
    /// Not at all.
    Nothing,
    /// With a key from the passphrase that is typed.
    TypedPassphrase,
    /// With the key that was used before.
    SameKey,
}

/// What becomes of something another tab has written since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnConflict {
    /// It stays, and the person is asked.
    Refuse,
    /// It is replaced: the person said so.
    Replace,
}

/// Something that happened about keeping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageMsg {
    /// The browser has looked on this day; whether it can lock something here.
    Found(Day, Found, bool),
    /// Something turned out to be none of ours.
    Unreadable,
    /// Chose for how long.
    Span(Span),
    /// Chose to lock it, or not.
    Locks(bool),
    /// Asked to keep the answers.
    Start,
    /// The browser has written them.
    Written,
    /// The browser has not, and this is why.
    Failed(StorageNote),
    /// Asked to open what is locked.
    Unlock,
    /// It is open.
    Unlocked(Vec<SavedAnswers>),
    /// Asked to go on with the newest sheet.
    GoOn,
    /// Asked to answer again, and to keep the finished sheets to compare with.
    Again,
    /// Another tab has written.
    Elsewhere,
    /// Asked to replace what another tab has written.
    Replace,
    /// Asked to leave what another tab has written.
    LetBe,
    /// Asked to erase one of the earlier sheets.
    EraseOne(usize),
    /// Asked to erase all that is kept.
    Erase,
    /// It is gone, or not.
    Erased(bool),
}
