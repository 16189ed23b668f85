//! Encodes a result as a short code to read aloud, type or scan (QR), so that nobody has to repeat
//! everything.
//!
//! The code contains the version of the rules, alert, first step, level and every answer to a question that
//! was asked: whoever sees it can read them. It is created on the device and needs no server.
//!
//! Format: one number in mixed radix, least significant digit first: version, alert, first step, level, then
//! one digit for each shown item; the most significant digit is a CRC-16. It is written in Crockford's base
//! 32, which has no I, L, O or U, in groups of four. The CRC detects every single wrong character and every
//! swap of neighbors, and all but one in 65 536 of other mistakes.

mod big_number;

mod items;

mod version;

use crc::{CRC_16_IBM_3740, Crc, NoTable};

use assessment::{Alert, FirstStep, LevelOfCare, Questionnaire, Recommendation, Response, assess};

use big_number::BigNumber;

/// Crockford's base 32.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Characters in a group.
const GROUP: usize = 4;

/// Maximum length of a code to decode: far more than all answers need.
pub const MAX_CHARACTERS: usize = 400;

const CHECKSUM: Crc<u16, NoTable> = Crc::<u16, NoTable>::new(&CRC_16_IBM_3740);

/// Number of CRC-16 values.
const CHECKSUMS: u32 = 1 << 16;

/// Why decoding failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// A character outside the alphabet.
    Character(char),
    /// The checksum does not match: something was misread, left out or added.
    Garbled,
    /// The code was created with another version of the rules, as in 2026-11-28.
    OtherRules(String),
    /// The answers lead to another result than the code states.
    Disagrees,
}

impl CodeError {
    /// Returns what to do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            CodeError::Character(_) => "A code has digits and letters, without I, L, O and U.",
            CodeError::Garbled => "Compare it with the page, group by group.",
            CodeError::OtherRules(_) => "Open it with the release that has these rules.",
            CodeError::Disagrees => {
                "Ask for the printed page; this release reads answers otherwise."
            }
        }
    }
}

impl std::fmt::Display for CodeError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            CodeError::Character(found) => {
                write!(formatter, "The code has the character '{found}'.")
            }
            CodeError::Garbled => formatter.write_str("The code has a mistake in it."),
            CodeError::OtherRules(day) => {
                write!(formatter, "The code was made with the rules of {day}.")
            }
            CodeError::Disagrees => {
                formatter.write_str("The answers in the code come to another result than it says.")
            }
        }
    }
}

impl std::error::Error for CodeError {}

/// Encodes a result, in groups of four characters with hyphens between them.
pub fn encode(
    questionnaire: &Questionnaire,
    response: &Response,
    result: &Recommendation,
) -> String {
    let head = [
        (version::number(questionnaire.version), version::NUMBERS),
        (u32::from(result.alert.rank()), ranks(Alert::ALL.len())),
        (
            u32::from(result.first_step.rank()),
            ranks(FirstStep::ALL.len()),
        ),
        (
            level_digit(result),
            ranks(LevelOfCare::ALL.len()).saturating_add(1),
        ),
    ];
    let answers = items::digits(questionnaire, response);
    let mut number = BigNumber::default();
    for (digit, radix) in head.iter().chain(&answers).rev() {
        number.push(*digit, *radix);
    }
    let checksum = CHECKSUM.checksum(number.bytes());
    number.push(u32::from(checksum), CHECKSUMS);
    grouped(number)
}

/// Decodes a code to its answers. Ignores case, hyphens and spaces; reads O as 0, and I and L as 1.
///
/// # Errors
///
/// [`CodeError`] if the code is misread, uses other rules, or does not lead to the result it states.
pub fn decode(questionnaire: &Questionnaire, code: &str) -> Result<Response, CodeError> {
    let mut number = BigNumber::default();
    let written = code
        .chars()
        .filter(|one| !matches!(one, '-' | '–') && !one.is_whitespace());
    for (position, character) in written.enumerate() {
        let value = value_of(character).ok_or(CodeError::Character(character))?;
        if position >= MAX_CHARACTERS {
            return Err(CodeError::Garbled);
        }
        number.push(value, 32);
    }
    let checksum = number.pop(CHECKSUMS);
    if u32::from(CHECKSUM.checksum(number.bytes())) != checksum {
        return Err(CodeError::Garbled);
    }
    let version = number.pop(version::NUMBERS);
    if version != version::number(questionnaire.version) {
        return Err(CodeError::OtherRules(version::day(version)));
    }
    let alert = number.pop(ranks(Alert::ALL.len()));
    let first_step = number.pop(ranks(FirstStep::ALL.len()));
    let level = number.pop(ranks(LevelOfCare::ALL.len()).saturating_add(1));
    let response = items::response(questionnaire, &mut number);
    let result = assess(questionnaire, &response);
    let agrees = alert == u32::from(result.alert.rank())
        && first_step == u32::from(result.first_step.rank())
        && level == level_digit(&result)
        && number.bytes().is_empty();
    if agrees {
        Ok(response)
    } else {
        Err(CodeError::Disagrees)
    }
}

/// Returns the digit of the level; zero if no level is shown.
fn level_digit(result: &Recommendation) -> u32 {
    result
        .level
        .map_or(0, |level| u32::from(level.rank()).saturating_add(1))
}

fn ranks(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn grouped(mut number: BigNumber) -> String {
    let mut last_first: Vec<u8> = Vec::new();
    while !number.bytes().is_empty() {
        let value = usize::try_from(number.pop(32)).unwrap_or(0);
        last_first.extend(ALPHABET.get(value));
    }
    let mut text = String::new();
    for (position, character) in last_first.iter().rev().enumerate() {
        if position > 0 && position.checked_rem(GROUP) == Some(0) {
            text.push('-');
        }
        text.push(char::from(*character));
    }
    text
}

fn value_of(character: char) -> Option<u32> {
    let upper = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let found = ALPHABET
        .iter()
        .position(|known| char::from(*known) == upper)?;
    u32::try_from(found).ok()
}
