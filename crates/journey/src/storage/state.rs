//! How it stands with keeping answers.

use crate::saved::{Day, Locked, SavedAnswers};

/// What is known of what is kept, and what the person wants of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Storage {
    /// The day, where the edge has told it.
    pub today: Option<Day>,
    /// How it stands.
    pub state: SavedState,
    /// For how long answers are to be kept.
    pub span: Span,
    /// Whether this browser can lock them here: it hides its locks from pages without TLS.
    pub can_lock: bool,
    /// Whether they are to be locked with a passphrase.
    pub locks: bool,
    /// Finished sheets of earlier days, the oldest first, to compare with.
    pub earlier: Vec<SavedAnswers>,
    /// Something to tell.
    pub note: Option<StorageNote>,
}

/// How it stands with what is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SavedState {
    /// The browser lets nothing be kept here, or has not told yet.
    #[default]
    Unavailable,
    /// Nothing is kept.
    Off,
    /// Sheets were found and can be gone on with, until this day. The lock is open, where there is one.
    Offered(Day, Vec<SavedAnswers>, Lock),
    /// Sheets were found that only a passphrase opens.
    Locked(Locked),
    /// Every change is kept until this day.
    On(Day, Lock),
    /// The browser is at work: hashing a passphrase takes a moment.
    Busy(Box<SavedState>),
    /// A newer version of this check has kept something. It stays untouched.
    Newer,
    /// What is kept cannot be read.
    Unreadable,
}

/// Whether a passphrase is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// Anyone who uses the device can read it.
    None,
    /// Only the passphrase opens it.
    Passphrase,
}

/// For how long answers are kept.
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

/// Something to tell about keeping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageNote {
    /// Nothing is kept any more; it was looked after.
    Erased,
    /// The browser did not erase it.
    NotErased,
    /// What was kept was past its day, and is erased.
    Expired,
    /// The browser refuses to keep anything.
    Refused,
    /// There is no room.
    Full,
    /// Another tab has kept something since. It was not replaced.
    Elsewhere,
    /// The passphrase is too short.
    TooShort,
    /// The passphrase does not open it, or it was changed by someone.
    Wrong,
}

impl Span {
    /// All, the shortest first.
    pub const ALL: [Span; 3] = [Span::Week, Span::Month, Span::Season];

    /// How many days.
    pub fn days(self) -> u16 {
        match self {
            Span::Week => 7,
            Span::Month => 30,
            Span::Season => 90,
        }
    }
}

impl Storage {
    /// Whether every change is kept.
    pub fn is_on(&self) -> bool {
        matches!(self.state, SavedState::On(..))
    }

    /// Whether the browser is at work.
    pub fn is_busy(&self) -> bool {
        matches!(self.state, SavedState::Busy(_))
    }
}
