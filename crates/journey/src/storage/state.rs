//! The state of saving answers.

use crate::saved::{Locked, SavedAnswers};
use assessment::Day;

/// What is saved on the device, and what the person chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Storage {
    /// Today's date, once the browser has reported it.
    pub today: Option<Day>,
    /// The current state.
    pub state: SavedState,
    /// How long to keep the answers.
    pub span: Span,
    /// Whether this browser can encrypt here: Web Crypto is hidden from pages without TLS.
    pub can_lock: bool,
    /// Whether to lock the answers with a passphrase.
    pub locks: bool,
    /// Finished answer sets of earlier days, the oldest first, for comparison.
    pub earlier: Vec<SavedAnswers>,
    /// A note for the person.
    pub note: Option<StorageNote>,
}

/// The state of the saved answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SavedState {
    /// The browser refuses storage, or has not reported yet.
    #[default]
    Unavailable,
    /// Saving is off.
    Off,
    /// Saved answers were found, are unlocked, and can be resumed until this day.
    Offered(Day, Vec<SavedAnswers>, Lock),
    /// Saved answers were found that need a passphrase.
    Locked(Locked),
    /// Every change is saved, until this day.
    On(Day, Lock),
    /// The browser is busy: hashing a passphrase takes a moment. Holds the state to continue from.
    Busy(Box<SavedState>),
    /// A newer version of this check saved something. It is never touched.
    Newer,
    /// The saved data is unreadable.
    Unreadable,
}

/// Whether saved answers need a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// Anyone who uses the device can read them.
    None,
    /// They are encrypted with a passphrase.
    Passphrase,
}

/// How long to keep answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// Seven days.
    #[default]
    Week,
    /// Thirty days.
    Month,
    /// Ninety days.
    Season,
}

/// A note about saved answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageNote {
    /// All saved answers are erased, and this was verified.
    Erased,
    /// The browser failed to erase the saved answers.
    NotErased,
    /// The saved answers had expired, and are erased.
    Expired,
    /// The browser refuses storage.
    Refused,
    /// The storage is full.
    Full,
    /// Conflict: another tab has saved since. Its version was not overwritten.
    Elsewhere,
    /// The passphrase is too short.
    TooShort,
    /// The passphrase is wrong, or the data was modified.
    Wrong,
}

impl Span {
    /// All spans, the shortest first.
    pub const ALL: [Span; 3] = [Span::Week, Span::Month, Span::Season];

    /// Returns the number of days.
    pub fn days(self) -> u16 {
        match self {
            Span::Week => 7,
            Span::Month => 30,
            Span::Season => 90,
        }
    }
}

impl Storage {
    /// Whether every change is saved.
    pub fn is_on(&self) -> bool {
        matches!(self.state, SavedState::On(..))
    }

    /// Whether the browser is busy.
    pub fn is_busy(&self) -> bool {
        matches!(self.state, SavedState::Busy(_))
    }
}
