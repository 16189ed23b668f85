//! Fuzz target for the content compiler: questions and rules as authors write them.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use assessment::{Answer, Response, assess};
use content_compiler::author;

/// The files of a small fictional questionnaire; the first byte of the input picks one to replace.
pub const FILES: [(&str, &str); 5] = [
    (
        "questionnaire.toml",
        include_str!("../../../tests/fixtures/specimen/questionnaire.toml"),
    ),
    (
        "items/sky.toml",
        include_str!("../../../tests/fixtures/specimen/items/sky.toml"),
    ),
    (
        "items/house.toml",
        include_str!("../../../tests/fixtures/specimen/items/house.toml"),
    ),
    (
        "rules/storms.toml",
        include_str!("../../../tests/fixtures/specimen/rules/storms.toml"),
    ),
    (
        "sources.toml",
        include_str!("../../../tests/fixtures/specimen/sources.toml"),
    ),
];

thread_local! {
    static TEMP_FOLDER: RefCell<TempFolder> = RefCell::new(TempFolder::new());
}

/// Replaces one file with any bytes. The compiler reports the position of a mistake, or accepts
/// content that can be assessed.
pub fn run(bytes: &[u8]) {
    let Some((which, text)) = bytes.split_first() else {
        return;
    };
    let (file, original) = FILES[usize::from(*which) % FILES.len()];
    TEMP_FOLDER.with_borrow(|temp| {
        temp.write(file, text);
        check(&temp.folder);
        temp.write(file, original.as_bytes());
    });
}

fn check(folder: &Path) {
    match author::questionnaire(folder) {
        Ok(questionnaire) => {
            let mut worst = Response::default();
            for item in questionnaire.items {
                worst.set(item.link_id, Answer::Chosen(item.most_careful()));
            }
            assess(&questionnaire, &Response::default());
            assess(&questionnaire, &worst);
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in problems {
                assert!(!problem.file.is_empty() && !problem.message.is_empty());
                let text = fs::read(folder.join(&problem.file)).unwrap_or_default();
                let lines = text.split(|byte| *byte == b'\n').count();
                assert!((1..=lines).contains(&problem.line), "{problem}");
            }
        }
    }
}

/// Temporary folder that is deleted on drop.
struct TempFolder {
    folder: PathBuf,
}

impl TempFolder {
    fn new() -> TempFolder {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("footing-fuzz-{}-{number}", std::process::id());
        let temp = TempFolder {
            folder: std::env::temp_dir().join(name),
        };
        for folder in ["items", "rules"] {
            fs::create_dir_all(temp.folder.join(folder)).expect("a temporary folder");
        }
        for (file, text) in FILES {
            temp.write(file, text.as_bytes());
        }
        temp
    }

    fn write(&self, file: &str, text: &[u8]) {
        fs::write(self.folder.join(file), text).expect("room in the temporary folder");
    }
}

impl Drop for TempFolder {
    fn drop(&mut self) {
        // A leftover temporary folder is harmless.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
