//! Sheets of answers as they are kept on a device, where a person asks for it: lines of text.
//!
//! Lines and not JSON, so that a person can read what is kept and that reading it back takes next to no
//! code. Whatever stands there, reading it cannot fail worse than [`Found::Unreadable`]. A result is
//! never kept: it is worked out anew from the answers.
//!
//! ```text
//! footing-kept 1
//! until 2026-12-02
//! sheet 2026-11-25 2026-11-21 finished
//! answer substances alcohol cannabis
//! answer mood asked-unknown
//! reached substances mood
//! ```
//!
//! Locked with a passphrase, one line stands in place of the sheets:
//! `locked <rounds> <salt> <nonce> <what was locked>`, the last three as base64.

mod day;

mod answers;

pub use answers::{MAX_SAVED, SavedAnswers, read_sheets, write_sheets};
pub use day::Day;

use assessment::Questionnaire;

/// The version of the lines. A change of their meaning takes the next number and a row in
/// [`MIGRATIONS`].
pub const SCHEMA: u16 = 1;

/// What turns the lines of an earlier version into those of the next: from version 1 on, in order.
/// There has been one version so far.
pub const MIGRATIONS: &[fn(&str) -> String] = &[];

/// How often a passphrase is hashed: what OWASP's Password Storage Cheat Sheet asks of PBKDF2 with
/// HMAC-SHA-256 (600 000, since December 2022; looked up on 25 November 2026).
pub const ROUNDS: u32 = 600_000;

/// Numbers of rounds that can have been written here. Any other would be too weak, or take for ever.
const POSSIBLE_ROUNDS: std::ops::RangeInclusive<u32> = ROUNDS..=10_000_000;

/// More text than this was not written here.
const MAX_LEN: usize = 200_000;

/// What stands on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// Sheets that can be read by anyone who uses the device, until this day.
    Open(Day, Vec<SavedAnswers>),
    /// Sheets that only a passphrase opens.
    Locked(Locked),
    /// Sheets whose day is over.
    Expired,
    /// Something a newer version of this check has written. It stays untouched.
    Newer,
    /// Something that cannot be read.
    Unreadable,
}

/// Sheets that only a passphrase opens. Salt, nonce and contents are base64 and mean nothing here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    /// The last day they are kept.
    pub until: Day,
    /// How often the passphrase is hashed (PBKDF2-SHA-256).
    pub rounds: u32,
    /// Makes the key another one for each device.
    pub salt: String,
    /// Used once with the key.
    pub nonce: String,
    /// The sheets, encrypted (AES-256-GCM).
    pub contents: String,
}

/// Reads what stands on the device on the day `today`.
pub fn read(questionnaire: &Questionnaire, text: Option<&str>, today: Day) -> Found {
    let Some(text) = text else {
        return Found::Nothing;
    };
    if text.len() > MAX_LEN {
        return Found::Unreadable;
    }
    let version = text
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("footing-kept "))
        .and_then(|version| version.parse::<u16>().ok());
    let rest = text.split_once('\n').map(|(_, rest)| rest);
    let (Some(version), Some(rest)) = (version, rest) else {
        return Found::Unreadable;
    };
    if version > SCHEMA {
        return Found::Newer;
    }
    let Some(from) = version.checked_sub(1) else {
        return Found::Unreadable;
    };
    let steps = MIGRATIONS.iter().skip(usize::from(from));
    let rest = steps.fold(rest.to_owned(), |lines, migrate| migrate(&lines));
    read_current(questionnaire, &rest, today).unwrap_or(Found::Unreadable)
}

fn read_current(questionnaire: &Questionnaire, lines: &str, today: Day) -> Option<Found> {
    let (until, contents) = lines.split_once('\n')?;
    let until = Day::read(until.strip_prefix("until ")?)?;
    if today > until {
        return Some(Found::Expired);
    }
    if let Some(locked) = contents.strip_prefix("locked ") {
        return read_locked(until, locked).map(Found::Locked);
    }
    read_sheets(questionnaire, contents).map(|sheets| Found::Open(until, sheets))
}

fn read_locked(until: Day, line: &str) -> Option<Locked> {
    let mut words = line.split_whitespace();
    let rounds = words.next()?.parse().ok()?;
    if !POSSIBLE_ROUNDS.contains(&rounds) {
        return None;
    }
    let mut base64 = || words.next().map(str::to_owned);
    let locked = Locked {
        until,
        rounds,
        salt: base64()?,
        nonce: base64()?,
        contents: base64()?,
    };
    words.next().is_none().then_some(locked)
}

/// The whole text for sheets that anyone who uses the device can read.
pub fn write_open(until: Day, sheets: &str) -> String {
    format!("footing-kept {SCHEMA}\nuntil {until}\n{sheets}")
}

impl Locked {
    /// The whole text.
    pub fn write(&self) -> String {
        let Locked {
            until,
            rounds,
            salt,
            nonce,
            contents,
        } = self;
        format!("footing-kept {SCHEMA}\nuntil {until}\nlocked {rounds} {salt} {nonce} {contents}\n")
    }

    /// What is bound to the contents: changed outside, they no longer open.
    pub fn bound(until: Day, rounds: u32) -> String {
        format!("footing-kept {SCHEMA} {until} {rounds}")
    }
}
