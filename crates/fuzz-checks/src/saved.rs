//! Fuzz target for answers saved on a device.

use assessment::{Day, assess};
use content::questionnaire;
use journey::saved::{Found, read, write_open, write_sheets};

/// The day on which the text is read.
const TODAY: &str = "2026-11-30";

/// Parses any text as saved answers. What is read can be assessed, and written and read again to the same.
pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let today = Day::read(TODAY).expect("a day");
    match read(questionnaire(), Some(&text), today) {
        Found::Open(until, sheets) => {
            assert!(until >= today);
            for sheet in &sheets {
                assess(questionnaire(), &sheet.response);
            }
            let again = write_open(until, &write_sheets(questionnaire(), &sheets));
            let Found::Open(same, kept) = read(questionnaire(), Some(&again), today) else {
                panic!("what was written cannot be read:\n{again}");
            };
            assert_eq!(same, until);
            // Only the newest are kept, and what an earlier edition asked was told by the first reading.
            let newest = sheets.iter().rev().zip(kept.iter().rev());
            for (read, kept) in newest {
                assert_eq!((read.on, &read.response), (kept.on, &kept.response));
            }
        }
        Found::Locked(locked) => {
            assert!(locked.until >= today && !locked.contents.is_empty());
        }
        Found::Nothing | Found::Expired | Found::Newer | Found::Unreadable => {}
    }
}
