//! The text format of answer sets saved on the device, if the person asks for it.
//!
//! Lines instead of JSON: people can read what is saved, and the parser needs next to no code. Whatever the
//! text contains, parsing it never fails worse than [`Found::Unreadable`]. Results are never saved: they are
//! recomputed from the answers.
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
//! With a passphrase, one line replaces the answer sets:
//! `locked <rounds> <salt> <nonce> <ciphertext>`, the last three as base64.

mod answers;

pub use answers::{MAX_SAVED, SavedAnswers, read_sheets, write_sheets};

use assessment::{Day, Questionnaire};

/// The format version. A change of meaning takes the next number and a row in [`MIGRATIONS`].
pub const SCHEMA: u16 = 1;

/// Migrations from each version to the next, starting with version 1. There has been one version so far.
pub const MIGRATIONS: &[fn(&str) -> String] = &[];

/// The number of PBKDF2 iterations for a passphrase: OWASP's Password Storage Cheat Sheet asks for this many
/// with HMAC-SHA-256 (600 000, since December 2022; looked up on 25 November 2026).
pub const ROUNDS: u32 = 600_000;

/// Iteration counts this app can have written. Fewer would be too weak; more would take forever.
const POSSIBLE_ROUNDS: std::ops::RangeInclusive<u32> = ROUNDS..=10_000_000;

/// The app never writes more than this; longer text is unreadable.
const MAX_LEN: usize = 200_000;

/// What was found on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// Unencrypted answer sets, readable by anyone who uses the device, kept until this day.
    Open(Day, Vec<SavedAnswers>),
    /// Answer sets encrypted with a passphrase.
    Locked(Locked),
    /// Answer sets past their last day.
    Expired,
    /// Data written by a newer version of this check. It is never touched.
    Newer,
    /// Unreadable data.
    Unreadable,
}

/// Answer sets encrypted with a passphrase. Salt, nonce and contents are base64, opaque to this crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    /// The last day they are kept.
    pub until: Day,
    /// The number of PBKDF2-SHA-256 iterations.
    pub rounds: u32,
    /// The PBKDF2 salt: makes the key different on each device.
    pub salt: String,
    /// The AES-GCM nonce: used only once with the key.
    pub nonce: String,
    /// The answer sets, encrypted with AES-256-GCM.
    pub contents: String,
}

/// Parses the saved text, as of the day `today`.
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

/// Serializes unencrypted answer sets, header included.
pub fn write_open(until: Day, sheets: &str) -> String {
    format!("footing-kept {SCHEMA}\nuntil {until}\n{sheets}")
}

impl Locked {
    /// Serializes the encrypted answer sets, header included.
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

    /// Returns the additional authenticated data of the encryption: if it was modified, decryption fails.
    pub fn bound(until: Day, rounds: u32) -> String {
        format!("footing-kept {SCHEMA} {until} {rounds}")
    }
}
